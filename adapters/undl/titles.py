"""Titles as a reader expects them: some rows of the file keep the agenda item where the title should be.

From 2016 to 2018 the downloads hold "A/72/251 42 - Necessity of ending …. - CUBA--UNITED STATES" in the title's column
and the title, in capitals, among the subjects. The two are put back in their places; a title in capitals is told as
the file writes the same title in another year, and stays in capitals where it never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from adapters.undl.reading import Call
from briefs.rollcalls.matrix import family_of

_AGENDA = re.compile(r"A/\d+/\d+\s+\S+\s+-\s")


def settle(calls: Iterable[Call]) -> None:
    """Put the titles of these calls right, in their words."""
    held = list(calls)
    for call in held:
        title, subjects = call.words.get("title", ""), call.words.get("subjects", "")
        if _AGENDA.match(title) and subjects.strip() and not call.words.get("agenda", "").strip():
            call.words |= {"agenda": title, "title": subjects}
    written: dict[str, str] = {}
    for call in held:  # the newest spelling wins
        title = call.words.get("title", "")
        if title and not title.isupper():
            written[family_of(title)] = title
    for call in held:
        title = call.words.get("title", "")
        if title.isupper() and (known := written.get(family_of(title))):
            call.words["title"] = known
