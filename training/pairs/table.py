"""Pairs of sentences as tensors: what `rows.ts` and `case-rows.ts` wrote, each pair with heads, turned, bare, and bare and turned."""
import json

import numpy as np
import torch

from network import KINDS

NAMES = ("pieces", "marks", "sides")


class Table:
    """inputs [N,4,3,T], relation [N] (0 neither, 1 same, 2 differ), kind [N] (-1 where they do not differ), length [N], files."""

    def __init__(self, inputs, relation, kind, length, files):
        self.inputs, self.relation, self.kind, self.length, self.files = inputs, relation, kind, length, files

    def __len__(self):
        return len(self.files)

    def where(self, keep):
        """The rows for which keep(file) holds."""
        at = torch.tensor([i for i, file in enumerate(self.files) if keep(file)], dtype=torch.long)
        return self.at(at)

    def at(self, rows):
        place = rows.to(self.inputs.device)
        return Table(self.inputs[place], self.relation[place], self.kind[place], self.length[rows], [self.files[i] for i in rows.tolist()])

    def to(self, device):
        return Table(self.inputs.to(device), self.relation.to(device), self.kind.to(device), self.length, self.files)

    def batch(self, rows, which):
        """Rows, each in the form `which` -> pieces, marks, sides [B,T]."""
        longest = int(self.length[rows].max())
        place = rows.to(self.inputs.device)
        some = self.inputs[place, which.to(self.inputs.device), :, :longest].long()
        return some.unbind(1)


def joined(tables):
    longest = max(t.inputs.shape[-1] for t in tables)
    pad = lambda x: torch.nn.functional.pad(x, (0, longest - x.shape[-1]))
    cat = lambda name: torch.cat([getattr(t, name) for t in tables])
    return Table(torch.cat([pad(t.inputs) for t in tables]), cat("relation"), cat("kind"), cat("length"), [f for t in tables for f in t.files])


def read(path):
    if path.endswith(".npz"):
        d = np.load(path)
        return Table(torch.from_numpy(d["inputs"]), torch.from_numpy(d["relation"]), torch.from_numpy(d["kind"]), torch.from_numpy(d["length"]), d["files"].tolist())
    rows = [json.loads(line) for line in open(path)]
    length = [max(len(r["pieces"]) for r in d["rows"]) for d in rows]
    inputs = np.zeros((len(rows), 4, len(NAMES), max(length)), dtype=np.int16)
    for i, d in enumerate(rows):
        for k, row in enumerate(d["rows"]):
            for c, name in enumerate(NAMES):
                inputs[i, k, c, :len(row[name])] = row[name]
    relation = torch.tensor([{"neither": 0, "same": 1}.get(d["label"], 2) for d in rows])
    kind = torch.tensor([KINDS.index(d["label"]) if d["label"] in KINDS else -1 for d in rows])
    return Table(torch.from_numpy(inputs), relation, kind, torch.tensor(length), [d["file"] for d in rows])


def write(table, path):
    np.savez_compressed(path, inputs=table.inputs.numpy(), relation=table.relation.numpy(), kind=table.kind.numpy(), length=table.length.numpy(), files=np.array(table.files))


if __name__ == "__main__":
    import sys
    write(read(sys.argv[1]), sys.argv[2])
