"""Discord's limits as named data, each with the page that states it. No code decides anything here.

Discord counts text in a way it does not document, so texts are measured in the stricter unit (`adapters.inert.units`)
and filled only to `FILL` of a limit.
"""

from __future__ import annotations

from dataclasses import dataclass

_MESSAGE = "https://docs.discord.com/developers/resources/message"
_COMPONENTS = "https://docs.discord.com/developers/components/reference"
_COMMANDS = "https://docs.discord.com/developers/interactions/application-commands"
_ANSWERS = "https://docs.discord.com/developers/interactions/receiving-and-responding"
_LAYOUT = "https://discordpy.readthedocs.io/en/stable/interactions/api.html#discord.ui.LayoutView"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit and the vendor's page for it."""

    value: int
    page: str


FILL = 0.95
"""Share of a text limit that is used: the server's way of counting is not documented."""

COMPONENTS = Limit(40, f"{_COMPONENTS}#component-reference")
"""Components in one message, nested ones counted."""
TEXT = Limit(4000, _LAYOUT)
"""Characters over all TextDisplays of one message."""
CONTENT = Limit(2000, f"{_MESSAGE}#create-message")
"""Characters of a message's plain content."""
NONCE = Limit(25, f"{_MESSAGE}#create-message")
"""Characters of a nonce; with `enforce_nonce` a repeat within a few minutes returns the first message."""
COMPONENT_ID = Limit(2**31 - 1, f"{_COMPONENTS}#anatomy-of-a-component")
"""Largest component id: 32 bits, kept positive. It comes back when the message is read."""
BUTTONS = Limit(5, f"{_COMPONENTS}#action-row")
"""Buttons in one row."""
BUTTON_LABEL = Limit(80, f"{_COMPONENTS}#button")
SELECT_OPTIONS = Limit(25, f"{_COMPONENTS}#string-select")
SELECT_LABEL = Limit(100, f"{_COMPONENTS}#string-select-select-option-structure")
PLACEHOLDER = Limit(150, f"{_COMPONENTS}#string-select")
FORM_TITLE = Limit(45, f"{_ANSWERS}#interaction-response-object-modal")
FORM_LABEL = Limit(45, f"{_COMPONENTS}#label")
FORM_HINT = Limit(100, f"{_COMPONENTS}#label")
FORM_TEXT = Limit(4000, f"{_COMPONENTS}#text-input")
THREAD_NAME = Limit(100, "https://docs.discord.com/developers/resources/channel#start-thread-from-message")
"""Characters of the name of a thread or of a forum's post."""
COMMANDS = Limit(100, f"{_COMMANDS}#registering-a-command")
MENUS = Limit(5, f"{_COMMANDS}#registering-a-command")
"""Commands on messages; Discord's newer pages say 15."""
COMMAND_NAME = Limit(32, f"{_COMMANDS}#application-command-naming")
DESCRIPTION = Limit(100, f"{_COMMANDS}#application-command-object")
"""Characters of a command's or an option's description."""
OPTIONS = Limit(25, f"{_COMMANDS}#application-command-object")
CHOICES = Limit(25, f"{_COMMANDS}#application-command-object-application-command-option-choice-structure")
"""Choices of an option, and suggestions of one autocompletion."""
CHOICE_NAME = Limit(100, f"{_COMMANDS}#application-command-object-application-command-option-choice-structure")
CHOICE_VALUE = Limit(100, f"{_COMMANDS}#application-command-object-application-command-option-choice-structure")
OPTION_VALUE = Limit(6000, f"{_COMMANDS}#application-command-object-application-command-option-structure")
"""Largest `max_length` a text option may have."""
FOLLOW_UPS = Limit(5, f"{_ANSWERS}#followup-messages")
"""Follow-ups an interaction may have where the app is installed by the user only; we keep to it everywhere."""
FIRST_ANSWER_SECONDS = Limit(3, f"{_ANSWERS}#interaction-callback")

TITLE_UNITS = 250
"""Our own: a title longer than this holds an echo of what somebody typed and is clipped."""
ARGUMENT_CHARACTERS = 200
"""Our own: the longest argument the client lets anybody type."""
SHARED_PARTS = 5
"""Our own: messages that one shared answer may fill a channel with, and an errand's answer, beside which one with what
was typed may stand: no more than the first and `FOLLOW_UPS`. Private answers to questions are paged instead."""
ACTION_COMPONENTS = 18
"""Our own: components kept free for the rows under an answer: pages, what to do next, a list to choose from."""
ERRAND_ROWS = 2
"""Our own: rows of buttons under the answer to an errand; together with a list they fit into `ACTION_COMPONENTS`."""
LIST_CHARACTERS = 1000
"""Our own: characters of a list of names in a form."""
REPORT_WORDS = 1000
"""Our own: characters of what a reader says is wrong."""
