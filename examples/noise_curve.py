"""Measure on invented releases how accuracy falls as print and scan get worse; print the table, and draw it.

python examples/noise_curve.py -o noise_curve.svg

Each point is the mean of several releases that are invented anew, in Dutch under the Woo; noise runs from 0, clean text, over 0.5, a poor scan, to 1.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import fmean

import lvvthreads
from lvvthreads.evaluate import evaluate, found_of, gold_of
from lvvthreads.simulate import Settings, simulate
from lvvthreads.write import to_json

#: Each figure with its name in table and picture, and a colour that can be seen on white and on black.
FIGURES = {
    "blocks": ("headers", "#3f8fd2"),
    "complete": ("complete", "#e0653a"),
    "sent": ("time", "#2ba27a"),
    "sent_wrong": ("wrong digits", "#d9534f"),
    "subject": ("subject", "#b08a1e"),
    "copies": ("copies", "#9a6fd0"),
    "links": ("links", "#d857a0"),
    "threads": ("threads", "#7b8a97"),
}
NOISE = tuple(step / 10 for step in range(11))
#: The picture in pixels, the margins around its axes, and the least distance of two names beside it.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM, APART = 760, 430, 52, 112, 18, 48, 17
BEGIN, END = "<!-- noise curve: begin (written by examples/noise_curve.py) -->", "<!-- noise curve: end -->"

#: Noise -> figure -> mean over the releases.
Curve = dict[float, dict[str, float]]


def measured(settings: Settings) -> dict[str, float]:
    """Invent a release, reconstruct it, and compare."""
    release = simulate(settings)
    export = json.loads(to_json(lvvthreads.reconstruct(lvvthreads.Document.from_text(release.text, name="release.txt"))))
    judged = evaluate(found_of(export, "the export"), gold_of(release.gold, "the truth"), resamples=0)
    return {figure: judged.values[figure] for figure in FIGURES}


def curve(messages: int, seeds: int) -> Curve:
    """Measure all degrees of noise, on all cores."""
    settings = [Settings(messages=messages, seed=seed, noise=noise) for noise in NOISE for seed in range(1, seeds + 1)]
    with ProcessPoolExecutor() as pool:
        results = list(zip(settings, pool.map(measured, settings), strict=True))
    return {
        noise: {figure: fmean(one[figure] for setting, one in results if setting.noise == noise) for figure in FIGURES} for noise in NOISE
    }


def table(found: Curve) -> str:
    """Write the curve as a table in Markdown."""
    head = ["noise", *(name for name, _ in FIGURES.values())]
    rows = [[f"{noise:.1f}", *(f"{figures[figure]:.3f}" for figure in FIGURES)] for noise, figures in found.items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---:"] * len(head), *rows))


def picture(found: Curve, caption: str) -> str:
    """Draw the curve as an SVG picture that can be read on a light and on a dark page."""
    lines = "\n".join(_line(found, figure, colour) for figure, (_, colour) in FIGURES.items())
    last = found[NOISE[-1]]
    names = "\n".join(
        f'<text x="{WIDTH - RIGHT + 8}" y="{y + 4:.1f}" style="fill:{FIGURES[figure][1]}">{FIGURES[figure][0]}</text>'
        for figure, y in _places({figure: _y(last[figure]) for figure in FIGURES}).items()
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">
<title>Accuracy by noise: {caption}</title>
<style>
text {{ font: 13px sans-serif; fill: #333 }}
.grid {{ stroke: #8886; stroke-width: 1 }}
.curve {{ fill: none; stroke-width: 2.2; stroke-linejoin: round }}
@media (prefers-color-scheme: dark) {{ text {{ fill: #ccc }} }}
</style>
{_axes()}
{lines}
{names}
<text x="{LEFT}" y="{HEIGHT - 8}">noise: 0 clean text, 0.5 a poor scan, 1 the worst; {caption}</text>
</svg>
"""


def _axes() -> str:
    """Draw the grid with its numbers."""
    across = (
        f'<path class="grid" d="M{LEFT} {_y(step / 5):.1f}H{WIDTH - RIGHT}"/>'
        f'<text x="{LEFT - 8}" y="{_y(step / 5) + 4:.1f}" text-anchor="end">{step / 5:.1f}</text>'
        for step in range(6)
    )
    along = (f'<text x="{_x(noise):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{noise:.1f}</text>' for noise in NOISE)
    return "\n".join((*across, *along))


def _line(found: Curve, figure: str, colour: str) -> str:
    points = " ".join(f"{_x(noise):.1f},{_y(figures[figure]):.1f}" for noise, figures in found.items())
    return f'<polyline class="curve" stroke="{colour}" points="{points}"/>'


def _x(noise: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * noise


def _y(value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - value)


def _places(wanted: dict[str, float]) -> dict[str, float]:
    """Set names beside the ends of their lines, pushed apart where they would overlap, each group about its own middle."""
    groups: list[list[tuple[str, float]]] = []
    for figure, y in sorted(wanted.items(), key=lambda row: row[1]):
        groups.append([(figure, y)])
        while len(groups) > 1 and _middle(groups[-2]) + _half(groups[-2]) + _half(groups[-1]) > _middle(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    return {figure: _middle(group) + APART * (i - (len(group) - 1) / 2) for group in groups for i, (figure, _) in enumerate(group)}


def _middle(group: list[tuple[str, float]]) -> float:
    return fmean(y for _, y in group)


def _half(group: list[tuple[str, float]]) -> float:
    return APART * len(group) / 2


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, help="where to write the picture (SVG)")
    parser.add_argument("--readme", type=Path, help="a Markdown file in which the table stands between two marks: it is written anew")
    parser.add_argument("--messages", type=int, default=600, help="how many e-mails a release has (default: 600)")
    parser.add_argument("--seeds", type=int, default=3, help="how many releases are averaged (default: 3)")
    chosen = parser.parse_args()
    found = curve(chosen.messages, chosen.seeds)
    print(table(found), end="")
    if chosen.output:
        caption = f"mean of {chosen.seeds} invented releases of {chosen.messages} e-mails"
        chosen.output.write_text(picture(found, caption), encoding="utf-8")
    if chosen.readme:
        before, begin, rest = chosen.readme.read_text(encoding="utf-8").partition(BEGIN)
        _, end, after = rest.partition(END)
        chosen.readme.write_text(f"{before}{begin}\n\n{table(found)}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
