"""Texts to fit the decoder's weights on and to judge them by, each worth as many headers as it is read aright.

Releases come with their truth, invented ones and annotated ones; papers that are no mail are worth less with each header that is found in them;
clean headers of many languages are worth one each.
What is slow is to build a correspondence and to judge it, so a text remembers what each reading of it was worth:
most steps of most weights leave the headers of a text as they were.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

import lvvthreads
from lvvthreads import Document
from lvvthreads.evaluate import evaluate, found_of, gold_of
from lvvthreads.header.parse import parse
from lvvthreads.simulate import Settings, simulate
from lvvthreads.simulate.noise import Noise
from lvvthreads.write import to_json
from tests.floors import CORPUS
from tests.header.forms import cases, judged, languages

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

Figures = dict[str, float]

#: What is fitted on: the seeds of invented releases, each with the next noise, language and law.
SEEDS, MESSAGES = range(11, 31), 30
NOISES = (0.3, 0.5, 0.7, 0.9)
SPOKEN = (("nl", "wob"), ("en", "foia"), ("nl", "woo"), ("de", "bars"), ("nl", "blank"), ("fr", "blank"), ("en", "woo"))
#: What is only judged by: every language at every noise.
UNSEEN_SEEDS, UNSEEN_MESSAGES = (91, 92, 93), 80
UNSEEN_NOISES = (0.3, 0.5)
UNSEEN_SPOKEN = (("nl", "woo"), ("en", "foia"), ("de", "bars"), ("fr", "blank"))
#: Annotated releases by the group that is left out together; the last is in no fit.
ANNOTATED = {"lvv-wob-part1": "lvv-wob-part1", "uwv-tolken-scan": "uwv-tolken", "uwv-tolken-fax": "uwv-tolken"}
ONLY_JUDGED = "uwv-tolken-copy"
#: A time that is wrong misleads, one that is left open does not.
SENT_WRONG_COUNTS = 2.0
PAPERS = Path(__file__).parents[1] / "header" / "fixtures" / "negatives"
#: The damage of papers that are no mail: another seed than their test has.
PAPER_SEED, PAPER_NOISE = 3, 0.3


@frozen(kw_only=True, eq=False)
class Text:
    """A text whose truth is known, and what the ways in which it was read so far were worth."""

    name: str
    #: What is left out together.
    group: str
    document: Document
    #: Read it with the weights of the moment, and return its worth in headers.
    judge: Callable[[], float]
    #: Where each field of each header was read, and what that was worth.
    known: dict[Hashable, float] = field(factory=dict)

    def worth(self) -> float:
        """Return the worth of the text, in headers, by the weights of the moment."""
        read = tuple(
            (*((one.name, one.label, one.lines) for one in parsed.block.fields), parsed.block.form) for parsed in parse(self.document)
        )
        if read not in self.known:
            self.known[read] = self.judge()
        return self.known[read]


def figures(document: Document, gold: dict[str, Any]) -> Figures:
    """Reconstruct a document and return its figures."""
    export = json.loads(to_json(lvvthreads.reconstruct(document)))
    return dict(evaluate(found_of(export, "the export"), gold_of(gold, "the truth"), resamples=0).values)


def score(values: Figures) -> float:
    """Weigh what counts of a release's figures."""
    return values["blocks"] + values["complete"] - SENT_WRONG_COUNTS * values["sent_wrong"]


def _release(name: str, group: str, text: str, gold: dict[str, Any]) -> Text:
    document = Document.from_text(text, name="release.txt")
    return Text(name=name, group=group, document=document, judge=lambda: len(gold["messages"]) * score(figures(document, gold)))


def releases() -> tuple[Text, ...]:
    """Return the releases to fit on; annotated ones only where they are here."""
    found = [_release(name, group, *annotated(name)) for name, group in ANNOTATED.items() if is_annotated(name)]
    for at, seed in enumerate(SEEDS):
        language, law = SPOKEN[at % len(SPOKEN)]
        noise = NOISES[at % len(NOISES)]
        release = simulate(Settings(messages=MESSAGES, seed=seed, noise=noise, language=language, law=law))
        found.append(_release(f"{language} {law} {noise} {seed}", "simulation", release.text, release.gold))
    return tuple(found)


def is_annotated(name: str) -> bool:
    """Say whether an annotated release is here."""
    return (CORPUS / f"{name}.gold.json").is_file()


def annotated(name: str) -> tuple[str, dict[str, Any]]:
    """Return the text of an annotated release, and its gold."""
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8"), json.loads((CORPUS / f"{name}.gold.json").read_text(encoding="utf-8"))


def watched() -> tuple[Text, ...]:
    """Return what may not get worse: papers that are no mail, clean and damaged, and clean headers of all languages."""
    return (*_papers(), *_forms())


def _papers() -> Iterable[Text]:
    for file in sorted(PAPERS.glob("*.txt")):
        clean = file.read_text(encoding="utf-8")
        noise = Noise(Random(PAPER_SEED), PAPER_NOISE)  # noqa: S311 - repeatable, not secret
        damaged = "\n".join(noise.scan([(line, None)]).text for line in clean.split("\n"))
        for text in (clean, damaged):
            document = Document.from_text(text)
            yield Text(name=file.stem, group="papers", document=document, judge=_cost_of_headers(document))


def _cost_of_headers(document: Document) -> Callable[[], float]:
    return lambda: -float(len(lvvthreads.reconstruct(document).messages))


def _forms() -> Iterable[Text]:
    for language in languages():
        for case in cases(language):
            document = Document.from_text(case.text, name="case.txt")
            yield Text(name=case.name, group="forms", document=document, judge=lambda case=case: float(judged(case).is_right))  # type: ignore[misc]


def to_judge_by() -> dict[str, list[tuple[Document, dict[str, Any]]]]:
    """Return under each name releases with their truth: annotated ones, and invented ones of unseen seeds, whose mean is taken."""
    found = {}
    for name in (*ANNOTATED, ONLY_JUDGED):
        if is_annotated(name):
            text, gold = annotated(name)
            found[name] = [(Document.from_text(text, name="release.txt"), gold)]
    for noise in UNSEEN_NOISES:
        made = [
            simulate(Settings(messages=UNSEEN_MESSAGES, seed=seed, noise=noise, language=language, law=law))
            for seed in UNSEEN_SEEDS
            for language, law in UNSEEN_SPOKEN
        ]
        found[f"unseen, noise {noise}"] = [(Document.from_text(one.text, name="release.txt"), one.gold) for one in made]
    return found
