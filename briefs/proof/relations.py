"""The table of predicates that conditions are made of, put together from the rooms that define them.

    about_events    what one event record says: act, actors, dates, counts, lists, figures
    about_deeds     who did what to whom, in the phrases of the list
    about_accounts  what was done before, accounts that differ, figures
    about_words     what was said and reported: quotes, paraphrases, requests, claims
    about_votes     roll calls: rows, tallies, counts, blocs, changes
    about_rolls     all roll calls held at once, those of the imported file among them
    about_blocs     a bloc in all of them: how often its members voted alike, who broke ranks
    about_shifts    who votes otherwise than last time on the same text; what is held on each issue
    about_calls     one roll call of that file: what is odd about it, its parts, who voted so
    about_agreement how alike states vote in all of them, in counts and shares
    about_alerts    shifts told in a digest: who voted otherwise than when it last voted
    about_digests   run-ins, quiet days, what is only on file
    about_sources   where a record comes from
    about_history   the third clock: what was known by when, what changed since
    about_context   the brief itself: subject, focus, registers, silence, footer

`RELATIONS` maps a predicate's name to its `Relation`; its docstring there says what it proves.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefs.proof import (
    about_accounts,
    about_agreement,
    about_alerts,
    about_blocs,
    about_calls,
    about_context,
    about_deeds,
    about_digests,
    about_events,
    about_history,
    about_rolls,
    about_shifts,
    about_sources,
    about_votes,
    about_words,
)
from briefs.proof.relation import Relation, Room

__all__ = ["RELATIONS", "Relation", "together"]


def together(*rooms: Room) -> Mapping[str, Relation]:
    """The predicates of all rooms; ValueError where two rooms define one name."""
    table: dict[str, Relation] = {}
    for room in rooms:
        for name, relation in room.items():
            if name in table:
                raise ValueError(f"the predicate {name} is defined twice")
            table[name] = relation
    return table


_WORDS = (about_events, about_deeds, about_accounts, about_words)
_VOTES = (about_votes, about_rolls, about_blocs, about_shifts, about_calls, about_agreement, about_alerts)
_REST = (about_digests, about_sources, about_history, about_context)
RELATIONS = together(*(room.ROOM for room in (*_WORDS, *_VOTES, *_REST)))
