"""Laws: a dossier in which thousands of mails have nearly everything in common costs in proportion to them, as any other does.

Work is counted as calls of functions, not as seconds, so that the machine has no say in it.
"""

from __future__ import annotations

import datetime as dt
import sys
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from lvvthreads.document.document import Document
from lvvthreads.header.block import HeaderBlock, Person
from lvvthreads.header.date import read_date
from lvvthreads.header.datereading import NO_DATE
from lvvthreads.header.fold import words_only
from lvvthreads.header.sent import settle
from lvvthreads.header.subject import read_subject
from lvvthreads.message.draft import Draft, Drafted
from lvvthreads.message.message import Printout
from lvvthreads.thread.build import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from lvvthreads.thread.correspondence import Correspondence

MANY = 3000
#: What four times as many may cost: a little is forgiven for what grows until buckets are full.
MOST = 4.6
NEWS = "Deze week in de nieuwsbrief van de haven: de kade is klaar, de brug nog niet, en het museum is zaterdag open voor iedereen."
START = dt.datetime(2017, 1, 2, 7, 0)


def witness(number: int, subject: str, text: str, sent: dt.datetime | None, *, printout: int, depth: int = 0, to: int = 1) -> Draft:
    """Return a printed copy whose header stands on line ``number``."""
    date = read_date(f"{sent:%Y-%m-%d %H:%M}") if sent else NO_DATE
    block = HeaderBlock(
        form="block",
        lines=(number,),
        fields=(),
        sender=Person(kind="named", name="Bos, A.", unit="DG/WEG"),
        to=tuple(Person(kind="named", name=f"Dam, {chr(65 + i % 26)}{chr(65 + i // 26 % 26)}.", unit="DG/VAART") for i in range(to)),
        cc=(),
        bcc=(),
        sent=settle([date]),
        subject=read_subject(subject),
        attachments=(),
        confidence=0.99,
    )
    return Draft(
        id=f"a:{number}",
        source="a",
        page=printout,
        printout=f"p{printout}",
        depth=depth,
        block=block,
        date=date,
        body=(),
        text=text,
        pointers=(),
        passed_on=False,
        words=text,
        key=words_only(text),
    )


def own_words(number: int) -> str:
    """Return words that no other mail has."""
    random = Random(number)  # noqa: S311 - repeatable, not secret
    return " ".join("".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(12))


def newsletter(many: int) -> list[Draft]:
    """One letter to all, with the same words twice a day."""
    return [witness(n + 1, "Havennieuws", NEWS, START + dt.timedelta(hours=11 * n), printout=n) for n in range(many)]


def undated_newsletter(many: int) -> list[Draft]:
    """Repeat it without dates: nothing tells its numbers apart."""
    return [witness(n + 1, "Havennieuws", NEWS, None, printout=n) for n in range(many)]


def empty_subjects(many: int) -> list[Draft]:
    """Answers of which the subject is nothing but a prefix."""
    return [witness(n + 1, "RE:", own_words(n), START + dt.timedelta(hours=n), printout=n) for n in range(many)]


def answers_without_quotes(many: int) -> list[Draft]:
    """Answers of one subject, each printed alone."""
    return [witness(n + 1, "RE: Kade", own_words(n), START + dt.timedelta(hours=n), printout=n) for n in range(many)]


def one_long_printout(many: int) -> list[Draft]:
    """One printout that quotes all that was written before."""
    return [witness(n + 1, "RE: Kade", own_words(n), START - dt.timedelta(hours=n), printout=0, depth=n) for n in range(many)]


def answers_with_one_quote(many: int) -> list[Draft]:
    """Answers printed with what they answer, and no more."""
    return [
        witness(2 * n + depth + 1, "RE: Kade", own_words(n - depth), START + dt.timedelta(hours=n - depth), printout=n, depth=depth)
        for n in range(1, many)
        for depth in (0, 1)
    ]


def long_printout_and_answers(many: int) -> list[Draft]:
    """Add to a long printout as many answers of its subject that quote nothing."""
    half = many // 2
    later = [witness(half + n + 1, "RE: Kade", own_words(half + n), START + dt.timedelta(hours=n + 1), printout=n + 1) for n in range(half)]
    return [*one_long_printout(half), *later]


def one_minute(many: int) -> list[Draft]:
    """Mails that a machine sent in one minute."""
    return [witness(n + 1, own_words(n)[:20], own_words(-n), START, printout=n) for n in range(many)]


def damaged_subjects(many: int) -> list[Draft]:
    """Spell the subject of one exchange in hundreds of ways."""
    drafts = answers_with_one_quote(many)
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [
        witness(
            draft.block.first_line,
            f"RE: Verbouwing van de k{letters[n // 2 % 26]}d{letters[n // 52 % 26]} bij de h{letters[n // 1352 % 26]}ven",
            draft.text,
            dt.datetime.fromisoformat(str(draft.block.sent.value)),
            printout=int(draft.printout[1:]),
            depth=draft.depth,
        )
        for n, draft in enumerate(drafts)
    ]


def correspondence(drafts: list[Draft]) -> Correspondence:
    """Build what is found of these copies."""
    document = Document.from_text("\n" * max(draft.block.last_line for draft in drafts), name="a.txt")
    printouts = tuple(
        Printout(id=name, source="a", first_line=1, last_line=1, number="1") for name in sorted({draft.printout for draft in drafts})
    )
    return build([document], [Drafted(drafts=tuple(drafts), printouts=printouts, ledger=())], None)


def calls(drafts: list[Draft]) -> int:
    """Count the calls of functions, Python's own among them, that building a correspondence takes."""
    count = 0

    def tally(_frame: object, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        correspondence(drafts)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", [newsletter, undated_newsletter, empty_subjects, one_long_printout])
def test_four_times_as_many_cost_four_times_as_much(kind: Callable[[int], list[Draft]]) -> None:
    """What thousands of mails share makes none of them dearer."""
    assert calls(kind(MANY)) <= MOST * calls(kind(MANY // 4))


@pytest.mark.parametrize("kind", [answers_without_quotes, answers_with_one_quote, long_printout_and_answers, one_minute, damaged_subjects])
def test_beyond_the_largest_bucket_more_cost_in_proportion(kind: Callable[[int], list[Draft]]) -> None:
    """Buckets fill up, and then each mail is compared with so many others at most."""
    assert calls(kind(MANY // 3)) <= MOST * calls(kind(MANY // 12))


def test_each_number_of_a_newsletter_is_a_mail_of_its_own() -> None:
    """Dates that are printed whole tell mails apart that agree in everything else."""
    found = correspondence(newsletter(MANY))
    assert (len(found.messages), found.links) == (MANY, ())


def test_answers_without_a_subject_are_not_linked() -> None:
    """A prefix alone says that something was answered, not what."""
    found = correspondence(empty_subjects(MANY))
    assert (len(found.messages), found.links) == (MANY, ())


@pytest.mark.parametrize("kind", [one_long_printout, answers_with_one_quote])
def test_a_chain_of_thousands_is_one_thread(kind: Callable[[int], list[Draft]]) -> None:
    """No depth is too great."""
    found = correspondence(kind(MANY))
    assert len(found.messages) == MANY
    assert [max(branch.depth for branch in thread.tree) for thread in found.threads] == [MANY - 1]


def test_a_mail_to_hundreds_is_compared_person_by_person() -> None:
    """Of two copies that name the same five hundred people each stands in one slot."""
    copies = [witness(n + 1, "Uitnodiging", NEWS, START, printout=n, to=500) for n in range(2)]
    found = correspondence(copies)
    assert [len(message.to) for message in found.messages] == [500]
