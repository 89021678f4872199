"""The numbers Slack sets for a message and for a manifest, each with the page that states it.

Only numbers. `render` keeps to them, `manifest` keeps to its own, and `fits` in `render` is what cuts a document in
parts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: the largest value we send, and the page (or the measured report) it comes from."""

    value: int
    page: str


BLOCKS = Limit(50, "https://docs.slack.dev/reference/block-kit/blocks")
HEADER = Limit(150, "https://docs.slack.dev/reference/block-kit/blocks/header-block")
SECTION_TEXT = Limit(3000, "https://docs.slack.dev/reference/block-kit/blocks/section-block")
"""Slack states no length for one text element of a rich text block; the length of a section is the safe reading."""
CONTEXT_TEXT = Limit(3000, "https://docs.slack.dev/reference/block-kit/composition-objects/text-object")
TABLE_ROWS = Limit(100, "https://docs.slack.dev/reference/block-kit/blocks/table-block")
"""The row of names among them. A message holds one table, of 10,000 characters: more than `TEXT` lets into it."""
LABEL = Limit(1000, "https://docs.slack.dev/reference/methods/chat.postMessage")
"""Our own part of `TEXT` for a title or a footer: both stand in every message and must leave room for the brief."""
URL = Limit(3000, "https://docs.slack.dev/reference/block-kit/block-elements/button-element")
TEXT = Limit(4000, "https://docs.slack.dev/reference/methods/chat.postMessage")
"""Slack advises 4000 and cuts at 40,000; a little over 4000 has been seen split into several messages."""
PAYLOAD = Limit(12_000, "https://github.com/slackapi/bolt-js/issues/2509")
"""All blocks of one message as compact JSON. Slack names no number: `msg_blocks_too_long` was measured from about
13,200 characters, so we stay below, and count the JSON rather than the words."""
ANSWERS = Limit(5, "https://docs.slack.dev/interactivity/handling-user-interaction")
"""Messages one slash command may send to its `response_url`, within 30 minutes."""
ELEMENTS = Limit(25, "https://docs.slack.dev/reference/block-kit/blocks/actions-block")
BUTTON_TEXT = Limit(75, "https://docs.slack.dev/reference/block-kit/block-elements/button-element")
OPTIONS = Limit(100, "https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element")
OPTION_TEXT = Limit(75, "https://docs.slack.dev/reference/block-kit/composition-objects/option-object")
CONFIRM_TEXT = Limit(300, "https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object")
CONFIRM_BUTTON = Limit(30, "https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object")
FORM_TITLE = Limit(24, "https://docs.slack.dev/reference/views/modal-views")
ARGUMENT = Limit(200, "https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element")
"""Our own: the longest list of names in a form."""
REPORT = Limit(1000, "https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element")
"""Our own: characters of what a reader says is wrong."""
ACTION_BLOCKS = Limit(6, "https://docs.slack.dev/reference/block-kit/blocks")
"""Our own: blocks kept free for what can be done with an answer."""
ACTION_PAYLOAD = Limit(4000, "https://github.com/slackapi/bolt-js/issues/2509")
"""Our own: of the payload kept free for them."""
HISTORY_PAGE = Limit(15, "https://docs.slack.dev/reference/methods/conversations.history")
"""Largest page for the most restricted kind of app; internal apps could ask for more but need not."""

COMMANDS = Limit(50, "https://docs.slack.dev/reference/app-manifest")
COMMAND_NAME = Limit(32, "https://docs.slack.dev/reference/app-manifest")
COMMAND_SUMMARY = Limit(2000, "https://docs.slack.dev/reference/app-manifest")
USAGE_HINT = Limit(1000, "https://docs.slack.dev/reference/app-manifest")
SHORTCUT_NAME = Limit(24, "https://docs.slack.dev/reference/app-manifest")
SHORTCUT_SUMMARY = Limit(150, "https://docs.slack.dev/reference/app-manifest")
OPTION_VALUE = Limit(150, "https://docs.slack.dev/reference/block-kit/composition-objects/option-object")
PRIVATE_METADATA = Limit(3000, "https://docs.slack.dev/reference/views/modal-views")
VIEW_BLOCKS = Limit(100, "https://docs.slack.dev/reference/views/modal-views")
MISTAKE = Limit(150, "https://docs.slack.dev/surfaces/modals#displaying_errors")
"""Our own: characters told beside a field."""
