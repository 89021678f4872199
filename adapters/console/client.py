"""The console as a room: a prompt on the terminal that takes the same commands as the chats, and an outlet that prints.

Flow of a question: line → `asked` → `answer` → `render` → standard output. Digests that fall due are printed above the
prompt. It keeps the history of the prompt in a file and nothing else. The prompt's library is imported when the prompt
opens, so that a first answer is on the screen before it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from adapters.console.completion import candidates
from adapters.console.render import WIDTH, render
from adapters.contract import Address, Ambiguous, Answer, Command, Complete, Lack, Receipt, Refused, Request
from briefs.document import Document
from briefs.wording.notices import LANG, failed, speaking, word

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History

log = logging.getLogger("dateline.console")

PLATFORM = "console"
LEAVING = frozenset({"quit", "exit"})
PROMPT = "dateline> "


class InterruptedPrompt(Exception):
    """Ctrl-C at the prompt. `KeyboardInterrupt` in a task would end the whole loop."""


def colourful(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: only on a terminal that can, and not where NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") not in (None, "", "dumb")


def locale_of(environ: Mapping[str, str]) -> str:
    """The terminal's locale for messages, by the order of POSIX; empty where none is set."""
    return next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")


def show(document: Document, stream: TextIO | None = None) -> None:
    """Print a document as fits the stream: the terminal's width and colour, or 80 plain columns."""
    stream = stream or sys.stdout
    width = shutil.get_terminal_size((WIDTH, 24)).columns if stream.isatty() else WIDTH
    grids = os.environ.get("TERM") != "dumb"  # what reads a terminal aloud calls itself so
    stream.write(render(document, width, colour=colourful(stream, os.environ), grids=grids))
    stream.flush()


def show_failed(stream: TextIO | None = None, language: str = LANG) -> None:
    """Called where a bug was caught: one line in the log with an id, one calm sentence with it for the reader."""
    reference = secrets.token_hex(4)
    log.exception("console.answer_failed id=%s", reference)
    show(failed(reference, language), stream)


def asked(line: str) -> Request:
    """A typed line as a request: "/position cambodia", the slash may be left out."""
    command, _, rest = line.strip().removeprefix("/").partition(" ")
    return Request(command.lower(), line=rest.strip(), platform=PLATFORM)


class ConsoleOutlet:
    """Prints digests. What was printed cannot be looked up again."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock

    @property
    def platform(self) -> str:
        return PLATFORM

    def parts(self, document: Document) -> Sequence[Document]:
        """Always one: a terminal scrolls."""
        return (document,)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:  # noqa: ARG002  one place only
        sys.stdout.write("\n")
        show(document)
        return Receipt(f"{PLATFORM}:{key}", self._clock())

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:  # noqa: ARG002
        raise Ambiguous("a terminal keeps no record of what was printed on it")

    def keeps(self, address: Address) -> bool:  # noqa: ARG002
        return False

    def threads(self, address: Address) -> bool:  # noqa: ARG002
        return False

    async def publish(self, address: Address, message: str) -> None:
        """Nobody follows a terminal."""

    async def edit(self, address: Address, message: str, document: Document) -> None:  # noqa: ARG002
        raise Refused("what was printed on a terminal stays as it is")

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:  # noqa: ARG002  printing needs no leave
        return ()

    async def warn(self, server: str, document: Document) -> bool:  # noqa: ARG002  whoever runs it reads the log
        return False


class ConsoleRoom(ConsoleOutlet):
    """The prompt. `serve` returns when the person leaves (Ctrl-D, /quit) or after `close`."""

    def __init__(
        self,
        history: Path,
        *,
        commands: Sequence[Command],
        answer: Answer,
        complete: Complete,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        language: str = LANG,
    ) -> None:
        super().__init__(clock)
        self._language = speaking(language)
        self._history = history
        self._commands = tuple(commands)
        self._answer = answer
        self._complete = complete
        self._closing = asyncio.Event()

    async def serve(self) -> None:
        from prompt_toolkit.patch_stdout import patch_stdout

        session = self._session()
        with patch_stdout(raw=True):
            while (line := await self._line(session)) is not None:
                if line.strip().removeprefix("/").lower() in LEAVING:
                    break
                if line.strip():
                    await self._reply(line)
            sys.stdout.write(word("console-closing", self._language) + "\n")

    async def close(self) -> None:
        self._closing.set()

    async def _line(self, session: PromptSession[str]) -> str | None:
        """The next line; empty after Ctrl-C, None at the end."""
        prompt = asyncio.ensure_future(session.prompt_async(PROMPT, handle_sigint=False))
        closing = asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({prompt, closing}, return_when=asyncio.FIRST_COMPLETED)
            if not prompt.done():
                return None
            return prompt.result()
        except InterruptedPrompt:
            return ""
        except EOFError:
            return None
        finally:
            closing.cancel()
            if not prompt.done():
                prompt.cancel()
                await asyncio.wait({prompt})

    async def _reply(self, line: str) -> None:
        sys.stdout.write("\n")
        try:
            show((await self._answer(asked(line))).document)
        except Exception:
            show_failed(language=self._language)
        sys.stdout.write("\n")

    def _session(self) -> PromptSession[str]:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import Completer, Completion
        from prompt_toolkit.document import Document as Typed
        from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
        from prompt_toolkit.keys import Keys
        from prompt_toolkit.output import ColorDepth

        commands, complete, locale = self._commands, self._complete, locale_of(os.environ)

        class Names(Completer):
            def get_completions(self, document: Typed, complete_event: object) -> list[Completion]:  # noqa: ARG002
                found = candidates(document.text_before_cursor, commands, complete, locale)
                return [Completion(one.text, -one.replaces, display=one.label) for one in found]

        keys = KeyBindings()

        @keys.add(Keys.Vt100MouseEvent)
        def _nothing(event: KeyPressEvent) -> None:
            """No mouse is asked for: what looks like one is pasted colour, at which the library's reading fails."""

        depth = None if colourful(sys.stdout, os.environ) else ColorDepth.DEPTH_1_BIT
        return PromptSession(
            history=self._past(),
            completer=Names(),
            complete_while_typing=True,
            color_depth=depth,
            key_bindings=keys,
            interrupt_exception=InterruptedPrompt,
        )

    def _past(self) -> History:
        """The history file; where it cannot be written the prompt goes on without one."""
        from prompt_toolkit.history import FileHistory, InMemoryHistory

        try:
            self._history.parent.mkdir(parents=True, exist_ok=True)
            with self._history.open("a", encoding="utf-8"):
                pass
        except OSError as error:
            log.warning("console.no_history file=%s reason=%s", self._history.name, error.strerror)
            return InMemoryHistory()
        return FileHistory(self._history)
