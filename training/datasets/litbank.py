"""LitBank: coreference with singletons and nested entities in 100 literary texts. Every tenth file is held out."""
import glob
import os

from .conllu import conll_clusters
from .example import Example, detokenise, head_of

TYPES = {"PER": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "VEH": "Object"}


def litbank(data, held=False, fold=10):
    files = sorted(glob.glob(f"{data}/litbank/coref/conll/*.conll"))
    for number, path in enumerate(files):
        if (number % fold == 0) != held:
            continue
        sentences, current, cells = [], [], []
        for line in open(path, encoding="utf8"):
            parts = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if len(parts) < 5:
                if current:
                    sentences.append(current)
                current = []
                continue
            current.append(parts[3])
            cells.append(parts[-1])
        if current:
            sentences.append(current)
        tokens = [t for s in sentences for t in s]
        text, words, ranges = detokenise(sentences)
        types = [None] * len(words)
        tsv = f"{data}/litbank/entities/tsv/" + os.path.basename(path)[:-6] + ".tsv"
        rows = [l.rstrip("\n").split("\t") for l in open(tsv, encoding="utf8") if l.strip()]
        names = []
        if len(rows) == len(tokens):
            for depth in range(1, 5):
                start = None
                for k in range(len(rows) + 1):
                    tag = rows[k][depth] if k < len(rows) and len(rows[k]) > depth and rows[k][depth] else "O"
                    if start is not None and not tag.startswith("I-"):
                        types[head_of(tokens, start, k)] = TYPES.get(kind, "Other")
                        start = None
                    if tag.startswith("B-"):
                        start, kind = k, tag[2:]
        clusters = [[[a, b, head_of(tokens, a, b)] for a, b in c] for c in conll_clusters(cells)]
        yield Example("litbank:" + os.path.basename(path)[:-11], text, words, ranges,
                      {"coref": clusters, "mention_types": types, "mentions_partial": True})
