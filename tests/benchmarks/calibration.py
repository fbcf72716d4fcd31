"""Measure whether confidences can be taken at their word: of what is claimed with 0.9, are nine in ten right.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.calibration [--corpora]``.
It invents releases, reconstructs them, and prints for each kind of confidence a table: cases in bins of equal count, the mean of what was claimed, the share that was right.
Its seeds are not those that the tables of :mod:`lvvthreads.header.confidence` and :mod:`lvvthreads.thread.confidence` were fitted on (:mod:`tests.benchmarks.fit_confidence`).
With ``--corpora`` it measures the annotated releases beside the project's folder as well: they are few, and were not fitted on.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import lvvthreads
from lvvthreads.evaluate import found_of, gold_of
from lvvthreads.evaluate.comparison import Comparison
from lvvthreads.evaluate.links import links_compared
from lvvthreads.simulate import Settings, simulate
from lvvthreads.write import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: What is measured: so many releases of so many messages, from this seed on.
RELEASES, MESSAGES, FIRST_SEED = 90, 300, 500_000
LANGUAGES, LAWS = ("nl", "en"), ("wob", "woo", "foia")
#: A bin has so many cases at least, and there are so many bins at most.
LEAST, MOST_BINS = 1000, 10
#: The fields whose lines the gold knows.
FIELDS = ("from", "sent", "to", "cc", "subject", "attachments")
CORPORA = Path(__file__).parents[3] / "shared" / "corpus"


class Case(NamedTuple):
    """One claim: its kind, how sure it was, whether it was right, and what sets it apart."""

    kind: str
    claimed: float
    right: bool
    group: str = ""


def settings_of(seeds: Iterable[int], messages: int = MESSAGES) -> list[Settings]:
    """Return the settings of releases of all languages and laws, their noise drawn from 0 to 1."""
    made = []
    for seed in seeds:
        draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
        noise = round(draw.uniform(0, 1), 3)
        made.append(Settings(messages=messages, seed=seed, noise=noise, language=draw.choice(LANGUAGES), law=draw.choice(LAWS)))
    return made


def cases_of(settings: Settings) -> list[Case]:
    """Invent a release, reconstruct it and judge each of its claims."""
    release = simulate(settings)
    return judged(release.text, release.gold)


def judged(text: str, raw_gold: dict[str, Any]) -> list[Case]:
    """Reconstruct a text and judge each claim by its gold."""
    export = json.loads(to_json(lvvthreads.reconstruct(lvvthreads.Document.from_text(text, name="release.txt"))))
    compared = Comparison(gold=gold_of(raw_gold, "gold"), found=found_of(export, "export"))
    truth = {message["id"]: message for message in raw_gold["messages"]}
    return [*_blocks(export, compared, truth), *_dates(export, compared, truth), *_links(export, compared)]


def _blocks(export: Mapping[str, Any], compared: Comparison, truth: Mapping[str, Any]) -> Iterator[Case]:
    """Judge the headers, and the fields of each: a field of no header is wrong."""
    gold_at = {(found.first, found.last): truth[block.id] for block, found in compared.pairs() if found}
    for message in export["messages"]:
        for witness in message["witnesses"]:
            header = witness["header"]
            gold = gold_at.get((header["first_line"], header["last_line"]))
            yield Case("header", header["confidence"], gold is not None, witness["form"])
            for name in FIELDS:
                if name in witness["fields"] and not (gold and _silent(name, gold)):
                    field = witness["fields"][name]
                    yield Case("field", field["confidence"], gold is not None and _line_of(name, gold) in field["lines"], name)


def _silent(name: str, gold: Mapping[str, Any]) -> bool:
    """Tell whether the gold does not say where a field is: nobody annotated it. What is invented is always known."""
    labels = gold.get("labels", {})
    return not any(labels.values()) or ("sent_true" not in gold and labels.get(name) is None and name in gold.get("unsure", ()))


def _line_of(name: str, gold: Mapping[str, Any]) -> int | None:
    """Return the line of a field; a sentence that stands for a header has its sender where its time is."""
    labels = gold["labels"]
    is_sentence = name == "from" and gold["subject"] is None and not gold["to"]
    line: int | None = labels["sent"] if is_sentence else labels[name]
    return line


def _dates(export: Mapping[str, Any], compared: Comparison, truth: Mapping[str, Any]) -> Iterator[Case]:
    """Judge the times that claim anything, digit by digit; of a message that stands for no e-mail there is no truth."""
    for message in export["messages"]:
        mail = compared.stands_for.get(message["id"])
        claimed = message["sent"]["pattern"]
        if mail and claimed:
            meant = truth[mail].get("sent_true") or compared.first_block_of[mail].sent or ""
            if meant:
                right = all(one == other or "?" in {one, other} for one, other in zip(claimed, meant, strict=False))
                yield Case("date", message["sent"]["confidence"], right, " ".join(message["sent"]["basis"]))


def _links(export: Mapping[str, Any], compared: Comparison) -> Iterator[Case]:
    """Judge the links, as the evaluation does."""
    wanted = links_compared(compared)
    for link in export["links"]:
        if (link["child"], link["parent"]) in wanted:
            quoted = any(evidence["feature"] == "quoted" for evidence in link["evidence"])
            yield Case("link", link["confidence"], wanted[link["child"], link["parent"]], "quoted" if quoted else "sought")


def gathered(settings: Sequence[Settings]) -> list[tuple[float, list[Case]]]:
    """Judge many releases, on all cores; return the noise of each with its cases."""
    with ProcessPoolExecutor() as pool:
        return list(zip((one.noise for one in settings), pool.map(cases_of, settings), strict=True))


class Bin(NamedTuple):
    """Cases of like confidence."""

    cases: int
    claimed: float
    right: float


def bins_of(cases: Iterable[Case], *, least: int = LEAST, most: int = MOST_BINS) -> list[Bin]:
    """Return bins of equal count; cases of one confidence are spread evenly over the bins that they fill."""
    by_confidence: dict[float, list[bool]] = defaultdict(list)
    for case in cases:
        by_confidence[case.claimed].append(case.right)
    rows = [(claimed, sum(right) / len(right)) for claimed, right in sorted(by_confidence.items()) for _ in right]
    count = max(1, min(most, len(rows) // least))
    cuts = [len(rows) * i // count for i in range(count + 1)]
    return [
        Bin(stop - start, *(sum(row[i] for row in rows[start:stop]) / (stop - start) for i in (0, 1)))
        for start, stop in pairwise(cuts)
        if stop > start
    ]


def report(title: str, cases: Sequence[Case], *, least: int = LEAST) -> None:
    """Print a table for each kind."""
    print(f"\n{title}")
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        kinds[case.kind].append(case)
    for kind, of_kind in sorted(kinds.items()):
        bins = bins_of(of_kind, least=least)
        print(f"\n{kind}: {len(of_kind)} cases, largest deviation {max(abs(one.claimed - one.right) for one in bins):.3f}")
        print("   cases  claimed  right")
        for one in bins:
            print(f"{one.cases:8} {one.claimed:8.3f} {one.right:6.3f}")


def report_groups(cases: Sequence[Case]) -> None:
    """Print for each kind how the claims of its groups fare, whatever their confidence."""
    groups: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.kind, case.group].append(case)
    print("\nBy what sets the claims apart")
    for (kind, group), of_group in sorted(groups.items()):
        whole = bins_of(of_group, least=len(of_group))[0]
        print(f"{kind:7} {group:28} {whole.cases:8} {whole.claimed:8.3f} {whole.right:6.3f}")


def main() -> None:
    """Measure invented releases, and the annotated ones if asked to."""
    by_noise = gathered(settings_of(range(FIRST_SEED, FIRST_SEED + RELEASES)))
    cases = [case for _, some in by_noise for case in some]
    report(f"{RELEASES} invented releases of {MESSAGES} messages, seeds from {FIRST_SEED} on", cases)
    report_groups(cases)
    report_groups([case._replace(group=f"noise from {int(noise * 4) / 4}") for noise, some in by_noise for case in some])
    for path in sorted(CORPORA.glob("*.gold.json")) if "--corpora" in sys.argv[1:] else ():
        name = path.name.removesuffix(".gold.json")
        text = (CORPORA / f"{name}.txt").read_text(encoding="utf-8")
        report(f"{name} (annotated)", judged(text, json.loads(path.read_text(encoding="utf-8"))), least=10**9)


if __name__ == "__main__":
    main()
