"""Say which e-mails must have existed but are not in the dossier.

In come messages, links and what stands beneath the mails that have none; out come the missing ones, each with what shows it:
a note of the censor, a line that names a mail of which nothing follows, or a reply prefix.
They are never messages, and never get a date or sender that nobody printed.
What is hard: a mail without a link is not for that without a parent in the dossier. Its date may be misread, or two mails may be as likely;
so what is claimed to be missing is weighed against all that could be it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from attrs import frozen

from lvvthreads.header.evidence import has_prefix
from lvvthreads.header.language import ALL
from lvvthreads.header.seed import is_seed
from lvvthreads.message.note import note_kind
from lvvthreads.thread.correspondence import Evidence, Missing
from lvvthreads.thread.link import chances, quoted_parents
from lvvthreads.thread.pointer import named_document

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from lvvthreads.message.draft import Draft
    from lvvthreads.message.message import Message
    from lvvthreads.thread.correspondence import Link
    from lvvthreads.thread.evidence import Node
    from lvvthreads.thread.pointer import Numbered

#: feature -> weight in log-odds and what it means. Set by hand, the prior on six invented releases of poor print: the likeliest candidate told more than the sum of all.
FEATURES: dict[str, tuple[float, str]] = {
    "prior": (-3.1, "most e-mails answer one that is there"),
    "removed": (2.5, "a note says that what stood beneath was taken out"),
    "outside": (2.5, "a note says that something was left out as outside the request"),
    "unprefixed": (-4.0, "no prefix tells of another e-mail, so that this can be of a passage, or of another place"),
    "within-words": (-4.0, "the note stands between its own words"),
    "document-absent": (3.0, "the document that the note names is not in the dossier"),
    "attribution": (3.0, "a line names an e-mail of which nothing follows"),
    "separator": (2.5, "a line stands above an e-mail of which nothing follows"),
    "prefix": (0.3, "a reply or forward prefix"),
    "none-like-it": (3.0, "no e-mail of the dossier can be it"),
}
#: What is claimed weighs more than this.
_CLAIMED = 0.1
#: The most that the lack of candidates can weigh, for and against.
_MOST = FEATURES["none-like-it"][0]


@frozen(kw_only=True)
class Left:
    """What is left of a dossier's missing e-mails besides links: numbered documents, and lines that only name a mail."""

    numbered: Numbered
    #: The witness above -> the line that names what it answered.
    bare: Mapping[str, Draft]
    #: For some messages (by index) those of the documents that the notes beneath them name, with their depth there.
    pointed: Mapping[int, Mapping[int, int]]
    #: The numbers that stamps show in a source, those that begin no printout among them.
    stamps: Callable[[str], Collection[str]]


def missing_of(messages: Sequence[Message], links: Sequence[Link], nodes: Sequence[Node], left: Left) -> tuple[Missing, ...]:
    """Return the missing parents of a dossier's messages."""
    at = {node.id: i for i, node in enumerate(nodes)}
    answering = {link.child for link in links} | {nodes[i].id for i in quoted_parents([node.drafts for node in nodes])}
    shown = {message.id: [*_shown(message, nodes[at[message.id]], left)] for message in messages if message.id not in answering}
    likely = chances([at[id_] for id_, evidence in shown.items() if evidence], nodes, left.pointed)
    found = []
    for message in messages:
        if evidence := shown.get(message.id):
            weighed = (_feature("prior"), *evidence, _none_like_it(likely[at[message.id]]))
            if sum(each.weight for each in weighed) > _CLAIMED:
                found.append(_missing(message, nodes[at[message.id]], weighed, left))
    return tuple(found)


def _shown(message: Message, node: Node, left: Left) -> Iterator[Evidence]:
    """Yield what shows that an e-mail which is linked to none answers one; nothing where what it answers stands there, unlinked or unread."""
    notes = [(draft, line, text) for draft in node.drafts for line, text in draft.pointers if note_kind(text) != "verdict"]
    named = [(draft, number) for draft, _, text in notes if (number := named_document(text))]
    if any(left.numbered.may_hold(draft, number) or number in left.stamps(draft.source) for draft, number in named):
        return
    told = [*_of_note(message, notes[0]), *([_feature("document-absent", named[0][1])] if named else [])] if notes else []
    if not any(_is_doubtful(draft, left) for draft in node.drafts):
        told += [*_of_lines(message, node, left)]
        told += [_feature("prefix", f"{message.subject.prefixes[0]}: in its subject")] if _is_prefixed(message) else []
    yield from told


