"""`python -m docs.build --check | --write`: docs/commands.md out of the catalogue, and the links of every page.

The page is a projection of the same table as Discord's commands and Slack's manifest; nobody edits it by hand.
`--check` ends with 1 and one line for each fault; it opens no network.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from adapters.contract import Command, Menu, Param
from bot.catalogue import SPOKEN, asked_as, catalogue, in_language, menus, usage
from bot.office.catalogue import errands
from briefs.wording.notices import word

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "commands.md"
MOST_README_LINES = 150
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)

HEAD = """\
# Commands

The same on the console, on Discord and on Slack, where `/dateline <any command>` works too, as do the shortcut "Ask
Dateline" (a form), Home, `@Dateline <any command>` in a channel it is in, and the words alone in a direct message. In a
shell they are `dateline ask <command> …`. This page is made from the catalogue (`bot/catalogue.py`) by
`python -m docs.build --write`.
"""

LOCALISED = """\
## In other languages

Discord shows commands, parameters and choices in the reader's language. Slack's manifest has no place for translations
of commands, so there they keep their names; `/dateline` and the console understand these names too, and words such as
`court`, `au 4 mars 2022`, `depuis 2015`, `corto`, `al 4 de marzo de 2022` and `desde 2015`. A line is read as English
first and only where it means nothing so in another language.
"""


MENUS = """\
## On somebody's message

Where the platform has a menu on a message (Discord: Apps; Slack: under its …). It reads that message alone, answers to
who asks alone, and one choice from its list turns the answer into what was chosen.
"""

ERRANDS = """\
## For those who look after a server

On Discord, for members who may manage the server; on Slack, for those whom `managers` under `[slack]` in
`dateline.toml` names; in a direct message to Dateline, for a digest of one's own. All is answered to who asks alone.

On Slack they are typed in one line: the name of a parameter opens its value, lists are parted by commas, and a time, a
zone, days, `#channel` and `@group` need no name. `/subscription schedule 08:30 paris mon-fri issues ukraine war,
palestine length long in #desk`; `/subscription` alone lists what is scheduled, with buttons; where too little is given
a form opens.
"""


def page(commands: Sequence[Command]) -> str:
    """The whole of docs/commands.md."""
    told = [_names(commands, language) for language in SPOKEN]
    parts = [
        HEAD,
        *map(_section, commands),
        f"{word('help-days')}\n",
        MENUS,
        *map(_menu, menus()),
        ERRANDS,
        *map(_errand, errands()),
    ]
    return "\n".join([*parts, *([LOCALISED, *told] if told else [])])


def _menu(menu: Menu) -> str:
    also = ", ".join(f"{language}: “{label}”" for language, label in menu.also.items())
    return f"**{menu.label}** ({also}): {menu.summary}.\n"


def _errand(errand: Command) -> str:
    lines = [f"### /{errand.name}", "", f"{errand.summary}.", ""]
    if errand.params:
        lines += ["| parameter | what it is | |", "|---|---|---|", *map(_row, errand.params), ""]
    return "\n".join(lines)


def _names(commands: Sequence[Command], language: str) -> str:
    """A table of what commands and their parameters are called in one language."""
    rows = []
    for command in commands:
        params = ", ".join(f"{param.name}: `{in_language(param, language).name}`" for param in command.params)
        rows.append(f"| `/{command.name}` | `/{in_language(command, language).name}` | {params} |")
    return "\n".join([f"### {language}", "", "| command | name | parameters |", "|---|---|---|", *rows, ""])


def _section(command: Command) -> str:
    shell = asked_as("cli") + command.example.removeprefix("/")
    lines = [f"## /{command.name}", "", f"{command.summary}.", "", "```", usage(command), "```", ""]
    if command.params:
        lines += ["| parameter | what it is | |", "|---|---|---|", *map(_row, command.params), ""]
    lines += [f"For example `{command.example}`, in a shell `{shell}`.", ""]
    return "\n".join(lines)


def _row(param: Param) -> str:
    needed = "needed" if param.required else "may be left out"
    return f"| `{param.name}` | {param.summary} | {needed} |"


KHMER = ROOT / "docs" / "khmer.md"
KHMER_ROOMS = ("briefs", "compare", "desk", "history", "acts", "persons", "deeds", "notices")
KHMER_HEAD = """\
# Khmer awaits a native reader

