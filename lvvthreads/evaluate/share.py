"""What each judgement yields: shares of counts, and faults.

A figure is made of counts (headers right, links found, ...), and every count is a sum over what was judged.
A share is one summand and says in which printout it arose, so that the same shares give the figure of the whole release and, weighted, the
figures of releases drawn anew from its printouts.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen


class Place(NamedTuple):
    """A printout: its file (empty where there is only one) and its name in the gold."""

    file: str
    printout: str


class Share(NamedTuple):
    """A summand of a count."""

    #: The printout in which it arose.
    at: Place
    #: The count, for instance ``links.right``.
    of: str
    #: How much it adds.
    amount: float


class Sway(NamedTuple):
    """What a printout adds to a count by how it changes the shares of blocks in other printouts.

    In the release as it is nothing is added; in a draw the amount counts once for each time more than once that the printout is drawn, and is
    taken away if it is not drawn.
    """

    #: The printout.
    at: Place
    #: The count, for instance ``copies.recall``.
    of: str
    #: How much it adds.
    amount: float


@frozen(kw_only=True)
class Fault:
    """One thing that is wrong."""

    #: The file it stands in, as the export names it; None if that is not known.
    source: str | None
    #: The lines to look at.
    first: int
    last: int
    #: What is wrong, in a sentence.
    text: str


#: What judgements yield.
Finding = Share | Sway | Fault
