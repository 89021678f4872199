"""Khmer: plain characters, one form of everything, names that Dateline's own naming finds. What holds of every language
is in `test_languages`."""

from __future__ import annotations

import unicodedata
from datetime import date
from importlib.resources import files

from briefs.tongues import tables_of, told_in
from briefs.wording import notices
from briefs.wording.catalogue import words
from docs.build import KHMER
from tests.archives import shipped
from tests.briefs.shipped_names import ids, names

FILES = (("briefs.tongues", "names.km.tsv"), ("briefs.tongues", "words.km.tsv"), ("briefs.wording", "briefs.km.ftl"),
         ("briefs.wording", "acts.km.ftl"), ("briefs.wording", "desk.km.ftl"), ("briefs.wording", "compare.km.ftl"),
         ("briefs.wording", "history.km.ftl"),
         ("briefs.wording", "persons.km.ftl"), ("briefs.wording", "deeds.km.ftl"),
         ("briefs.wording", "notices.km.ftl"), ("briefs.proof", "skeletons.km.txt"))  # fmt: skip


def test_nothing_invisible_stands_in_khmer() -> None:
    for room, name in FILES:
        text = files(room).joinpath(name).read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), name
        odd = [c for c in text if unicodedata.category(c) == "Cf" or c in "\u17b4\u17b5"]
        assert odd == [], name


def test_the_page_for_a_native_reader_has_every_sentence_name_and_word() -> None:
    page = " ".join(KHMER.read_text("utf-8").replace("\\|", "|").split())
    for room, name in FILES[:-1]:
        text = files(room).joinpath(name).read_text("utf-8")
        for line in text.splitlines():
            said = line.split("\t")[2:3] if name.endswith("tsv") else line.split(" = ", 1)[-1:]
            if line and not line.startswith("#") and not line.endswith(" ="):
                assert " ".join("".join(said).split()) in page, line


def test_a_khmer_brief_has_khmer_buttons_and_other_words_of_ours_in_english() -> None:
    assert notices.beside("do-share", "km") == words("km").say("notice-do-share", {})
    assert notices.beside("page", "km", page=1, pages=2) == "ទំព័រ 1 ក្នុងចំណោម 2"
    assert notices.beside("compare-title", "km") == "Compare"


def test_khmer_has_no_articles_and_one_form() -> None:
    assert {(printed.article, printed.form) for printed in tables_of("km").names.values()} == {("", "ms")}


def test_days_numbers_and_lists_have_latin_digits_and_plain_blanks() -> None:
    khmer = words("km")
    assert khmer.day(date(2022, 3, 1)) == "1 ខែមីនា ឆ្នាំ 2022"
    assert khmer.day(date(2022, 8, 11), year=False) == "11 ខែសីហា"
    assert khmer.day_short(date(2022, 2, 1)) == "1 កុម្ភៈ 2022"
    assert khmer.weekday(date(2022, 3, 3)) == "ថ្ងៃព្រហស្បតិ៍ ទី 3 ខែមីនា ឆ្នាំ 2022"
    assert khmer.number(1_234_567) == "1,234,567"
    assert khmer.listed(["A", "B", "C"]) == "A, B និង C"
    assert khmer.listed(["A", "B"]) == "A និង B"


def test_every_printed_name_finds_its_own_actor() -> None:
    register = told_in(shipped(), "km").register
    printed = {actor.id: ids(names().find_actor(actor.name)) for actor in register.actors.values()}
    assert {key: found for key, found in printed.items() if found != (key,)} == {}
