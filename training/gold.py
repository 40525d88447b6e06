"""What the losses are measured against: the marks of a batch's windows as tensors, built on the CPU (by workers, where there are any)."""
import numpy as np
import torch

from labels import DEPRELS, KINDS, MENTIONS, NAME_TAGS, PROPERTIES, ROLE_TAGS, STANCES, UPOS

INDEX = {name: {label: k for k, label in enumerate(labels)} for name, labels in
         dict(upos=UPOS, deprels=DEPRELS, tags=NAME_TAGS, mentions=MENTIONS, stances=STANCES, kinds=KINDS, roles=ROLE_TAGS, properties=PROPERTIES).items()}
MISC = ["EVENT", "WORK", "OBJ", "OTHER"]
SCHEMES = {"conll": {"PER", "ORG", "LOC", *MISC}, "wnut": {"PER", "ORG", "LOC", "WORK", "OBJ"}, "places": {"PER", "ORG", "LOC"}, "full": {"PER", "ORG", "LOC", *MISC}, "loose": {"PER", "ORG", "LOC"}}
OPEN_MENTIONS = ["none", "Event", "Work", "Group", "Object", "Other"]  # what a word unmarked in LitBank may be: it marks persons, places, bodies, vehicles
ROWS_PER_WINDOW = 12  # anchors drawn of a batch, for each window of 256 pieces


def gold(windows, n, rng):
    """Windows padded to `n` words -> {head: {name: tensor}}, each with `at`, the windows that are marked for it."""
    made = {"syntax": syntax(windows, n), "names": names(windows, n), "mentions": mentions(windows, n), "coref": coref(windows, n),
            "facts": facts(windows, n), "factuality": factuality(windows), "attributions": attributions(windows, n, rng)}
    return {head: {k: torch.as_tensor(np.asarray(v)) for k, v in tensors.items()} for head, tensors in made.items() if tensors}


def having(windows, layer):
    return [i for i, w in enumerate(windows) if layer in w.example.layers]


def syntax(windows, n):
    at = having(windows, "heads")
    if not at:
        return None
    upos, heads, rels = (np.full((len(at), n), -100) for _ in range(3))
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
    return {"at": at, "upos": upos, "heads": heads, "rels": np.where(heads < 0, -100, rels)}


def names(windows, n):
    """Partial labels: a word may bear any of the allowed tags (Bellare & McCallum 2007)."""
    at = [i for i in having(windows, "names") if not windows[i].example.id.startswith("gum:")]
    if not at:
        return None
    allowed = np.zeros((len(at), n, len(NAME_TAGS)), dtype=bool)
    tag = INDEX["tags"]
    for i, b in enumerate(at):
        w = windows[b]
        open_types = {*MISC, "PER", "ORG", "LOC"} - SCHEMES[w.example.layers["names_scheme"]]
        allowed[i, :w.last - w.first, [0] + [tag[f"{p}-{t}"] for t in open_types for p in "BI"]] = True
        for a, z, kind in w.example.layers["names"]:
            kinds = MISC if kind == "MISC" else [kind]
            for k in range(max(a, w.first), min(z, w.last)):
                allowed[i, k - w.first] = False
                allowed[i, k - w.first, [tag[("B-" if k == a else "I-") + t] for t in kinds]] = True
    return {"at": at, "allowed": allowed}


def mentions(windows, n):
    at = having(windows, "mention_types")
    if not at:
        return None
    allowed = np.zeros((len(at), n, len(MENTIONS)), dtype=bool)
    unmarked = {True: [INDEX["mentions"][m] for m in OPEN_MENTIONS], False: [0]}
    for i, b in enumerate(at):
        w, layers = windows[b], windows[b].example.layers
        for k in range(w.first, w.last):
            kind = layers["mention_types"][k]
            allowed[i, k - w.first, [INDEX["mentions"][kind]] if kind else unmarked[bool(layers.get("mentions_partial"))]] = True
    return {"at": at, "allowed": allowed}


