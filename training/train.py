"""Train the reading model: `python training/train.py --out training/runs/NAME`, on a graphics card where there is one. Same seed, same data, same machine: same weights."""
import argparse
import json
import math
import os
import random
import sys
import time

import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import scores
from gold import gold
from losses import all_losses
from prepare import CORPUS, prepared
from reader import Reader
from start import start
from windows import collate, cut, sameness

WEIGHTS = {"upos": 0.5, "arc": 1.0, "rel": 0.5, "names": 1.0, "mentions": 0.5, "coref": 0.7, "relations": 0.3, "factuality": 0.5, "stance": 1.0, "kind": 0.3, "roles": 1.0}
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


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


class Steps(torch.utils.data.Dataset):
    """Batches of windows as tensors, with what they are measured against; made by workers while the card computes."""

    def __init__(self, batches, seed):
        self.batches, self.seed = batches, seed

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, k):
        windows = self.batches[k]
        batch = collate(windows)
        return batch, gold(windows, batch["live"].shape[1], random.Random(self.seed * 1_000_003 + k))


def loaded(batches, seed, workers):
    """The batches in turn, on the device."""
    steps = torch.utils.data.DataLoader(Steps(batches, seed), batch_size=None, num_workers=workers, pin_memory=DEVICE == "cuda", prefetch_factor=6 if workers else None)
    to = lambda x: {k: to(v) for k, v in x.items()} if isinstance(x, dict) else x.to(DEVICE, non_blocking=True)
    for batch, marks in steps:
        batch = to(batch)
        yield {**batch, "same": sameness(batch["form"], batch["capital"])}, to(marks)


class Log:
    """Mean losses and the time left, every so many steps."""

    def __init__(self, name, total, every=50):
        self.name, self.total, self.every, self.began, self.step, self.sums = name, total, every, time.time(), 0, {}

    def add(self, losses):
        self.step += 1
        for k, v in losses.items():
            s = self.sums.setdefault(k, [0.0, 0])
            s[0] = s[0] + v.detach()
            s[1] += 1
        if self.step % self.every == 0:
            each = (time.time() - self.began) / self.step
            means = " ".join(f"{k} {float(s) / n:.3f}" for k, (s, n) in self.sums.items())
            print(f"{self.name} {self.step}/{self.total} {each:.3f} s/step, {each * (self.total - self.step) / 60:.1f} min left | {means}", flush=True)
            self.sums = {}


def settle(model, sets, rng, a):
    """Last, the heads for mentions, coreference and relations alone on the finished encoder: their sets are small beside the others."""
    own = [q for n, q in model.named_parameters() if n.startswith(("relation", "mentions", "coref"))]
    optimiser = torch.optim.AdamW(own, lr=5e-4, weight_decay=0.05)
    steps = batches(sets, {"knet": 2, "gum": 2, "litbank": 1}, rng, a.pieces)
    model.eval()
    log = Log("settling", len(steps))
    for index, (batch, marks) in enumerate(loaded(steps, a.seed, a.workers)):
        with torch.no_grad(), torch.autocast(DEVICE, dtype=torch.bfloat16):
            h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"])
        losses = all_losses(model, torch.nn.functional.dropout(h.float(), 0.15), batch, marks, ("facts", "mentions", "coref"))
        for group in optimiser.param_groups:
            group["lr"] = 5e-4 * (1 - index / len(steps))
        optimiser.zero_grad()
        sum(losses.values()).backward()
        optimiser.step()
        log.add(losses)


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--head-lr", type=float, default=1.5e-3)
    p.add_argument("--pieces", type=int, default=2048)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--layers", type=int, default=12)
    p.add_argument("--start", help="weights of an encoder trained before; else those of `start.py`")
    p.add_argument("--init", help="weights of a whole model to go on from")
    p.add_argument("--sets", default="ewt:1.5,gum:1.5,names:0.8,litbank:0.7,knet:0.8,corpus:1.5,real:2")
    p.add_argument("--splits", default=os.path.join(CORPUS, "splits.json"))
    p.add_argument("--workers", type=int, default=0, help="processes that make batches")
    p.add_argument("--minutes", type=float, help="stop training so long after the start, wherever the schedule is meant to end")
    p.add_argument("--every", type=int, default=1, help="score after every so many epochs")
    return p.parse_args()


def main():
    a = arguments()
    os.makedirs(a.out, exist_ok=True)
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    repeat = {k: float(v) for k, v in (x.split(":") for x in a.sets.split(","))}
    sets = prepared(json.load(open(a.splits)), only={*repeat, *scores.SETS})
    model = Reader(layers=a.layers)
    if a.init:
        model.load_state_dict(torch.load(a.init, map_location="cpu"), strict=False)
    else:
        model.encoder.load_start(a.start or start())
    model.to(DEVICE)
    encoder = [q for n, q in model.named_parameters() if n.startswith("encoder.") and "features" not in n]
    heads = [q for n, q in model.named_parameters() if not (n.startswith("encoder.") and "features" not in n)]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": a.lr}, {"params": heads, "lr": a.head_lr}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    epochs = [batches(sets, repeat, rng, a.pieces) for _ in range(a.epochs)]
    total = sum(map(len, epochs))
    log = Log(os.path.basename(a.out), total)
    ends = {sum(map(len, epochs[:k + 1])) for k in range(a.epochs) if (k + 1) % a.every == 0}
    model.train()
    for index, (batch, marks) in enumerate(loaded([b for epoch in epochs for b in epoch], a.seed, a.workers)):
        # Warm up over a twentieth of the run, then fall along a cosine (Loshchilov & Hutter 2017); where time is set, the run is what fits in it
        done = index / total if a.minutes is None else max(index / total, (time.time() - log.began) / 60 / a.minutes)
        if done >= 1:
            break
        for group, top in zip(optimiser.param_groups, (a.lr, a.head_lr)):
            group["lr"] = top * min(1, done / 0.05 + 0.01) * max(0.02, 0.5 * (1 + math.cos(math.pi * done)))
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            h = model.words(batch["pieces"], batch["mask"], batch["features"], batch["first"])
            losses = all_losses(model, h, batch, marks)
        optimiser.zero_grad(set_to_none=True)
        sum(WEIGHTS[k] * v for k, v in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        log.add(losses)
        if index + 1 in ends:
            torch.save(model.state_dict(), os.path.join(a.out, "weights.pt"))
            scores.show(model, sets, f"{a.out} after {index + 1}")
    settle(model, sets, rng, a)
    torch.save(model.state_dict(), os.path.join(a.out, "weights.pt"))
    scores.show(model, sets, f"{a.out} settled")


if __name__ == "__main__":
    main()
