"""What the quick suite tries of what is many: every so manieth, the same ones each time. `make mutants` sets
`DATELINE_WHOLE=1` and tries all of it."""

from __future__ import annotations

import os
import zlib

WHOLE = "DATELINE_WHOLE" in os.environ


def picked(place: int, step: int) -> bool:
    """Whether that one is tried: one in so many, in no rhythm, since the many are made by loops within loops."""
    return zlib.crc32(b"%d" % place) % every(step) == 0


def fewer(many: int) -> int:
    """How many are tried of so many: half of them, all in the long form."""
    return many if WHOLE else many // 2


def every(step: int) -> int:
    """The step to take: 1 in the long form."""
    return 1 if WHOLE else step
