"""Invent a release whose truth is known: correspondences, their printouts, the censor's marks, and what paper and OCR do to them.

The way of the data: :mod:`cast` -> :mod:`story` (mails) -> :mod:`printout` (lines, as mail programs and the censor leave them)
-> :mod:`noise` (what a scan makes of them) -> :mod:`truth` (the gold annotation).
"""

from lvvthreads.simulate.release import Release, Settings, simulate

__all__ = ["Release", "Settings", "simulate"]
