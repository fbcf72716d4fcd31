"""Tell the heads of memos, letters, agendas and forms from those of e-mails: they have labels that no mail program prints, and a day without a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lvvthreads.header.date import read_date
from lvvthreads.header.language import BASE, Languages
from lvvthreads.header.wording import FOREIGN_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.header.rawblock import RawBlock

_FOREIGN = re.compile(r"\s*(?:{})\s?:".format("|".join(re.escape(label) for label in FOREIGN_LABELS)), re.IGNORECASE)
#: How many lines around a block belong to the same head.
_AROUND = 3


def is_form(block: RawBlock, lines: Sequence[str], languages: Languages = BASE) -> bool:
    """Say whether a block is the head of something else than a mail: a foreign label in or beside it, and no time of day."""
    sent = block.get("sent")
    if sent is not None and read_date(" ".join(sent.value.split()), languages).time != "??:??":
        return False
    first, last = max(0, block.lines[0] - 1 - _AROUND), min(len(lines), block.lines[-1] + _AROUND)
    return any(_FOREIGN.match(lines[i]) for i in range(first, last))
