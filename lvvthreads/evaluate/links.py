"""Judge what leads from one e-mail to another: links with their kind, and e-mails that must have existed but are missing.

A message found stands for the e-mail of the gold that most of its blocks belong to.
Where neither end of a link stands for an e-mail of the gold, the link is not judged: its headers are held against already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.evaluate.share import Share

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lvvthreads.evaluate.comparison import Comparison
    from lvvthreads.evaluate.share import Finding, Place

    #: Child and parent.
    Edge = tuple[str, str]


def links(compared: Comparison) -> Iterator[Finding]:
    """Judge the links and their kinds."""
    gold, found = _gold_links(compared), _found_links(compared)
    for edge, kind in gold.items():
        at = _place(compared, edge[0])
        yield Share(at, "links.gold", 1)
        yield Share(at, "kind.gold", 1 if kind else 0)
        if edge in found:
            yield Share(at, "links.right", 1)
        else:
            yield _fault(compared, edge, "link missed")
    for edge, (child, claimed) in found.items():
        at = _place(compared, edge[0], child)
        yield Share(at, "links.found", 1)
        if edge not in gold:
            yield _fault(compared, edge, "link without ground", child)
        elif gold[edge]:
            yield Share(at, "kind.told", 1)
            yield Share(at, "kind.right", 1 if claimed == gold[edge] else 0)
            if claimed != gold[edge]:
                yield _fault(compared, edge, f"the link is a {gold[edge]}, not a {claimed}")


def missing(compared: Comparison) -> Iterator[Finding]:
    """Judge the missing e-mails: each is known by the e-mail that speaks of it, and by its kind; those of headers that the gold lacks are not judged."""
    mail_of, stands = compared.gold.mail_of, compared.stands_for
    asked = [(mail_of[one.child], one.kind) for one in compared.gold.missing or ()]
    gold: set[tuple[str, str | None]] = {(mail, kind) for mail, kind in asked if mail in compared.first_block_of}
    found = {(stands[child], kind) for child, kind in compared.found.missing if child in stands}
    for of, judged in (("missing.gold", gold), ("missing.found", found), ("missing.right", gold & found)):
        yield from (Share(_place(compared, mail), of, 1) for mail, _ in judged)
    for text, wrong in (("missing e-mail not noticed", gold - found), ("missing e-mail without ground", found - gold)):
        yield from (compared.fault(compared.first_block_of[mail], f"{text}: {kind}") for mail, kind in sorted(wrong, key=str))


def links_compared(compared: Comparison) -> dict[Edge, bool]:
    """Return for each link of the export that is judged, its ends named as the export names them, whether the gold has it."""
    gold, stands = _gold_links(compared), compared.stands_for
    judged = _found_links(compared)
    ends = ((link, (stands.get(link.child, link.child), stands.get(link.parent, link.parent))) for link in compared.found.links)
    return {(link.child, link.parent): edge in gold for link, edge in ends if edge in judged}


def _doubtful(compared: Comparison) -> set[str]:
    """Return the e-mails whose parent is neither asked for nor held against."""
    return {block.mail for block in compared.gold_blocks if block.parent and "parent" in block.unsure}


def _gold_links(compared: Comparison) -> dict[Edge, str | None]:
    """Return the kind of each link of the gold, where both ends are among the e-mails that are judged."""
    sure = [block for block in compared.gold_blocks if block.parent and "parent" not in block.unsure]
    edges = {(block.mail, compared.gold.mail_of[block.parent or ""]): block.relation for block in sure}
    return {edge: kind for edge, kind in edges.items() if edge[1] in compared.first_block_of}


def _found_links(compared: Comparison) -> Mapping[Edge, tuple[str, str | None]]:
    """Return the child's message and the kind of each link of the export, its ends named as the e-mails of the gold that they stand for."""
    stands, judged, doubtful = compared.stands_for, compared.first_found_of, _doubtful(compared)
    return {
        (stands.get(link.child, link.child), stands.get(link.parent, link.parent)): (link.child, link.kind)
        for link in compared.found.links
        if link.child in judged and link.parent in judged
        if (link.child in stands or link.parent in stands) and stands.get(link.child) not in doubtful
    }


def _place(compared: Comparison, mail: str, message: str = "") -> Place:
    """Return the printout of the first block of an e-mail of the gold, or else of a message of the export."""
    if mail in compared.first_block_of:
        return compared.place(compared.first_block_of[mail])
    return compared.place_found(compared.first_found_of[message])


def _fault(compared: Comparison, edge: Edge, text: str, message: str = "") -> Finding:
    """Make a fault at the child of a link."""
    sentence = f"{text}: {edge[0]} -> {edge[1]}"
    if edge[0] in compared.first_block_of:
        return compared.fault(compared.first_block_of[edge[0]], sentence)
    return compared.fault_found(compared.first_found_of[message], sentence)
