"""One loss a head, each over the windows that are marked for it. All are means, so that heads weigh alike whatever the batch holds."""
import torch
from torch.nn import functional as F

from labels import DEPRELS, KINDS, MENTIONS, NAME_TAGS, PROPERTIES, ROLE_TAGS, STANCES, UPOS

INDEX = {name: {label: k for k, label in enumerate(labels)} for name, labels in
         dict(upos=UPOS, deprels=DEPRELS, tags=NAME_TAGS, mentions=MENTIONS, stances=STANCES, kinds=KINDS, roles=ROLE_TAGS, properties=PROPERTIES).items()}
ROWS_AT_ONCE = 96
ACROSS = 0.2  # weight of a pair of words from different passages


def having(windows, layer):
    return [i for i, w in enumerate(windows) if layer in w.example.layers]


def syntax_loss(model, h, batch, windows):
    at = having(windows, "heads")
    if not at:
        return {}
    n = h.shape[1]
    upos, heads, rels = (torch.full((len(at), n), -100) for _ in range(3))
    for i, b in enumerate(at):
        w, layers = windows[b], windows[b].example.layers
        for k in range(w.first, w.last):
            upos[i, k - w.first] = INDEX["upos"].get(layers["upos"][k], -100)
            head = layers["heads"][k]
            if head == -1:
                heads[i, k - w.first] = n
            elif w.first <= head < w.last:
                heads[i, k - w.first] = head - w.first
            label = layers["deprels"][k]
            rels[i, k - w.first] = INDEX["deprels"].get(label, INDEX["deprels"].get(label.split(":")[0], INDEX["deprels"]["dep"]))
    hh = h[at]
    arcs = model.arcs(hh, batch["sentence"][at])
    labels = model.labels(hh, heads.clamp(min=0))
    rels = torch.where(heads < 0, -100, rels)
    ce = lambda x, y: F.cross_entropy(x.reshape(-1, x.shape[-1]).float(), y.reshape(-1), ignore_index=-100)
    return {"upos": ce(model.upos(hh), upos), "arc": ce(arcs, heads), "rel": ce(labels, rels)}


MISC = ["EVENT", "WORK", "OBJ", "OTHER"]
SCHEMES = {"conll": {"PER", "ORG", "LOC", *MISC}, "wnut": {"PER", "ORG", "LOC", "WORK", "OBJ"}, "places": {"PER", "ORG", "LOC"}, "full": {"PER", "ORG", "LOC", *MISC}, "loose": {"PER", "ORG", "LOC"}}


def name_loss(model, h, windows):
    """Partial labels: a word may bear any of the allowed tags (Bellare & McCallum 2007)."""
    at = [i for i in having(windows, "names") if not windows[i].example.id.startswith("gum:")]
    if not at:
        return {}
    allowed = torch.zeros(len(at), h.shape[1], len(NAME_TAGS), dtype=torch.bool)
    tag = INDEX["tags"]
    for i, b in enumerate(at):
        w = windows[b]
        open_types = set(MISC) | {"PER", "ORG", "LOC"}
        open_types -= SCHEMES[w.example.layers["names_scheme"]]
        outside = [0] + [tag[f"{p}-{t}"] for t in open_types for p in "BI"]
        allowed[i, :w.last - w.first, outside] = True
        for a, z, kind in w.example.layers["names"]:
            kinds = MISC if kind == "MISC" else [kind]
            for k in range(max(a, w.first), min(z, w.last)):
                allowed[i, k - w.first] = False
                allowed[i, k - w.first, [tag[("B-" if k == a else "I-") + t] for t in kinds]] = True
    live = allowed.any(-1)
    logits = model.names(h[at]).float().log_softmax(-1)
    score = torch.logsumexp(logits.masked_fill(~allowed, -1e9), -1)
    return {"names": -(score[live]).mean()}


OPEN_MENTIONS = ["none", "Event", "Work", "Group", "Object", "Other"]  # what a word unmarked in LitBank may be: it marks persons, places, bodies, vehicles


def mention_loss(model, h, windows):
    at = having(windows, "mention_types")
    if not at:
        return {}
    allowed = torch.zeros(len(at), h.shape[1], len(MENTIONS), dtype=torch.bool)
    unmarked = {True: [INDEX["mentions"][m] for m in OPEN_MENTIONS], False: [0]}
    for i, b in enumerate(at):
        w, layers = windows[b], windows[b].example.layers
        for k in range(w.first, w.last):
            kind = layers["mention_types"][k]
            allowed[i, k - w.first, [INDEX["mentions"][kind]] if kind else unmarked[bool(layers.get("mentions_partial"))]] = True
    logits = model.mentions(h[at]).float().log_softmax(-1)
    score = torch.logsumexp(logits.masked_fill(~allowed, -1e9), -1)
    return {"mentions": -(score[allowed.any(-1)]).mean()}


