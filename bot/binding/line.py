"""A whole request: its options first, wherever they stand, then lengths and days, then names.

What the rest of a line can be follows from the kinds of the command's parameters; no command is known by its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from adapters.contract import Outcome, Param, ParamKind, Reply
from bot.asked import Asked, NotBoundError
from bot.binding.subjects import LONGEST
from bot.binding.texts import Texts
from bot.catalogue import asked_as, command_named
from bot.lines import is_option, tokens
from bot.offering import unknown_command
from briefs.document import Document
from briefs.naming import Kind
from briefs.plain import plain
from briefs.wording import glossary

_FREE = frozenset({ParamKind.WORDS, ParamKind.TERM})
"""Kinds that may be any words: where a line is one of these, "short" and "2022" are among them."""
_LED = 2
"""Words of "in french": where a line is no more than that, they are what is looked for."""


_NAMES_LAST = {ParamKind.MEASURE: 1, ParamKind.RECORD: 1, ParamKind.ISSUE: 2, ParamKind.BLOC: 3, ParamKind.ACTOR: 3}
"""In which order typed options are bound; all others come first."""


class Line(Texts):
    """Binds one request."""

    _seen: frozenset[str] = frozenset()
    """Options bound already."""

    def bound(self) -> Asked:
        if len(self.request.line) > LONGEST:
            raise self.unknown_line(self.request.line)
        given = self._given()
        self.words = tokens(self.request.line)
        for at, (name, value) in enumerate(given.items()):
            later = (words for other, words in [*given.items()][at + 1 :] if other in ("actor", "others"))
            self.pending = (*" ".join(later).split(), *self.words)
            self._typed_option(name, value)
        self._bind_options()
        if ParamKind.TERM in self.kinds and glossary.find(" ".join(self.words), self.spoken) is None:
            self.bind_language()
        if ParamKind.WORDS in self.kinds and len(self.words) > _LED:
            self.bind_language()
        if not self.kinds & _FREE:
            self.bind_language()
            self.bind_length()
            self.bind_language()
            self.bind_known()
            self.bind_since()
            self.bind_days()
            self.bind_length()
        self._bind_rest()
        return self.asked

    def _typed_option(self, name: str, value: str) -> None:
        """One option as a form or a typed command gives it; what is wrong with it is told with its name."""
        try:
            self._option(name, (value,), whole=True)
        except NotBoundError as refusal:
            reply = refusal.reply
            first = plain(Document("", reply.document.blocks[:1]))
            raise NotBoundError(replace(reply, mistakes={name: first})) from None

    def _given(self) -> dict[str, str]:
        """Typed options, names last: where one of these is asked back, the rest of the question is known already."""
        given = [(name, value) for name, value in self.request.given.items() if value.strip()]
        rank = {name: _NAMES_LAST.get(param.kind, 0) for name, param in self.params.items()}
        return dict(sorted(given, key=lambda pair: rank.get(pair[0], 0)))

    def _bind_options(self) -> None:
        """`--issue x`, `--as-of=2022-03-04` anywhere in the line."""
        while (at := next((i for i, word in enumerate(self.words) if is_option(word)), None)) is not None:
            before, option, after = self.words[:at], self.words[at], self.words[at + 1 :]
            name, equals, value = option.lstrip("-—").partition("=")
            self.before = before
            taken = self._option(name, (value, *after) if equals else after)
            self.words = before + after[taken - 1 if equals else taken :]

    def _option(self, name: str, words: Sequence[str], *, whole: bool = False) -> int:
        """Bind one option by its kind; gives how many words its value took. `whole`: the first word is all of it."""
        param = self.params.get(name.lower().replace("-", "_"))
        if param is None:
            options = ", ".join(f"--{known.replace('_', '-')}" for known in self.params)
            raise self.usage("unknown-option", typed=name, options=options)
        if param.name in self._seen:
            raise self.usage("option-twice", typed=param.name)
        if not words or not words[0].strip():
            raise self.usage("option-empty", typed=param.name)
        self._seen |= {param.name}
        return self._bound_by_kind(param, tuple(words), whole=whole)

    def _bound_by_kind(self, param: Param, words: tuple[str, ...], *, whole: bool) -> int:
        match param.kind:
            case ParamKind.DAY:
                return self.bind_day(param.name, words, whole=whole)
            case ParamKind.LENGTH:
                self.asked = replace(self.asked, length=self.length(words[0]))
                return 1
            case ParamKind.LANGUAGE:
                self.asked = replace(self.asked, language=self.language(words[0]))
                return 1
            case ParamKind.COMMAND:
                self._bind_command(words[0])
                return 1
            case ParamKind.TERM:
                self._bind_term(words[0])
                return 1
            case ParamKind.WORDS:
                self.asked = replace(self.asked, typed=words[0])
                return 1
            case ParamKind.MEASURE | ParamKind.RECORD:
                self.bind_event(words[0])
                return 1
            case ParamKind.OPTION:
                return self.given_option(words, whole=whole)
            case ParamKind.ISSUE:
                return self.bind_named(Kind.ISSUE, words, whole=whole)
            case ParamKind.ACTOR | ParamKind.BLOC:
                if param.many:
                    return self.bind_many(words[0])
                return self.bind_named(Kind.ACTOR, words, whole=whole)
            case other:
                raise AssertionError(f"no command for readers has a parameter of kind {other}")

    def _bind_rest(self) -> None:
        """Names, and what they may be by the kinds of the command's parameters."""
        if self.kinds & {ParamKind.MEASURE, ParamKind.RECORD}:
            self.bind_text()
        elif ParamKind.WORDS in self.kinds:
            self._bind_words()
        elif any(param.many for param in self.params.values()):
            self.bind_compare()
        elif self.kinds & {ParamKind.ACTOR, ParamKind.BLOC}:
            self.bind_position()
            self.need_bloc()
        elif ParamKind.ISSUE in self.kinds:
            self.bind_issue()
        elif "day" in self.params:
            self.bind_digest_day()
        elif not self.words:
            return
        elif ParamKind.COMMAND in self.kinds:
            self._bind_command(" ".join(self.words))
        elif ParamKind.TERM in self.kinds:
            self._bind_term(" ".join(self.words))
        else:
            raise self.unknown_line(" ".join(self.words))

    def _bind_command(self, words: str) -> None:
        explained = command_named(words)
        if explained is None:
            raise NotBoundError(Reply(unknown_command(words, self.request.platform, self.spoken), Outcome.USAGE))
        self.asked = replace(self.asked, explained=explained)

    def _bind_term(self, words: str) -> None:
        term = glossary.find(words, self.spoken)
        if term is None:
            usage = asked_as(self.request.platform) + self.command.name
            raise self.refusal(glossary.unknown(words, glossary.like(words, self.spoken), usage, self.spoken))
        self.asked = replace(self.asked, term=term)

    def _bind_words(self) -> None:
        """All that is left of the line, days and lengths too: they are only read where an option names them."""
        self.asked = replace(self.asked, typed=" ".join((self.asked.typed, *self.words)).strip())
        if not self.asked.typed:
            raise self.usage("needs", param=self.main)
