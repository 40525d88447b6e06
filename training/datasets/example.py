"""The one shape every data set is read into: a document's words and whatever layers it is marked with.

Word ranges are [first, last) indices into `words`; characters are UTF-16 units into `text`
(the texts read here are almost all inside the basic plane; the few that are not are converted).
"""
from dataclasses import dataclass, field


@dataclass
class Example:
    id: str
    text: str
    words: list | None = None  # [[start, end]]; None: to be tokenised by Whence itself
    sentences: list | None = None  # [[first, last]]; None: to be found by Whence itself
    layers: dict = field(default_factory=dict)
    weight: float = 1.0


NO_SPACE_BEFORE = set(".,;:!?)]}%’”") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''"}
NO_SPACE_AFTER = set("([{$€£“‘") | {"``"}


def detokenise(sentences, paragraph_every=0):
    """Sentences (lists of tokens) -> text, word spans, sentence ranges, joined as print would."""
    text, words, ranges = "", [], []
    for number, tokens in enumerate(sentences):
        first = len(words)
        if text:
            text += "\n\n" if paragraph_every and number % paragraph_every == 0 else " "
        previous = None
        open_quote = False
        for token in tokens:
            shown = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}.get(token, token)
            closing = shown == '"' and open_quote
            glue = previous is None or shown in NO_SPACE_BEFORE or previous in NO_SPACE_AFTER or closing or previous == '"open'
            if not glue:
                text += " "
            words.append([len(text), len(text) + len(shown)])
            text += shown
            previous = shown
            if shown == '"':
                open_quote = not open_quote
                previous = '"open' if open_quote else '"'
        ranges.append([first, len(words)])
    return text, words, ranges


def utf16(text):
    """Code-point offset -> UTF-16 offset, as a list one longer than the text; None when they are equal."""
    if all(ord(c) < 0x10000 for c in text):
        return None
    at, table = 0, []
    for c in text:
        table.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    return table + [at]


def head_of(tokens, first, last):
    """The head word of a noun phrase without a parse: the last word before a postmodifier."""
    stops = {"of", "in", "who", "which", "that", "from", "with", "by", ",", "to", "for", "on", "at", "whose", "(", "--", "and", ";", "as", "whom", "where", "about", "between", "against"}
    for k in range(first + 1, last):
        if tokens[k].lower() in stops:
            # a possessive goes on: "the daughter of", but also "the king 's son"
            return k - 1
    end = last - 1
    while end > first and tokens[end] in {"'s", "’s", "'", "."}:
        end -= 1
    return end


def overlap_words(words, start, end):
    """Indices [first, last) of the words that share a character with [start, end); None when none do."""
    hit = [k for k, (s, e) in enumerate(words) if s < end and start < e]
    return [hit[0], hit[-1] + 1] if hit else None
