"""Measure how fast, and with how much memory, ``reconstruct`` works, and whether both grow in proportion to the text.

Run it by hand: ``python tests/benchmarks/speed.py [FILE-OR-FOLDER...]``.
Each text is repeated to the sizes below in two ways: ``varied``, the digits of times and the words of bodies and subjects changed in each repeat,
so that repeats are no copies of one another, and ``plain``, as it is, so that all that is remembered of a line helps.
A folder is read as it is, all ``.txt`` files in it and in its folders together.
Without arguments the invented example dossier is measured.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import lvvthreads

SIZES_MB = (0.08, 1.0, 5.0, 10.0)
EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier.txt"
_TIME = re.compile(r"\b(\d{1,2}):(\d\d)\b")
_WORD = re.compile(r"[a-z]{4,}")
#: A subject's label and prefixes: what stands behind them is varied, they are not.
_SUBJECT = re.compile(r"\W{0,3}(?:Onderwerp|Subject)\W{1,3}(?:\w{1,3}: )?")
#: A line that may be of a header is not varied: a damaged label would be another text, not a varied one.
_HEADER_LIKE = re.compile(r".{0,14}[:;]|.*[\d@/]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def repeated(text: str, megabytes: float, *, varied: bool = True) -> str:
    """Return the text repeated to a size; ``varied`` makes no repeat like another."""
    pages = text if text.endswith("\n") else text + "\n"
    parts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        part = _varied(pages, len(parts)) if varied else pages
        parts.append(part)
        size += len(part)
    return "\f".join(parts)


def _varied(text: str, number: int) -> str:
    """Shift times, and the letters of the words in bodies and subjects, by the number of the repeat."""
    if number == 0:
        return text
    by = 1 + number % 25
    table = str.maketrans(_LETTERS, _LETTERS[by:] + _LETTERS[:by])
    return "\n".join(_varied_line(line, number, table) for line in text.split("\n"))


def _varied_line(line: str, number: int, table: dict[int, int]) -> str:
    line = _TIME.sub(lambda m: f"{(int(m[1]) + number // 60) % 24}:{(int(m[2]) + number) % 60:02}", line)
    subject = _SUBJECT.match(line)
    if subject is None and _HEADER_LIKE.match(line):
        return line
    start = subject.end() if subject else 0
    return line[:start] + _WORD.sub(lambda m: m[0].translate(table), line[start:])


def measure(documents: list[lvvthreads.Document]) -> tuple[float, float, int]:
    """Return the size in MB, the seconds of one core, and how many messages were found."""
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    begin = time.process_time()
    found = lvvthreads.reconstruct(documents)
    return size, time.process_time() - begin, len(found.messages)


def documents_of(source: str, megabytes: float, way: str) -> list[lvvthreads.Document]:
    """Return a folder's texts as they are, or one text repeated to a size."""
    path = Path(source)
    if path.is_dir():
        files = sorted(path.rglob("*.txt"))
        if not files:
            sys.exit(f"{source} has no .txt file in it: nothing is measured.")
        return [lvvthreads.Document.from_text(file.read_text(encoding="utf-8"), name=str(file.relative_to(path))) for file in files]
    return [lvvthreads.Document.from_text(repeated(path.read_text(encoding="utf-8"), megabytes, varied=way == "varied"), name=path.name)]


def report(source: str, megabytes: float, way: str) -> None:
    """Print the figures of one run; the memory is what this process came to at most."""
    import resource

    documents = documents_of(source, megabytes, way)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size, seconds, messages = measure(documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    speed = f"{seconds:7.2f} s {size / seconds:6.2f} MB/s"
    print(f"{Path(source).name:24} {way:6} {size:6.2f} MB {speed} {messages:6} messages {(peak - before) / 1024:7.0f} MB more memory")


def main() -> None:
    """Run each size in a process of its own, so that none profits from what another remembered."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__)
        return
    if sys.argv[1:2] == ["--one"]:
        report(sys.argv[2], float(sys.argv[3]), sys.argv[4])
        return
    for source in sys.argv[1:] or [str(EXAMPLE)]:
        runs = [(0.0, "as is")] if Path(source).is_dir() else [(size, way) for way in ("varied", "plain") for size in SIZES_MB]
        for size, way in runs:
            subprocess.run([sys.executable, __file__, "--one", source, str(size), way], check=True)


if __name__ == "__main__":
    main()
