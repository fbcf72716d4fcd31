"""An evaluation in, something to read out: a table for people, JSON for programs, what is wrong with its lines."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lvvthreads.view.harmless import harmless, shortened
from lvvthreads.view.wording import count, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.evaluate.evaluation import Evaluation
    from lvvthreads.evaluate.figures import Figure
    from lvvthreads.evaluate.share import Fault
    from lvvthreads.evaluate.texts import Texts

#: So many lines of a header are shown beside what is wrong with it, and so much of each.
_LINES_SHOWN = 12
_LINE_LENGTH = 120

_HEAD = ("figure", "value", "95 % interval", "what it is")


def as_table(evaluation: Evaluation, texts: Texts | None = None) -> str:
    """Write the figures as a table; below it what is wrong, if texts are given, be it none."""
    name, value, interval, meaning = _HEAD
    gold = f"{count(evaluation.gold_headers, 'header')} in {count(evaluation.printouts, 'printout')} of the gold"
    lines = [
        f"{gold}; {count(evaluation.found_headers, 'header')} found by {harmless(evaluation.generator)}",
        "",
        f"{name:<12}  {value:>5}  {interval:<14}  {meaning}",
        *(_row(evaluation, figure) for figure in evaluation.figures),
        "",
        _about_intervals(evaluation),
    ]
    if texts is not None:
        lines += ["", *_fault_lines(evaluation, texts)]
    return "\n".join(lines) + "\n"


def as_json(evaluation: Evaluation, texts: Texts | None = None) -> str:
    """Write figures and intervals as JSON; what is wrong too, if texts are given, be it none."""
    content: dict[str, Any] = {
        "generator": evaluation.generator,
        "gold_headers": evaluation.gold_headers,
        "found_headers": evaluation.found_headers,
        "printouts": evaluation.printouts,
        "figures": evaluation.values,
        "intervals": evaluation.intervals,
        "resamples": evaluation.resamples,
        "seed": evaluation.seed,
    }
    if texts is not None:
        content["errors"] = [_fault(fault, texts) for fault in evaluation.faults]
    return json.dumps(content, indent=1) + "\n"


def _row(evaluation: Evaluation, figure: Figure) -> str:
    value, bounds = evaluation.values[figure.name], evaluation.intervals[figure.name]
    shown = f"{value:.3f}" if figure.has_interval else f"{value:.0f}"
    interval = f"{bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else "-"
    return f"{figure.name:<12}  {shown:>5}  {interval:<14}  {figure.meaning}"


def _about_intervals(evaluation: Evaluation) -> str:
    if evaluation.printouts < 2:
        return "There are no intervals: a single printout says nothing about others."
    if not evaluation.resamples:
        return "There are no intervals: none were asked for."
    return f"Intervals: printouts drawn anew {evaluation.resamples} times, seed {evaluation.seed}. They do not cover errors of which no printout has one."


def _fault_lines(evaluation: Evaluation, texts: Texts) -> Iterator[str]:
    """Yield what is wrong, what stands at the same lines together, and then these lines."""
    yield f"{count(len(evaluation.faults), 'error')}{'' if texts or not evaluation.faults else '; give the text with --text to see its lines'}"
    for (source, first, last), faults in groupby(evaluation.faults, key=lambda fault: (fault.source, fault.first, fault.last)):
        yield ""
        place = f"{harmless(source)}:{span(first, last)}" if source else f"line {span(first, last)}"
        yield from (f"{place}  {harmless(fault.text)}" for fault in faults)
        lines = _lines(texts, source, first, last)
        yield from (f"  {number:>5}  {shortened(line, _LINE_LENGTH)}".rstrip() for number, line in lines[:_LINES_SHOWN])
        if len(lines) > _LINES_SHOWN:
            yield f"    ...  {count(len(lines) - _LINES_SHOWN, 'more line')}"


def _fault(fault: Fault, texts: Texts) -> dict[str, Any]:
    lines = _lines(texts, fault.source, fault.first, fault.last)
    place = {"source": fault.source, "first_line": fault.first, "last_line": fault.last}
    return {**place, "error": fault.text, "lines": [line for _, line in lines[:_LINES_SHOWN]]}


def _lines(texts: Texts, source: str | None, first: int, last: int) -> list[tuple[int, str]]:
    """Return the numbered lines of a text, as far as it is there and has them."""
    text = texts.get(source or "", ())
    return list(enumerate(text[max(first, 1) - 1 : max(last, 0)], start=max(first, 1)))
