"""Train the network that compares sentences: `npx tsx training/pairs/rows.ts > rows.jsonl; python training/pairs/train.py rows.jsonl --out runs/NAME`."""
import argparse
import json
import math
import os
import random
import sys
import time

import torch
from torch.nn import functional as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from network import KINDS, RELATIONS, Pairs

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from train import minilm


class Row:
    def __init__(self, line):
        d = json.loads(line)
        self.file, self.label, self.rows = d["file"], d["label"], d["rows"]
        self.text = (d["a"], d["b"])
        self.relation = {"neither": 0, "same": 1}.get(self.label, 2)
        self.kind = KINDS.index(self.label) if self.relation == 2 else -1

    def length(self):
        return len(self.rows[0]["pieces"])


def collate(rows, which):
    longest = max(len(r.rows[k]["pieces"]) for r, k in zip(rows, which))
    out = [torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(3)]
    for i, (r, k) in enumerate(zip(rows, which)):
        for table, name in zip(out, ("pieces", "marks", "sides")):
            values = r.rows[k][name]
            table[i, :len(values)] = torch.tensor(values)
    return out


def batches(rows, rng, pieces):
    rows = sorted(rows, key=lambda r: r.length() // 8 + rng.random())
    out, batch = [], []
    for r in rows:
        if batch and (len(batch) + 1) * (r.length() + 4) > pieces:
            out.append(batch)
            batch = []
        batch.append(r)
    out.append(batch)
    rng.shuffle(out)
    return out


@torch.no_grad()
def score(model, rows):
    """How well pairs that say the same, and those that cannot both hold, are told from all others."""
    model.eval()
    found = []
    for batch in batches(rows, random.Random(0), 8192):
        relation, kind = (t.float() for t in model(*collate(batch, [0] * len(batch))))
        for r, p, k in zip(batch, relation.softmax(-1).tolist(), kind.argmax(-1).tolist()):
            found.append((r, p, k))
    out = {}
    for c in (1, 2):
        ranked = sorted(found, key=lambda f: -f[1][c])
        total, right, area, best = sum(r.relation == c for r, _, _ in found), 0, 0.0, 0.0
        for i, (r, _, _) in enumerate(ranked, 1):
            if r.relation == c:
                right += 1
                area += right / i / total
            best = max(best, 2 * right / (i + total))
        at = [f for f in found if f[1][c] >= 0.5]
        hits = sum(f[0].relation == c for f in at)
        out[RELATIONS[c]] = f"AP {100 * area:.1f} best F1 {100 * best:.1f} at half P {100 * hits / max(1, len(at)):.1f} R {100 * hits / total:.1f} of {total}"
    right = [k == r.kind for r, _, k in found if r.relation == 2]
    out["kind"] = round(100 * sum(right) / max(1, len(right)), 1)
    model.train()
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("rows")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--lr", type=float, default=1.5e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--pieces", type=int, default=2048)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--dev", default="", help="files kept out, by commas")
    p.add_argument("--keep", type=float, default=0.5, help="share of the pairs that are neither, drawn anew each epoch")
    p.add_argument("--init")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    rows = [Row(line) for line in open(a.rows)]
    kept = set(a.dev.split(",")) - {""}
    dev, train = [r for r in rows if r.file in kept], [r for r in rows if r.file not in kept]
    print(len(train), "pairs,", len(dev), "kept out", flush=True)
    model = Pairs()
    if a.init:
        model.load_state_dict(torch.load(a.init))
    else:
        model.encoder.load_minilm(minilm())
    body = [q for n, q in model.named_parameters() if n.startswith("encoder.") and "features" not in n]
    heads = [q for n, q in model.named_parameters() if not (n.startswith("encoder.") and "features" not in n)]
    optimiser = torch.optim.AdamW([{"params": body, "lr": a.lr}, {"params": heads, "lr": a.head_lr}], weight_decay=0.02, betas=(0.9, 0.98), fused=True)
    weights = torch.tensor([0.6, 1.2, 1.5])
    began, step, total = time.time(), 0, 0.0
    for epoch in range(a.epochs):
        part = batches([r for r in train if r.relation or rng.random() < a.keep], rng, a.pieces)
        for index, batch in enumerate(part):
            done = (epoch + index / len(part)) / a.epochs
            for group, top in zip(optimiser.param_groups, (a.lr, a.head_lr)):
                group["lr"] = top * min(1, done / 0.08 + 0.02) * max(0.02, 0.5 * (1 + math.cos(math.pi * done)))
            inputs = collate(batch, [rng.choice((0, 0, 1, 1, 2, 3)) for _ in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                relation, kind = model(*inputs)
            gold = torch.tensor([r.relation for r in batch])
            loss = F.cross_entropy(relation.float(), gold, weight=weights, label_smoothing=0.03)
            some = gold == 2
            if some.any():
                loss = loss + 0.3 * F.cross_entropy(kind.float()[some], torch.tensor([r.kind for r in batch])[some])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            step += 1
            total += float(loss.detach())
            if step % 25 == 0:
                each = (time.time() - began) / step
                print(f"epoch {epoch + 1} {index + 1}/{len(part)} {each:.2f} s/step loss {total / 25:.3f}", flush=True)
                total = 0.0
        torch.save(model.state_dict(), os.path.join(a.out, "weights.pt"))
        if dev:
            print(epoch + 1, score(model, dev), flush=True)


if __name__ == "__main__":
    main()
