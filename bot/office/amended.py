"""Corrections of posts that did not arrive, and what a person can do about each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from adapters.store.entries import Amendment, State, Step
from briefs.wording.notices import office

SHOWN = 5
"""Corrections told of: the newest."""
REASON = 160
"""Characters of a reason that are told."""


def undone(amendments: Sequence[Amendment], named: Mapping[str, str], spoken: str) -> list[str]:
    """A line for each correction of which something failed or is in doubt, the newest first; `named` are slots as one
    reads them, `amendments` come as they were entered."""
    batches = [tuple(of) for _, of in groupby(amendments, key=lambda one: (one.slot, one.mark))]
    return [line for batch in reversed(batches) for line in _line(batch, named[batch[0].slot], spoken)][:SHOWN]


def _line(batch: Sequence[Amendment], slot: str, spoken: str) -> Iterator[str]:
    failed = [one for one in batch if one.state is State.FAILED]
    doubt = [one for one in batch if one.state is State.UNKNOWN]
    unedited, unnoted = (any(one.step is step for one in failed) for step in (Step.EDIT, Step.NOTE))
    worst = next(iter(doubt or failed), None)
    if worst is None:
        return
    message = "doubt" if doubt else "untold" if unedited and unnoted else "unnoted" if unnoted else "unedited"
    yield office(f"amend-{message}", spoken, slot=slot, reason=worst.reason[:REASON])
