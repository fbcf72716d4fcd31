"""A Correspondence in, something to keep out, and back: the JSON export that other programs read.

The hard part is to write the same bytes for the same input, and to lose nothing that reading back needs.
"""

from lvvthreads.write.export import to_dict, to_json, to_jsonl
from lvvthreads.write.read_back import from_dict, from_json
from lvvthreads.write.whole import write_whole

__all__ = ["from_dict", "from_json", "to_dict", "to_json", "to_jsonl", "write_whole"]
