"""The type of a redaction mark."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Mark:
    """What a censor printed over a passage: the code of its legal ground, at a place within one line."""

    #: Where the mark begins in its line: 0-based, in code points.
    start: int
    #: Where it ends, exclusive.
    end: int
    #: The mark as the line has it.
    raw: str
    #: A key of :data:`~lvvthreads.exemption.grounds.LAWS`: ``"Wob"``, ``"FOIA"``; None where the mark names no law.
    law: str | None
    #: The ground in its normal spelling (``"10.2.e"``); None for blanks and bare words such as "(geanonimiseerd)".
    ground: str | None
