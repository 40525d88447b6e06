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
        rows = torch.arange(len(tags))
        gold = start[tags[:, 0]] + emissions[rows, 0, tags[:, 0]]
        alpha = start + emissions[:, 0]
        steps = transitions[tags[:, :-1], tags[:, 1:]] + emissions[:, 1:].gather(2, tags[:, 1:, None])[..., 0]
        gold = gold + (steps * mask[:, 1:]).sum(1)
        for t in range(1, tags.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + transitions, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None] > 0, step, alpha)
        return torch.logsumexp(alpha, 1) - gold

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
            back.append(torch.where(live, origin, torch.arange(alpha.shape[1])[None].expand_as(origin)))
        tag = alpha.argmax(1)
        path = [tag]
        for origin in reversed(back):
            tag = origin.gather(1, tag[:, None])[:, 0]
            path.append(tag)
        path = torch.stack(path[::-1], 1)
        return [p[:n].tolist() for p, n in zip(path, lengths.tolist())]
