"""Pictures of a correspondence: a tree for the terminal, an explanation of one e-mail, HTML for a notebook.

Nothing here changes what was found, and nothing of the documents reaches a terminal or a browser without being made harmless first.
"""

from __future__ import annotations

from lvvthreads.view.explanation import explanation
from lvvthreads.view.headers import headers
from lvvthreads.view.notebook import Picture, correspondence_bundle, thread_bundle
from lvvthreads.view.tree import tree

__all__ = ["Picture", "correspondence_bundle", "explanation", "headers", "thread_bundle", "tree"]
