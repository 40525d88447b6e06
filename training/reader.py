"""The reading model: one encoder, several heads over words (a word is its first piece).

Pairs of words are scored by biaffine forms (Dozat & Manning 2017): dependencies; coreference between head words (Dobrovolskii 2021);
typed relations; and, for each word that anchors an attribution, the roles of all words towards it, as in span-free semantic role labelling.
"""
import torch
from torch import nn
from torch.nn import functional as F

from crf import Crf
from encoder import WIDTH, Dropout, Encoder
from labels import DEPRELS, KINDS, MENTIONS, NAME_TAGS, PROPERTIES, ROLE_TAGS, STANCES, UPOS

DISTANCES = 24


def buckets(words, device):
    """Signed distance between words i and j in log-sized buckets: [W,W] ids below DISTANCES."""
    at = torch.arange(words, device=device)
    delta = at[None, :] - at[:, None]
    size = delta.abs()
    bucket = torch.where(size < 4, size, (torch.log2(size.clamp(min=1).float()) * 1.6 + 0.9).long().clamp(max=DISTANCES // 2 - 1))
    return torch.where(delta < 0, bucket + DISTANCES // 2, bucket).clamp(max=DISTANCES - 1)


class Side(nn.Module):
    def __init__(self, width, dropout):
        super().__init__()
        self.linear = nn.Linear(WIDTH, width)
        self.dropout = Dropout(dropout)

    def forward(self, x):
        return self.dropout(F.gelu(self.linear(x)))


class Reader(nn.Module):
    def __init__(self, dropout=0.1, head_dropout=0.25, layers=12):
        super().__init__()
        side = lambda width: Side(width, head_dropout)
        self.encoder = Encoder(dropout, layers)
        self.drop = Dropout(dropout)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.mentions = nn.Linear(WIDTH, len(MENTIONS))
        self.factuality = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc_dep, self.arc_head = side(256), side(256)
        self.arc = nn.Parameter(torch.zeros(257, 256))
        self.rel_dep, self.rel_head = side(128), side(128)
        self.rel = nn.Parameter(torch.zeros(129, len(DEPRELS), 129))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.coref_later, self.coref_earlier = side(256), side(256)
        self.coref = nn.Parameter(torch.zeros(257, 256))
        self.coref_same = nn.Embedding(4, 1)
        self.coref_distance = nn.Embedding(DISTANCES, 1)
        self.coref_new = nn.Linear(WIDTH, 1)
        self.relation_subject, self.relation_object = side(128), side(128)
        self.relation = nn.Parameter(torch.zeros(129, len(PROPERTIES), 129))
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.kind = nn.Linear(WIDTH, len(KINDS))
        self.role_anchor, self.role_word = nn.Linear(WIDTH, 256), nn.Linear(WIDTH, 256)
        self.role_distance = nn.Embedding(DISTANCES, 256)
        self.role_norm = nn.LayerNorm(256)
        self.role_drop = Dropout(head_dropout)
        self.role_out = nn.Linear(256, len(ROLE_TAGS))
        self.role_a, self.role_b = side(128), side(128)
        self.role = nn.Parameter(torch.zeros(129, len(ROLE_TAGS), 129))
        self.crf = Crf(ROLE_TAGS)
        for p in (self.arc, self.rel, self.coref, self.relation, self.role):
            nn.init.normal_(p, std=0.02)
        for e in (self.coref_same, self.coref_distance, self.role_distance):
            nn.init.zeros_(e.weight)

    def words(self, pieces, mask, features, first):
        """-> [B,W,384]: the first piece of each word."""
        x = self.encoder(pieces, mask, features)
        return self.drop(x.gather(1, first[..., None].expand(-1, -1, WIDTH)))

    def arcs(self, h, sentence):
        """-> [B,W,W+1]: score of each word as governor of each word, the root last; other sentences are out of reach."""
        dep = F.pad(self.arc_dep(h), (0, 1), value=1.0)
        heads = torch.cat([h, self.root.expand(h.shape[0], 1, -1)], 1)
        scores = dep @ self.arc @ self.arc_head(heads).transpose(1, 2)
        same = (sentence[:, :, None] == sentence[:, None, :]).to(scores.dtype)
        n = h.shape[1]
        same = same * (1 - torch.eye(n, device=h.device))
        return scores + (1 - F.pad(same, (0, 1), value=1.0)) * -1e4

    def labels(self, h, governors):
        """-> [B,W,labels] of the arc to each word from its governor (index W is the root)."""
        dep = F.pad(self.rel_dep(h), (0, 1), value=1.0)
        heads = self.rel_head(torch.cat([h, self.root.expand(h.shape[0], 1, -1)], 1))
        heads = F.pad(heads.gather(1, governors[..., None].expand(-1, -1, heads.shape[-1])), (0, 1), value=1.0)
        left = (dep @ self.rel.flatten(1)).unflatten(-1, self.rel.shape[1:])
        return (left @ heads[..., None])[..., 0]

    def antecedents(self, h, sameness):
        """-> [B,W,W+1]: for each word (row) the score of each earlier word as its antecedent; the last column is "none"."""
        later = F.pad(self.coref_later(h), (0, 1), value=1.0)
        n = h.shape[1]
        scores = later @ self.coref @ self.coref_earlier(h).transpose(1, 2) * 0.25
        scores = scores + self.coref_same(sameness)[..., 0] + self.coref_distance(buckets(n, h.device))[..., 0]
        scores = scores + torch.triu(torch.full((n, n), -1e4, device=h.device))
        return torch.cat([scores, self.coref_new(h)], -1)

    def relations(self, h, live=1.0):
        """-> [B,properties,W,W]; 0 where a word is not `live` [B,W,1]."""
        a = F.pad(self.relation_subject(h), (0, 1), value=1.0) * live
        b = F.pad(self.relation_object(h), (0, 1), value=1.0) * live
        left = (a @ self.relation.flatten(1)).unflatten(-1, self.relation.shape[1:]).transpose(1, 2)
        return left @ b.transpose(1, 2)[:, None]

    def roles(self, h, rows, anchors):
        """Rows (window index, anchor word) -> [R,W,tags]: what each word is to that anchor."""
        words = h[rows]
        anchor = h[rows, anchors]
        distance = self.role_distance(buckets(h.shape[1], h.device)[anchors])
        mixed = self.role_anchor(anchor)[:, None] + self.role_word(words) + distance
        out = self.role_out(self.role_drop(F.gelu(self.role_norm(mixed))))
        a = F.pad(self.role_a(anchor), (0, 1), value=1.0)
        b = F.pad(self.role_b(words), (0, 1), value=1.0)
        left = (a @ self.role.flatten(1)).unflatten(-1, self.role.shape[1:])
        return out + (b @ left.transpose(1, 2))
