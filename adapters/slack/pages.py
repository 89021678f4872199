"""Pages of installation: plain HTML in the reader's language, good to hear, light or dark as the reader's machine is.

Pure. Whatever comes from outside is escaped here. No script, nothing loaded from elsewhere: the policy sent with every
page forbids it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from typing import Final

from adapters.inert import inert, unbroken
from adapters.slack.manifest import BEGIN, INSTALL, NEEDED_SCOPES, OPTIONAL_SCOPES
from briefs.wording.notices import beside, speaking

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d1c1d; --paper: #fff; --line: #ddd; --go: #4a154b; --on-go: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #1a1d21; --line: #444; --go: #ecd9ee; --on-go: #1d1c1d; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
li { margin: .35rem 0; }
a { color: inherit; }
code { font-size: .95em; border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3em; }
.go { display: inline-block; background: var(--go); color: var(--on-go); text-decoration: none; font-weight: 600;
  padding: .75rem 1.25rem; border-radius: .5rem; margin: 1rem 0; }
.go:focus-visible, a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
"""
_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Content-Type": "text/html; charset=utf-8",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an installation failed: the message that says so, the HTTP status, whether beginning again can help."""

    message: str
    status: int
    again: bool = True


DECLINED: Final = Failure("declined", 200)
STALE: Final = Failure("stale", 400)
MISCONFIGURED: Final = Failure("misconfigured", 500, again=False)
SLACK_DOWN: Final = Failure("slack-down", 503)
NOT_KEPT: Final = Failure("not-kept", 503)
TURNED_DOWN: Final = Failure("turned-down", 400)
FAILURES: Final = (DECLINED, STALE, MISCONFIGURED, SLACK_DOWN, NOT_KEPT, TURNED_DOWN)


def language_of(accepted: str, otherwise: str) -> str:
    """The first language of an Accept-Language header that these pages are in, else the operator's."""
    for part in accepted.split(",")[:10]:
        tag = part.partition(";")[0].strip().lower()
        if tag.startswith("en"):
            return "en"
        if tag and (spoken := speaking(tag)) != "en":
            return spoken
    return speaking(otherwise)


def install_page(language: str, team: str = "") -> str:
    """What Dateline is, what it asks for, what it keeps; and the way on to Slack."""
    on = f"{BEGIN}?team={escape(team)}" if team else BEGIN
    body = [
        _p("about", language),
        f'<p><a class="go" href="{on}">{_said("go", language)}</a></p>',
        f"<h2>{_said('asks-head', language)}</h2>",
        _p("asks", language),
        _scopes(NEEDED_SCOPES, language),
        _p("optional", language),
        _scopes(OPTIONAL_SCOPES, language),
        f"<h2>{_said('keeps-head', language)}</h2>",
        _p("keeps", language),
    ]
    return _page(language, _said("title", language), body)


def success_page(language: str, name: str, link: str, *, org: bool) -> str:
    """Where Dateline is now and what to do next. `link` is Slack's own address, https; empty where there is none."""
    steps = ("step-workspaces", "step-ask", "step-invite") if org else ("step-ask", "step-invite", "step-schedule")
    body = [
        f"<h2>{_said('next-head', language)}</h2>",
        "<ol>" + "".join(f"<li>{_said(step, language)}</li>" for step in steps) + "</ol>",
    ]
    if link.startswith("https://"):
        label = _said("workspaces" if org else "open", language)
        body.append(f'<p><a class="go" href="{escape(link)}">{label}</a></p>')
    return _page(language, _said("done", language, name=name or "Slack"), body)


def failure_page(failure: Failure, language: str, code: str = "") -> str:
    """What happened and what to do. `code` is Slack's own word for it, where it is one."""
    body = [_p(f"{failure.message}-do", language)]
    if failure.again:
        body.append(f'<p><a class="go" href="{INSTALL}">{_said("again", language)}</a></p>')
    if code:
        body.append(f"<p>{_said('code', language)} <code>{escape(code)}</code></p>")
    return _page(language, _said(failure.message, language), body)


def _page(language: str, title: str, body: list[str]) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title} · Dateline</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def _p(message: str, language: str) -> str:
    return f"<p>{_said(message, language)}</p>"


def _said(message: str, language: str, **slots: str) -> str:
    """A sentence, escaped; what stands between backticks is something to type."""
    told = unbroken(inert(beside(f"install-{message}", language, **slots)))
    parts = escape(told, quote=True).split("`")
    return "".join(f"<code>{part}</code>" if odd % 2 else part for odd, part in enumerate(parts))


def _scopes(scopes: tuple[str, ...], language: str) -> str:
    """Each scope and what it is for."""
    return "<ul>" + "".join(f"<li><code>{scope}</code> {_purpose(scope, language)}</li>" for scope in scopes) + "</ul>"


def _purpose(scope: str, language: str) -> str:
    return _said("scope-" + scope.replace(":", "-").replace("_", "-"), language)
