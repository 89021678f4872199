"""Closed vocabularies of the records: what a curator may write, and nothing else.

Adding a value is a change of the product: it needs a sentence in every language (`briefs/wording`), a signed
skeleton (`briefs/proof`), a specimen and a line in CHANGELOG. Sources of the rules: docs/records.md.
"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What an actor did. The record's verb is never graded up: seeking is not issuing, co-sponsoring is not voting."""

    VOTE_HELD = "vote.held"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    VETO = "veto"
    COSPONSOR = "cosponsor"
    INTRODUCE = "introduce"
    STATEMENT = "statement"
    EXPLAIN = "explain"
    REQUEST = "request"
    CALL = "call"
    SEEK = "seek"
    CONDEMN = "condemn"
    DEPLORE = "deplore"
    REGRET = "regret"
    WELCOME = "welcome"
    PRAISE = "praise"
    SUPPORT = "support"
    OPPOSE = "oppose"
    RECOGNISE = "recognise"
    REFUSE = "refuse"
    SANCTION = "sanction"
    LIFT_SANCTION = "lift-sanction"
    EXPEL = "expel"
    RECALL = "recall"
    SUSPEND = "suspend"
    PLEDGE_AID = "pledge-aid"
    DELIVER_AID = "deliver-aid"
    SIGN = "sign"
    RATIFY = "ratify"
    ACCEDE = "accede"
    WITHDRAW = "withdraw"
    MEET = "meet"
    VISIT = "visit"
    PHONE = "phone"
    MEDIATE = "mediate"
    OFFER = "offer"
    DENY = "deny"
    DECLINE = "decline"
    CORRECT = "correct"
    RETRACT = "retract"
    BACKGROUND = "background"


SPEECH_ACTS = frozenset({Act.STATEMENT, Act.EXPLAIN, Act.CALL, Act.CONDEMN, Act.DEPLORE, Act.REGRET, Act.WELCOME,
                         Act.PRAISE, Act.SUPPORT, Act.OPPOSE, Act.DENY})  # fmt: skip
"""Acts done in words: the silence "No statement by X is recorded" is a query over these."""


class VoteOption(StrEnum):
    """The four things a member can do in a roll call. "Not a member then" is not one of them: it has no row."""

    FAVOUR = "favour"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    """Did not vote. The reason (arrears, absence by choice) is never in the roll call."""


class Precision(StrEnum):
    """How exactly a source dates an act."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    NO_LATER_THAN = "no-later-than"


class Status(StrEnum):
    """How far an act has come. Only `done` may be told as done."""

    DONE = "done"
    ANNOUNCED = "announced"
    IN_DISCUSSION = "in discussion"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"


class SourceClass(StrEnum):
    """How near a source stands to the act. Primary sources are told first."""

    PRIMARY = "primary"
    OFFICIAL = "official"
    PRESS = "press"
    SOCIAL = "social"


class ActorKind(StrEnum):
    """What an actor is. The status of states follows the United Nations."""

    STATE = "state"
    OBSERVER = "observer"
    """A permanent observer state at the General Assembly: may speak, has no vote."""
    FORMER = "former"
    """A membership of the United Nations that ended with its state (Czechoslovakia)."""
    BODY = "body"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    PARTY = "party"
    MISSION = "mission"
    ORGAN = "organ"
    PERSON = "person"


class SponsorRole(StrEnum):
    """Where a co-sponsor's name comes from. The two lists are kept apart."""

    DRAFT = "draft"
    ADDED = "added"


class State(StrEnum):
    """Editorial state. Only `published` records are told; that one was retracted, and why, is told of it."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    RETRACTED = "retracted"


class Length(StrEnum):
    """How long a brief is: one sentence, about 60 words of prose, about 150. Lists of votes are not counted."""

    LINE = "line"
    SHORT = "short"
    LONG = "long"
