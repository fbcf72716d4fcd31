"""Part from the messages those of which only the line that names them is left: "Op maandag schreef A. Bos:" with nothing beneath.

Nobody's words are there, so there is no message; what the line tells is known of a missing one, shown by the mail above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lvvthreads.message.draft import Draft

#: Source, printout and depth.
Place = tuple[str, str, int]


@frozen(kw_only=True)
class Parted:
    """The groups of witnesses that are messages, and the lines that only name one."""

    groups: Sequence[Sequence[Draft]]
    #: The witness above -> the line that names what it answered.
    bare: Mapping[str, Draft]


def parted(groups: Sequence[Sequence[Draft]]) -> Parted:
    """Part messages from bare lines; the censor's notes beneath such a line stand beneath the mail above it."""
    at = {_place(draft): draft for group in groups for draft in group}
    alone = [group for group in groups if all(_is_bare(draft, at) for draft in group)]
    if not alone:
        return Parted(groups=groups, bare={})
    bare = {at[_above(draft)].id: draft for group in alone for draft in group}
    gone = {draft.id for group in alone for draft in group}
    return Parted(
        groups=[[_with_notes(draft, bare.get(draft.id)) for draft in group] for group in groups if group[0].id not in gone], bare=bare
    )


def _is_bare(draft: Draft, at: Mapping[Place, Draft]) -> bool:
    """Say whether nothing stands beneath the line, and a mail that has more than a line above it."""
    source, printout, depth = _place(draft)
    return draft.block.form == "attribution" and not draft.body and _above(draft) in at and (source, printout, depth + 1) not in at


def _with_notes(draft: Draft, bare: Draft | None) -> Draft:
    return evolve(draft, pointers=(*draft.pointers, *bare.pointers)) if bare and bare.pointers else draft


def _place(draft: Draft) -> Place:
    return draft.source, draft.printout, draft.depth


def _above(draft: Draft) -> Place:
    return draft.source, draft.printout, draft.depth - 1
