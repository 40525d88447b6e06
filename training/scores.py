"""Figures while training, on the development sets; the published ones come from the shipped file and `npm run bench`."""
import torch

import attribution_score
from gold import gold
from windows import collate, cut

SETS = {"polnear-dev", "corpus-dev", "ewt-dev"}


@torch.no_grad()
def syntax(model, examples, size=64):
    """UPOS, UAS and LAS in percent, governors chosen a word at a time."""
    device = next(model.parameters()).device
    windows = [w for e in examples for w in cut(e)]
    right, words = [0, 0, 0], 0
    for at in range(0, len(windows), size):
        part = windows[at:at + size]
        batch = collate(part)
        marks = gold(part, batch["live"].shape[1], None)["syntax"]
        batch, marks = ({k: v.to(device) for k, v in x.items()} for x in (batch, marks))
        with torch.autocast(device.type, dtype=torch.bfloat16):
            h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"]).float()
        arcs = model.arcs(h, batch["sentence"]).argmax(-1)
        labels = model.labels(h, arcs).argmax(-1)
        asked = (marks["upos"] >= 0) & (marks["heads"] >= 0)
        governed = (arcs == marks["heads"]) & asked
        words += int(asked.sum())
        for k, found in enumerate(((model.upos(h).argmax(-1) == marks["upos"]) & asked, governed, governed & (labels == marks["rels"]))):
            right[k] += int(found.sum())
    return [round(100 * n / max(words, 1), 2) for n in right]


def show(model, sets, when):
    was = model.training
    model.eval()
    if sets.get("ewt-dev"):
        print(when, "ewt-dev", syntax(model, sets["ewt-dev"]), flush=True)
    for name in ("polnear-dev", "corpus-dev"):
        if sets.get(name):
            print(when, name, attribution_score.score(model, sets[name]), flush=True)
    model.train(was)
