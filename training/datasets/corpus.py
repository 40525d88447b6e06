"""Our own corpus: marked passages (corpus/batches) and real texts by stand-off (corpus/real)."""
import glob
import json
import os
import re

from .example import Example, utf16

TAG = re.compile(r"\[(S|Q|C|H)([\d+]*)(?::([a-z]+))?\s")
ROLES = {"S": "source", "Q": "cue", "C": "content"}


def parse(block):
    """One passage in the notation of corpus/README.md -> (header, text, attributions by number, hedges)."""
    lines = block.strip("\n").split("\n")
    body = "\n".join(l for l in lines[1:] if not l.startswith("= "))
    text, stack, attributions, hedges, i = "", [], {}, [], 0
    while i < len(body):
        m = TAG.match(body, i)
        if m:
            stack.append((m[1], m[2], m[3], len(text)))
            i = m.end()
            continue
        c = body[i]
        i += 1
        if c == "]":
            role, numbers, label, start = stack.pop()
            end = len(text)
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if role == "H":
                hedges.append([start, end])
                continue
            for n in numbers.split("+"):
                a = attributions.setdefault(n, {"source": [], "cue": [], "content": [], "stance": None, "kind": None})
                a[ROLES[role]].append([start, end])
                if role == "Q" and label:
                    a["stance"] = label
                if role == "S" and label:
                    a["kind"] = label
        else:
            text += c
    return lines[0], text, attributions, hedges


def training_batches(corpus, splits):
    """Every batch that is not held out."""
    names = sorted(os.path.basename(p)[:-4] for p in glob.glob(os.path.join(corpus, "batches", "*.txt")))
    return [n for n in names if n not in splits["dev"] + splits["test"]]


def batches(corpus, names):
    for name in names:
        content = open(os.path.join(corpus, "batches", name + ".txt"), encoding="utf8").read()
        for block in re.split(r"\n(?=# )", content):
            if not block.strip():
                continue
            header, text, attributions, hedges = parse(block)
            yield example("corpus:" + header[2:].split("|")[0].strip(), text, list(attributions.values()), hedges)


def real(corpus, data, split, texts):
    """Stand-off marks on real texts; `texts` is the folder that corpus/real/render.py filled."""
    for path in sorted(glob.glob(os.path.join(corpus, "real", "*.json"))):
        mark = json.load(open(path, encoding="utf8"))
        if mark["split"] != split:
            continue
        text = open(os.path.join(texts, mark["id"] + ".txt"), encoding="utf8").read()
        yield example("real:" + mark["id"], text, mark["attributions"], mark.get("hedges", []), converted=True)


def example(id, text, attributions, hedges, converted=False):
    table = None if converted else utf16(text)
    if table:
        for a in attributions:
            for role in ("source", "cue", "content"):
                a[role] = [[table[s], table[e]] for s, e in a[role]]
    return Example(id, text, None, None, {"attribution_chars": attributions, "hedge_chars": hedges})


def polnear(data):
    """PolNeAR's dev part, for measuring only. Flat."""
    base = f"{data}/eval-only/polnear-dev/"
    seen = {}
    for f in sorted(os.listdir(base + "attributions")):
        text_name = f[:-4]
        stem = text_name
        if stem not in seen:
            seen[stem] = f
    for f in sorted(os.listdir(base + "text")):
        stem = f[:-4] if f.endswith(".txt") else f
        hits = [a for a in sorted(os.listdir(base + "attributions")) if a.startswith(stem)]
        if not hits:
            continue
        text = open(base + "text/" + f, encoding="utf8", newline="").read()
        spans, events = {}, {}
        for line in open(base + "attributions/" + hits[0], encoding="utf8", newline="").read().split("\n"):
            m = re.match(r"^(T\d+)\t(\S+) ([\d; ]+)\t", line)
            if m and m[2] in ("Source", "Cue", "Content"):
                spans[m[1]] = (m[2].lower(), [tuple(map(int, p.split())) for p in m[3].split(";")])
            m = re.match(r"^(E\d+)\t(.*)", line)
            if m:
                events[m[1]] = [p.split(":")[1] for p in m[2].split() if ":" in p]
        attributions = []
        for members in events.values():
            a = {"source": [], "cue": [], "content": [], "stance": None, "kind": None}
            for t in members:
                if t in spans:
                    a[spans[t][0]] += [list(s) for s in spans[t][1]]
            if a["content"] or a["source"] or a["cue"]:
                attributions.append(a)
        used = {t for members in events.values() for t in members}
        loose = [v for k, v in spans.items() if k not in used]
        ex = example("polnear:" + stem, text, attributions, [])
        ex.layers["loose"] = [[r, [list(x) for x in s]] for r, s in loose]
        yield ex
