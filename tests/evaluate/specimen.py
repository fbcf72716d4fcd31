"""A gold of eight headers in three printouts of two files, and an export with errors of every kind, both invented and written by hand.

What each error costs is worked out in ``test_figures.py``.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def redacted(unit: str | None = None, domain: str | None = None) -> Json:
    """Write a redacted person as a gold does."""
    return {"redacted": True, "name": None, "unit": unit, "email_domain": domain}


def named(name: str) -> Json:
    """Write a named person as a gold does."""
    return {"redacted": False, "name": name, "unit": None, "email_domain": None}


def gold_message(id_: str, printout: str, first: int, sender: Json, sent: str, **keys: Any) -> Json:
    """Write a message as a gold does; its header has five lines."""
    told = {
        "source": "b.txt" if printout == "p3" else "a.txt",
        "header": [first, first + 4],
        "from": sender,
        "sent": sent,
        "cc": [],
        **keys,
    }
    absent: Json = {"to": [], "prefixes": [], "attachments": [], "subject": None, "sent_in_context": None, "body": None, "unsure": []}
    return {"id": id_, "printout": printout, "depth": 0, "relation": None, "parent": None, "same_as": None, **absent, **told}


def gold() -> Json:
    """Write the gold."""
    plan, budget = "Planning kade", "Begroting"
    return {
        "printouts": [
            {"id": "p1", "first_line": 1, "last_line": 29, "number": None},
            {"id": "p2", "first_line": 30, "last_line": 70, "number": None},
            {"id": "p3", "first_line": 1, "last_line": 60, "number": "3"},
        ],
        "messages": [
            gold_message("g1", "p1", 1, redacted("DG/KADE"), "2021-03-01T11:02", to=[named("Bos, A.")], prefixes=["RE"], subject=plan,
                         parent="g2", relation="reply", body=[[6, 8]]),
            gold_message("g2", "p1", 10, named("Bos, A."), "2021-03-01T09:30", to=[redacted("DG/KADE")], cc=[redacted("DG/SLUIS")],
                         subject=plan, attachments=["plan.docx"], body=[[15, 17]]),
            gold_message("g3", "p2", 30, redacted(domain="oever.nl"), "2021-03-0?T12:00", sent_in_context="2021-03-02T12:00",
                         to=[redacted()], prefixes=["FW"], parent="g4", relation="forward"),
            gold_message("g4", "p2", 40, named("Bos, A."), "2021-03-01T09:30", to=[redacted("DG/KADE")], same_as="g2", unsure=["cc"],
                         attachments=["plan.docx"], body=[[45, 46]]),
            gold_message("g8", "p2", 60, redacted("DG/KADE"), "2021-03-04T08:15", to=[named("Dam, C.")], prefixes=["RE"], subject=plan,
                         attachments=["kaart.pdf"], parent="g3", relation="reply", body=[[65, 66]]),
            gold_message("g5", "p3", 1, redacted(), "2021-03-03T??:??", to=[redacted("DG/KADE"), named("Dam, C.")], prefixes=["RE"],
                         subject=budget, parent="g6", relation="reply", body=[[5, 6]]),
            gold_message("g6", "p3", 8, redacted("DG/SLUIS"), "2021-03-02T16:00", to=[redacted()], subject=budget, body=[[13, 14]],
                         unsure=["to", "body"]),
            gold_message("g7", "p3", 20, redacted(), "2021-02-28T10:00", subject="Begroting 2021", parent="g5", relation="reply",
                         unsure=["from", "parent"]),
        ],
        "missing": [{"child": "g7", "kind": "removed"}, {"child": "g8", "kind": "prefix"}],
        "blank": [7, 16],
    }  # fmt: skip


def marks() -> list[Json]:
    """Write the redaction marks of the gold."""
    return [
        {"line": 3, "raw": "102e", "law": "Wob", "ground": "10.2.e", "place": "person", "sure": True},
        {"line": 3, "raw": "1O2e", "law": "Wob", "ground": "10.2.e", "place": "person", "sure": True},
        {"line": 12, "raw": "11", "law": "Wob", "ground": "11.1", "place": "passage", "sure": True},
        {"line": 30, "raw": "521", "law": "Woo", "ground": "5.2.1", "place": "passage", "sure": False},
    ]


def person(kind: str, node: str, **keys: Any) -> Json:
    """Write a person as an export does."""
    return {"kind": kind, "name": None, "unit": None, "domain": None, "node": node, **keys}


def copy_(source: str, first: int, last: int, sender: Json | None, **keys: Any) -> Json:
    """Write a printed copy as an export does."""
    told = {"source": source, "header": {"first_line": first, "last_line": last, "lines": []}, "from": sender, **keys}
    return {"id": f"{source}:{first}", "to": [], "cc": [], "prefixes": [], "attachments": [], "body": [], **told}


def message(id_: str, sent: str, subject: str | None, *witnesses: Json) -> Json:
    """Write a message as an export does."""
    return {"id": id_, "sent": {"value": None, "pattern": sent}, "subject": {"clean": subject}, "witnesses": list(witnesses)}


def body(first: int, last: int) -> list[Json]:
    """Write the lines of a body as an export does."""
    return [{"first_line": first, "last_line": last}]


def export() -> Json:
    """Write the export."""
    bos = person("named", "bos", name="Bos, A.")
    kade, sluis = {"unit": "DG/KADE"}, {"unit": "DG/SLUIS"}
    attached = [{"name": "plan.docx", "raw": "plan.docx"}]
    misread = [{"name": "plam.docx", "raw": "plam.docx"}]
    return {
        "format": "lvvthreads/1",
        "generator": {"name": "lvvthreads", "version": "9.9"},
        "sources": [{"id": "A", "name": "a.txt", "lines": 70}, {"id": "B", "name": "b.txt", "lines": 60}],
        "messages": [
            message("m1", "2021-03-01T11:02", "Planning kade",
                    copy_("A", 1, 5, person("redacted", "n1", **kade), to=[bos], prefixes=["RE"], body=body(6, 8))),
            message("m2", "2021-03-01T09:30", "Planning kade",
                    copy_("A", 10, 14, bos, to=[person("redacted", "n2", **kade)], cc=[person("redacted", "n3", **sluis)],
                          attachments=attached, body=body(15, 18)),
                    copy_("A", 41, 44, person("named", "bos", name="Bos A"), cc=[person("redacted", "n3")],
                          attachments=misread, body=body(45, 45))),
            message("m3", "2021-03-03T12:00", None,
                    copy_("A", 30, 34, person("redacted", "n4", domain="oever.nl"), to=[person("redacted", "n4")], prefixes=["FW"])),
            message("m4", "2021-03-03T14:00", "Begroting",
                    copy_("B", 1, 5, person("unreadable", "n8"), to=[person("redacted", "n5", **kade)], body=body(5, 6)),
                    copy_("B", 8, 12, person("redacted", "n6", unit="DG/WEG", name="Kok, E."), to=[person("redacted", "n5")])),
            message("m5", "2021-02-28T??:??", "Begroting 2O21", copy_("B", 21, 23, None)),
            message("m6", "2021-02-01T09:00", "Lunch",
                    copy_("B", 50, 53, person("redacted", "n9"), to=[bos, person("redacted", "n10")], attachments=attached)),
        ],
        "people": [],
        "links": [
            {"child": "m1", "parent": "m2", "kind": "forward"},
            {"child": "m3", "parent": "m2", "kind": "forward"},
            {"child": "m4", "parent": "m6", "kind": "reply"},
            {"child": "m5", "parent": "m1", "kind": "reply"},
        ],
        "threads": [
            {"id": "t1", "messages": ["m1", "m2"]},
            {"id": "t2", "messages": ["m4", "m5"]},
            {"id": "t3", "messages": ["m3"]},
        ],
        "missing": [
            {"child": "m5", "kind": "removed"},
            {"child": "m4", "kind": "prefix"},
            {"child": "m6", "kind": "prefix"},
        ],
        "redactions": [
            {"source": "A", "line": 3, "ground": "10.2.e"},
            {"source": "A", "line": 12, "ground": "11.1"},
            {"source": "A", "line": 30, "ground": "5.2.1"},
            {"source": "A", "line": 41, "ground": "10.2.e"},
            {"source": "A", "line": 50, "ground": None},
        ],
        "ledger": [],
    }  # fmt: skip
