"""The errors that misuse raises: a missing file, a JSON of another format, a file that is no text.

Text itself never raises, however damaged; what is odd about it becomes a named defect on the value that was read from it.
Each message is one sentence that names the file or form and says what to do.
"""

from __future__ import annotations

from lvvthreads.correct.errors import LvvthreadsError

__all__ = ["LvvthreadsError", "UnreadableError"]


class UnreadableError(LvvthreadsError):
    """A file that was given has no text that can be read."""
