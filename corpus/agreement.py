#!/usr/bin/env python3
"""Agreement of the first and the second marks of the Whence corpus.

    python agreement.py [--plain DIR] [--list N]

Compares `second/*.txt` with the same passages (by header id) of `batches/`, and `second/real/*.json` with `real/*.json`. DIR holds the plain real
texts as `real/render.py` writes them; without it the real documents are left out. `--list N` also prints N examples of each kind of difference.
A passage whose text has changed since the second marks were set is left out and named. Prints Markdown tables (stored in `agreement.md`).

- token κ: Cohen's κ over tokens (words and single punctuation marks), in or out of a span of the role; "all" counts every attribution,
  "outermost" only those whose cue (or source, where there is no cue) lies in no other attribution's content.
- span F1: harmonic mean of precision and recall of single spans (pieces), same start and end.
- pairs: attributions joined one to one, best overlap of tokens first, where the cues (or the sources, where a side has no cue) share a token and so
  do the contents. Attribution F1, stance κ and kind κ stand on these pairs; the two κ leave out pairs where a side has none.
- chains: for each innermost content (one that holds no other attribution) the texts of its sources from outside in ("-" for none). Contents are
  joined by pairs; `found` is the F1 of innermost contents so joined, `equal` the share of those whose chains are the same text throughout.
"""
import argparse, collections, glob, hashlib, json, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
TAG = re.compile(r'\[(S|Q|C|H)([\d+]*)(?::([a-z]+))?\s')
ROLES = ('source', 'cue', 'content')


def parse(block):
    """(header, text, attributions) of one marked passage; an attribution is a dict of role -> spans, stance, kind."""
    head, _, rest = block.strip('\n').partition('\n')
    body = '\n'.join(l for l in rest.split('\n') if not l.startswith('= '))
    text, stack, atts, i = '', [], {}, 0
    while i < len(body):
        m = TAG.match(body, i)
        if m:
            stack.append((m.group(1), m.group(2), m.group(3), len(text))); i = m.end(); continue
        if body[i] == ']':
            role, numbers, label, s = stack.pop(); e = len(text)
            while s < e and text[s].isspace(): s += 1
            while e > s and text[e - 1].isspace(): e -= 1
            for n in numbers.split('+') if role != 'H' else ():
                a = atts.setdefault(n, dict(source=[], cue=[], content=[], stance=None, kind=None))
                a[{'S': 'source', 'Q': 'cue', 'C': 'content'}[role]].append((s, e))
                if role == 'Q': a['stance'] = label or a['stance']
                if role == 'S': a['kind'] = label or a['kind']
        else: text += body[i]
        i += 1
    return head, text.strip('\n'), list(atts.values())


def passages(path):
    blocks = [b for b in re.split(r'\n(?=# )', open(path, encoding='utf8').read()) if b.strip()]
    return {h.split(' | ')[0]: (t, a) for h, t, a in map(parse, blocks)}


def standoff(path, text):
    """Attributions of a stand-off file; offsets are turned from UTF-16 units into characters."""
    at, k = {}, 0
    for i, ch in enumerate(text + ' '):
        at[k] = i; k += 2 if ord(ch) > 0xFFFF else 1
    return [{**{r: [(at[s], at[e]) for s, e in a[r]] for r in ROLES}, 'stance': a['stance'], 'kind': a['kind']}
            for a in json.load(open(path, encoding='utf8'))['attributions']]


def prepare(text, atts):
    """Adds to each attribution its tokens by role, its ancestors and whether it is innermost."""
    tokens = [m.span() for m in re.finditer(r'\w+|[^\w\s]', text)]
    for a in atts:
        a['t'] = {r: {i for i, (s, e) in enumerate(tokens) if any(x < e and s < y for x, y in a[r])} for r in ROLES}
    for a in atts:
        anchor = a['cue'] or a['source']
        a['up'] = [b for b in atts if b is not a and any(x <= anchor[0][0] and anchor[0][1] <= y for x, y in b['content'])]
        a['up'].sort(key=lambda b: -len(b['t']['content']))
    for a in atts: a['inner'] = not any(a is u for b in atts for u in b['up'])
    name = lambda a: ' '.join(text[s:e] for s, e in sorted(a['source'])) or '-'
    for a in atts: a['chain'] = [name(b) for b in a['up']] + [name(a)]
    return len(tokens)


def pair(first, second):
    score = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            key = 'cue' if a['cue'] and b['cue'] else 'source'
            x, y = a['t'][key] & b['t'][key], a['t']['content'] & b['t']['content']
            if x and y: score.append((len(x) / len(a['t'][key] | b['t'][key]) + len(y) / len(a['t']['content'] | b['t']['content']), -i, -j))
    out, ui, uj = [], set(), set()
    for _, i, j in sorted(score, reverse=True):
        if i not in ui and j not in uj: out.append((first[-i], second[-j])); ui.add(i); uj.add(j)
    return out


def kappa(table):
    """Cohen's κ of a Counter of (first label, second label)."""
    n = sum(table.values())
    if not n: return float('nan')
    p = sum(v for (a, b), v in table.items() if a == b) / n
    l, r = collections.Counter(), collections.Counter()
    for (a, b), v in table.items(): l[a] += v; r[b] += v
    e = sum(l[x] * r[x] for x in l) / n / n
    return (p - e) / (1 - e) if e < 1 else 1.0


def bare_chain(a): return [x.rstrip(',') for x in a['chain']]


def f1(common, a, b): return 2 * common / (a + b) if a + b else float('nan')


