"""A gold annotation and an export in, figures out: how much of what a careful reader finds does the program find.

The tool looks at the pipeline from outside: it reads exports as other programs do, so that exports of other programs can be judged as well.
What is hard is to count every error once and everything that was missed, in time that grows with the number of headers, and to say how far a figure
that was measured on a few printouts could be off.
"""

from lvvthreads.evaluate.evaluation import Evaluation, evaluate
from lvvthreads.evaluate.found import Found, found_of
from lvvthreads.evaluate.gold import Gold, GoldMark, gold_of, marks_of
from lvvthreads.evaluate.report import as_json, as_table
from lvvthreads.evaluate.texts import Texts, texts_beside, texts_given

__all__ = [
    "Evaluation",
    "Found",
    "Gold",
    "GoldMark",
    "Texts",
    "as_json",
    "as_table",
    "evaluate",
    "found_of",
    "gold_of",
    "marks_of",
    "texts_beside",
    "texts_given",
]
