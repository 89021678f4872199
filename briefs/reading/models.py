"""The shapes of the three kinds of record file, as models: what `explain` checks with and editors complete with.

Only this room knows pydantic, and only while it reads (importing it costs 0.2 s): `values` turns models into the frozen
values of `briefs/records.py`. An editor gets the same shapes as JSON Schema; put this in a file's first line:

    # yaml-language-server: $schema=../../docs/schema/events.schema.json
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from briefs.codebook import Act, SourceClass, SponsorRole, State, Status
from briefs.reading.scalars import (
    M49,
    Article,
    Day,
    Flag,
    Iso2,
    Language,
    Moment,
    Reference,
    Sha256,
    Slug,
    StateId,
    Text,
    Url,
    When,
    Whole,
    listed,
    one_of,
    wrong,
)


class Shape(BaseModel):
    """A mapping with known keys and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SourceShape(Shape):
    """Where the records of this file come from."""

    id: Slug
    publisher: Text
    kind: Annotated[SourceClass, BeforeValidator(one_of(SourceClass, "a class of source"))] = Field(alias="class")
    lang: Language
    title: Text
    url: Url
    published: Day
    licence: Text
    retrieved: Day | None = None
    sha256: Sha256 | None = None


class TallyShape(Shape):
    """Counts as the source prints them; what it does not give is left out."""

    favour: Whole
    against: Whole
    abstained: Whole
    voted: Whole | None = None
    members: Whole | None = None
    absent: Whole | None = None


References = Annotated[list[Reference], BeforeValidator(listed, json_schema_input_type=str | list[str])]


class NamedShape(Shape):
    """Actors named under one option; `complete: false` reads "among"."""

    complete: Flag
    of: Annotated[References, Field(min_length=1)]


class CountShape(Shape):
    n: Whole
    approx: Text | None = None
    per: Reference | None = None
    of: Text | None = None


class RequestShape(Shape):
    of: Annotated[References, Field(min_length=1)]
    per: Reference


ActWord = Annotated[Act, BeforeValidator(one_of(Act, "an act"))]


class AssertionShape(Shape):
    act: ActWord
    of: Annotated[References, Field(min_length=1)]
    about: Reference | None = None
    what: Text | None = None
    with_: Reference | None = Field(None, alias="with")
    against_actor: Reference | None = None


def _lift_text(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class ExactShape(Shape):
    """A string that stands in the source exactly so; `n` says which, where it stands there more than once."""

    text: Text
    n: Annotated[Whole, Field(ge=1)] | None = None


Exact = Annotated[ExactShape, BeforeValidator(_lift_text, json_schema_input_type=str | ExactShape)]


class SayingShape(Shape):
    """A reviewed paraphrase: `text`, or `hope` with the text hoped for; `again` is its form after the act was named."""

    text: Text | None = None
    hope: Text | None = None
    again: Text | None = None


def _lift_saying(value: object) -> object:
    lifted = _lift_text(value)
    if (
        isinstance(lifted, dict)
        and ("text" in lifted) == ("hope" in lifted)
        and not set(lifted) - {"text", "hope", "again"}
    ):
        raise wrong("saying", "a saying has one text", "write either `text:` or `hope:`")
    return lifted


Saying = Annotated[SayingShape, BeforeValidator(_lift_saying, json_schema_input_type=str | SayingShape)]


class ViaShape(Shape):
    form: Text
    by: Reference
    date: When | None = None


def _lift_via(value: object) -> object:
    """`{transcript: kh-gov-spox, date: …}`: the one key that is not `date` is the form."""
    if not isinstance(value, dict):
        raise wrong("via", "a link of `via` is a form and who made it", "write {transcript: kh-gov-spox}")
    forms = [key for key in value if key != "date"]
    if len(forms) != 1:
        raise wrong("via", "a link of `via` has one form", "write {transcript: kh-gov-spox}, one link per list item")
    lifted = {"form": forms[0], "by": value[forms[0]]}
    return lifted | ({"date": value["date"]} if "date" in value else {})


_VIA_SCHEMA = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 2,
    "properties": {"date": {"type": "string"}},
    "additionalProperties": {"type": "string"},
}
Via = Annotated[ViaShape, BeforeValidator(_lift_via), WithJsonSchema(_VIA_SCHEMA)]


class WhatShape(Shape):
    """`what` in words: `text`, its form beside a counterpart already named (`with`), and for a headline (`brief`)."""

    text: Text
    with_: Text | None = Field(None, alias="with")
    brief: Text | None = None


What = Annotated[WhatShape, BeforeValidator(_lift_text, json_schema_input_type=str | WhatShape)]


class EventShape(Shape):
    """One act of one or more actors, as the source tells it."""

    id: Slug
    act: ActWord
    date: When
    by: References | None = None
    for_: Reference | None = Field(None, alias="for")
    issue: Reference | None = None
    about: Reference | None = None
    in_: Reference | None = Field(None, alias="in")
    to: Reference | None = None
    with_: Reference | None = Field(None, alias="with")
    against_actor: Reference | None = None
    label: Text | None = None
    tally: TallyShape | None = None
    favour: NamedShape | None = None
    against: NamedShape | None = None
    abstained: NamedShape | None = None
    absent: NamedShape | None = None
    cosponsors: CountShape | None = None
    complete: Flag | None = None
    role: Annotated[SponsorRole, BeforeValidator(one_of(SponsorRole, "a sponsor's role"))] | None = None
    figures: dict[Text, CountShape] = Field(default_factory=dict)
    status: Annotated[Status, BeforeValidator(one_of(Status, "a status"))] = Status.DONE
    condition: Text | None = None
    asked_by: RequestShape | None = None
    asserts: list[AssertionShape] = Field(default_factory=list)
    says: dict[Text, Saying] = Field(default_factory=dict)
    quotes: dict[Text, Exact] = Field(default_factory=dict)
    via: list[Via] = Field(default_factory=list)
    form: Text | None = None
    what: What | None = None
    ev: list[Exact] = Field(default_factory=list)
    same_as: Reference | None = None
    corrects: Reference | None = None
    reason: Text | None = None
    state: Annotated[State, BeforeValidator(one_of(State, "an editorial state"))] = State.PUBLISHED
    embargo: Moment | None = None


