"""KnowledgeNet: passages with facts of 15 properties; a passage is exhaustively marked for the properties it lists."""
import csv

from .example import Example, utf16

PROPERTIES = ["CEO", "DATE_OF_BIRTH", "DATE_OF_DEATH", "DATE_FOUNDED", "CHILD_OF", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF", "FOUNDED_BY",
              "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION", "SPOUSE", "SUBSIDIARY_OF"]


def knowledgenet(data, folds=(1, 2)):
    passages = {}
    with open(f"{data}/knowledgenet/facts.tsv", encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["Fold"]) not in folds:
                continue
            key = (row["Doc"], row["Pass Start"])
            entry = passages.setdefault(key, {"text": row["Passage"], "facts": [], "properties": set()})
            entry["properties"].add(row["Annotated Property"])
            if row["Sbj Start"] != "-":
                base = int(row["Pass Start"])
                entry["facts"].append([int(row["Sbj Start"]) - base, int(row["Sbj End"]) - base,
                                       int(row["Obj Start"]) - base, int(row["Obj End"]) - base, row["Annotated Property"]])
    for (doc, start), entry in passages.items():
        table = utf16(entry["text"]) or range(len(entry["text"]) + 1)
        facts = [[table[a], table[b], table[c], table[d], p] for a, b, c, d, p in entry["facts"] if 0 <= a < b <= len(entry["text"]) and 0 <= c < d <= len(entry["text"])]
        yield Example(f"knet:{doc}:{start}", entry["text"], None, None, {"fact_chars": facts, "fact_properties": sorted(entry["properties"])})
