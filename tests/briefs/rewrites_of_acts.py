# ruff: noqa: E501  (a rewrite is read as one line)
"""Ways to make a sentence about an act false: another act, further come, by others, on others' authority, corrected anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Rewrite = Callable[[str], Iterable[str]]

PAST = ("issued", "introduced", "adopted", "rejected", "vetoed", "co-sponsored", "requested", "called for", "sought", "condemned",
        "deplored", "regretted", "welcomed", "praised", "supported", "opposed", "recognised", "refused", "imposed", "lifted",
        "expelled", "recalled", "suspended", "pledged", "delivered", "signed", "ratified", "acceded to", "withdrew from", "met",
        "visited", "spoke by telephone with", "mediated in", "offered", "denied", "declined", "corrected", "retracted")  # fmt: skip
BARE = ("impose", "lift", "visit", "deliver", "pledge", "ratify", "sign")
DONE = re.compile(rf"\b(?:{'|'.join(map(re.escape, PAST))})\b")


def everywhere(pattern: str, *others: str) -> Rewrite:
    """Each of the others (templates of `re`) wherever the pattern stands."""
    compiled = re.compile(pattern)

    def rewrite(text: str) -> Iterator[str]:
        for found in compiled.finditer(text):
            for other in others:
                yield text[: found.start()] + found.expand(other) + text[found.end() :]

    return rewrite


def _other_acts(text: str) -> Iterator[str]:
    """Every other act in its place."""
    for found in DONE.finditer(text):
        for other in PAST:
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]
    for found in re.finditer(rf"\b(?:{'|'.join(BARE)})\b", text):
        for other in BARE:
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]


REWRITES: dict[str, Rewrite] = {
    "another act": _other_acts,
    "not done yet": everywhere(
        r" announced (?:(?:on|no later than) [\w ]+? )?that (?:it|they|he) would impose| planned to| was ready, on conditions, to| were ready, on conditions, to",
        " imposed", " decided to", " agreed to", " announced that it would",
    ),
    "in discussion": everywhere(r" (?:was|were) discussing ", " agreed on ", " sought ", " planned "),
    "conditions": everywhere(r", on conditions,", ""),
    "condition": everywhere(r" would (\w+ .+?) if .+?, according to Specimen Gazette\.$", r" would \1.", r" would \1, according to Specimen Gazette.", r" was ready, on conditions, to \1.", r" were ready, on conditions, to \1.", r" announced that it would \1."),
    "another condition": everywhere(r" if (?:Greece opens its ports|the strait stays open)", " if Greece closes its ports", " once Greece opens its ports", " even if the strait stays open", " if the strait stays open", " if Greece opens its ports"),
    "chain": everywhere(r", citing an? \w+ released by [^,.]+(?:\.S\.[^,.]+)?", "", ", citing a report released by Norway"),
    "released by": everywhere(r"released by (?:the United Nations|the government spokesperson's office|the U\.S\. Embassy in Phnom Penh)", "released by Norway", "released by Hun Sen"),
    "unilateral": everywhere(r"unilaterally ", "", "jointly ", "unilaterally and finally "),
    "several": everywhere(r" and (?:Foreign Minister Vivian Balakrishnan of Singapore|Filippo Grandi, the U\.N\. High Commissioner for Refugees,|Laos)(?= said| signed| opposed)", "", " and Norway", " and Sam Rainsy"),
    "what was answered": everywhere(r"the (?:step|statement|announcement) by (\w[\w ]+?) of (\d+)", r"the step by Norway of \2", r"the statement by \1 of 1\2", r"\1", "sanctions on Belarus"),
    "said again": everywhere(r"^(?:It|They|He) also said that", "He also said that", "She also said that", "It also denied that", "It said that", "Laos also said that", "They all said that"),
    "object put in": everywhere(r"(made a request|expressed regret|made a statement)", r"\1 about pilots", r"\1 to Norway"),
    "denied": everywhere(r" denied (?:on [\w ]+? )?(?:having|that it had) ", " ", " confirmed having ", " regretted having "),
    "among": everywhere(r" (?:was|were) among those that(?: were)?", "", " alone", " were all that", " were"),
    "on behalf": everywhere(r", on behalf of [^,]+,", "", ", with the EU,", ", against NATO,"),
    "claim": everywhere(r", (?:the U\.S\. Embassy in Phnom Penh|NATO) said(?: on [\w ]+)?\.|, according to [^.;]+", ".", ", Norway said."),
    "source": everywhere(r"Specimen (?:Gazette|Treaty Office|Wire)", "VOA", "Specimen Gazette", "Specimen Treaty Office", "Specimen Wire"),
    "accounts the other way": everywhere(r"^(.*?) on (\S+ \w+ \d{4}), according to (.*?); according to (.*?), on (.*)\.$", r"\1 on \5, according to \4; according to \3, on \2."),
    "as announced": everywhere(r", as (?:it|they|he) had announced on [\w ]+", "", ", as promised"),
    "change": everywhere(r"; on ([\w ]+) (?:it|they|he) had ", r"; on \1 it had not ", "; since then it had ", "; it reversed itself and had "),
    "corrected": everywhere(r"Corrected [\w ]+: ", "", "Corrected 6 March 2022: ", "Retracted 5 March 2022: "),
    "a correction that is none": everywhere(r"^(?!Corrected)", "Corrected 30 June 2023: ", "Corrected 5 March 2022: "),
    "exactness": everywhere(r"no later than|in the week of|\bon(?= \d)", "on", "no later than", "in the week of"),
    "month": everywhere(r"in June 2023|in 2023", "on 30 June 2023", "in May 2023", "in 2022", "in July 2023"),
    "as of": everywhere(r"As of ", "On ", "Since ", "Before "),
    "group": everywhere(r"A group of (\d+) countries", r"A group of states", r"A group of 1\1 countries", "All countries", "The United Nations"),
    "names": everywhere(r", Denmark|Australia, |, Sweden", "", ", Norway"),
    "hope": everywhere(r" (?:it|he|they) hoped", "", " it expected", " it knew"),
    "explanation": everywhere(r"In an explanation of vote on|in an explanation of vote on", "Voting on", "before the vote on"),
    "figure": everywhere(r"\b(?:about|nearly) ", "", "more than ", "almost "),
    "whose figure": everywhere(r"NATO|Filippo Grandi, the U\.N\. High Commissioner for Refugees", "the EU", "Norway", "Filippo Grandi"),
    "party": everywhere(r", the exiled opposition,|, the exiled opposition", "", ","),
    "speaker": everywhere(r"Prime Minister Hun Sen of Cambodia|Hun Sen", "Cambodia", "Sam Rainsy", "President Hun Sen", "Hun Manet"),
    "counterpart": everywhere(r" (?:to|from|with|on|of) (?:Nepal|India|Belarus|Greece|Sudan|Russia)\b", "", " to Norway", " from Norway", " with Norway"),
    "object": everywhere(r"the pilots' treaty|pilot boats?|the closing of the strait|a fishing ban", "the treaty", "warships", "the strait"),
    "text": everywhere(r"A/RES/\d+ \([\w ]+\)|the draft resolution \([\w ]+\)", "the resolution", "A/RES/90004", "A/RES/90003 (Later pilots)", "the draft resolution (Later pilots)"),
}  # fmt: skip
