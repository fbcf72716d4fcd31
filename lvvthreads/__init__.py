"""Put the e-mails in a Freedom-of-Information release back into the conversations they came from.

>>> import lvvthreads
>>> correspondence = lvvthreads.reconstruct(["examples/dossier.txt"])  # doctest: +SKIP
"""

from lvvthreads.api import reconstruct
from lvvthreads.document.document import Document
from lvvthreads.document.errors import LvvthreadsError, UnreadableError
from lvvthreads.thread.correspondence import Correspondence, Thread

__all__ = ["Correspondence", "Document", "LvvthreadsError", "Thread", "UnreadableError", "reconstruct"]
