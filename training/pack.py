"""Carry weights between machines in small files: large matrices of the encoder in 8 bits with a scale for every 64 numbers, the rest in 16.

    python training/pack.py weights.pt FOLDER [WITHOUT]    -> FOLDER/NAME.0, .1 … of at most 15 MB
    python training/pack.py --open FOLDER/NAME weights.pt
"""
import io
import os
import sys

import torch

PART, GROUP = 15_000_000, 64


def pack(state, without=""):
    out = {}
    for name, w in state.items():
        if name == without:
            continue
        if name.startswith("encoder.") and w.dim() == 2 and w.numel() > 100_000:
            groups = w.float().reshape(len(w), -1, GROUP)
            scale = (groups.abs().amax(2, keepdim=True).clamp(min=1e-9) / 127).half()
            out[name] = ((groups / scale.float()).round().clamp(-127, 127).to(torch.int8).cpu(), scale.cpu())
        else:
            out[name] = w.half().cpu() if w.is_floating_point() else w.cpu()
    return out


def unpack(state):
    matrix = lambda values, scale: (values.float() * scale.float()).flatten(1)
    return {name: matrix(*w) if isinstance(w, tuple) else w.float() if w.is_floating_point() else w for name, w in state.items()}


def main(*args):
    if args[0] == "--open":
        parts = sorted((f for f in os.listdir(os.path.dirname(args[1])) if f.rsplit(".", 1)[0] == os.path.basename(args[1])), key=lambda f: int(f.rsplit(".", 1)[1]))
        data = b"".join(open(os.path.join(os.path.dirname(args[1]), f), "rb").read() for f in parts)
        torch.save(unpack(torch.load(io.BytesIO(data))), args[2])
        return
    weights, folder, *without = args
    data = io.BytesIO()
    torch.save(pack(torch.load(weights, map_location="cpu"), *without), data)
    data = data.getvalue()
    name = os.path.basename(os.path.dirname(os.path.abspath(weights))) + "-" + os.path.basename(weights).removesuffix(".pt")
    for k in range(0, len(data), PART):
        open(os.path.join(folder, f"{name}.{k // PART}"), "wb").write(data[k:k + PART])


if __name__ == "__main__":
    main(*sys.argv[1:])
