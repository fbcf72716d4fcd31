"""Invent a release whose truth is known: correspondences, their printouts, the censor's marks, and what paper and OCR do to them.

The way of the data: :mod:`cast` -> :mod:`story` (mails) -> :mod:`printout` (lines, as mail programs and the censor leave them)
-> :mod:`noise` (what a scan makes of them) -> :mod:`truth` (the gold annotation).

The paper route goes another way from the printouts on: :mod:`page` -> :mod:`draw` -> :mod:`wear` (pictures) -> :mod:`ocr` (a real program reads them)
-> :mod:`align`, :mod:`legible` (what is left of each line) -> :mod:`truth`.
"""

from lvvthreads.simulate.paper import QUALITIES, simulate_on_paper
from lvvthreads.simulate.release import Release, Settings, simulate

__all__ = ["QUALITIES", "Release", "Settings", "simulate", "simulate_on_paper"]
