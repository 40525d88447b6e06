"""A linear-chain conditional random field (Lafferty et al. 2001) over role tags: loss, and Viterbi for checking in training.

Shipping decoders read the same transition scores from the manifest.
"""
import torch
from torch import nn

FORBIDDEN = -1e4


class Crf(nn.Module):
    def __init__(self, tags):
        super().__init__()
        n = len(tags)
        self.transitions = nn.Parameter(torch.zeros(n, n))
        self.start = nn.Parameter(torch.zeros(n))
        forbidden, no_start = torch.zeros(n, n), torch.zeros(n)
        for j, tag in enumerate(tags):
            if tag.startswith("I-"):
                no_start[j] = FORBIDDEN
                for i, before in enumerate(tags):
                    if before[2:] != tag[2:]:
                        forbidden[i, j] = FORBIDDEN
        self.register_buffer("forbidden", forbidden)
        self.register_buffer("no_start", no_start)

    def scores(self):
        return self.transitions + self.forbidden, self.start + self.no_start

    def loss(self, emissions, tags, mask):
        """emissions [R,T,n], tags [R,T], mask [R,T] -> negative log likelihood per row [R]."""
        transitions, start = self.scores()
        emissions = emissions.float()
        first = start + emissions[:, 0]
        gold = first.gather(1, tags[:, :1])[:, 0]
        steps = transitions[tags[:, :-1], tags[:, 1:]] + emissions[:, 1:].gather(2, tags[:, 1:, None])[..., 0]
        gold = gold + (steps * mask[:, 1:]).sum(1)
        # All ways from tag to tag, a matrix a word; neighbours are multiplied until one matrix is left (Rush 2020): few large steps instead of T small ones
        stay = torch.full_like(transitions, FORBIDDEN * 100).fill_diagonal_(0)
        ways = torch.where(mask[:, 1:, None, None] > 0, transitions + emissions[:, 1:, None], stay)
        while ways.shape[1] > 1:
            if ways.shape[1] % 2:
                ways = torch.cat([ways, stay.expand(len(ways), 1, -1, -1)], 1)
            ways = torch.logsumexp(ways[:, 0::2, :, :, None] + ways[:, 1::2, None], 3)
        total = torch.logsumexp(first[:, :, None] + ways[:, 0], (1, 2)) if ways.shape[1] else torch.logsumexp(first, 1)
        return total - gold

    @torch.no_grad()
    def decode(self, emissions, lengths):
        """Best tags per row, as lists."""
        transitions, start = self.scores()
        emissions = emissions.float()
        alpha, back = start + emissions[:, 0], []
        for t in range(1, emissions.shape[1]):
            best, origin = (alpha[:, :, None] + transitions).max(1)
            live = (t < lengths)[:, None]
            alpha = torch.where(live, best + emissions[:, t], alpha)
            back.append(torch.where(live, origin, torch.arange(alpha.shape[1], device=alpha.device)[None].expand_as(origin)))
        tag = alpha.argmax(1)
        path = [tag]
        for origin in reversed(back):
            tag = origin.gather(1, tag[:, None])[:, 0]
            path.append(tag)
        path = torch.stack(path[::-1], 1)
        return [p[:n].tolist() for p, n in zip(path, lengths.tolist())]
