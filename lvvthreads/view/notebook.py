"""Correspondences and threads in Jupyter: the tree of the terminal as HTML, with a timeline beside each thread.

All text is escaped, there is no script, every style is bound to one class, and colours are those of the page.
A thread holds only the ids of its messages; shown alone it is a tree of ids, and ``Picture`` shows it with its correspondence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from lvvthreads.view.forest import Tree, trees
from lvvthreads.view.harmless import escaped, harmless
from lvvthreads.view.timeline import ROW_HEIGHT, timeline
from lvvthreads.view.tree import described, drawn, heading, remarks, summary
from lvvthreads.view.wording import Wording, count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lvvthreads.thread.correspondence import Correspondence, Thread
    from lvvthreads.view.forest import Row

#: How many messages a notebook shows at once; more make the page slow and nobody reads them there.
_LIMIT = 200

_VERTICAL = "linear-gradient(currentColor,currentColor) 6px 0/1px"
_HORIZONTAL = "linear-gradient(currentColor,currentColor) 6px 50%/9px 1px no-repeat"

#: Bound to one class; rows of text are as high as the rows of the timeline.
_STYLE = f"""<style>
.lvvthreads{{font-size:13px;line-height:{ROW_HEIGHT}px}}
.lvvthreads h4{{margin:14px 0 2px;font-size:14px;line-height:1.4}}
.lvvthreads .lvv-thread{{display:flex;align-items:flex-start}}
.lvvthreads svg{{flex:none;display:block;overflow:visible;max-width:none}}
.lvvthreads .lvv-rows{{flex:1 1 auto;min-width:0;overflow-x:auto;padding-left:8px}}
.lvvthreads .lvv-row{{display:flex;height:{ROW_HEIGHT}px;white-space:pre}}
.lvvthreads .lvv-row span{{margin-right:12px;unicode-bidi:isolate}}
.lvvthreads .lvv-row i{{flex:none;width:18px;opacity:.5}}
.lvvthreads .lvv-on{{background:{_VERTICAL} 100% no-repeat}}
.lvvthreads .lvv-tee{{background:{_VERTICAL} 100% no-repeat,{_HORIZONTAL}}}
.lvvthreads .lvv-end{{background:{_VERTICAL} 50% no-repeat,{_HORIZONTAL}}}
.lvvthreads .lvv-when{{font-variant-numeric:tabular-nums}}
.lvvthreads .lvv-who{{font-weight:600}}
.lvvthreads .lvv-notes,.lvvthreads .lvv-remark,.lvvthreads .lvv-legend{{opacity:.7}}
.lvvthreads .lvv-remark{{border-top:1px dashed;height:0;margin-top:{ROW_HEIGHT // 2}px;width:18px;flex:none}}
.lvvthreads p{{margin:6px 0 0;line-height:1.4}}
</style>"""

_LEGEND = "Senders: ● named, ○ redacted, ◌ unreadable. Links: solid for a reply, dashed for a forward, pale where doubtful."


@frozen
class Picture:
    """What a notebook shows of a correspondence: all of it, or one thread, with doubtful links cut."""

    correspondence: Correspondence = field(repr=False)
    thread: str | int | None = field(default=None, kw_only=True)
    min_confidence: float = field(default=0.0, kw_only=True)

    def __str__(self) -> str:
        """Return the tree as text, whole."""
        return drawn(self.correspondence, self._trees)

    @property
    def _trees(self) -> tuple[Tree, ...]:
        return trees(self.correspondence, min_confidence=self.min_confidence, thread=self.thread)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return _bundle(self.correspondence, self._trees)


def correspondence_bundle(correspondence: Correspondence) -> dict[str, str]:
    """Picture a correspondence as plain text and as HTML, the largest threads if it is too large to show whole."""
    return _bundle(correspondence, trees(correspondence))


def thread_bundle(thread: Thread, correspondence: Correspondence | None = None) -> dict[str, str]:
    """Picture a thread as plain text and as HTML; without its correspondence as a tree of ids."""
    if correspondence is not None:
        return _bundle(correspondence, trees(correspondence, thread=thread.id))
    title = f"{harmless(thread.subject) or '(no subject)'} ({count(len(thread.tree), 'message')})"
    left_out = count(len(thread.tree) - _LIMIT, "more message") if len(thread.tree) > _LIMIT else ""
    lines = [f"{'   ' * branch.depth}{harmless(branch.message)}" for branch in thread.tree[:_LIMIT]]
    text = "\n".join([title, *lines, *([left_out] if left_out else [])])
    return {"text/plain": text, "text/html": f"<pre>{'<br>'.join(escaped(line) for line in text.splitlines())}</pre>"}


def _bundle(correspondence: Correspondence, whole: tuple[Tree, ...]) -> dict[str, str]:
    shown = _largest(whole)
    left_out = _left_out(whole, shown)
    wording = Wording.of(correspondence)
    sections = "".join(_section(correspondence, each, wording) for each in shown)
    foot = f"<p>{escaped(summary(correspondence, shown))}</p>" + (f"<p>{escaped(left_out)}</p>" if left_out else "")
    legend = f'<p class="lvv-legend">{_LEGEND}</p>' if shown else ""
    return {
        "text/plain": drawn(correspondence, shown) + (f"{left_out}\n" if left_out else ""),
        "text/html": f'<div class="lvvthreads">{_STYLE}{sections}{foot}{legend}</div>',
    }


def _largest(whole: tuple[Tree, ...]) -> tuple[Tree, ...]:
    """Choose the largest threads that fit together, in their order; of one that is too large alone, its beginning."""
    chosen: list[Tree] = []
    for each in sorted(whole, key=lambda tree: (-len(tree.rows), tree.number)):
        if chosen and sum(len(tree.rows) for tree in chosen) + len(each.rows) > _LIMIT:
            break
        chosen.append(evolve(each, rows=each.rows[:_LIMIT]))
    return tuple(sorted(chosen, key=lambda tree: tree.number))


def _left_out(whole: tuple[Tree, ...], shown: tuple[Tree, ...]) -> str:
    rows = sum(len(each.rows) for each in whole) - sum(len(each.rows) for each in shown)
    smaller = len(whole) - len(shown)
    if not rows:
        return ""
    where = f" in {count(smaller, 'smaller thread')}" if smaller else ""
    return f"Left out here: {count(rows, 'message')}{where}. print(lvvthreads.view.tree(...)) shows all."


def _section(correspondence: Correspondence, shown: Tree, wording: Wording) -> str:
    lines: list[str] = []
    rows: list[tuple[Row, int]] = []
    for row in shown.rows:
        rows.append((row, len(lines)))
        lines.append(_message(row, wording))
        lines += [_remark(row, remark) for remark in remarks(correspondence, row, wording)]
    drawing = timeline(rows, len(lines), wording) if len(rows) > 1 else ""
    return f'<h4>{escaped(heading(shown))}</h4><div class="lvv-thread">{drawing}<div class="lvv-rows">{"".join(lines)}</div></div>'


def _message(row: Row, wording: Wording) -> str:
    parts = zip(("when", "who", "subject", "notes"), described(row, wording), strict=True)
    # The blanks keep the words apart where a viewer strips the styles.
    spans = " ".join(f'<span class="lvv-{name}">{escaped(part)}</span>' for name, part in parts if part)
    turn = ("tee" if row.follows[-1] else "end",) if row.follows else ()
    return f'<div class="lvv-row">{_rails([*_straight(row.follows[:-1]), *turn])}{spans}</div>'


def _remark(row: Row, remark: str) -> str:
    rails = _rails([*_straight(row.follows), "on" if row.bears else ""])
    return f'<div class="lvv-row">{rails}<span class="lvv-remark"></span><span class="lvv-notes">{escaped(remark)}</span></div>'


def _straight(follows: Iterable[bool]) -> list[str]:
    return ["on" if more else "" for more in follows]


def _rails(turns: list[str]) -> str:
    return "".join(f'<i class="lvv-{turn}"></i>' if turn else "<i></i>" for turn in turns)
