"""Cut examples into windows and collate windows into batches."""
import numpy as np
import torch

CLS, SEP, PAD = 101, 102, 0
MAX_PIECES = 256


class Window:
    """Words [first, last) of an example."""

    __slots__ = ("example", "first", "last")

    def __init__(self, example, first, last):
        self.example, self.first, self.last = example, first, last

    def pieces(self):
        return sum(len(p) for p in self.example.pieces[self.first:self.last]) + 2


def cut(example, rng=None, limit=MAX_PIECES - 2, overlap=0):
    """Windows over the whole example, from sentence to sentence; with `rng`, the first one is shortened so that cuts differ each epoch."""
    starts = [s for s, _ in example.sentences] + [len(example.words)]
    out, at = [], 0
    budget = limit if rng is None or len(example.words) < 150 else rng.randrange(limit // 2, limit + 1)
    while at < len(example.words):
        end, size = at, 0
        while end < len(example.words) and size + len(example.pieces[end]) <= budget:
            size += len(example.pieces[end])
            end += 1
        if end < len(example.words):
            inside = [s for s in starts if at + (end - at) // 2 < s <= end]
            if inside:
                end = inside[-1]
        end = max(end, at + 1)
        out.append(Window(example, at, end))
        budget = limit
        if end >= len(example.words):
            break
        if overlap:
            size, back = 0, end
            while back > at + 1 and size < overlap:
                back -= 1
                size += len(example.pieces[back])
            inside = [s for s in starts if back <= s < end]
            at = inside[0] if inside else back
        else:
            at = end
    return out


def collate(windows):
    """-> tensors: pieces [B,T], mask, features [B,T,4], first [B,W] (piece index of each word), words mask `live` [B,W], sentence ids, `form` and `capital` for `sameness`."""
    rows = []
    for w in windows:
        ids, features, first = [CLS], [(0, 0, 0, 0)], []
        for k in range(w.first, w.last):
            first.append(len(ids))
            for n, piece in enumerate(w.example.pieces[k]):
                ids.append(piece)
                shape, quote, sentence, block = w.example.features[k]
                features.append((shape + 1, quote + 1, (sentence + 1) if n == 0 else 0, (block + 1) if n == 0 else 0))
        ids.append(SEP)
        features.append((0, 0, 0, 0))
        rows.append((ids, features, first))
    t, n = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    # Few distinct shapes: the kernels are made anew for each
    t, n, b = -(-t // 32) * 32, -(-n // 32) * 32, len(rows)
    pieces, mask = np.full((b, t), PAD), np.zeros((b, t), dtype=np.float32)
    features = np.zeros((b, t, 4), dtype=np.int64)
    first, live = np.zeros((b, n), dtype=np.int64), np.zeros((b, n), dtype=np.float32)
    sentence, form = np.full((b, n), -1), np.zeros((b, n), dtype=np.int64)
    capital = np.zeros((b, n), dtype=bool)
    for i, (w, (ids, feats, firsts)) in enumerate(zip(windows, rows)):
        pieces[i, :len(ids)] = ids
        mask[i, :len(ids)] = 1
        features[i, :len(ids)] = feats
        first[i, :len(firsts)] = firsts
        live[i, :len(firsts)] = 1
        for s, (a, z) in enumerate(w.example.sentences):
            if z > w.first and a < w.last:
                sentence[i, max(a, w.first) - w.first:min(z, w.last) - w.first] = s
        seen = {}
        form[i, :len(firsts)] = [seen.setdefault(w.example.forms[k].lower(), len(seen) + 1) for k in range(w.first, w.last)]
        capital[i, :len(firsts)] = [w.example.features[k][0] in (1, 2, 3) for k in range(w.first, w.last)]
    tensors = dict(pieces=pieces, mask=mask, features=features, first=first, live=live, sentence=sentence, form=form, capital=capital)
    return {name: torch.from_numpy(values) for name, values in tensors.items()}


def sameness(form, capital):
    """Pairs of words: 0 different, 1 equal but for case, 2 equal and both capitalised."""
    equal = (form[:, :, None] == form[:, None, :]) & (form[:, :, None] > 0)
    both = capital[:, :, None] & capital[:, None, :]
    return equal.long() + (equal & both).long()
