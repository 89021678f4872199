"""What a server prefers, changed by what is given, and told. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from adapters.contract import Outcome, Reply
from bot.binding.timing import language_named
from bot.commands import Desk
from bot.office.catalogue import YES_NO
from bot.office.drafts import issues_named
from bot.office.looking import settings
from bot.office.nexts import change_settings
from bot.office.preferences import POLICIES, Preferences
from bot.office.telling import mistakes
from briefs.tongues import LANGUAGES
from briefs.wording.notices import echo, office


def kept(prefers: Preferences, given: Mapping[str, str], desk: Desk, spoken: str) -> tuple[Reply, Preferences]:
    """The answer, and what is preferred from then on: as before, where anything given is a mistake."""
    wrong: dict[str, str] = {}
    named = {name: words.strip() for name, words in given.items() if words.strip()}
    language = language_named(named.get("answers_language", "")) or prefers.language
    for param, choices in (("answers_language", LANGUAGES), ("private", YES_NO), ("names", POLICIES)):
        typed = named.get(param, "").lower()
        fits = language_named(typed) if param == "answers_language" else typed in choices
        if typed and not fits:
            slots = {"typed": echo(typed), "param": param, "choices": ", ".join(choices)}
            wrong[param] = office("bad-choice", spoken, **slots)
    issues = prefers.issues
    if "follow" in named:
        issues, mistaken = issues_named(named["follow"], desk.held.shelf.names, spoken)
        if mistaken:
            wrong["follow"] = " ".join(mistaken)
    if wrong:
        return Reply(mistakes(tuple(wrong.values()), spoken), Outcome.USAGE, mistakes=wrong), prefers
    private = {"yes": True, "no": False}.get(named.get("private", "").lower(), prefers.private)
    changed = replace(
        prefers,
        language=language,
        issues=issues,
        private=private,
        names=named.get("names", "").lower() or prefers.names,
    )
    document = settings(changed, desk.held.shelf.names, spoken, desk.language)
    return Reply(document, Outcome.ANSWERED, next=change_settings(spoken)), changed
