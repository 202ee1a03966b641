"""clinlp and medspaCy on the same texts, when they are installed.

Reads one JSON object from standard input: {"texts": [...], "gold": [{"text", "triage"}], "words": [...], "peer"}.
Writes one JSON object: name, version, seconds for the texts, and detection counts on the gold reports.
A report counts as found when one word is present, of the patient, and not denied; the peers' own rules decide.
"""

import json
import sys
import time
from importlib.metadata import version


def clinlp_reader(words):
    import spacy
    import clinlp  # noqa: F401  (registers the language and its components)
    from clinlp.ie import Term

    nlp = spacy.blank("clinlp")
    nlp.add_pipe("clinlp_normalizer")
    nlp.add_pipe("clinlp_sentencizer")
    matcher = nlp.add_pipe("clinlp_rule_based_entity_matcher", config={"attr": "NORM"})
    matcher.add_terms_from_dict({"fracture": [Term(phrase=word) for word in words]})
    nlp.add_pipe("clinlp_context_algorithm", config={"phrase_matcher_attr": "NORM"})

    def detects(text):
        document = nlp(text)
        for span in document.spans.get("ents", []):
            values = {str(q["value"] if isinstance(q, dict) else getattr(q, "value", q)) for q in getattr(span._, "qualifiers_dict", [])}
            if not values & {"Absent", "Family", "Other"}:
                return True
        return False

    return detects


def medspacy_reader(words):
    import medspacy
    from medspacy.ner import TargetRule

    nlp = medspacy.load()
    nlp.get_pipe("medspacy_target_matcher").add([TargetRule(word, "FRACTURE") for word in words])

    def detects(text):
        return any(not ent._.is_negated and not ent._.is_family for ent in nlp(text).ents)

    return detects


def main():
    task = json.load(sys.stdin)
    reader = {"clinlp": clinlp_reader, "medspacy": medspacy_reader}[task["peer"]](task["words"])
    for text in task["texts"][:50]:
        reader(text)
    started = time.perf_counter()
    for text in task["texts"]:
        reader(text)
    seconds = time.perf_counter() - started
    found = [bool(reader(report["text"])) for report in task["gold"]]
    print(json.dumps({"version": version(task["peer"]), "seconds": seconds, "found": found}))


main()
