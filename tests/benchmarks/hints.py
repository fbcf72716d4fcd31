"""Measure how often two placeholders that a hint brings together are one person, on invented releases whose people are known.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.hints``.
It prints the share of right pairs for each reason that stands alone, for each set of reasons, and for each bin of scores.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import lvvthreads
from lvvthreads.simulate import Settings, simulate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads import Correspondence
    from lvvthreads.message.message import Witness

#: So many releases of so many messages, from this seed on.
RELEASES, MESSAGES, FIRST_SEED = 24, 200, 700_000
LANGUAGES, LAWS, NOISES = ("nl", "en"), ("wob", "woo", "foia"), (0.0, 0.25, 0.5, 0.75)
#: The lower edges of the bins of scores.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def judged(settings: Settings) -> Iterator[tuple[float, tuple[str, ...], bool]]:
    """Invent a release, ask for hints, and yield of each its score, its reasons and whether it is right."""
    release = simulate(settings)
    found = lvvthreads.reconstruct(lvvthreads.Document.from_text(release.text, name="release.txt"), hints=True)
    who = people(found, release.gold)
    for hint in found.hints or ():
        if hint.a in who and hint.b in who:
            yield hint.score, hint.reasons, who[hint.a] == who[hint.b]


def people(found: Correspondence, gold: dict[str, Any]) -> dict[str, int]:
    """Map placeholders to the people beneath them, where a copy was found whole enough to tell."""
    headers = {line: message for message in gold["messages"] for line in range(message["header"][0], message["header"][1] + 1)}
    who: dict[str, int] = {}
    for message in found.messages:
        for witness in message.witnesses:
            truth = headers.get(witness.block.first_line)
            if truth:
                for node, number in _of_witness(witness, truth["who"]):
                    who.setdefault(node, number)
    return who


def _of_witness(witness: Witness, who: dict[str, Any]) -> Iterator[tuple[str, int]]:
    yield witness.sender[1], who["from"]
    for role, numbers in (("to", who["to"]), ("cc", who["cc"])):
        row = getattr(witness, role)
        if len(row) == len(numbers):
            yield from zip((node for _, node in row), numbers, strict=True)


def main() -> None:
    """Print the tables."""
    by_reasons: dict[tuple[str, ...], list[bool]] = defaultdict(list)
    by_bin: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for seed in range(FIRST_SEED, FIRST_SEED + RELEASES):
        draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
        noise, law, language = draw.choice(NOISES), draw.choice(LAWS), draw.choice(LANGUAGES)
        for score, reasons, right in judged(Settings(messages=MESSAGES, seed=seed, noise=noise, language=language, law=law)):
            by_reasons[tuple(_without_unit(reason) for reason in reasons)].append(right)
            by_bin[max(edge for edge in BINS if edge <= score)].append((score, right))
    print("hints  right  score from")
    for edge, cases in sorted(by_bin.items()):
        claimed = sum(score for score, _ in cases) / len(cases)
        print(f"{len(cases):5}  {sum(right for _, right in cases) / len(cases):.3f}  {edge:.1f} (mean {claimed:.3f})")
    print("\nhints  right  reasons")
    for words, rights in sorted(by_reasons.items(), key=lambda row: -len(row[1])):
        print(f"{len(rights):5}  {sum(rights) / len(rights):.3f}  {'; '.join(words)}")


def _without_unit(reason: str) -> str:
    return reason.rpartition(" of ")[0] if "of " in reason and not reason.endswith(("answered", "sender", "recipient")) else reason


if __name__ == "__main__":
    main()