def coref(windows, n):
    """`true` [b,n,n+1]: the earlier head words of a word's cluster, the last column for a word that has none."""
    at = having(windows, "coref")
    if not at:
        return None
    true, weight = np.zeros((len(at), n, n + 1), dtype=bool), np.zeros((len(at), n), dtype=np.float32)
    for i, b in enumerate(at):
        w = windows[b]
        size = w.last - w.first
        true[i, :size, n] = True
        weight[i, :size] = 0.1
        for cluster in w.example.layers["coref"]:
            heads = sorted({c[2] - w.first for c in cluster if w.first <= c[2] < w.last})
            for j, head in enumerate(heads):
                weight[i, head] = 1.0
                if j:
                    true[i, head] = False
                    true[i, head, heads[:j]] = True
    return {"at": at, "true": true, "weight": weight}


def facts(windows, n):
    """`passage` [b,n]: number of each word's passage in its row, 0 for none; `asked` [b,passages+1,properties]; `true`: rows (window, subject, object, property)."""
    at = having(windows, "facts")
    if not at:
        return None
    passage, asked, true = np.zeros((len(at), n), dtype=np.int64), [], []
    for i, b in enumerate(at):
        w, layers = windows[b], windows[b].example.layers
        rows = [np.zeros(len(PROPERTIES), dtype=np.float32)]
        for start, end, properties in layers["passages"]:
            inside = [k - w.first for k in range(w.first, w.last) if start <= w.example.words[k][0] < end]
            if inside:
                passage[i, inside[0]:inside[-1] + 1] = len(rows)
                rows.append(np.zeros(len(PROPERTIES), dtype=np.float32))
                rows[-1][[INDEX["properties"][p] for p in properties]] = 1
        asked.append(rows)
        true += [(i, a - w.first, b_ - w.first, INDEX["properties"][p]) for a, b_, p in layers["facts"] if w.first <= a < w.last and w.first <= b_ < w.last]
    most = max(len(rows) for rows in asked)
    asked = np.stack([np.stack(rows + [rows[0]] * (most - len(rows))) for rows in asked])
    return {"at": at, "passage": passage, "asked": asked, "true": np.array(true, dtype=np.int64).reshape(-1, 4)}


def factuality(windows):
    rows = [(b, k - windows[b].first, v) for b in having(windows, "factuality") for k, v in windows[b].example.layers["factuality"] if windows[b].first <= k < windows[b].last]
    if not rows:
        return None
    return {"at": [r[0] for r in rows], "words": [r[1] for r in rows], "values": np.array([r[2] for r in rows], dtype=np.float32)}


def attributions(windows, n, rng):
    """`stance` [b,n]; `kinds`: rows (window, word, kind); `rows`: (window, anchor) with `tags` [rows,n]."""
    at = having(windows, "attributions")
    if not at:
        return None
    stance = np.zeros((len(at), n), dtype=np.int64)
    kinds, rows = [], []
    for i, b in enumerate(at):
        w = windows[b]
        for a in w.example.layers["attributions"]:
            if w.first <= a["anchor"] < w.last:
                stance[i, a["anchor"] - w.first] = INDEX["stances"][a["stance"]]
                rows.append((b, a["anchor"] - w.first, role_tags(a, w, n)))
                if a["kind"] in INDEX["kinds"]:
                    kinds += [(b, k - w.first, INDEX["kinds"][a["kind"]]) for f, l in a["source"] for k in range(f, l) if w.first <= k < w.last]
    if len(rows) > ROWS_PER_WINDOW * len(windows):
        rows = rng.sample(rows, ROWS_PER_WINDOW * len(windows))
    tags = np.stack([r[2] for r in rows]) if rows else np.zeros((0, n), dtype=np.int64)
    return {"at": at, "stance": stance, "kinds": np.array(kinds, dtype=np.int64).reshape(-1, 3),
            "rows": np.array([r[:2] for r in rows], dtype=np.int64).reshape(-1, 2), "tags": tags}


def role_tags(a, w, n):
    tags = np.zeros(n, dtype=np.int64)
    for role in ("content", "source", "cue"):
        for first, last in a[role]:
            first, last = max(first, w.first) - w.first, min(last, w.last) - w.first
            if first < last:
                tags[first:last] = INDEX["roles"]["I-" + role]
                tags[first] = INDEX["roles"]["B-" + role]
    for k in range(n):  # an I- whose piece was overwritten at its start
        if tags[k] and ROLE_TAGS[tags[k]][0] == "I" and (k == 0 or ROLE_TAGS[tags[k - 1]][2:] != ROLE_TAGS[tags[k]][2:]):
            tags[k] -= 1
    return tags
