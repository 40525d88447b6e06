"""BERT's encoder (Devlin et al. 2019) with the weights of a small one trained before, plus what the words look like and whether they stand in a quotation."""
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS = 384, 12


class Dropout(nn.Module):
    """Dropout whose masks are slices of one pool of random numbers: drawing each anew took a fifth of every step."""

    pools: dict = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or not self.p:
            return x
        if x.is_cuda:
            return F.dropout(x, self.p)
        size = x.numel()
        pool, uses = self.pools.get((self.p, x.dtype), (None, 0))
        if pool is None or uses > 4000 or pool.numel() < 2 * size:
            pool, uses = (torch.rand(max(1 << 24, 2 * size)) >= self.p).to(x.dtype) / (1 - self.p), 0
        self.pools[(self.p, x.dtype)] = (pool, uses + 1)
        start = int(torch.randint(pool.numel() - size + 1, (1,)))
        return x * pool[start:start + size].view(x.shape)


class OneAttention(torch.autograd.Function):
    """Attention as the one operator that ONNX Runtime has for it, in a shipped graph, which is given one window at a time and so needs no mask.

    As separate products it took a fifth of a pass.
    """

    @staticmethod
    def forward(ctx, q, k, v):
        return torch.zeros_like(q)  # only its shape is looked at while exporting

    @staticmethod
    def symbolic(g, q, k, v):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, bias):
        b, t, _ = x.shape
        if torch.onnx.is_in_onnx_export():
            mixed = OneAttention.apply(*self.qkv(x).split(WIDTH, -1))
        else:
            q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + bias
            mixed = (scores.softmax(-1, dtype=scores.dtype) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """pieces [B,T] ids, mask [B,T], features [B,T,4] (shape, quote, sentence start, block start; -1 on non-first pieces -> 0) -> [B,T,384]."""

    def __init__(self, dropout=0.1, layers=12):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (7, 4, 3, 3))
        for f in self.features:
            nn.init.normal_(f.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = Dropout(dropout)

    def forward(self, pieces, mask, features):
        t = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:t] + self.kind
        for k, table in enumerate(self.features):
            x = x + table(features[..., k])
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_start(self, weights):
        """A dictionary, or the path of one. Weights named as BERT's; where there are more layers than here, every second one, say, as MiniLM's six were taken of its twelve."""
        w = torch.load(weights) if isinstance(weights, str) else weights
        every = sum(k.endswith("intermediate.dense.bias") for k in w) // len(self.layers)
        with torch.no_grad():
            self.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
            self.kind.copy_(w["embeddings.token_type_embeddings.weight"][0])
            self.norm.load_state_dict({"weight": w["embeddings.LayerNorm.weight"], "bias": w["embeddings.LayerNorm.bias"]})
            for n, layer in enumerate(self.layers):
                p = f"encoder.layer.{(n + 1) * every - 1}."
                pick = lambda name: {"weight": w[p + name + ".weight"], "bias": w[p + name + ".bias"]}
                qkv = [pick("attention.self." + x) for x in ("query", "key", "value")]
                layer.qkv.load_state_dict({k: torch.cat([x[k] for x in qkv]) for k in ("weight", "bias")})
                layer.out.load_state_dict(pick("attention.output.dense"))
                layer.norm1.load_state_dict(pick("attention.output.LayerNorm"))
                layer.up.load_state_dict(pick("intermediate.dense"))
                layer.down.load_state_dict(pick("output.dense"))
                layer.norm2.load_state_dict(pick("output.LayerNorm"))
