#!/usr/bin/env python3
"""Rebuild the plain texts that the stand-off marks in this folder point into.

    python render.py DATA_DIR OUT_DIR

DATA_DIR holds `meantime/` and `gum/` as they stand in shared/data. For every <id>.json beside this script the text goes to OUT_DIR/<id>.txt
(UTF-8, no newline at the end), and its SHA-256 is compared with the one in the JSON. Offsets in the JSON are UTF-16 code units into that text.

Rule `meantime-1` (MEANTIME, NAF-like XML): tokens by t_id, one sentence a line, an empty line after the headline (sentence 0) and the date
(sentence 1). Tokens are joined by a space, except as `glue` below says. "#" stands for the pound sign in that corpus and becomes "£"; `` and ''
become "; a "]" whose "[" the corpus lost is dropped.
Rule `gum-1` (GUM, CoNLL-U): words by SpaceAfter, sentences of a paragraph (# newpar) joined by a space, an empty line between paragraphs. A paragraph
that opens a speech (newpar_block = sp who) begins with the speaker's name and a colon; names written together are parted at capitals.
Both: a text of more than 1,000 words ends after the sentence that reaches its 800th word.
"""
import glob, hashlib, json, os, re, sys
import xml.etree.ElementTree as ET

CONTRACTION = re.compile(r"(s|m|d|t|re|ve|ll)$")
LONGEST, CUT = 1000, 800


def glue(tokens):
    """Join the tokens of one MEANTIME sentence."""
    out, tight, quotes, single, square = '', True, 0, False, 0
    for i, w in enumerate(tokens):
        prev = tokens[i - 1] if i else ''
        left = right = False  # no space before, none after
        w = w.replace('#', '£')
        if w == ']':
            if not square: continue
            square -= 1; left = True
        elif w == '[': square += 1; right = True
        elif w == '``': w = '"'; right = True
        elif w == "''": w = '"'; left = True
        elif w == '"':
            left, right, quotes = bool(quotes), not quotes, 1 - quotes
        elif w == '“': right = True
        elif w == '`': single = right = True
        elif w in ("'", '’'):
            if single or prev[-1:].isalnum():
                left = True; single = False
                right = i + 1 < len(tokens) and bool(CONTRACTION.match(tokens[i + 1]))
            else: single = right = True
        elif w == '/': left = right = True
        elif w in ('.', ',', ':', ';', '!', '?', ')', '%', '”', '...', "n't") or re.match(r"['’](s|m|d|re|ve|ll)$", w): left = True
        elif re.fullmatch(r"'\w+", w) and not w[1].isdigit(): single = True
        elif w == '(' or w[-1] in '$£€': right = True
        elif w in ("I'", "O'"): right = True
        out += ('' if left or tight else ' ') + w
        tight = right
    return out


def cut(paragraphs):
    """Apply the length rule to paragraphs of sentences."""
    if sum(len(s.split()) for p in paragraphs for s in p) <= LONGEST: return paragraphs
    out, n = [], 0
    for p in paragraphs:
        out.append([])
        for s in p:
            out[-1].append(s)
            n += len(s.split())
            if n >= CUT: return out


def meantime(path):
    sentences = {}
    for t in sorted(ET.parse(path).getroot().findall('token'), key=lambda t: int(t.get('t_id'))):
        sentences.setdefault(int(t.get('sentence')), []).append(t.text or '')
    lines = [glue(sentences[k]) for k in sorted(sentences)]
    return [[lines[0]], [lines[1]], lines[2:]], '\n'


def gum(path):
    paragraphs, words, skip, speaker, speech, fresh, text = [], [], 0, '', False, False, ''
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newpar_block'): speech = 'sp who' in line
        elif line.startswith('# newpar'): fresh, speech, speaker = True, False, ''
        elif line.startswith('# speaker = '): speaker = line[12:]
        elif re.match(r'\d', line):
            c = line.split('\t')
            if '.' in c[0] or int(c[0].split('-')[0]) <= skip: continue
            if '-' in c[0]: skip = int(c[0].split('-')[1])
            text += c[1] + ('' if 'SpaceAfter=No' in c[9] else ' ')
        elif not line and text:
            text = text.strip()
            if fresh or not paragraphs:
                paragraphs.append([])
                if speech and speaker:
                    name = re.sub(r'(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])', ' ', speaker)
                    if not text.startswith(name + ':'): text = name + ': ' + text
            paragraphs[-1].append(text)
            text, skip, fresh, speech = '', 0, False, False
    return paragraphs, ' '


def document(source, data):
    """(text, [(start, end) of each sentence]) of a source such as meantime:corpus_gm/<file> or gum:train/GUM_news_x."""
    kind, name = source.split(':', 1)
    if kind == 'meantime': paragraphs, join = meantime(os.path.join(data, 'meantime/en/intra-doc_annotation', name))
    else: paragraphs, join = gum(os.path.join(data, 'gum', name.replace('/', '/dep/') + '.conllu'))
    text, spans = '', []
    for p in cut(paragraphs):
        for i, s in enumerate(p):
            text += ('' if not text else join if i else '\n\n')
            spans.append((len(text), len(text) + len(s)))
            text += s
    return text, spans


if __name__ == '__main__':
    data, out = sys.argv[1:3]
    os.makedirs(out, exist_ok=True)
    bad = 0
    for f in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), '*.json'))):
        d = json.load(open(f, encoding='utf8'))
        text = document(d['source'], data)[0]
        if hashlib.sha256(text.encode()).hexdigest() != d['sha256']:
            bad += 1; print('text differs:', d['id'])
        open(os.path.join(out, d['id'] + '.txt'), 'w', encoding='utf8', newline='').write(text)
    sys.exit(bad > 0)
