"""What all tests share: how long Hypothesis looks for a counterexample.

``HYPOTHESIS_PROFILE=thorough pytest`` looks longer, and elsewhere each time.
"""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples in each run: a red run then has its reason in the change that is tested. No deadline: shared machines stutter.
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
