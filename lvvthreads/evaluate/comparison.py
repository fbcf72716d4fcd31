"""A gold and an export side by side: which block found is which of the gold, and in which printout everything stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.evaluate.match import Extent, matched
from lvvthreads.evaluate.share import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lvvthreads.evaluate.found import Found, FoundBlock
    from lvvthreads.evaluate.gold import Gold, GoldBlock


@frozen(kw_only=True)
class Comparison:
    """The blocks of a gold and of an export that begin in the lines to be judged, matched one to one."""

    gold: Gold
    found: Found
    #: Only blocks whose header begins in these lines are judged; None for all.
    lines: tuple[int, int] | None = None

    def within(self, line: int) -> bool:
        """Tell whether a line is to be judged."""
        return self.lines is None or self.lines[0] <= line <= self.lines[1]

    @cached_property
    def gold_blocks(self) -> tuple[GoldBlock, ...]:
        """The blocks of the gold that are judged."""
        return tuple(block for block in self.gold.blocks if self.within(block.first))

    @cached_property
    def found_blocks(self) -> tuple[FoundBlock, ...]:
        """The blocks of the export that are judged."""
        return tuple(block for block in self.found.blocks if self.within(block.first))

    @cached_property
    def match(self) -> dict[int, int]:
        """The place of the block found for each place of the gold that has one."""
        several = self.gold.several
        wanted = [Extent(block.source if several else "", block.first, block.last, i) for i, block in enumerate(self.gold_blocks)]
        offered = [Extent(self._file(block) if several else "", block.first, block.last, i) for i, block in enumerate(self.found_blocks)]
        return matched(wanted, offered)

    def pairs(self) -> Iterator[tuple[GoldBlock, FoundBlock | None]]:
        """Yield each block of the gold with the one found for it, or None."""
        for place, block in enumerate(self.gold_blocks):
            yield block, self.found_blocks[self.match[place]] if place in self.match else None

    def unmatched(self) -> Iterator[FoundBlock]:
        """Yield the blocks that were found where the gold has none."""
        taken = set(self.match.values())
        yield from (block for place, block in enumerate(self.found_blocks) if place not in taken)

    @cached_property
    def message_of(self) -> dict[str, str]:
        """The message found for each block of the gold that was found."""
        return {block.id: found.mail.id for block, found in self.pairs() if found}

    @cached_property
    def stands_for(self) -> dict[str, str]:
        """The e-mail of the gold that a message found stands for: the one most of its matched blocks belong to, of equals the first."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for block, found in self.pairs():
            if found:
                votes[found.mail.id][block.mail] += 1
        return {message: max(counts, key=lambda mail: counts[mail]) for message, counts in votes.items()}

    @cached_property
    def first_block_of(self) -> dict[str, GoldBlock]:
        """The first judged block of each e-mail of the gold: where a fault or a link of the e-mail is counted."""
        return {block.mail: block for block in reversed(self.gold_blocks)}

    @cached_property
    def first_found_of(self) -> dict[str, FoundBlock]:
        """The first judged block of each message of the export."""
        return {block.mail.id: block for block in reversed(self.found_blocks)}

    def place(self, block: GoldBlock) -> Place:
        """Return the printout of a block of the gold."""
        return Place((block.source or "") if self.gold.several else "", block.printout)

    def place_found(self, block: FoundBlock) -> Place:
        """Return the printout that a block of the export stands in, by its line."""
        return self.place_at((self._file(block) or "") if self.gold.several else "", block.first)

    def place_at(self, file: str, line: int) -> Place:
        """Return the printout that a line stands in: the last one that begins at the line or above it, or else the first."""
        lines, names = self._starts.get(file, ((), ()))
        return Place(file, names[max(bisect_right(lines, line) - 1, 0)] if names else "")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The printouts of the gold that are judged, in their order."""
        return tuple(dict.fromkeys(map(self.place, self.gold_blocks)))

    def fault(self, block: GoldBlock, text: str) -> Fault:
        """Make a fault at a header of the gold."""
        return Fault(source=block.source or self._only_source, first=block.first, last=block.last, text=f"{block.id}: {text}")

    def fault_found(self, block: FoundBlock, text: str) -> Fault:
        """Make a fault at a header of the export."""
        return Fault(source=self._file(block), first=block.first, last=block.last, text=text)

    def fault_at(self, line: int, text: str) -> Fault:
        """Make a fault at a line of the only source."""
        return Fault(source=self._only_source, first=line, last=line, text=text)

    def _file(self, block: FoundBlock) -> str | None:
        return self._names.get(block.source)

    @cached_property
    def _names(self) -> Mapping[str | None, str | None]:
        return {source.id: source.name for source in self.found.sources}

    @cached_property
    def _only_source(self) -> str | None:
        return self.found.sources[0].name if len(self.found.sources) == 1 else None

    @cached_property
    def _starts(self) -> dict[str, tuple[tuple[int, ...], tuple[str, ...]]]:
        """The first lines of the printouts of each file, in their order, and their names."""
        first: dict[Place, int] = {}
        for block in self.gold.blocks:
            place = self.place(block)
            first[place] = min(block.first, first.get(place, block.first))
        for source, name, line in self.gold.starts:
            files = [place for place in first if place.printout == name] if self.gold.several and source is None else []
            place = files[0] if len(files) == 1 else Place((source or "") if self.gold.several else "", name)
            if place in first:
                first[place] = min(line, first[place])
        by_file: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, line in first.items():
            by_file[place.file].append((line, place.printout))
        ordered = {file: sorted(starts) for file, starts in by_file.items()}
        return {file: (tuple(line for line, _ in starts), tuple(name for _, name in starts)) for file, starts in ordered.items()}
