"""Every label set of the model, in the order of its outputs. Written into model/manifest.json on export."""
UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
DEPRELS = ["acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound",
           "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
           "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
           "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"]
NAMES = ["PER", "ORG", "LOC", "EVENT", "WORK", "OBJ", "OTHER"]
NAME_TAGS = ["O"] + [f"{p}-{t}" for t in NAMES for p in "BI"]
MENTIONS = ["none", "Person", "Organization", "Place", "Event", "Work", "Group", "Object", "Other"]
STANCES = ["none", "asserts", "reports", "alleges", "believes", "doubts", "denies", "confirms", "asks", "orders", "intends", "promises", "fears", "hopes"]
KINDS = ["named", "role", "group", "work", "unnamed"]
ROLE_TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
PROPERTIES = ["CEO", "DATE_OF_BIRTH", "DATE_OF_DEATH", "DATE_FOUNDED", "CHILD_OF", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF", "FOUNDED_BY",
              "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION", "SPOUSE", "SUBSIDIARY_OF"]
