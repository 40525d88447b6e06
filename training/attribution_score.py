"""Attribution figures while training: token F1 and exact-span F1 of source, cue and content, over the outermost attributions (PolNeAR is flat)."""
import torch

from labels import ROLE_TAGS, STANCES
from windows import collate, cut

ROLES = ("source", "cue", "content")


def pieces(tags, offset):
    """BIO tags -> {role: [(first, last)]}."""
    out = {r: [] for r in ROLES}
    for k, t in enumerate(tags):
        tag = ROLE_TAGS[t]
        if tag[0] == "B":
            out[tag[2:]].append([k + offset, k + offset + 1])
        elif tag[0] == "I":
            out[tag[2:]][-1][1] = k + offset + 1
    return out


@torch.no_grad()
def predict(model, example, threshold=0.5):
    """Attributions of a document: each anchor is decoded in the window where it stands farthest from an edge."""
    device = next(model.parameters()).device
    windows = cut(example, overlap=90)
    found = []
    for at in range(0, len(windows), 16):
        part = windows[at:at + 16]
        batch = {k: v.to(device) for k, v in collate(part).items()}
        with torch.autocast(device.type, dtype=torch.bfloat16):
            h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"])
        logits = model.stance(h.float()).cpu()
        some = 1 - logits.softmax(-1)[..., 0]
        stance = logits[..., 1:].argmax(-1) + 1
        rows, anchors, scores = [], [], []
        for i, w in enumerate(part):
            for k in range(w.last - w.first):
                word = w.first + k
                if some[i, k] < threshold or room(w, word) < max(room(o, word) for o in windows if o.first <= word < o.last):
                    continue
                rows.append(i)
                anchors.append(k)
                scores.append(float(some[i, k]))
        if not rows:
            continue
        emissions = model.roles(h.float(), torch.tensor(rows, device=device), torch.tensor(anchors, device=device))
        lengths = torch.tensor([part[i].last - part[i].first for i in rows], device=device)
        for i, k, s, tags in zip(rows, anchors, scores, model.crf.decode(emissions, lengths)):
            roles = pieces(tags, part[i].first)
            if roles["content"] and (roles["cue"] or roles["source"]):
                found.append({**roles, "anchor": part[i].first + k, "score": s, "stance": STANCES[int(stance[i, k])]})
    return distinct(found)


def room(window, word):
    """Words between a word and the nearer edge of its window; the document's own ends are no edge."""
    left = word - window.first if window.first else 10**6
    right = window.last - 1 - word if window.last < len(window.example.words) else 10**6
    return min(left, right)


def distinct(found):
    """Where two anchors claim one cue word, the surer stays."""
    kept, taken = [], set()
    for a in sorted(found, key=lambda a: -a["score"]):
        words = {k for f, l in (a["cue"] or [[a["anchor"], a["anchor"] + 1]]) for k in range(f, l)}
        if words & taken:
            continue
        taken |= words
        kept.append(a)
    return kept


def words_of(spans):
    return {k for f, l in spans for k in range(f, l)}


def outermost(attributions):
    contents = [(a, words_of(a["content"])) for a in attributions]
    out = []
    for a in attributions:
        base = words_of(a["cue"] or a["source"])
        if not any(b is not a and base & c for b, c in contents):
            out.append(a)
    return out


def score(model, examples, threshold=0.5, flat=True):
    """-> {role: (token F1, exact F1)} in percent."""
    token, exact = {r: [0, 0, 0] for r in ROLES}, {r: [0, 0, 0] for r in ROLES}
    for e in examples:
        guess, gold = predict(model, e, threshold), e.layers["attributions"]
        if flat:
            guess, gold = outermost(guess), outermost(gold) if not e.id.startswith("polnear") else gold
        for r in ROLES:
            g, t = set().union(*(words_of(a[r]) for a in guess)), set().union(*(words_of(a[r]) for a in gold))
            gs, ts = {tuple(s) for a in guess for s in a[r]}, {tuple(s) for a in gold for s in a[r]}
            for table, x, y in ((token, g, t), (exact, gs, ts)):
                table[r][0] += len(x & y)
                table[r][1] += len(x)
                table[r][2] += len(y)
    f = lambda c: 200 * c[0] / max(c[1] + c[2], 1)
    return {r: (round(f(token[r]), 1), round(f(exact[r]), 1), [round(100 * token[r][0] / max(token[r][k], 1)) for k in (1, 2)]) for r in ROLES}
