"""Fit the decoder's weights (:mod:`lvvthreads.header.weights`) to releases whose truth is known, starting from what stands in the table.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.fit_weights [--leave-one-out] [--write]``.
It prints the whole table, as it stands and as fitted, and how releases fare with both, those that no fit has seen among them.

The method is a search along one weight at a time.
Every weight is moved one step up and one step down, alone, and what that wins on each release is noted.
What wins on the whole is then tried in turn, the best first, on top of what was kept before, and further in the same direction as long as it goes on winning;
at the end every kept step is taken back once more to see whether it was needed.
A step is kept only if it wins so many headers, so that the weights stay where they are unless several headers say otherwise,
and only if nobody else pays for it: no group of releases (the annotated ones apart from the invented ones) is read worse than before,
no paper that is no mail gains a header, no clean header of any language is lost.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tests.benchmarks.weight_table import Name, table, weighing, write
from tests.benchmarks.weight_texts import ANNOTATED, ONLY_JUDGED, figures, is_annotated, releases, to_judge_by, watched
from tests.floors import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lvvthreads import Document
    from tests.benchmarks.weight_texts import Figures, Text

#: A step is such a share of its weight, and no less than that.
SHARE, LEAST_STEP = 0.2, 0.1
#: What a step must win, in headers: one that was not found and now is, and is whole, counts as two.
PRICE = 3.0
#: No weight goes further than so many steps.
MOST_STEPS = 3
#: Figures are rounded: so much less is no less.
_ROUNDED = 0.01
#: What is printed, and how much a release may lose when no weight was fitted on it.
SHOWN = ("blocks", "complete", "sent_wrong")
MAY_LOSE = {"blocks": 0.05, "complete": 0.10}

#: How many steps each moved weight went, and which way.
Steps = dict[Name, int]
#: A single step of one weight -> what it wins on each release, in headers.
Screen = dict[tuple[Name, int], dict[str, float]]


def moved(steps: Mapping[Name, int], begun: Mapping[Name, float]) -> dict[Name, float]:
    """Return the numbers that are moved; what speaks for a header may come to nothing, but not speak against it.

    >>> moved({("BLOCK",): 2, ("GAP",): 1, ("CC",): -1}, {("BLOCK",): -4.0, ("GAP",): -0.15, ("CC",): 0.0})
    {('BLOCK',): -2.4, ('GAP',): -0.05, ('CC',): -0.1}
    """
    values = {}
    for name, count in steps.items():
        value = round(begun[name] + count * max(LEAST_STEP, SHARE * abs(begun[name])), 2)
        values[name] = value if value * begun[name] >= 0 else 0.0
    return values


def screened(texts: Sequence[Text], begun: Mapping[Name, float]) -> Screen:
    """Move every weight one step each way, alone, and note what that wins on each text."""
    before = {text.name: text.worth() for text in texts}
    screen: Screen = {}
    for at, name in enumerate(begun, start=1):
        for way in (1, -1):
            with weighing(moved({name: way}, begun)):
                screen[name, way] = {text.name: text.worth() - before[text.name] for text in texts}
        print(f"\r{at} of {len(begun)} weights moved", end="", flush=True)
    print()
    return screen


def fitted(texts: Sequence[Text], watch: Sequence[Text], screen: Screen, begun: Mapping[Name, float]) -> Steps:
    """Return the steps that are kept: the most promising first, each as far as it wins what it costs."""
    gains = {move: sum(won[text.name] for text in texts) for move, won in screen.items()}
    at_least = _by_group((*texts, *watch))
    best, steps = _worth(texts), Steps()

    def weighed(tried: Steps) -> float:
        with weighing(moved(tried, begun)):
            worth = _worth(texts) - PRICE * _length(tried)
            # who might pay is asked last, for that is long
            return worth if worth <= best or _nobody_pays(at_least, _by_group((*texts, *watch))) else best

    for name, way in sorted((move for move in gains if gains[move] > 0), key=gains.__getitem__, reverse=True):
        while steps.get(name, 0) * way in range(MOST_STEPS):
            tried = {**steps, name: steps.get(name, 0) + way}
            worth = weighed(tried)
            if worth <= best:
                break
            best, steps = worth, tried
    for name in tuple(steps):
        without = {other: count for other, count in steps.items() if other != name}
        worth = weighed(without)
        if worth > best:
            best, steps = worth, without
    return steps


def _by_group(texts: Iterable[Text]) -> dict[str, float]:
    worth: dict[str, float] = {}
    for text in texts:
        worth[text.group] = worth.get(text.group, 0.0) + text.worth()
    return worth


def _nobody_pays(before: Mapping[str, float], after: Mapping[str, float]) -> bool:
    return all(after[group] >= worth - _ROUNDED for group, worth in before.items())


def _worth(texts: Iterable[Text]) -> float:
    return sum(text.worth() for text in texts)


def _length(steps: Steps) -> int:
    return sum(map(abs, steps.values()))


def fits(texts: Sequence[Text], screen: Screen, *, leave_out: bool) -> dict[str, dict[Name, float]]:
    """Return the weights as they stand, fitted on all, and, if asked for, without each group in turn."""
    begun, watch = table(), watched()
    found = {"as it stands": begun, "fitted on all": _fit(texts, watch, screen, begun)}
    for group in dict.fromkeys(text.group for text in texts) if leave_out else ():
        kept = [text for text in texts if text.group != group]
        found[f"without {group}"] = _fit(kept, watch, screen, begun)
    return found


def _fit(texts: Sequence[Text], watch: Sequence[Text], screen: Screen, begun: Mapping[Name, float]) -> dict[Name, float]:
    steps = fitted(texts, watch, screen, begun)
    print(
        f"fitted on {len(texts)} releases: " + (", ".join(f"{' '.join(name)} {count:+}" for name, count in steps.items()) or "no step pays")
    )
    return {**begun, **moved(steps, begun)}


def report_weights(found: Mapping[str, Mapping[Name, float]], screen: Screen) -> None:
    """Print the tables side by side: what one step up and one down wins alone, and a mark behind each weight that some fit moved."""
    print(f"\n{'':36} {'a step up wins':>16} {'down':>8}" + "".join(f" {title:>22}" for title in found))
    for name in table():
        values = [weights[name] for weights in found.values()]
        up, down = (sum(screen[name, way].values()) for way in (1, -1))
        row = f"{' '.join(name):36} {up:16.1f} {down:8.1f}" + "".join(f" {value:22.2f}" for value in values)
        print(row + (" *" if len(set(values)) > 1 else ""))


def report_figures(found: Mapping[str, Mapping[Name, float]]) -> dict[str, dict[str, Figures]]:
    """Print how the releases fare with each table, and return it: release -> table -> figures."""
    judged: dict[str, dict[str, Figures]] = {}
    print(f"\n{'':24}{'':24}" + "".join(f" {figure:>10}" for figure in SHOWN))
    for release, some in to_judge_by().items():
        judged[release] = {}
        for title, weights in found.items():
            alike = next((other for other in judged[release] if found[other] == weights), None)
            mean = judged[release][alike] if alike else _mean(some, weights)
            judged[release][title] = mean
            print(f"{release:24}{title:24}" + "".join(f" {mean[figure]:10.4f}" for figure in SHOWN), flush=True)
    return judged


def _mean(some: Sequence[tuple[Document, dict[str, Any]]], weights: Mapping[Name, float]) -> Figures:
    with weighing(weights):
        of_each = [figures(document, gold) for document, gold in some]
    return {figure: sum(one[figure] for one in of_each) / len(of_each) for figure in SHOWN}


def report_losses(judged: Mapping[str, Mapping[str, Figures]]) -> None:
    """Print how much each release loses when it was not fitted on, beside how much it may."""
    print("\nlost by a release that was not fitted on, against fitted on all" + "".join(f" {figure:>10}" for figure in MAY_LOSE))
    for release, by_title in judged.items():
        without = f"without {group_of(release)}"
        if without in by_title:
            lost = {figure: by_title["fitted on all"][figure] - by_title[without][figure] for figure in MAY_LOSE}
            within = all(lost[figure] <= most for figure, most in MAY_LOSE.items())
            print(f"{release:63}" + "".join(f" {value:10.4f}" for value in lost.values()) + ("" if within else "  TOO MUCH"))


def group_of(release: str) -> str:
    """Return what is left out together with a release; the one that is only judged belongs to its sisters.

    >>> group_of("uwv-tolken-copy"), group_of("unseen, noise 0.3")
    ('uwv-tolken', 'simulation')
    """
    return ANNOTATED["uwv-tolken-scan"] if release == ONLY_JUDGED else ANNOTATED.get(release, "simulation")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Fit the decoder's weights; takes five to fifteen minutes.")
    parser.add_argument(
        "--leave-one-out", action="store_true", help="fit anew without each group of releases in turn; takes ten to twenty-five minutes"
    )
    parser.add_argument("--write", action="store_true", help="write what was fitted on all into lvvthreads/header/weights.py")
    asked = parser.parse_args(arguments)
    absent = [name for name in (*ANNOTATED, ONLY_JUDGED) if not is_annotated(name)]
    if absent:
        print(f"not in {CORPUS}, and left out: {', '.join(absent)}")
    texts = releases()
    screen = screened(texts, table())
    found = fits(texts, screen, leave_out=asked.leave_one_out)
    report_weights(found, screen)
    judged = report_figures(found)
    if asked.leave_one_out:
        report_losses(judged)
    if asked.write:
        write(found["fitted on all"])


if __name__ == "__main__":
    main()
