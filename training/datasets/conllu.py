"""Universal Dependencies treebanks: UD English-EWT and GUM's dependency layer, with GUM's mentions and coreference."""
import glob
import os
import re

from .example import Example, utf16

GUM_TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event", "object": "Object",
             "abstract": "Other", "time": None, "plant": "Object", "animal": "Object", "substance": "Object"}


def documents(path):
    """Yield (doc id, [(new paragraph?, rows)]) from a CoNLL-U file; rows are the word lines' columns."""
    doc, out, par, rows = None, [], True, []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if out:
                yield doc, out
            doc, out, par = line.split("=")[-1].strip(), [], True
        elif line.startswith("# newpar") and "block" not in line:
            par = True
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif "-" in columns[0]:
                rows.append(columns)
        elif not line and rows:
            out.append((par, rows))
            par, rows = False, []
    if rows:
        out.append((par, rows))
    if out:
        yield doc, out


def layout(sentences):
    """CoNLL-U rows -> text, words, sentence ranges, and the columns of each word."""
    text, words, ranges, columns = "", [], [], []
    for number, (par, rows) in enumerate(sentences):
        first = len(words)
        if number:
            text = text.rstrip(" ") + ("\n\n" if par else " ")
        inside = 0  # words left of a multiword token, whose characters they share
        for row in rows:
            if "-" in row[0]:
                a, b = map(int, row[0].split("-"))
                multi, inside, at, part = row, b - a + 1, len(text), 0
                text += row[1]
                after = "SpaceAfter=No" in row[9]
                continue
            if inside:
                start = at + part
                length = min(len(row[1]), max(len(multi[1]) - part, 0))
                if inside == 1:
                    length = len(multi[1]) - part
                words.append([start, start + max(length, 1)])
                part += length
                inside -= 1
                if inside == 0 and not after:
                    text += " "
            else:
                words.append([len(text), len(text) + len(row[1])])
                text += row[1]
                if "SpaceAfter=No" not in row[9]:
                    text += " "
            columns.append((row, first))
        ranges.append([first, len(words)])
    table = utf16(text)
    if table:
        words = [[table[s], table[e]] for s, e in words]
    return text, words, ranges, columns


def syntax(columns, ranges):
    heads = [-1 if int(r[6]) == 0 else first + int(r[6]) - 1 for r, first in columns]
    return {"upos": [r[3] for r, _ in columns], "heads": heads, "deprels": [r[7] for r, _ in columns]}


def ewt(data, part, chunk=40):
    """UD English-EWT; every `chunk` sentences of a document are one example, so that windows have context."""
    for doc, sentences in documents(os.path.join(data, "ud-ewt", part + ".conllu")):
        for k in range(0, len(sentences), chunk):
            text, words, ranges, columns = layout(sentences[k:k + chunk])
            yield Example(f"ewt:{doc}:{k}", text, words, ranges, syntax(columns, ranges))


def gum(data, part):
    """GUM: syntax, mentions with types (from the Entity column) and OntoGUM coreference."""
    for path in sorted(glob.glob(os.path.join(data, "gum", part, "dep", "*.conllu"))):
        name = os.path.basename(path)[:-7]
        (_, sentences), = documents(path)
        text, words, ranges, columns = layout(sentences)
        layers = syntax(columns, ranges)
        spans = entity_spans([c[0][9] for c in columns])
        types = [None] * len(words)
        names = []
        for first, last, kind in spans:
            head = head_in_tree(layers["heads"], first, last)
            whence = GUM_TYPES.get(kind)
            if whence:
                types[head] = whence
                if layers["upos"][head] == "PROPN":
                    # the name proper: the run of proper nouns around the head
                    a = b = head
                    flat = lambda k: layers["upos"][k] == "PROPN" or columns[k][0][1].lower() in {"of", "the", "and", "&", "-"}
                    while b + 1 < last and flat(b + 1):
                        b += 1
                    while a - 1 >= first and flat(a - 1):
                        a -= 1
                    while layers["upos"][a] != "PROPN":
                        a += 1
                    while layers["upos"][b] != "PROPN":
                        b -= 1
                    names.append([a, b + 1, {"Person": "PER", "Organization": "ORG", "Place": "LOC"}.get(whence, "MISC")])
        layers["mention_types"] = types
        layers["names"] = names
        layers["names_scheme"] = "loose"  # types of names come from mentions: boundaries are only nearly right
        coref = os.path.join(data, "gum", part, "coref", name + ".conll")
        clusters = conll_clusters([l.rstrip("\n").split("\t")[-1] for l in open(coref, encoding="utf8") if "\t" in l])
        layers["coref"] = [[[a, b, head_in_tree(layers["heads"], a, b)] for a, b in c] for c in clusters]
        yield Example("gum:" + name, text, words, ranges, layers)


def entity_spans(misc):
    """GUM's Entity brackets -> [(first, last, type)]."""
    out, stack = [], {}
    for k, cell in enumerate(misc):
        m = re.search(r"Entity=([^|]*)", cell)
        if not m:
            continue
        for part in re.findall(r"\((?:\d+|e\d+)-[a-z]+[^()]*\)?|\d+(?:\[[^\]]*\])?\)", m[1]):
            if part.startswith("("):
                ident, kind = part[1:].rstrip(")").split("-")[:2]
                if part.endswith(")"):
                    out.append((k, k + 1, kind))
                else:
                    stack.setdefault(ident, []).append((k, kind))
            else:
                ident = part.rstrip(")").split("[")[0]
                if stack.get(ident):
                    first, kind = stack[ident].pop()
                    out.append((first, k + 1, kind))
    return out


def conll_clusters(cells):
    """CoNLL-2012 coreference column -> clusters of [first, last)."""
    clusters, stack = {}, {}
    for k, cell in enumerate(cells):
        for opening, number, closing in re.findall(r"(\()?(\d+)(\))?", cell):
            if opening and closing:
                clusters.setdefault(number, []).append([k, k + 1])
            elif opening:
                stack.setdefault(number, []).append(k)
            elif closing and stack.get(number):
                clusters.setdefault(number, []).append([stack[number].pop(), k + 1])
    return [sorted(c) for c in clusters.values()]


def head_in_tree(heads, first, last):
    """The word of a span that is governed from outside it."""
    for k in range(first, last):
        if not first <= heads[k] < last:
            return k
    return last - 1