def coref_loss(model, h, batch, windows):
    """Marginal likelihood of the true antecedents (Lee et al. 2017), over head words."""
    at = having(windows, "coref")
    if not at:
        return {}
    n = h.shape[1]
    gold = torch.zeros(len(at), n, n + 1, dtype=torch.bool)
    weight = torch.zeros(len(at), n)
    for i, b in enumerate(at):
        w = windows[b]
        size = w.last - w.first
        gold[i, :size, n] = True
        weight[i, :size] = 0.1
        for cluster in w.example.layers["coref"]:
            heads = sorted({c[2] for c in cluster if w.first <= c[2] < w.last})
            for j, head in enumerate(heads):
                weight[i, head - w.first] = 1.0
                if j:
                    gold[i, head - w.first] = False
                    gold[i, head - w.first, [x - w.first for x in heads[:j]]] = True
    scores = model.antecedents(h[at], batch["same"][at]).float()
    dead = batch["live"][at] == 0
    scores = scores.masked_fill(F.pad(dead, (0, 1), value=False)[:, None, :], -1e4)
    loss = torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~gold, -1e9), -1)
    return {"coref": (loss * weight).sum() / weight.sum()}


def relation_loss(model, h, windows):
    at = having(windows, "facts")
    if not at:
        return {}
    n = h.shape[1]
    gold = torch.zeros(len(at), n, n, len(PROPERTIES))
    care = torch.zeros(len(at), n, n, len(PROPERTIES))
    for i, b in enumerate(at):
        w = windows[b]
        layers = w.example.layers
        block = torch.full((n,), -1)
        for number, (start, end, properties) in enumerate(layers["passages"]):
            inside = [k - w.first for k in range(w.first, w.last) if start <= w.example.words[k][0] < end]
            if inside:
                a, z = inside[0], inside[-1] + 1
                block[a:z] = number
                for p in properties:
                    care[i, a:z, a:z, INDEX["properties"][p]] = 1
        # Between passages nothing holds, whatever the property
        across = (block[:, None] != block[None, :]) & (block[:, None] >= 0) & (block[None, :] >= 0)
        care[i] += ACROSS * across[..., None]
        for a, b_, p in layers["facts"]:
            if w.first <= a < w.last and w.first <= b_ < w.last:
                gold[i, a - w.first, b_ - w.first, INDEX["properties"][p]] = 1
    care = torch.maximum(care, gold)
    logits = model.relations(h[at]).float() - 5.0
    loss = F.binary_cross_entropy_with_logits(logits, gold, weight=care, reduction="sum")
    return {"relations": loss / (gold.sum() + 10)}


def factuality_loss(model, h, windows):
    at = having(windows, "factuality")
    rows = [(b, k - windows[b].first, v) for b in at for k, v in windows[b].example.layers["factuality"] if windows[b].first <= k < windows[b].last]
    if not rows:
        return {}
    x = h[[r[0] for r in rows], [r[1] for r in rows]]
    return {"factuality": F.smooth_l1_loss(model.factuality(x)[:, 0].float(), torch.tensor([r[2] for r in rows]))}


def attribution_loss(model, h, batch, windows, rng):
    at = having(windows, "attributions")
    if not at:
        return {}
    n = h.shape[1]
    stance = torch.zeros(len(at), n, dtype=torch.long)
    kinds, rows = [], []
    for i, b in enumerate(at):
        w = windows[b]
        for a in w.example.layers["attributions"]:
            if not w.first <= a["anchor"] < w.last:
                continue
            stance[i, a["anchor"] - w.first] = INDEX["stances"][a["stance"]]
            tags = [0] * n
            for role in ("content", "source", "cue"):
                for first, last in a[role]:
                    for k in range(max(first, w.first), min(last, w.last)):
                        start = k == max(first, w.first)
                        tags[k - w.first] = INDEX["roles"][("B-" if start else "I-") + role]
            for k in range(n):  # an I- whose piece was overwritten at its start
                if tags[k] and ROLE_TAGS[tags[k]][0] == "I" and (k == 0 or ROLE_TAGS[tags[k - 1]][2:] != ROLE_TAGS[tags[k]][2:]):
                    tags[k] -= 1
            rows.append((b, a["anchor"] - w.first, tags))
            if a["kind"] in INDEX["kinds"]:
                kinds += [(b, k - w.first, INDEX["kinds"][a["kind"]]) for f, l in a["source"] for k in range(f, l) if w.first <= k < w.last]
    logits = model.stance(h[at]).float()
    live = batch["live"][at] > 0
    ce = F.cross_entropy(logits[live], stance[live], reduction="none", label_smoothing=0.0)
    out = {"stance": ce.sum() / max(int((stance > 0).sum()), len(at))}
    if kinds:
        x = h[[k[0] for k in kinds], [k[1] for k in kinds]]
        out["kind"] = F.cross_entropy(model.kind(x).float(), torch.tensor([k[2] for k in kinds]))
    if rows:
        if len(rows) > ROWS_AT_ONCE:
            rows = rng.sample(rows, ROWS_AT_ONCE)
        owner = torch.tensor([r[0] for r in rows])
        emissions = model.roles(h, owner, torch.tensor([r[1] for r in rows]))
        loss = model.crf.loss(emissions, torch.tensor([r[2] for r in rows]), batch["live"][owner])
        out["roles"] = loss.mean() * 0.25
    return out


def all_losses(model, batch, windows, rng):
    h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"])
    return {**syntax_loss(model, h, batch, windows), **name_loss(model, h, windows), **mention_loss(model, h, windows), **coref_loss(model, h, batch, windows),
            **relation_loss(model, h, windows), **factuality_loss(model, h, windows), **attribution_loss(model, h, batch, windows, rng)}
