"""Teach the network that compares sentences: first the micro-affairs, then sentences as they stand in whole documents.

    python training/pairs/train.py --micro micro.jsonl --affairs affairs.jsonl --out training/runs/NAME [--folds 5]

With `--folds` the second stage is also run without each fold of affairs in turn, so that what is learned from the network's answers on
affairs (`training/*.ts`) can be learned from answers on affairs that it has not seen.
"""
import argparse
import json
import math
import os
import sys
import time

import torch
from torch.nn import functional as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import table
from network import RELATIONS, Pairs

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from start import start

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WEIGHTS = (0.6, 1.2, 1.5)  # of neither, same, differ


def batches(length, rows, generator, pieces):
    """Rows of like length together -> [row numbers], shuffled."""
    noise = torch.rand(len(rows), generator=generator)
    order = rows[(length[rows] // 8 + noise).argsort()]
    out, at = [], 0
    lengths = length[order].tolist()
    while at < len(order):
        end, longest = at, 0
        while end < len(order) and max(longest, lengths[end]) * (end - at + 1) <= max(pieces, lengths[at]):
            longest = max(longest, lengths[end])
            end += 1
        out.append(order[at:end])
        at = end
    return [out[k] for k in torch.randperm(len(out), generator=generator).tolist()]


@torch.no_grad()
def answers(model, rows, which=0):
    """-> relation [N,3] and kind [N,9] as probabilities, in the order of the rows."""
    model.eval()
    relation, kind = torch.zeros(len(rows), 3), torch.zeros(len(rows), 9)
    for part in batches(rows.length, torch.arange(len(rows)), torch.Generator().manual_seed(0), 32768):
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            r, k = model(*rows.batch(part, torch.full_like(part, which)))
        relation[part], kind[part] = r.float().softmax(-1).cpu(), k.float().softmax(-1).cpu()
    model.train()
    return relation, kind


def average_precision(scores, true):
    true = true[scores.argsort(descending=True)].float()
    found = true.cumsum(0)
    return float((found / torch.arange(1, len(true) + 1) * true).sum() / true.sum().clamp(min=1))


def score(relation, kind, rows):
    """How well pairs that say the same, and those that cannot both hold, are told from all others."""
    gold, kinds = rows.relation.cpu(), rows.kind.cpu()
    out = {RELATIONS[c]: round(100 * average_precision(relation[:, c], gold == c), 1) for c in (1, 2)}
    out["kind"] = round(100 * float((kind.argmax(-1) == kinds)[gold == 2].float().mean()), 1)
    return out


def fit(model, rows, a, epochs, lr, head_lr, keep, seed, name):
    """`keep`: share of the pairs that are neither, drawn anew each epoch."""
    generator = torch.Generator().manual_seed(seed)
    body = [q for n, q in model.named_parameters() if n.startswith("encoder.") and "features" not in n and q.requires_grad]
    heads = [q for n, q in model.named_parameters() if not (n.startswith("encoder.") and "features" not in n)]
    optimiser = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.02, betas=(0.9, 0.98), fused=True)
    weights = torch.tensor(WEIGHTS, device=DEVICE)
    relation = rows.relation.cpu()
    model.train()
    began, step, total = time.time(), 0, 0.0
    for epoch in range(epochs):
        kept = ((relation > 0) | (torch.rand(len(rows), generator=generator) < keep)).nonzero()[:, 0]
        part = batches(rows.length, kept, generator, a.pieces)
        for index, batch in enumerate(part):
            done = (epoch + index / len(part)) / epochs
            for group, top in zip(optimiser.param_groups, (lr, head_lr)):
                group["lr"] = top * min(1, done / 0.08 + 0.02) * max(0.02, 0.5 * (1 + math.cos(math.pi * done)))
            which = torch.tensor([0, 0, 1, 1, 2, 3])[torch.randint(6, (len(batch),), generator=generator)]
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                r, k = model(*rows.batch(batch, which))
            place = batch.to(DEVICE)
            gold, kind = rows.relation[place], rows.kind[place]
            loss = F.cross_entropy(r.float(), gold, weight=weights, label_smoothing=0.03)
            each = F.cross_entropy(k.float(), kind, ignore_index=-1, reduction="sum")
            loss = loss + 0.3 * each / (kind >= 0).sum().clamp(min=1)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            step += 1
            total = total + loss.detach()
            if step % 50 == 0:
                print(f"{name} epoch {epoch + 1}/{epochs} {index + 1}/{len(part)} {(time.time() - began) / step:.3f} s/step loss {float(total) / 50:.3f}", flush=True)
                total = 0.0
    return model


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--micro", required=True)
    p.add_argument("--affairs", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="weights of an encoder trained before; else those of `start.py`")
    p.add_argument("--layers", type=int, default=12)
    p.add_argument("--pieces", type=int, default=2048)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--folds", type=int, default=0)
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--lr", type=float, default=1.5e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--keep", type=float, default=0.5)
    p.add_argument("--last-epochs", type=int, default=3)
    p.add_argument("--last-lr", type=float, default=8e-5)
    p.add_argument("--last-keep", type=float, default=0.4)
    p.add_argument("--again", type=int, default=5000, help="micro pairs shown again in the second stage")
    p.add_argument("--freeze", action="store_true", help="leave the word vectors as they are")
    return p.parse_args()


def main():
    a = arguments()
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(a.seed)
    micro, affairs = table.read(a.micro).to(DEVICE), table.read(a.affairs).to(DEVICE)
    print(len(micro), "pairs of micro-affairs,", len(affairs), "of affairs", flush=True)
    model = Pairs(layers=a.layers)
    model.encoder.load_start(a.start or start())
    model.encoder.words.weight.requires_grad_(not a.freeze)
    model.to(DEVICE)
    fit(model, micro, a, a.epochs, a.lr, a.head_lr, a.keep, a.seed, "micro")
    first = {k: v.clone() for k, v in model.state_dict().items()}
    print("micro-affairs alone, on affairs", score(*answers(model, affairs), affairs), flush=True)
    again = micro.at(torch.randperm(len(micro), generator=torch.Generator().manual_seed(a.seed))[:a.again])
    names = sorted(set(affairs.files))
    folds = [names[k::a.folds] for k in range(a.folds)]
    relation, kind = torch.zeros(len(affairs), 3), torch.zeros(len(affairs), 9)
    for k, out in enumerate([*folds, []]):
        model.load_state_dict(first)
        rows = table.joined([again, affairs.where(lambda file: file not in out)])
        fit(model, rows, a, a.last_epochs, a.last_lr, a.head_lr / 2, a.last_keep, a.seed + 10 + k, f"fold {k}" if out else "all")
        torch.save(model.state_dict(), os.path.join(a.out, f"fold-{k}.pt" if out else "weights.pt"))
        if out:
            at = torch.tensor([i for i, file in enumerate(affairs.files) if file in out])
            relation[at], kind[at] = answers(model, affairs.at(at))
    if folds:
        json.dump(folds, open(os.path.join(a.out, "folds.json"), "w"))
        by = [score(relation[at], kind[at], affairs.at(at)) for at in (torch.tensor([i for i, f in enumerate(affairs.files) if f == name]) for name in names)]
        print(os.path.basename(a.out), "each affair unseen", score(relation, kind, affairs), "mean over affairs", {k: round(sum(s[k] for s in by) / len(by), 1) for k in by[0]}, flush=True)


if __name__ == "__main__":
    main()
