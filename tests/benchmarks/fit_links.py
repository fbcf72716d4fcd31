"""Fit the weights of the evidence for links, and write them into :mod:`lvvthreads.thread.evidence`.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.fit_links [--write]``; it takes some minutes.
It invents releases of other seeds than the tests use, adds the annotated ones that are here (but for one that is kept aside), lets the links be weighed,
and asks for each message which candidate is its parent, or whether none is:
a conditional logit (McFadden 1974), the model that the confidences of :mod:`lvvthreads.thread.link` are made by.
The weights are those under which the true parents are the likeliest, pulled towards the ones set by hand; what no release shows keeps its weight.
It prints for each feature how often it was seen, the weight before and after, and for seeds kept aside how well either table does.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import lvvthreads
from lvvthreads import Document
from lvvthreads.simulate import Settings, simulate
from lvvthreads.thread import build, evidence
from lvvthreads.thread.link import link, weigh
from tests.benchmarks.weight_texts import annotated as text_and_gold
from tests.benchmarks.weight_texts import is_annotated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lvvthreads.thread.link import Weighed

#: Seeds to fit on, and seeds kept aside to judge by; messages of each release.
FITTED, JUDGED, MESSAGES = range(300_000, 300_024), range(310_000, 310_024), 300
#: Annotated releases to fit on, each of their messages counted so often: real mail is scarce, and its printouts are cut more surely. One is kept aside.
ANNOTATED, OFTEN, ASIDE = ("lvv-wob-part1", "uwv-tolken-scan", "uwv-tolken-fax"), 40, "uwv-tolken-copy"
NOISES = (0.0, 0.3, 0.5, 0.7)
KINDS = (("nl", "woo"), ("nl", "wob"), ("en", "foia"), ("de", "bars"), ("fr", "blank"), ("nl", "bars"))
#: How strongly weights are pulled towards those set by hand, in cases; how far a step goes; when to stop.
PULL, RATE, ROUNDS = 4.0, 0.5, 250
#: What speaks for a link never comes to speak against it, nor the other way: it keeps so much at least where its sign would turn.
LITTLE = 0.1
#: One feature of each group (subjects, times, prefixes) is held where it was set by hand: only what a group's features differ by can be seen.
HELD = frozenset(("same-subject", "within-a-day", "prefix"))
#: Features of which each weighs less than the one before, by so much at least.
GROUPS = (("within-a-day", "within-a-week", "within-a-month", "much-later"), ("same-subject", "like-subject", "other-subject"))
STEP = 0.2
#: Features seen less often keep their weight.
LEAST = 30


class Case(NamedTuple):
    """A message with its candidates: the features of each, and the place of the true one (None where none is)."""

    candidates: tuple[tuple[str, ...], ...]
    true: int | None


def settings_of(seed: int) -> Settings:
    """Return the settings of a seed's release: kinds and noises take turns."""
    language, law = KINDS[seed % len(KINDS)]
    return Settings(messages=MESSAGES, seed=seed, noise=NOISES[seed // len(KINDS) % len(NOISES)], language=language, law=law)


def invented(seed: int) -> list[Case]:
    """Return the cases of the release that a seed invents."""
    release = simulate(settings_of(seed))
    return cases_of(release.text, release.gold)


def annotated(name: str) -> list[Case]:
    """Return the cases of an annotated release; none where it is not here."""
    return cases_of(*text_and_gold(name)) if is_annotated(name) else []


def cases_of(text: str, gold: Mapping[str, Any]) -> list[Case]:
    """Let the links of a release be weighed, and name the true parent of each message."""
    seen: list[tuple[tuple[str, ...], list[Weighed]]] = []

    def spy(child: int, nodes: Sequence[evidence.Node], *rest: object) -> list[Weighed]:
        weighed: list[Weighed] = weigh(child, nodes, *rest)  # type: ignore[arg-type]
        seen.append((tuple(draft.id for draft in nodes[child].drafts), weighed))
        return weighed

    kept: dict[str, Sequence[evidence.Node]] = {}

    def see(nodes: Sequence[evidence.Node], *rest: object) -> object:
        kept["nodes"] = nodes
        return link(nodes, *rest)  # type: ignore[arg-type]

    with patch("lvvthreads.thread.link.weigh", spy), patch.object(build, "link", see):
        lvvthreads.reconstruct(Document.from_text(text, name="release.txt"))
    headers = gold["messages"]
    mail_at = {n: header["same_as"] or header["id"] for header in headers for n in range(header["header"][0], header["header"][1] + 1)}
    mail_of = {header["id"]: header["same_as"] or header["id"] for header in headers}
    parents: dict[str, set[str]] = {}
    for header in headers:
        if header["parent"]:
            parents.setdefault(header["same_as"] or header["id"], set()).add(mail_of[header["parent"]])
    mails = [_mail([draft.id for draft in node.drafts], mail_at) for node in kept["nodes"]]
    cases = []
    for drafts, weighed in seen:
        child = _mail(drafts, mail_at)
        if child is None or not weighed:
            continue
        wanted = parents.get(child, set())
        true = next((k for k, (_, _, parent, _) in enumerate(weighed) if mails[parent] in wanted), None)
        cases.append(Case(tuple(tuple(one.feature for one in told) for _, _, _, told in weighed), true))
    return cases


def _mail(drafts: Iterable[str], mail_at: Mapping[int, str]) -> str | None:
    """Return the mail that most copies of a message are of; None where no header of the truth stands."""
    found = Counter(mail for id_ in drafts if (mail := mail_at.get(int(id_.rpartition(":")[2]))))
    return min(found, key=lambda mail: (-found[mail], mail)) if found else None


def probabilities(case: Case, weights: Mapping[str, float]) -> list[float]:
    """Return how likely each candidate is the parent; the rest up to one is for none of them."""
    odds = [math.exp(min(30.0, sum(weights[name] for name in features))) for features in case.candidates]
    total = 1.0 + sum(odds)
    return [odd / total for odd in odds]


def fit(cases: Sequence[Case], start: Mapping[str, float]) -> dict[str, float]:
    """Climb to the weights under which the truth is likeliest, each with a step of its own (Adagrad, Duchi et al. 2011)."""
    seen = Counter(name for case in cases for features in case.candidates for name in set(features))
    weights = dict(start)
    moved = {name for name in start if seen[name] >= LEAST and name not in HELD}
    squares = dict.fromkeys(start, 1e-9)
    for _ in range(ROUNDS):
        slope = {name: -PULL * (weights[name] - start[name]) for name in moved}
        for case in cases:
            for k, (likely, features) in enumerate(zip(probabilities(case, weights), case.candidates, strict=True)):
                pull = (k == case.true) - likely
                if abs(pull) > 1e-6:
                    for name in features:
                        if name in moved:
                            slope[name] += pull
        for name in moved:
            squares[name] += slope[name] ** 2
            weights[name] += RATE * slope[name] / math.sqrt(squares[name])
            if weights[name] * start[name] < 0.0:
                weights[name] = math.copysign(LITTLE, start[name])
    return in_order({name: round(weight, 1) for name, weight in weights.items()})


def in_order(weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights of which what is nearer weighs more than what is farther: where print is cut up, few cases can turn that round."""
    ordered = dict(weights)
    for group in GROUPS:
        for nearer, farther in pairwise(group):
            ordered[farther] = round(min(ordered[farther], ordered[nearer] - STEP), 1)
    return ordered


def judged(cases: Sequence[Case], weights: Mapping[str, float]) -> tuple[float, float]:
    """Return the mean log-loss, and the share of messages for which the choice (the best from one half on, else none) is right."""
    loss, right = 0.0, 0
    for case in cases:
        likely = probabilities(case, weights)
        truth = likely[case.true] if case.true is not None else 1.0 - sum(likely)
        loss -= math.log(max(truth, 1e-9))
        best = max(range(len(likely)), key=likely.__getitem__)
        right += (best if likely[best] >= 0.5 else None) == case.true
    return loss / len(cases), right / len(cases)


def write(weights: Mapping[str, float]) -> None:
    """Write the weights into the table, and nothing else."""
    path = Path(str(evidence.__file__))
    text = path.read_text(encoding="utf-8")
    for name, weight in weights.items():
        text = re.sub(rf'(?<=    "{name}": \()-?[\d.]+', str(weight), text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Fit, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    asked = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        real = [case for some in pool.map(annotated, ANNOTATED) for case in some]
        fitted = [case for some in pool.map(invented, FITTED) for case in some]
        aside = [case for some in pool.map(invented, JUDGED) for case in some]
    if not real:
        print(f"{', '.join(ANNOTATED)} are not here, and left out")
    kept = annotated(ASIDE)
    before = {name: weight for name, (weight, _) in evidence.FEATURES.items()}
    after = fit([*fitted, *(real * OFTEN)], before)
    seen = Counter(name for case in fitted for features in case.candidates for name in set(features))
    print(f"{len(fitted)} messages with candidates to fit on, {len(aside)} kept aside")
    print(f"{'feature':24} {'seen':>8} {'before':>7} {'after':>7}")
    for name, weight in before.items():
        print(f"{name:24} {seen[name]:8} {weight:7.1f} {after[name]:7.1f}")
    for what, cases in (
        ("invented, fitted on", fitted),
        ("invented, kept aside", aside),
        ("annotated, fitted on", real),
        ("annotated, kept aside", kept),
    ):
        for when, weights in (("before", before), ("after", after)):
            loss, right = judged(cases, weights) if cases else (math.nan, math.nan)
            print(f"{what}, {when}: log-loss {loss:.4f}, right {right:.4f}")
    if asked.write:
        write(after)


if __name__ == "__main__":
    main()
