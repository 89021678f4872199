"""The pages behind the pictures: words and look of the real payloads. No browser is needed."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from docs import slack_scenes
from docs.discord_scenes import SCENES, THEMES
from docs.pictures import IMG, PREVIEWS, Picture, main, page_of
from tests.adapters.slack.demands import response, view

TAG = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)


@pytest.mark.parametrize("platform", ["discord", "console"])
def test_a_page_shows_the_words_of_the_answer_and_is_the_same_each_time(platform: str) -> None:
    picture = Picture("vote ES-11/1", platform, "phone", "dark")
    page, width = page_of(picture)
    shown = " ".join(html.unescape(TAG.sub(" ", page)).split())
    assert "141 in favour, 5 against, 35 abstentions" in shown
    assert "Belarus, Eritrea, North Korea, Russia" in shown
    assert (page, width) == page_of(picture)


def test_markup_that_nobody_meant_would_be_seen() -> None:
    page, _ = page_of(Picture("position <@1>", "discord"))
    assert "<mark>" not in page
    assert "**" not in TAG.sub("", page)


def test_every_preview_in_the_docs_is_drawn_by_the_tool() -> None:
    assert {path.stem for path in IMG.glob("*.png")} == set(PREVIEWS) | {
        scene + theme for scene in SCENES for theme in THEMES
    } | set(slack_scenes.SCENES)


@pytest.mark.parametrize("name", slack_scenes.SCENES)
async def test_what_a_scene_of_slack_shows_is_what_slack_takes(name: str) -> None:
    shown = await slack_scenes.played(slack_scenes.SCENES[name])
    assert shown
    for payload in (one.payload for one in shown):
        told = view(payload, payload["type"]) if "type" in payload else response(payload)
        assert list(told) == []


def test_a_page_is_written_without_a_browser(tmp_path: Path) -> None:
    page = tmp_path / "answer.html"
    assert main(["issues", "--platform", "console", "--out", str(page)]) == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_no_browser_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    assert main(["help", "--out", str(tmp_path / "answer.png")]) == 1
    assert "install it" in capsys.readouterr().err
