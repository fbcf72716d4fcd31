"""Judge how header blocks are grouped: into e-mails (the copies of one) and into conversations.

B-cubed looks at each block: of the group it was put in, how much belongs to its true group, and how much of its true group is there.
Sizes of groups and of what two groups share are counted once, so no two blocks are ever compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from lvvthreads.evaluate.share import Share, Sway

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from lvvthreads.evaluate.comparison import Comparison
    from lvvthreads.evaluate.gold import Gold
    from lvvthreads.evaluate.share import Finding


def groups(compared: Comparison) -> Iterator[Finding]:
    """Judge copies, their pairs, and conversations."""
    mails = {block.id: block.mail for block in compared.gold_blocks}
    yield from _b_cubed(compared, "copies", mails, compared.message_of)
    yield from _pairs(compared, mails)
    conversations = _conversations(compared.gold)
    threads = {id_: compared.found.thread_of.get(message, message) for id_, message in compared.message_of.items()}
    yield from _b_cubed(compared, "threads", {id_: conversations[id_] for id_ in mails}, threads)
    yield from _copy_faults(compared)


def _b_cubed(compared: Comparison, figure: str, gold: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Finding]:
    """Yield precision and recall of each block's group; a block that was not found is a group of its own."""
    group: dict[str, Hashable] = {id_: found.get(id_, ("not found", id_)) for id_ in gold}
    found_size, gold_size = Counter(group.values()), Counter(gold.values())
    both = Counter((group[id_], gold[id_]) for id_ in gold)
    for block in compared.gold_blocks:
        at, common = compared.place(block), both[group[block.id], gold[block.id]]
        yield Share(at, f"{figure}.precision", common / found_size[group[block.id]])
        yield Share(at, f"{figure}.recall", common / gold_size[gold[block.id]])
    yield from _sways(compared, f"{figure}.precision", group, gold)
    yield from _sways(compared, f"{figure}.recall", gold, group)


def _sways(compared: Comparison, of: str, group: Mapping[str, Hashable], other: Mapping[str, Hashable]) -> Iterator[Sway]:
    """Yield how each printout moves the shares of blocks in other printouts: the derivative of what these have in common by the size of their group.

    Of a group of ``size`` blocks, ``part`` of them in the printout, with ``common`` blocks of one other group, ``here`` of these in the printout,
    the blocks elsewhere move by the sum over the other groups of ``(common - here) * (here - common * part / size) / size``.
    The sum is taken apart, so that only what the printout has is looked at.
    """
    places = {block.id: compared.place(block) for block in compared.gold_blocks}
    size, both = Counter(group.values()), Counter((group[id_], other[id_]) for id_ in group)
    squares: Counter[Hashable] = Counter()
    for (one, _), common in both.items():
        squares[one] += common**2
    parts = Counter((places[id_], group[id_]) for id_ in group)
    for (at, one), part in parts.items():
        yield Sway(at, of, -squares[one] * part / size[one] ** 2)
    for (at, one, another), here in Counter((places[id_], group[id_], other[id_]) for id_ in group).items():
        common = both[one, another]
        yield Sway(at, of, here * (common - here + common * parts[at, one] / size[one]) / size[one])


def _pairs(compared: Comparison, mails: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the pairs of copies; each of the two blocks has half of a pair, so that each counts in its own printout.

    Without either printout the whole pair is gone, so for a pair of two printouts the other half is what each of them sways.
    """
    message = compared.message_of
    together = {id_: (mails[id_], message[id_]) for id_ in message}
    for of, groups in (("gold", mails), ("found", message), ("right", together)):
        sizes = Counter(groups.values())
        here = Counter((compared.place(block), groups[block.id]) for block in compared.gold_blocks if block.id in groups)
        for block in compared.gold_blocks:
            if block.id in groups:
                at, size = compared.place(block), sizes[groups[block.id]]
                yield Share(at, f"copy_pairs.{of}", (size - 1) / 2)
                yield Sway(at, f"copy_pairs.{of}", (size - here[at, groups[block.id]]) / 2)


def _conversations(gold: Gold) -> dict[str, str]:
    """Return the conversation of each block: e-mails that are linked, however far, are one."""
    root: dict[str, str] = {}

    def top(mail: str) -> str:
        while (above := root.setdefault(mail, mail)) != mail:
            root[mail] = root[above]  # half the way is cut off for whoever comes next
            mail = root[mail]
        return mail

    for block in gold.blocks:
        if block.parent:
            root[top(block.mail)] = top(gold.mail_of[block.parent])
    return {block.id: top(block.mail) for block in gold.blocks}


def _copy_faults(compared: Comparison) -> Iterator[Finding]:
    """Name the e-mails whose copies were not joined, and those that were joined with others; broken threads follow from these and from links."""
    messages: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    mails: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for block in compared.gold_blocks:
        if block.id in compared.message_of:
            message = compared.message_of[block.id]
            messages[block.mail][message].append(block.id)
            mails[message][block.mail].append(block.id)
    for mail, apart in messages.items():
        if len(apart) > 1:
            yield compared.fault(compared.first_block_of[mail], f"copies of one e-mail, not joined: {_listed(apart)}")
    for together in mails.values():
        if len(together) > 1:
            yield compared.fault(compared.first_block_of[next(iter(together))], f"different e-mails, joined as one: {_listed(together)}")


def _listed(parts: Mapping[str, list[str]]) -> str:
    return " / ".join(" + ".join(ids) for ids in parts.values())
