"""Words people type → register ids: "cambodia", "KHM", "កម្ពុជា", 🇰🇭 and "Cambodian" are one actor.

An exact match after folding answers; likeness only ever *suggests*; a word that several bear is asked back. The room
reads no file: it takes the `Register` and the rows of the generated alias table (`adapters/aliases.py`) as values.
What is found goes on to `positions` and `digests`; how the three outcomes are worded is `wording`'s business.

    folding     what counts as the same word
    words       words with a meaning of their own: asked back, no actor, codes that are English words
    actors      exact finding of actors
    likeness    suggestions for what was not found
    texts       finding of issues, measures and records
    running     names in running text
    completion  candidates for what is typed so far
    policy      what actors are called in briefs: the register under other display names
    labels      what actors are called in the asker's language
    names       `Names`, the one value everybody uses
"""

from briefs.naming.names import Kind, Names, Segment
from briefs.naming.outcomes import Ambiguous, Finding, Found, Unknown
from briefs.naming.policy import Display, PolicyRefused, read_policy, shown_as
from briefs.naming.running import Mention

__all__ = [
    "Ambiguous",
    "Display",
    "Finding",
    "Found",
    "Kind",
    "Mention",
    "Names",
    "PolicyRefused",
    "Segment",
    "Unknown",
    "read_policy",
    "shown_as",
]
