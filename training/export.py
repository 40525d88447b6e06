"""Weights -> model/: one ONNX graph in 8-bit integers, its vocabulary, labels and checksums.

    python training/export.py training/runs/NAME/weights.pt model/
"""
import hashlib
import json
import os
import shutil
import sys
import tempfile

import onnx
import onnx.numpy_helper
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import labels
from losses import UNLIKELY
from reader import Reader
from start import layers_of, vocabulary
from windows import sameness

# What is certainly nothing stays inside the graph: only likely anchors and relations come out.
ANCHOR_FLOOR = 0.2
RELATION_FLOOR = -1.5


class Shipped(nn.Module):
    """The graph that Whence runs, on one window (B = 1) of T pieces and W words.

    In: pieces [B,T] (0 = padding), features [B,T,4] (each +1, 0 where there is none), first [B,W] (piece of each word),
        sentence [B,W] (-1 = padding), form [B,W] (equal numbers = equal words but for case, 0 = padding).
    Out: see OUTPUTS; `anchors` [N,2] and `roles` [N,W,7] are the likely anchors and what each word is to them, `pairs` [M,4] and
        `relations` [M] are (window, subject word, object word, property) and its logit.
    """

    OUTPUTS = ["upos", "arcs", "labels", "names", "mentions", "coref", "factuality", "stance", "kind", "anchors", "roles", "pairs", "relations"]

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, pieces, features, first, sentence, form):
        r = self.reader
        mask = (pieces != 0).float()
        h = r.words(pieces, mask, features, first)
        arcs = r.arcs(h, sentence)
        shape = features[..., 0].gather(1, first)
        same = sameness(form, (shape >= 2) & (shape <= 4))
        coref = r.antecedents(h, same)
        stance = r.stance(h)
        live = (form > 0).float()
        some = (1 - stance.softmax(-1)[..., 0]) * live
        anchors = (some > ANCHOR_FLOOR).nonzero()
        roles = r.roles(h, anchors[:, 0], anchors[:, 1])
        scores = r.relations(h, live[..., None])
        likely = (scores > RELATION_FLOOR + UNLIKELY).nonzero()
        relations = scores[likely[:, 0], likely[:, 1], likely[:, 2], likely[:, 3]] - UNLIKELY
        pairs = likely[:, [0, 2, 3, 1]]
        return (r.upos(h).argmax(-1), arcs, r.labels(h, arcs.argmax(-1)).argmax(-1), r.names(h), r.mentions(h), coref, r.factuality(h)[..., 0],
                stance, r.kind(h), anchors, roles, pairs, relations)


def graph(reader, path):
    t, w = 40, 30
    pieces = torch.randint(1000, 2000, (1, t))
    features = torch.randint(1, 3, (1, t, 4))
    first = torch.arange(1, w + 1)[None]
    sentence = torch.zeros(1, w, dtype=torch.long)
    form = torch.randint(1, 9, (1, w))
    axes = {"pieces": {0: "B", 1: "T"}, "features": {0: "B", 1: "T"}, "first": {0: "B", 1: "W"}, "sentence": {0: "B", 1: "W"}, "form": {0: "B", 1: "W"}}
    for name in Shipped.OUTPUTS:
        axes[name] = {0: "N" if name in ("anchors", "roles") else "M" if name in ("pairs", "relations") else "B", **({} if name in ("anchors", "pairs", "relations") else {1: "W"})}
    axes["arcs"][2] = axes["coref"][2] = "W1"
    torch.onnx.export(Shipped(reader).eval(), (pieces, features, first, sentence, form), path, input_names=["pieces", "features", "first", "sentence", "form"],
                      output_names=Shipped.OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False)


def plain(path):
    """Sums before a normalisation as `Sum`: fused with it, as ONNX Runtime does with `Add`, both take twice as long."""
    model = onnx.load(path)
    normalised = {n.input[0] for n in model.graph.node if n.op_type == "LayerNormalization"}
    for node in model.graph.node:
        if node.op_type == "Add" and node.output[0] in normalised:
            node.op_type = "Sum"
    onnx.save(model, path)


def fold(path):
    """Compute once what does not depend on the input."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = path + ".folded"
    onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    os.replace(path + ".folded", path)


def halve(path, least=100_000):
    """Keep the large weights that stayed in full precision as 16-bit floats in the file; they are widened once, when it is loaded."""
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT or len(tensor.raw_data) < least:
            continue
        name = tensor.name
        tensor.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(tensor).astype("float16"), name + "_half"))
        model.graph.node.insert(0, onnx.helper.make_node("Cast", [name + "_half"], [name], to=onnx.TensorProto.FLOAT))
    onnx.checker.check_model(model)
    onnx.save(model, path)


def write_vocabulary(folder):
    open(os.path.join(folder, "vocab.txt"), "w", encoding="utf8").write(vocabulary())


def sha(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest()


def main(weights, folder, version="0.3.0"):
    state = torch.load(weights)
    reader = Reader(layers=layers_of(state))
    reader.load_state_dict(state)
    reader.eval()
    with tempfile.TemporaryDirectory() as tmp:
        full = os.path.join(tmp, "full.onnx")
        graph(reader, full)
        fold(full)
        plain(full)
        out = os.path.join(folder, "reader.onnx")
        model = onnx.load(full)
        large = {t.name for t in model.graph.initializer if len(t.raw_data) > 1_000_000}
        # Small or delicate products stay in full precision
        keep = [n.name for n in model.graph.node if n.op_type == "MatMul" and "/encoder/" not in n.name and not large & set(n.input)]
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=keep,
                         extra_options={"MatMulConstBOnly": True})
        halve(out)
        if os.environ.get("WHENCE_FULL"):
            shutil.copy(full, os.path.join(folder, "reader.full.onnx"))
    write_vocabulary(folder)
    transitions, start = reader.crf.scores()
    manifest = {
        "name": "whence-reader", "version": version,
        "files": {f: {"sha256": sha(os.path.join(folder, f)), "bytes": os.path.getsize(os.path.join(folder, f))} for f in ("reader.onnx", "vocab.txt")},
        "labels": {"upos": labels.UPOS, "deprels": labels.DEPRELS, "names": labels.NAME_TAGS, "mentions": labels.MENTIONS, "stances": labels.STANCES,
                   "kinds": labels.KINDS, "roles": labels.ROLE_TAGS, "properties": labels.PROPERTIES},
        "crf": {"start": [round(x, 4) for x in start.tolist()], "transitions": [[round(x, 4) for x in row] for row in transitions.tolist()]},
    }
    json.dump(manifest, open(os.path.join(folder, "manifest.json"), "w"), indent=1)
    print({f: v["bytes"] for f, v in manifest["files"].items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
