"""Weights -> model/pairs/: the network that compares two sentences as one ONNX graph in 8-bit integers.

    python training/pairs/export.py training/runs/NAME/weights.pt model/pairs/
"""
import json
import os
import sys
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from network import KINDS, MARKS, RELATIONS, Pairs

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from export import fold, halve, plain, sha, write_vocabulary
from start import layers_of


def main(weights, folder, version="0.3.0"):
    state = torch.load(weights)
    model = Pairs(dropout=0, layers=layers_of(state))
    model.load_state_dict(state)
    model.eval()
    os.makedirs(folder, exist_ok=True)
    out = os.path.join(folder, "pairs.onnx")
    sides = torch.tensor([[1] * 6 + [2] * 6])
    example = (torch.randint(1000, 2000, (1, 12)), torch.randint(1, MARKS, (1, 12)), sides)
    axes = {0: "B", 1: "T"}
    with tempfile.TemporaryDirectory() as tmp:
        full = os.path.join(tmp, "full.onnx")
        torch.onnx.export(model, example, full, input_names=["pieces", "marks", "sides"], output_names=["relation", "kind"],
                          dynamic_axes={"pieces": axes, "marks": axes, "sides": axes, "relation": {0: "B"}, "kind": {0: "B"}}, opset_version=17, dynamo=False)
        fold(full)
        plain(full)
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
                         extra_options={"MatMulConstBOnly": True})
        halve(out)
    write_vocabulary(folder)
    files = {f: {"sha256": sha(os.path.join(folder, f)), "bytes": os.path.getsize(os.path.join(folder, f))} for f in ("pairs.onnx", "vocab.txt")}
    json.dump({"name": "whence-pairs", "version": version, "files": files, "labels": {"relations": RELATIONS, "kinds": KINDS}},
              open(os.path.join(folder, "manifest.json"), "w"), indent=1)
    print({f: v["bytes"] for f, v in files.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
