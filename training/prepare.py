"""Data sets -> aligned examples, cached. Words, pieces and features come from Whence's own TypeScript, so training sees what reading will."""
import bisect
import hashlib
import json
import os
import pickle
import subprocess
import sys

from datasets import conllu, corpus, facts, knowledgenet, litbank, names
from datasets.example import Example, overlap_words

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DATA = os.environ.get("WHENCE_DATA", os.path.join(ROOT, "..", "shared", "data"))
CORPUS = os.path.join(ROOT, "corpus")
CACHE = os.path.join(HERE, ".cache")

LIGHT = set("""a an the is are was were be been being am has have had do does did will would can could may might must shall should not n't n’t never no also
still now then already once again again just only to that of for on in about with by at from as over into against up out down off
he she it they we i you his her its their our my who which had has is ’s 's ’ve 've ’d 'd ’ll 'll ’re 're ’m 'm however later earlier further too yet so""".split())


def featurise(examples):
    """Run Whence's own tokeniser and features over the examples."""
    lines = []
    for e in examples:
        row = {"id": e.id, "text": e.text}
        if e.words is not None:
            row["words"], row["sentences"] = e.words, e.sentences
        lines.append(json.dumps(row))
    out = subprocess.run(["npx", "tsx", os.path.join(HERE, "features.ts")], input="\n".join(lines) + "\n", text=True, capture_output=True, cwd=ROOT)
    if out.returncode:
        sys.exit(out.stderr)
    for e, line in zip(examples, out.stdout.strip().split("\n"), strict=True):
        row = json.loads(line)
        assert row["id"] == e.id
        e.words, e.sentences = row["words"], row["sentences"]
        e.pieces = row["pieces"]
        e.features = list(zip(row["shape"], row["quote"], row["sentStart"], row["blockStart"]))
        units = e.text.encode("utf-16-le", "surrogatepass")
        e.forms = [units[2 * s:2 * t].decode("utf-16-le", "replace") for s, t in e.words]


def align(e):
    """Characters -> words for the layers that were given in characters."""
    layers = e.layers
    starts = [w[0] for w in e.words]

    def words(start, end):
        first = max(bisect.bisect_right(starts, start) - 1, 0)
        while first < len(e.words) and e.words[first][1] <= start:
            first += 1
        last = first
        while last < len(e.words) and e.words[last][0] < end:
            last += 1
        return [first, last] if last > first else None

    if "attribution_chars" in layers:
        out = []
        for a in layers["attribution_chars"]:
            row = {role: [r for r in (words(s, t) for s, t in sorted(a[role])) if r] for role in ("source", "cue", "content")}
            for role in row:
                merged = []
                for r in row[role]:
                    if merged and r[0] < merged[-1][1]:
                        merged[-1][1] = max(merged[-1][1], r[1])
                    else:
                        merged.append(list(r))
                row[role] = merged
            base = row["cue"] or row["source"]
            if not base or not row["content"]:
                continue
            row["anchor"] = anchor_of(e.forms, base) if row["cue"] else base[-1][1] - 1
            row["stance"], row["kind"] = a["stance"] or "asserts", a["kind"]
            out.append(row)
        layers["attributions"] = out
    if "name_chars" in layers:
        layers["names"] = [[*r, k] for r, k in ((words(s, t), k) for s, t, k in layers["name_chars"]) if r]
    if "fact_chars" in layers:
        facts_ = set()
        for a, b, c, d, p in layers["fact_chars"]:
            x, y = words(a, b), words(c, d)
            if x and y:
                facts_.add((x[1] - 1, y[1] - 1, p))
        layers["facts"] = sorted(facts_)


def anchor_of(forms, cue):
    """The word of a cue that carries the ascribing: the last word of its first piece that is not light."""
    first, last = cue[0]
    best = None
    for k in range(first, last):
        word = forms[k].lower()
        if word in LIGHT or (word.endswith("ly") and last - first > 1) or not any(c.isalnum() for c in word):
            continue
        best = k
        if word in ("according", "accused", "told"):
            break
    return last - 1 if best is None else best


def pack(examples, size=9):
    """Short passages -> one example of several blocks; facts stay inside their block."""
    for at in range(0, len(examples), size):
        part = examples[at:at + size]
        text, spans, chars, properties = "", [], [], []
        for e in part:
            start = len(text.encode("utf-16-le")) // 2
            chars += [[a + start, b + start, c + start, d + start, p] for a, b, c, d, p in e.layers["fact_chars"]]
            body = e.text.replace("\n", " ")
            text += body + "\n\n"
            spans.append([start, len(text.encode("utf-16-le")) // 2, e.layers["fact_properties"]])
        yield Example(part[0].id, text, None, None, {"fact_chars": chars, "passages": spans})


def sets(splits):
    """Every training and development set by name."""
    ewt = list(conllu.ewt(DATA, "train"))
    names.ewt_marks(os.path.join(CORPUS, "ewt", "names.txt"), ewt)
    facts.ewt_marks(os.path.join(CORPUS, "ewt", "factuality.txt"), ewt)
    out = {
        "ewt": ewt,
        "ewt-dev": list(conllu.ewt(DATA, "dev")),
        "gum": list(conllu.gum(DATA, "train")),
        "gum-dev": list(conllu.gum(DATA, "dev")),
        "names": list(names.all_names(DATA)),
        "litbank": list(litbank.litbank(DATA)),
        "litbank-dev": list(litbank.litbank(DATA, held=True)),
        "knet": list(pack(list(knowledgenet.knowledgenet(DATA, (1, 2))))),
        "corpus": list(corpus.batches(CORPUS, corpus.training_batches(CORPUS, splits))),
        "corpus-dev": list(corpus.batches(CORPUS, splits["dev"])),
        "polnear-dev": list(corpus.polnear(DATA)),
    }
    texts = os.path.join(CACHE, "real")
    if os.path.isdir(texts):
        out["real"] = list(corpus.real(CORPUS, DATA, "train", texts))
        out["real-test"] = list(corpus.real(CORPUS, DATA, "test", texts))
    return out


def prepared(splits, refresh=False, only=None):
    """-> {set name: [Example with pieces, features, forms, aligned layers]}; cached by content: delete training/.cache when words or features change."""
    os.makedirs(CACHE, exist_ok=True)
    subprocess.run([sys.executable, os.path.join(CORPUS, "real", "render.py"), DATA, os.path.join(CACHE, "real")], check=True, capture_output=True)
    out = {}
    for name, examples in sets(splits).items():
        if only and name not in only:
            continue
        key = hashlib.sha256((json.dumps([(e.id, e.text, sorted(e.layers.items(), key=lambda x: x[0])) for e in examples], default=list)).encode("utf8", "surrogatepass")).hexdigest()[:16]
        path = os.path.join(CACHE, f"{name}-{key}.pickle")
        if os.path.exists(path) and not refresh:
            out[name] = pickle.load(open(path, "rb"))
            continue
        if examples:
            featurise(examples)
        for e in examples:
            align(e)
        pickle.dump(examples, open(path, "wb"))
        out[name] = examples
    return out