No native reader has read Dateline's Khmer yet. All of it stands on this page: first the wordings we are least sure
of, each with what it says word for word; then every other sentence, every name and every word of the curators.
Sentences stand in `briefs/wording/briefs.km.ftl`, `compare`, `desk`, `history`, `acts`, `persons`, `deeds` and
`notices.km.ftl`, names in `briefs/tongues/names.km.tsv`, issues and curators' words in `words.km.tsv`. `DEED` puts
"បាន" before what was done and "ការ" before what is under discussion; `SET` puts a blank before what begins with another
script. Who mends a sentence or a verb (save those of `notices.km.ftl`) mends its signed form in
`briefs/proof/skeletons.km.txt` too. Digits are Latin everywhere. This page is made of those files and of
`docs/khmer.tsv` by `python -m docs.build --write`.

## To be looked at first

| English | Khmer | what it says, literally | unsure of |
|---|---|---|---|
"""
_MESSAGE = r"^{} = ?(.*(?:\n[ }}].*)*)"
_IDS = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def khmer_page() -> str:
    """All of the Khmer for a native reader, the doubtful wordings first."""
    english, khmer = ("".join(_catalogue(name, lang) for name in KHMER_ROOMS) for lang in ("en", "km"))
    lines = [line.split("\t") for line in KHMER.with_suffix(".tsv").read_text("utf-8").splitlines()]
    literally = {line[0]: line[1] for line in lines if line[1:]}
    first = {line[0]: line[2] for line in lines if line[2:] and line[2]}
    rows = [[_said(id_, english), _said(id_, khmer), literally[id_], unsure] for id_, unsure in first.items()]
    parts = [KHMER_HEAD + _table(map(_cells, rows))]
    others = [id_ for id_ in _IDS.findall(khmer) if id_ not in first]
    said = ([_said(id_, english), _said(id_, khmer), literally.get(id_, "")] for id_ in others)
    parts.append(_part("Every other sentence", said, "English", "Khmer", "what it says, literally"))
    words, names = (_lines(f"{table}.km.tsv") for table in ("words", "names"))
    parts.append(_part("Issues, offices and words of the curators", ([line[1], line[2]] for line in words)))
    parts.append(_part("Names", ([line[1], line[2]] for line in names)))
    return "\n".join(parts)


def _part(title: str, rows: Iterable[Sequence[str]], *heads: str) -> str:
    heads = heads or ("English", "Khmer")
    return f"## {title}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n{_table(map(_cells, rows))}"


def _cells(row: Sequence[str]) -> str:
    return " | ".join(cell.replace("|", "\\|") for cell in row)


def _table(rows: Iterable[str]) -> str:
    return "".join(f"| {row} |\n" for row in rows)


def _catalogue(name: str, lang: str) -> str:
    path = ROOT / f"briefs/wording/{name}.{lang}.ftl"
    return path.read_text("utf-8") if path.is_file() else ""


def _lines(table: str) -> Iterator[list[str]]:
    for line in (ROOT / "briefs/tongues" / table).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _said(message: str, catalogue_: str) -> str:
    found = re.search(_MESSAGE.format(message), catalogue_, re.MULTILINE)
    if found is None:
        return "(English has no such sentence)"
    return " ".join(found[1].split())


def faults() -> Iterator[str]:
    """Everything that is wrong, one line each."""
    if not PAGE.is_file() or PAGE.read_text("utf-8") != page(catalogue()):
        yield "docs/commands.md: not what the catalogue says; run `python -m docs.build --write`"
    if not KHMER.is_file() or KHMER.read_text("utf-8") != khmer_page():
        yield "docs/khmer.md: not what the catalogue says; run `python -m docs.build --write`"
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for path in [*(page_ for page_ in pages if page_.is_file()), *sorted((ROOT / "docs").glob("*.md"))]:
        yield from _broken_links(path)
    readme = ROOT / "README.md"
    count = len(readme.read_text("utf-8").splitlines()) if readme.is_file() else 0
    if count > MOST_README_LINES:
        yield f"README.md: {count} lines; at most {MOST_README_LINES}: move what is not for a first reader to docs/"


def _broken_links(path: Path) -> Iterator[str]:
    """Links to files that are not there. Links that open a web page are not followed."""
    for target in _LINK.findall(_CODE.sub("", path.read_text("utf-8"))):
        file = target.split("#")[0]
        if file and "://" not in file and not file.startswith("mailto:") and not (path.parent / file).exists():
            yield f"{path.relative_to(ROOT)}: links to {target}, which is not there; mend the link"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or tell what is wrong with the pages."""
    if list(arguments) == ["--write"]:
        PAGE.write_text(page(catalogue()), "utf-8")
        KHMER.write_text(khmer_page(), "utf-8")
        return 0
    if list(arguments) != ["--check"]:
        sys.stderr.write("usage: python -m docs.build --check | --write\n")
        return 2
    found = list(faults())
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
