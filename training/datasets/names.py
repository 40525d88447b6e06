"""Named-entity data: Wikigold, WNUT-17, SEC, CrossNER politics, re3d, and our own marks on EWT's training sentences.

`names` holds [first, last, TYPE]; `names_scheme` says which types are marked throughout:
"conll" (PER ORG LOC MISC), "wnut", "politics", "places" (PER ORG LOC only; the rest is open).
"""
import glob
import json
import os

from .example import Example, detokenise, overlap_words

WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "creative-work": "WORK", "product": "OBJ"}
POLITICS = {"politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "event": "EVENT",
            "election": "EVENT", "country": "LOC", "location": "LOC", "misc": "MISC"}


def columns(path, token=0, tag=-1):
    sentence = []
    for line in open(path, encoding="utf8"):
        parts = line.split()
        if not parts or parts[0] == "-DOCSTART-":
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((parts[token], parts[tag] if len(parts) > 1 else "O"))
    if sentence:
        yield sentence


def spans_of(tags):
    """BIO or IO tags -> [first, last, type]."""
    out = []
    for k, tag in enumerate(tags):
        if tag == "O":
            continue
        prefix, kind = tag.split("-", 1)
        goes_on = out and out[-1][1] == k and out[-1][2] == kind and prefix == "I"
        if goes_on:
            out[-1][1] = k + 1
        else:
            out.append([k, k + 1, kind])
    return out


def tagged(name, path, scheme, mapping=None, chunk=12):
    sentences = list(columns(path))
    for at in range(0, len(sentences), chunk):
        part = sentences[at:at + chunk]
        text, words, ranges = detokenise([[t for t, _ in s] for s in part])
        spans = spans_of([tag for s in part for _, tag in s])
        if mapping:
            spans = [[a, b, mapping[k]] for a, b, k in spans if mapping.get(k)]
        yield Example(f"{name}:{at}", text, words, ranges, {"names": spans, "names_scheme": scheme})


def all_names(data):
    yield from tagged("wikigold", f"{data}/wikigold/CONLL-format/data/wikigold.conll.txt", "conll")
    yield from tagged("wnut17", f"{data}/wnut17/CONLL-format/data/train/wnut17train.conll", "wnut", WNUT)
    yield from tagged("sec", f"{data}/sec/CONLL-format/data/train/FIN5.txt", "conll")
    for part in ("train", "dev"):
        yield from tagged("politics-" + part, f"{data}/crossner-politics/{part}.txt", "conll", POLITICS)
    yield from re3d(data)


def re3d(data):
    """Whole documents with character offsets; nationalities are open, roles ("Minister for …") are not names."""
    for folder in sorted(glob.glob(f"{data}/re3d/*/")):
        entities = {}
        for line in open(folder + "entities.json", encoding="utf8"):
            e = json.loads(line)
            entities.setdefault(e["documentId"], []).append(e)
        for line in open(folder + "documents.json", encoding="utf8"):
            d = json.loads(line)
            kinds = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
            marks = [[e["begin"], e["end"], kinds[e["type"]]] for e in entities.get(d["_id"], [])
                     if e["type"] in kinds and any(c.isupper() for c in e["value"])
                     and not (e["type"] == "Person" and any(w in e["value"].lower().split() for w in ("minister", "secretary", "spokesman", "president", "of", "the")))]
            yield Example("re3d:" + d["_id"], d["text"], None, None, {"name_chars": marks, "names_scheme": "loose"})


def ewt_marks(path, examples):
    """Our own names on EWT's training sentences: lines `sent_index first last TYPE`, over the examples of `conllu.ewt`."""
    if not os.path.exists(path):
        return
    marks, seen = {}, set()
    for line in open(path):
        parts = line.split()
        if len(parts) == 2 and parts[0] == "read":
            a, b = map(int, parts[1].split("-"))
            seen.update(range(a, b))
        elif len(parts) == 4:
            marks.setdefault(int(parts[0]), []).append((int(parts[1]), int(parts[2]), parts[3]))
    number = 0
    for example in examples:
        inside = range(number, number + len(example.sentences))
        if all(k in seen for k in inside):
            example.layers["names"] = [[first + a, first + b, kind] for k, (first, _) in zip(inside, example.sentences) for a, b, kind in marks.get(k, [])]
            example.layers["names_scheme"] = "places"
        number += len(example.sentences)