def _is_prefixed(message: Message) -> bool:
    """Say whether every copy that shows a subject shows it with a prefix, spelled right: what looks like one misread may be none."""
    subjects = [witness.subject for witness in message.witnesses if witness.subject]
    return bool(message.subject.prefixes) and all(has_prefix(subject.raw, ALL) for subject in subjects)


def _is_doubtful(draft: Draft, left: Left) -> bool:
    """Say whether what a mail answers can stand beneath it after all: among its words, or in a printout that has no stamp where others have."""
    return _holds_quotation(draft) or left.numbered.is_followed_by_unread(draft)


def _of_note(message: Message, note: tuple[Draft, int, str]) -> Iterator[Evidence]:
    draft, line, text = note
    tail = note_kind(text) == "tail"
    yield _feature("removed" if tail else "outside", f"line {line}: {text}")
    if not tail and not message.subject.prefixes and message.subject.clean:
        yield _feature("unprefixed")
    if not tail and any(span.last_line > line for span in draft.body[-1:]) and len(draft.body) > 1:
        yield _feature("within-words", f"line {line}")


def _of_lines(message: Message, node: Node, left: Left) -> Iterator[Evidence]:
    """Yield the first line beneath a message that names a mail, or stands above one, of which nothing follows."""
    for draft in node.drafts:
        if draft.id in left.bare:
            line = left.bare[draft.id].block
            yield _feature("attribution", f"line {line.first_line}: {line.sender.raw if line.sender else ''}".rstrip(": "))
            return
    for draft in node.drafts:
        if draft.separator:
            yield _feature("separator", f"line {draft.separator[0]}: {draft.separator[1]}")
            if not message.subject.prefixes and message.subject.clean:
                yield _feature("unprefixed")
            return


def _holds_quotation(draft: Draft) -> bool:
    """Say whether something quoted, or what is left of a header, stands among a mail's words: what it answers is there, unread."""
    lines = [line for line in draft.text.split("\n") if line]
    deep = {_quoting(line) for line in lines}
    return len(deep) > 1 or any(is_seed(line.lstrip("> ")) for line in lines)


def _quoting(line: str) -> int:
    return line[: len(line) - len(line.lstrip("> "))].count(">")


def _none_like_it(chance: float) -> Evidence:
    """Weigh that no e-mail of the dossier is likely the parent."""
    odds = math.log((1.0 - chance) / chance) if chance > 0.0 else _MOST
    return Evidence(
        feature="none-like-it",
        weight=round(max(-_MOST, min(odds, _MOST)), 2),
        detail=f"that the likeliest of the dossier is it has a probability of {chance:.2f}",
    )


def _feature(name: str, detail: str = "") -> Evidence:
    return Evidence(feature=name, weight=FEATURES[name][0], detail=detail or FEATURES[name][1])


def _missing(message: Message, node: Node, evidence: tuple[Evidence, ...], left: Left) -> Missing:
    features = {each.feature for each in evidence}
    kind = "removed" if features & {"removed", "outside"} else "attribution" if features & {"attribution", "separator"} else "prefix"
    return Missing(id=f"{message.id}~{kind}", kind=kind, child=message.id, known=_known(message, node, left), evidence=evidence)


def _known(message: Message, node: Node, left: Left) -> dict[str, Any]:
    """Return what is printed of a missing e-mail: who, when, in which document, and the subject that a prefix stands before."""
    known: dict[str, Any] = {}
    bare = next((left.bare[draft.id].block for draft in node.drafts if draft.id in left.bare), None)
    if bare:
        sender = bare.sender
        known |= {"from": sender.name or sender.address, "unit": sender.unit} if sender else {}
        known["sent"] = bare.sent.pattern
    known["document"] = _first(named_document(text) for draft in node.drafts for _, text in draft.pointers)
    known["subject"] = message.subject.clean if message.subject.prefixes else None
    return {name: value for name, value in known.items() if value}


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)
