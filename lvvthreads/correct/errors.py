"""The errors that misuse raises; they live in the first room, for every room may raise one.

Each message is one sentence or two that name the file or form and say what to do.
"""

from __future__ import annotations


class LvvthreadsError(Exception):
    """What was given cannot be used; the message says why and what to do instead."""


class CorrectionsError(LvvthreadsError):
    """A correction, or a file of them, is not written as corrections are."""
