"""Turn the confidence of a link, as its evidence adds up, into one that can be taken at its word: see :mod:`lvvthreads.header.confidence`.

Evidence says how a parent compares with the other candidates. That a header between the two was never found, or that two copies were taken
for two e-mails, no candidate shows; so the share that is right is smaller than the evidence alone says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header.confidence import between, log_odds
from lvvthreads.thread.ruled import PERSON

if TYPE_CHECKING:
    from lvvthreads.header.confidence import Knots
    from lvvthreads.thread.correspondence import Link

#: What sets links apart -> knots; ``quoted`` is printed right beneath, ``sought`` was found elsewhere.
SCALES: dict[str, Knots] = {
    # here begins what is fitted
    "quoted": ((2.3, 0.775), (4.48, 0.969), (6.7, 0.996), (9.16, 0.997)),
    "sought": ((0.64, 0.675), (2.04, 0.8), (2.63, 0.9), (5.95, 0.968)),
    # here ends what is fitted
}


def given_out(link: Link) -> Link:
    """Return a link with the confidence it is given out with; what it loses goes to the other candidates and to none of them, in proportion.

    A link that a person made stays certain.
    """
    if any(evidence.feature == PERSON for evidence in link.evidence):
        return link
    kind = "quoted" if any(evidence.feature == "quoted" for evidence in link.evidence) else "sought"
    confidence = honest(kind, log_odds(link.confidence))
    rest = (1.0 - confidence) / (1.0 - link.confidence) if link.confidence < 1.0 else 0.0
    others = tuple(evolve(other, confidence=round(min(other.confidence * rest, confidence), 3)) for other in link.alternatives)
    return evolve(link, confidence=confidence, alternatives=others)


def honest(kind: str, weight: float) -> float:
    """Return the share of such links that was right; ``weight`` is in log-odds."""
    return round(between(SCALES[kind], weight), 3)