class EventFile(Shape):
    """A source and the acts it tells of."""

    source: SourceShape
    records: Annotated[list[EventShape], Field(min_length=1)]


class RollCallTally(Shape):
    favour: Whole
    against: Whole
    abstained: Whole
    absent: Whole
    members: Whole


class VotesShape(Shape):
    favour: list[Reference]
    against: list[Reference]
    abstained: list[Reference]
    absent: list[Reference]


class RollCallShape(Shape):
    id: Slug
    measure: Reference
    in_: Reference = Field(alias="in")
    date: Day
    meeting: Text | None = None
    tally: RollCallTally
    votes: VotesShape


class RollCallFile(Shape):
    """One recorded vote with every member's row."""

    source: SourceShape
    rollcall: RollCallShape


class PageShape(Shape):
    title: Text
    url: Url


class DatedName(Shape):
    name: Text
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None


class Membership(Shape):
    of: Literal["un"]
    from_: Day = Field(alias="from")
    to: Day | None = None


class DatedNote(Shape):
    text: Text
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None


class DatedMember(Shape):
    id: Reference
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None


class RoleShape(Shape):
    """An office: from a day until before another, or attested `at` a day `per` a source."""

    title: Text
    of: Reference
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None
    at: Day | None = None
    per: Slug | None = None


class Named(Shape):
    name: Text
    article: Article = ""
    short: Text | None = None
    names: list[Text] = Field(default_factory=list)
    demonyms: list[Text] = Field(default_factory=list)
    notes: list[DatedNote] = Field(default_factory=list)
    source: PageShape | None = None


class StateShape(Named):
    id: StateId
    kind: Literal["state", "observer"] = "state"
    iso2: Iso2
    m49: M49
    people: Text | None = None
    un: list[DatedName] = Field(default_factory=list)
    member: list[Membership] = Field(default_factory=list)


class ActorShape(Named):
    id: Slug
    of: Reference | None = None
    country: Reference | None = None
    standing: Text | None = None


class BlocShape(Named):
    id: Slug
    of: Reference | None = None
    members: Annotated[list[DatedMember], Field(min_length=1)]
    unlisted: Whole = 0
    chair: list[DatedMember] = Field(default_factory=list)


class PersonShape(Named):
    id: Slug
    pronoun: Literal["he", "she", "they"] | None = None
    roles: list[RoleShape] = Field(default_factory=list)


class HoldsShape(Shape):
    """Which imported texts belong to an issue: any one list is enough, `unless` takes out again."""

    symbols: list[Text] = Field(default_factory=list)
    series: list[Text] = Field(default_factory=list)
    titles: list[Text] = Field(default_factory=list)
    agenda: list[Text] = Field(default_factory=list)
    subjects: list[Text] = Field(default_factory=list)
    unless: list[Text] = Field(default_factory=list)


class IssueShape(Shape):
    """The question at stake; the names of a state it is `about` ask for it too."""

    id: Slug
    title: Text
    names: list[Text] = Field(default_factory=list)
    about: list[StateId] = Field(default_factory=list)
    parent: Reference | None = None
    holds: HoldsShape | None = None


class MeasureShape(Shape):
    id: Slug
    symbol: Text
    title: Text
    in_: Reference = Field(alias="in")
    issue: Reference


class FormerShape(Shape):
    """A name a membership was held under; `seat` is the state that holds it today."""

    id: StateId
    kind: Literal["former"] = "former"
    name: Text
    article: Article = ""
    seat: StateId | None = None
    from_: Day = Field(alias="from")
    to: Day
    names: list[Text] = Field(default_factory=list)


class CodeShape(Shape):
    """A country code of old records and whose membership it meant."""

    code: StateId
    id: StateId
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None


class RegisterFile(Shape):
    """Who acts and what is acted on: written once, used for ever."""

    states: list[StateShape] = Field(default_factory=list)
    bodies: list[ActorShape] = Field(default_factory=list)
    blocs: list[BlocShape] = Field(default_factory=list)
    organisations: list[ActorShape] = Field(default_factory=list)
    parties: list[ActorShape] = Field(default_factory=list)
    missions: list[ActorShape] = Field(default_factory=list)
    organs: list[ActorShape] = Field(default_factory=list)
    persons: list[PersonShape] = Field(default_factory=list)
    issues: list[IssueShape] = Field(default_factory=list)
    measures: list[MeasureShape] = Field(default_factory=list)
    former: list[FormerShape] = Field(default_factory=list)
    codes: list[CodeShape] = Field(default_factory=list)


FILES: dict[str, type[Shape]] = {"events": EventFile, "rollcall": RollCallFile, "register": RegisterFile}
"""Kind of file → its shape; also the names of the published schemas."""


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    made = FILES[kind].model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
