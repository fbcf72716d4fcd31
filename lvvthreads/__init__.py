r"""Put the e-mails in a Freedom-of-Information release back into the conversations they came from.

>>> import lvvthreads
>>> text = "Van: A. Bos\nVerzonden: maandag 15 oktober 2018 14:18\nAan: C. Dam\nOnderwerp: Zaal\n\nIs de zaal vrij?"
>>> correspondence = lvvthreads.reconstruct(lvvthreads.Document.from_text(text, name="zaal.txt"))
>>> [message.sent.value for message in correspondence.messages]
['2018-10-15T14:18']
"""

from lvvthreads.api import reconstruct
from lvvthreads.correct.corrections import Corrections
from lvvthreads.document.document import Document
from lvvthreads.document.errors import LvvthreadsError, UnreadableError
from lvvthreads.thread.correspondence import Correspondence, Thread
from lvvthreads.view import correspondence_bundle, explanation, thread_bundle, tree
from lvvthreads.write import from_json, to_dict, to_json

__all__ = ["Corrections", "Correspondence", "Document", "LvvthreadsError", "Thread", "UnreadableError", "from_json", "reconstruct"]

# What shows and what writes a correspondence is attached here and only here: the data does not import its picture.
Correspondence.to_json = to_json  # type: ignore[method-assign, assignment]
Correspondence.to_dict = to_dict  # type: ignore[method-assign, assignment]
Correspondence.tree = tree  # type: ignore[method-assign, assignment]
Correspondence.explain = explanation  # type: ignore[method-assign, assignment]
Correspondence._repr_mimebundle_ = lambda self, **_: correspondence_bundle(self)  # type: ignore[attr-defined]
Thread._repr_mimebundle_ = lambda self, **_: thread_bundle(self)  # type: ignore[attr-defined]