def compare(docs):
    T, S, n = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), collections.Counter()
    stance, kind, diff, shown = collections.Counter(), collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for ident, text, first, second in docs:
        size = prepare(text, first); prepare(text, second); pairs = pair(first, second)
        n['docs'] += 1; n['words'] += len(text.split()); n['first'] += len(first); n['second'] += len(second); n['pairs'] += len(pairs)
        for r in ROLES:
            for scope in ('all', 'outermost'):
                one, two = (set().union(*(a['t'][r] for a in side if scope == 'all' or not a['up'])) for side in (first, second))
                T[r, scope].update((i in one, i in two) for i in range(size))
            one, two = ({s for a in side for s in a[r]} for side in (first, second))
            S[r].update(common=len(one & two), one=len(one), two=len(two))
        clip = lambda a: ' | '.join(' … '.join(text[s:e] for s, e in sorted(a[r]))[:70] or '-' for r in ROLES)

        def note(what, line): diff[what] += 1; shown[what].append(ident + ': ' + line)
        for side, k, what in ((first, 0, 'first'), (second, 1, 'second')):
            for a in side:
                if not any(a is p[k] for p in pairs): note(f'attribution only in the {what} marks', clip(a))
        for a, b in pairs:
            if a['stance'] and b['stance']: stance[a['stance'], b['stance']] += 1
            if a['kind'] and b['kind']: kind[a['kind'], b['kind']] += 1
            for r in ROLES:
                if sorted(a[r]) == sorted(b[r]): continue
                bare = [sorted((s, e - (text[e - 1] == ',')) for s, e in x[r]) for x in (a, b)]
                what = ' on one side only' if not a[r] or not b[r] else ' borders: trailing comma' if bare[0] == bare[1] else ' borders'
                note(r + what, clip(a) + '  ≠  ' + clip(b))
            for x in ('stance', 'kind'):
                if a[x] and b[x] and a[x] != b[x]: note('other ' + x, f'{a[x]} ≠ {b[x]}: {clip(a)}')
            if a['inner'] and b['inner']: n['inner'] += 1; n['equal'] += a['chain'] == b['chain']; n['bare'] += bare_chain(a) == bare_chain(b)
        n['i1'] += sum(a['inner'] for a in first); n['i2'] += sum(a['inner'] for a in second)
    value = [n['docs'], n['words'], f"{n['first']} / {n['second']}"] + [kappa(T[r, s]) for s in ('all', 'outermost') for r in ROLES]
    value += [f1(S[r]['common'], S[r]['one'], S[r]['two']) for r in ROLES] + [f1(n['pairs'], n['first'], n['second']), kappa(stance), kappa(kind)]
    value += [f1(n['inner'], n['i1'], n['i2']), n['equal'] / max(1, n['inner']), n['bare'] / max(1, n['inner'])]
    return value, diff, stance, kind, shown


def main():
    arg = argparse.ArgumentParser(); arg.add_argument('--plain'); arg.add_argument('--list', type=int, default=0); arg = arg.parse_args()
    made, real, left = [], [], []
    for path in sorted(glob.glob(HERE + '/second/*.txt')):
        one, two = passages(HERE + '/batches/' + os.path.basename(path)), passages(path)
        for ident, (text, atts) in two.items():
            if ident in one and one[ident][0] == text: made.append((ident, text, one[ident][1], atts))
            else: left.append(ident)
    for path in sorted(glob.glob(HERE + '/second/real/*.json')) if arg.plain else ():
        name = os.path.basename(path); text = open(f'{arg.plain}/{name[:-5]}.txt', encoding='utf8').read()
        if hashlib.sha256(text.encode()).hexdigest() != json.load(open(path))['sha256']: left.append(name); continue
        real.append((name[:-5], text, standoff(f'{HERE}/real/{name}', text), standoff(path, text)))
    rows = ['texts', 'words', 'attributions, first / second'] + [f'token κ, {s}: {r}' for s in ('all', 'outermost') for r in ROLES]
    rows += [f'span F1, exact: {r}' for r in ROLES] + ['attribution F1 (pairs)', 'stance κ', 'source kind κ', 'innermost contents found, F1', 'chains equal', 'chains equal, trailing commas aside']
    parts = [('invented', made)] + ([('real', real)] if real else []); got = [compare(d) for _, d in parts]
    show = lambda v: f'{v:.3f}' if isinstance(v, float) else str(v)
    print('| | ' + ' | '.join(k for k, _ in parts) + ' |\n|---|' + '---:|' * len(parts))
    for i, r in enumerate(rows): print(f'| {r} | ' + ' | '.join(show(g[0][i]) for g in got) + ' |')
    print('\n| difference | ' + ' | '.join(k for k, _ in parts) + ' |\n|---|' + '---:|' * len(parts))
    total = sum((g[1] for g in got), collections.Counter())
    for what, _ in total.most_common(): print(f'| {what} | ' + ' | '.join(str(g[1][what]) for g in got) + ' |')
    for label, k in (('stances', 2), ('kinds', 3)):
        c = sum((g[k] for g in got), collections.Counter())
        print(f'\nCommonest unequal {label} (first – second): ' + ', '.join([f'{a} – {b} {v}' for (a, b), v in c.most_common() if a != b][:9]))
    if left: print('\nLeft out, the text has changed: ' + ', '.join(left))
    for what, _ in total.most_common() if arg.list else ():
        print('\n## ' + what)
        for g in got:
            for line in g[4][what][:arg.list]: print('- ' + line)


if __name__ == '__main__': main()
