"""Files in, documents out: numbered lines on numbered pages that keep every character.

The hard part is to read whatever a release is made of without losing or inventing anything, and to say in a sentence why when it cannot be read.
"""

from lvvthreads.document.document import Document
from lvvthreads.document.read import read

__all__ = ["Document", "read"]
