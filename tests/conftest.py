"""What all tests share: how Hypothesis runs."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# The same examples on every run and no stopwatch: a slow machine is no fault. HYPOTHESIS_PROFILE=search looks further.
settings.register_profile(
    "same", derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
