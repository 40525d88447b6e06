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
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import labels
from encoder import HEADS, WIDTH
from reader import Reader
from windows import sameness

# What is certainly nothing stays inside the graph: only likely anchors and relations come out.
ANCHOR_FLOOR = 0.2
RELATION_FLOOR = -1.5


class Shipped(nn.Module):
    """The graph that Whence runs. B windows of T pieces and W words.

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
        scores = r.relations(h) - 5.0 + (live[:, :, None, None] * live[:, None, :, None] - 1) * 1e4
        pairs = (scores > RELATION_FLOOR).nonzero()
        relations = scores[pairs[:, 0], pairs[:, 1], pairs[:, 2], pairs[:, 3]]
        return (r.upos(h).argmax(-1), arcs, r.labels(h, arcs.argmax(-1)).argmax(-1), r.names(h), r.mentions(h), coref, r.factuality(h)[..., 0],
                stance, r.kind(h), anchors, roles, pairs, relations)


def graph(reader, path):
    t, w = 40, 30
    pieces = torch.randint(1000, 2000, (2, t))
    features = torch.randint(1, 3, (2, t, 4))
    first = torch.arange(1, w + 1).expand(2, -1).contiguous()
    sentence = torch.zeros(2, w, dtype=torch.long)
    form = torch.randint(1, 9, (2, w))
    axes = {"pieces": {0: "B", 1: "T"}, "features": {0: "B", 1: "T"}, "first": {0: "B", 1: "W"}, "sentence": {0: "B", 1: "W"}, "form": {0: "B", 1: "W"}}
    for name in Shipped.OUTPUTS:
        axes[name] = {0: "N" if name in ("anchors", "roles") else "M" if name in ("pairs", "relations") else "B", **({} if name in ("anchors", "pairs", "relations") else {1: "W"})}
    axes["arcs"][2] = axes["coref"][2] = "W1"
    torch.onnx.export(Shipped(reader).eval(), (pieces, features, first, sentence, form), path, input_names=["pieces", "features", "first", "sentence", "form"],
                      output_names=Shipped.OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False)


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


def sha(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest()


def main(weights, folder, version="0.2.0"):
    reader = Reader()
    reader.load_state_dict(torch.load(weights))
    reader.eval()
    with tempfile.TemporaryDirectory() as tmp:
        full = os.path.join(tmp, "full.onnx")
        graph(reader, full)
        out = os.path.join(folder, "reader.onnx")
        keep = []  # small or delicate products stay in full precision
        for node in onnx.load(full).graph.node:
            if node.op_type == "MatMul" and "/encoder/" not in node.name:
                keep.append(node.name)
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=keep,
                         extra_options={"MatMulConstBOnly": True})
        halve(out)
        if os.environ.get("WHENCE_FULL"):
            shutil.copy(full, os.path.join(folder, "reader.full.onnx"))
    vocabulary = os.path.join(os.path.dirname(__import__("train").minilm()), "vocab.txt")
    shutil.copy(vocabulary, os.path.join(folder, "vocab.txt"))
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
