"""Find the label at the head of a line: "Van:", "Verznnrtn", "CCI1Q2e", "n erwern:".

In comes one line; out come the fields its head may name, each with a score in log-odds and the place where the value begins.
What is hard: labels are misread, glued to their value, printed without colon or half lost.
A weak match is kept with a low score; the neighbours decide (:mod:`lvvthreads.header.decode`).
Only labels of the document's languages are looked for (:mod:`lvvthreads.header.spoken`): "De" and "An" are small words elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from lvvthreads.header import weights
from lvvthreads.header.fold import fold, plain
from lvvthreads.header.language import BASE, Languages, field_of, prefixes, printed_labels

_SIMILARITY = Levenshtein.normalized_similarity
#: A head less like a label than this is none, unless it is the end of one.
_LEAST_ALIKE = weights.FUZZY_FLOOR - max(0.0, weights.FUZZY_SHORT, weights.FUZZY_SHORT_LENGTH) / weights.FUZZY
_GLUED_ALIKE, _HEAD_LETTERS = 0.7, 5
_SEPARATORS = frozenset(":;")
#: A label of one letter is looked for with its colon only, one of two letters is glued to nothing that could be a letter.
_LETTER, _TINY = 1, 2
#: A prefix has no more letters than this.
_LONGEST_PREFIX = 4
#: The length of the short labels that can be told when misread: shorter ones look like anything.
_LONE = 3

#: What stands before a label: quote marks, bold marks, box remains, specks.
_LEAD = re.compile(r"[\s>*|_•'\"‘’“”.,^~`\[\]()«»-]{0,40}")
#: The head of a line up to its separator.
_HEAD = re.compile(r"([^\W\d_][^:;]{0,22}?)[\s*_]{0,3}([:;])")
#: The head of a line up to its first blank or sign.
_WORD = re.compile(r"[^\W_][^\s:;]*")
#: The edges of a box that OCR glues to what stands before it.
_EDGE = re.compile(r"[\dIl|\[\](){}<@!/íîÍÎ]|[A-Z]?S[.,\d]|[ijJ]?[Aa][rn]t(?:[.,]| [S5])|[A-Za-z]{1,3}\d|[A-Za-z]{0,2}[oO][.,:]?[2z]")
_HARD_EDGE = re.compile(r"[\d|\[\](){}<@]")
#: The rule between two cells of a table, or a tabulator in its place; the first cell ends within so many letters.
_RULES, _CELL = frozenset("|\t"), 48
_RULE = re.compile(r"[ ]{1,40}[|](?=\s)|[ ]{0,4}\t")
#: A name or weekday glued to a label: no word has a capital within ("AanJoost", "CCBeth").
_CAPITAL = re.compile(r"[A-Z][a-z]")
#: A letter or two that a box's edge became, glued to a label, before an address, a box or nothing.
_STRAY = re.compile(r"[A-Za-z]{1,2}\s{0,2}(?=$|[@|\[<{(\d])")


@frozen(kw_only=True)
class LabelMatch:
    """A field that the head of a line may name."""

    field: str
    #: The label as the line has it.
    label: str
    #: Log-odds that this is the label, from its letters alone.
    score: float
    #: Where the value begins in the line.
    end: int
    #: True where every letter and the colon are as they should be.
    exact: bool


@frozen(kw_only=True, eq=False)
class _Labels:
    """The labels of some languages, in the ways in which they are looked for."""

    languages: Languages
    #: Label in plain spelling -> field, and the same folded.
    fields: dict[str, str]
    folded: dict[str, str]
    #: First letter -> (label, field).
    by_letter: dict[str, tuple[tuple[str, str], ...]]
    #: (label, folded, field) of those long enough to be told from the words they run into.
    gluable: tuple[tuple[str, str, str], ...]
    exact: re.Pattern[str]


@lru_cache(maxsize=64)
def _labels(languages: Languages) -> _Labels:
    fields = field_of(languages)
    longer = {label: name for label, name in fields.items() if len(label) > _LETTER}
    return _Labels(
        languages=languages,
        fields=fields,
        folded={fold(label): name for label, name in longer.items()},
        by_letter={letter: tuple(pair for pair in longer.items() if pair[0][0] == letter) for letter in {label[0] for label in longer}},
        gluable=tuple((label, fold(label), name) for label, name in fields.items() if len(label) >= 8 and " " not in label),
        exact=re.compile(r"({})\b".format("|".join(re.escape(label) for label in printed_labels(languages))), re.IGNORECASE),
    )


@lru_cache(maxsize=32768)
def label_matches(line: str, languages: Languages = BASE) -> tuple[LabelMatch, ...]:
    """Return the fields the head of a line may name, the likeliest first, at most one match a field.

    >>> [m.field for m in label_matches("Verznnrtn wo'nsdag 24 oktober")]
    ['sent']
    >>> [m.field for m in label_matches("Gesendct: Montag", ("nl", "en", "de"))]
    ['sent']
    """
    labels = _labels(languages)
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    if start >= len(line):
        return ()
    found = (
        _ruled(line, start, labels) or _with_separator(line, start, labels) or (*_bare(line, start, labels), *_glued(line, start, labels))
    )
    best: dict[str, LabelMatch] = {}
    for match in found:
        if match.field not in best or match.score > best[match.field].score:
            best[match.field] = match
    return tuple(sorted(best.values(), key=lambda m: -m.score))


def _ruled(line: str, start: int, labels: _Labels) -> tuple[LabelMatch, ...]:
    """Match a label in a cell of a table, spelled right: "Van | 5.1.2.e"."""
    if not _RULES.intersection(line[: start + _CELL]):
        return ()
    exact = labels.exact.match(line, start)
    rule = _RULE.match(line, exact.end()) if exact else None
    if exact is None or rule is None:
        return ()
    name = labels.fields[plain(exact[1])]
    return (LabelMatch(field=name, label=exact[1], score=weights.EXACT_RULED, end=_past_blanks(line, rule.end()), exact=False),)


def _with_separator(line: str, start: int, labels: _Labels) -> tuple[LabelMatch, ...]:
    head = _HEAD.match(line, start)
    if head is None:
        return ()
    word = plain(head[1]).strip()
    end = head.end()
    if word in labels.fields:
        score = weights.EXACT_COLON + (0.0 if head[2] == ":" else weights.SEMICOLON)
        if head[1][:1].islower():
            score += weights.SMALL_LETTER
        return (LabelMatch(field=labels.fields[word], label=head[1], score=score, end=_past_blanks(line, end), exact=head[2] == ":"),)
    if glued := _prefix_glued(line, start, word, labels):
        return (glued,)
    if len(word) > 18:
        return ()
    first, _, rest = word.partition(" ")
    if first in labels.fields and rest in prefixes(labels.languages):
        return ()  # a label without colon, and behind it a prefix with its own
    return tuple(
        LabelMatch(field=name, label=head[1], score=score, end=_past_blanks(line, end), exact=False)
        for name, score in _fuzzy(fold(head[1]), labels.languages).items()
    )


def _prefix_glued(line: str, start: int, word: str, labels: _Labels) -> LabelMatch | None:
    """Match the label of a subject that runs into its prefix: "OnderwerpRE: ", "SubjectFw: "; None if it is none."""
    for label, name in labels.by_letter.get(word[:1], ()):
        end = start + len(label)
        if name == "subject" and word.startswith(label) and 0 < len(word) - len(label) <= _LONGEST_PREFIX and line[end].isupper():
            return LabelMatch(field=name, label=line[start:end], score=weights.GLUED_LONG, end=end, exact=False)
    return None


def _past_blanks(line: str, end: int) -> int:
    while end < len(line) and line[end] in " \t*_:":
        end += 1
    return end


@lru_cache(maxsize=32768)
def _fuzzy(folded: str, languages: Languages) -> dict[str, float]:
    """Score a damaged head against the labels: letters in place, or the end of a label whose beginning is lost."""
    scores: dict[str, float] = {}
    labels = _labels(languages).folded
    near = {found[0] for found in process.extract(folded, labels.keys(), scorer=_SIMILARITY, score_cutoff=_LEAST_ALIKE, limit=None)}
    for label, name in labels.items():
        if label not in near and not label.endswith(folded):
            continue
        alike = Levenshtein.normalized_similarity(folded, label)
        score = weights.FUZZY * (alike - weights.FUZZY_FLOOR)
        if len(label) < 5:
            score += weights.FUZZY_SHORT_LENGTH if len(folded) != len(label) else weights.FUZZY_SHORT
        elif len(folded) >= 3 and label.endswith(folded):
            score = max(score, weights.FUZZY_TAIL)
        if score > max(0.3, scores.get(name, 0.0)):
            scores[name] = min(score, weights.EXACT_COLON - 1.0)
    return scores


def _bare(line: str, start: int, labels: _Labels) -> tuple[LabelMatch, ...]:
    """Match a label without separator: exact, or long and damaged."""
    exact = labels.exact.match(line, start)
    if exact and len(exact[1]) == _LETTER:
        return ()
    if exact and (exact.end() == len(line) or line[exact.end()] in " \t.,_<@"):
        name = labels.fields[plain(exact[1])]
        score = weights.EXACT_BARE if len(exact[1]) > 5 else weights.SHORT_BARE
        score += weights.SMALL_LETTER_BARE if exact[1][:1].islower() else 0.0
        end = exact.end() + (1 if exact.end() < len(line) and line[exact.end()] in ".,_" else 0)
        return (LabelMatch(field=name, label=exact[1], score=score, end=_past_blanks(line, end), exact=False),)
    word = _WORD.match(line, start)
    if word is not None and word.end() == len(line) and len(word[0]) == _LONE:
        return _lone(word[0], word.end(), labels)
    if word is None or not 5 <= len(word[0]) <= 16 or word[0][:1].islower():
        return ()
    folded = fold(word[0])
    return tuple(
        LabelMatch(field=name, label=word[0], score=weights.FUZZY_BARE * score, end=_past_blanks(line, word.end()), exact=False)
        for name, score in _fuzzy(folded, labels.languages).items()
        if score > 1.0
    )


def _lone(word: str, end: int, labels: _Labels) -> tuple[LabelMatch, ...]:
    """Match a short label that stands alone on its line, one letter of it misread ("Aal" for "Aan:")."""
    folded = fold(word)
    return tuple(
        LabelMatch(field=name, label=word, score=weights.LONE, end=end, exact=False)
        for label, name in labels.folded.items()
        if len(label) == len(folded) == _LONE and Levenshtein.distance(folded, label) <= 1
    )


def _glued(line: str, start: int, labels: _Labels) -> tuple[LabelMatch, ...]:
    """Match a label that runs into its value: a short one before the edge of a box, a long one before anything."""
    found = []
    lowered = plain(line[start : start + 24])
    if len(lowered) != len(line[start : start + 24]):
        return ()  # an accent that decomposes would shift the places
    for label, name in labels.by_letter.get(lowered[:1], ()):
        if lowered.startswith(label):
            end = start + len(label)
            edge = _HARD_EDGE if len(label) <= _TINY and label not in field_of(BASE) else _EDGE
            if end < len(line) and edge.match(line, end):
                score = weights.GLUED_LONG if len(label) > 4 else weights.GLUED_SHORT
                found.append(LabelMatch(field=name, label=line[start:end], score=score, end=end, exact=False))
            elif _CAPITAL.match(line, end) and line[start].isupper():
                found.append(LabelMatch(field=name, label=line[start:end], score=weights.GLUED_CAPITAL, end=end, exact=False))
            elif stray := _STRAY.match(line, end):
                found.append(LabelMatch(field=name, label=line[start:end], score=weights.GLUED_STRAY, end=stray.end(), exact=False))
    if not found and len(lowered) > 10:
        found.extend(_glued_damaged(line, start, labels))
    return tuple(found)


@lru_cache(maxsize=8192)
def _gluable(first: str, languages: Languages) -> tuple[tuple[str, str, str], ...]:
    """Return the labels that share the first letter or the next two with a head: one that shares neither shares too little."""
    return tuple(entry for entry in _labels(languages).gluable if entry[1][:1] == first[:1] or entry[1][1:3] == first[1:3])


def _glued_damaged(line: str, start: int, labels: _Labels) -> list[LabelMatch]:
    found = []
    for label, folded, name in _gluable(fold(line[start : start + _HEAD_LETTERS])[:3], labels.languages):
        head = line[start : start + len(label)]
        alike = Levenshtein.normalized_similarity(fold(head), folded, score_cutoff=_GLUED_ALIKE)
        if alike >= _GLUED_ALIKE:
            end = start + len(label)
            separated = line[end : end + 1] in _SEPARATORS
            score = (weights.FUZZY_GLUED_SEPARATED if separated else weights.FUZZY_GLUED) * weights.FUZZY * (alike - weights.FUZZY_FLOOR)
            found.append(
                LabelMatch(field=name, label=head, score=score, end=_past_blanks(line, end + 1) if separated else end, exact=False)
            )
    return found
