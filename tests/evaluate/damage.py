"""Exports damaged on purpose, each kind of damage by chance but the same for the same seed."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

#: The parsed JSON of an export.
Export = dict[str, Any]

_FIELDS = ("from", "to", "cc", "prefixes", "attachments", "body", "subject", "sent")


def damaged(export: Export, kind: str, seed: int) -> Export:
    """Return a damaged copy of an export: ``kind`` is a name of :data:`DAMAGES`, or ``all`` for one after the other."""
    copied = copy.deepcopy(export)
    chance = random.Random(f"{kind} {seed}")  # noqa: S311  # damage is to be repeated, not kept secret
    for name, damage in DAMAGES.items():
        if kind in {name, "all"}:
            damage(copied, chance)
    return copied


def _copies(export: Export) -> list[dict[str, Any]]:
    return [copy for message in export["messages"] for copy in message["witnesses"]]


def _people(export: Export) -> list[dict[str, Any]]:
    return [person for copy in _copies(export) for role in ("from", "to", "cc") for person in _listed(copy.get(role))]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _some(chance: random.Random, things: list[Any], share: float = 0.2) -> list[Any]:
    return [thing for thing in things if chance.random() < share]


def _remove_fields(export: Export, chance: random.Random) -> None:
    """Take fields away, or leave null in their place, on copies and on messages."""
    for holder in _some(chance, [*_copies(export), *export["messages"]], 0.4):
        for field in _some(chance, list(_FIELDS)):
            if chance.random() < 0.5:
                holder.pop(field, None)
            else:
                holder[field] = None


def _drop_blocks(export: Export, chance: random.Random) -> None:
    """Lose some printed copies, and with them whole messages."""
    for message in export["messages"]:
        message["witnesses"] = [copy for copy in message["witnesses"] if chance.random() > 0.2]


def _double_blocks(export: Export, chance: random.Random) -> None:
    """Find some headers twice, a few lines off, as copies of the same message or of another."""
    for message in _some(chance, export["messages"]):
        for found in _some(chance, message["witnesses"], 0.8):
            again = copy.deepcopy(found)
            shift = chance.choice([-3, -1, 0, 1, 4, 400])
            again["header"]["first_line"] = max(1, again["header"]["first_line"] + shift)
            again["header"]["last_line"] = max(1, again["header"]["last_line"] + shift)
            chance.choice([message, *export["messages"]])["witnesses"].append(again)


def _join_messages(export: Export, chance: random.Random) -> None:
    """Put copies with a message that they are no copies of."""
    for message in _some(chance, export["messages"]):
        other = chance.choice(export["messages"])
        if other is not message:
            other["witnesses"] += message["witnesses"]
            message["witnesses"] = []


def _part_messages(export: Export, chance: random.Random) -> None:
    """Take copies of one message apart."""
    for message in list(export["messages"]):
        if len(message["witnesses"]) > 1 and chance.random() < 0.5:
            apart = copy.deepcopy(message)
            apart["id"] += "~apart"
            apart["witnesses"] = [message["witnesses"].pop()]
            export["messages"].append(apart)


def _merge_nodes(export: Export, chance: random.Random) -> None:
    """Give several people one node, or one none, and a redacted one a name."""
    nodes = [person.get("node") for person in _people(export)]
    for person in _some(chance, _people(export)):
        person["node"] = chance.choice([*nodes, None])
    for person in _some(chance, _people(export), 0.05):
        person["name"] = "Bos, A."


def _misread_people(export: Export, chance: random.Random) -> None:
    """Change kinds, names, units and domains."""
    for person in _some(chance, _people(export), 0.3):
        person["kind"] = chance.choice(["named", "redacted", "unreadable", person.get("kind")])
        for field in ("name", "unit", "domain"):
            if person.get(field) and chance.random() < 0.5:
                person[field] = _garbled(person[field], chance)


def _misread_texts(export: Export, chance: random.Random) -> None:
    """Change times, subjects and prefixes."""
    for message in _some(chance, export["messages"], 0.4):
        sent, subject = message.get("sent") or {}, message.get("subject") or {}
        if sent.get("pattern"):
            place = chance.randrange(len(sent["pattern"]))
            sent["pattern"] = sent["pattern"][:place] + chance.choice("?0123") + sent["pattern"][place + 1 :]
        if chance.random() < 0.2:
            sent["pattern"] = None
        if subject.get("clean"):
            subject["clean"] = _garbled(subject["clean"], chance)
    for found in _some(chance, _copies(export)):
        found["prefixes"] = chance.choice([[], ["re"], ["FW", "RE"]])


def _garbled(text: str, chance: random.Random) -> str:
    """Replace some characters."""
    return "".join(chance.choice("x1l ") if chance.random() < 0.12 else char for char in text)


def _cut_threads(export: Export, chance: random.Random) -> None:
    """Lose threads, cut some in two and join others."""
    threads = []
    for thread in export["threads"]:
        messages, place = thread["messages"], chance.randrange(len(thread["messages"]) + 1)
        kept = chance.choice([[messages], [], [messages[:place], messages[place:]]])
        threads += [{**thread, "id": f"{thread['id']}~{i}", "messages": part} for i, part in enumerate(kept)]
    if len(threads) > 1:
        threads[0]["messages"] = threads[0]["messages"] + threads.pop()["messages"]
    export["threads"] = threads


def _reverse_links(export: Export, chance: random.Random) -> None:
    """Turn links round, lose some, lead some elsewhere and change the kind of others."""
    ids = [message["id"] for message in export["messages"]]
    for link in _some(chance, export["links"], 0.6):
        turn = chance.randrange(4)
        if turn == 0:
            link["child"], link["parent"] = link["parent"], link["child"]
        elif turn == 1:
            export["links"].remove(link)
        elif turn == 2:
            link["parent"] = chance.choice(ids)
        else:
            link["kind"] = {"reply": "forward", "forward": "reply"}[link["kind"]]


def _misread_marks(export: Export, chance: random.Random) -> None:
    """Lose marks, double some, and change the ground or the line of others."""
    for mark in _some(chance, export["redactions"], 0.3):
        turn = chance.randrange(4)
        if turn == 0:
            export["redactions"].remove(mark)
        elif turn == 1:
            export["redactions"].append(dict(mark))
        elif turn == 2:
            mark["line"] += 1
        else:
            mark["ground"] = chance.choice(["10.2.e", "11.1", "5.2.1", None])


def _shift_headers(export: Export, chance: random.Random) -> None:
    """Let headers begin and end a few lines off."""
    for found in _some(chance, _copies(export), 0.5):
        found["header"]["first_line"] = max(1, found["header"]["first_line"] + chance.randint(-4, 4))
        found["header"]["last_line"] += chance.randint(-3, 6)


#: Every kind of damage, by name.
DAMAGES: dict[str, Callable[[Export, random.Random], None]] = {
    "fields removed": _remove_fields,
    "blocks dropped": _drop_blocks,
    "blocks doubled": _double_blocks,
    "messages joined": _join_messages,
    "messages parted": _part_messages,
    "nodes merged": _merge_nodes,
    "people misread": _misread_people,
    "texts misread": _misread_texts,
    "threads cut": _cut_threads,
    "links reversed": _reverse_links,
    "marks misread": _misread_marks,
    "headers shifted": _shift_headers,
}
