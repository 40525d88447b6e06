"""Our own factuality marks on EWT's training sentences, on the scale of UDS (White et al. 2016): -3 did not happen … 3 happened."""
import os


def ewt_marks(path, examples):
    """Lines `sentence_index word_index value` (both from 0), over the examples of `conllu.ewt`."""
    if not os.path.exists(path):
        return
    marks = {}
    for line in open(path):
        parts = line.split()
        if len(parts) == 3:
            marks.setdefault(int(parts[0]), []).append((int(parts[1]), float(parts[2])))
    number = 0
    for example in examples:
        values = [[first + word, value] for k, (first, last) in enumerate(example.sentences) for word, value in marks.get(number + k, []) if first + word < last]
        if values:
            example.layers["factuality"] = values
        number += len(example.sentences)
