"""The network that compares two sentences: a small BERT over both, with marks, and two heads on its first piece."""
import os
import sys

import torch
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from encoder import WIDTH, Encoder

RELATIONS = ["neither", "same", "differ"]
KINDS = ["number", "date", "place", "person", "cause", "whether", "denial", "retraction", "impossible"]
MARKS, SIDES = 8, 3


class Pairs(nn.Module):
    """In: pieces [B,T] (0 = padding), marks [B,T], sides [B,T]. Out: relations [B,3] and kinds [B,9], as logits."""

    def __init__(self, dropout=0.1, layers=12):
        super().__init__()
        self.encoder = Encoder(dropout, layers)
        self.encoder.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (MARKS, SIDES))
        for f in self.encoder.features:
            nn.init.normal_(f.weight, std=0.02)
        self.pool = nn.Sequential(nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.relation = nn.Linear(WIDTH, len(RELATIONS))
        self.kind = nn.Linear(WIDTH, len(KINDS))

    def forward(self, pieces, marks, sides):
        mask = (pieces != 0).float()
        h = self.encoder(pieces, mask, torch.stack([marks, sides], -1))
        a, b = (mean(h, mask * (sides == side)) for side in (1, 2))
        # How two vectors are compared: both, their difference and their product (Mou et al. 2016)
        pooled = self.pool(torch.cat([h[:, 0], a + b, (a - b).abs(), a * b], -1))
        return self.relation(pooled), self.kind(pooled)


def mean(h, mask):
    return (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
