"""The prover's table of Khmer: one form of everything, since words agree with nobody."""

from __future__ import annotations

from briefs.codebook import Precision, VoteOption
from briefs.proof.tallies import NO_ROW
from briefs.proof.tongues.speech import SPEECH
from briefs.proof.tongues.table import Conjugated, Noun, Table

F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
ANYBODY = frozenset({"ms", "fs", "mp", "fp"})
SPOKEN = SPEECH["km"]


def _of_all(*forms: tuple[str, VoteOption]) -> Conjugated:
    return {words: (option, ANYBODY) for words, option in forms}


def _named(votes: str) -> tuple[str, str, str, str]:
    """ "the only vote against", "all {} votes against", "{} votes against of {}", "0 votes against of {}"."""
    return f"{votes}តែមួយគត់", f"{votes}ទាំង {{}}", f"{votes} {{}} ក្នុងចំណោម {{}}", f"{votes} 0 ក្នុងចំណោម {{}}"


def _same(words: str) -> Noun:
    return words, words


KHMER = Table(
    lang="km",
    months=SPOKEN.months,
    short_months=SPOKEN.months,
    weekdays=("ថ្ងៃច័ន្ទ ទី", "ថ្ងៃអង្គារ ទី", "ថ្ងៃពុធ ទី", "ថ្ងៃព្រហស្បតិ៍ ទី", "ថ្ងៃសុក្រ ទី", "ថ្ងៃសៅរ៍ ទី",
              "ថ្ងៃអាទិត្យ ទី"),
    first=SPOKEN.first,
    dated=SPOKEN.joined,
    and_=SPOKEN.and_,
    semicolon="; ",
    colon="៖ ",
    quotes=("«", "»"),
    thousands=",",
    decimal=".",
    singular=frozenset(),
    grouped_from=1000,
    object="",
    did=_of_all(("បានបោះឆ្នោតគាំទ្រ", F), ("បានបោះឆ្នោតប្រឆាំង", A), ("បានអនុប្បវាទ", B), ("មិនបានចូលរួមបោះឆ្នោត", X)),
    did_on=_of_all(("បានបោះឆ្នោតគាំទ្រ", F), ("បានបោះឆ្នោតប្រឆាំង", A), ("បានអនុប្បវាទលើ", B),
                   ("មិនបានចូលរួមបោះឆ្នោតលើ", X)),
    had=_of_all(("ធ្លាប់បោះឆ្នោតគាំទ្រ", F), ("ធ្លាប់បោះឆ្នោតប្រឆាំង", A), ("ធ្លាប់អនុប្បវាទ", B),
                ("ធ្លាប់មិនបានចូលរួមបោះឆ្នោត", X)),
    had_on=_of_all(("ធ្លាប់បោះឆ្នោតគាំទ្រ", F), ("ធ្លាប់បោះឆ្នោតប្រឆាំង", A), ("ធ្លាប់អនុប្បវាទលើ", B),
                   ("ធ្លាប់មិនបានចូលរួមបោះឆ្នោតលើ", X)),
    cast={"គាំទ្រ": F, "ប្រឆាំង": A, "អនុប្បវាទ": B, "មិនបានចូលរួមបោះឆ្នោត": X},
    headings={"គាំទ្រ": F, "ប្រឆាំង": A, "អនុប្បវាទ": B, "មិនបានចូលរួមបោះឆ្នោត": X},
    on={"គាំទ្រ ": F, "ប្រឆាំង ": A, "អនុប្បវាទលើ ": B, "មិនបានចូលរួមបោះឆ្នោតលើ ": X},
    whole=" គ្រប់លើក",
    never=_of_all(("មិនបានចូលរួមបោះឆ្នោតទាល់តែសោះ", X)),
    shares=dict.fromkeys((F, A, B, X), "ចំនួន"),
    share_after=" លើក",
    groups=((_same("សំឡេងគាំទ្រ"), F), (_same("សំឡេងប្រឆាំង"), A), (_same("សំឡេងអនុប្បវាទ"), B),
            (_same("មិនបានបោះឆ្នោត"), X), (_same("គ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត"), NO_ROW),
            (_same("គ្មានសិទ្ធិបោះឆ្នោត"), None)),
    stood={"ដែលបានបោះឆ្នោតគាំទ្រ": F, "ដែលបានបោះឆ្នោតប្រឆាំង": A, "ដែលបានអនុប្បវាទ": B, "ដែលមិនបានចូលរួមបោះឆ្នោត": X,
           "ដែលគ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត": NO_ROW, "ដែលគ្មានសិទ្ធិបោះឆ្នោត": None},
    stands={"គាំទ្រ៖ ": F, "ប្រឆាំង៖ ": A, "អនុប្បវាទ៖ ": B},
    nouns={},
    calls=_same("ការបោះឆ្នោតដោយហៅឈ្មោះ {} លើក"),
    each_call=_same("ការបោះឆ្នោតដោយហៅឈ្មោះ {} លើក"),
    texts=_same("អត្ថបទ {}"),
    often=_same("{} លើក"),
    of_calls="{} ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ {} លើក",
    rank=(_same("លើក"), "ក្នុងចំណោម"),
    rowless=_same("; ក្នុងការបោះឆ្នោត {} លើកទៀត ឯកសារបោះឆ្នោតគ្មានសំឡេងក្រោមឈ្មោះនេះ"),
    opposed=("គ្មានលើកណា ដែលមួយគាំទ្រ ហើយមួយទៀតប្រឆាំងទេ", "ក្នុង {} លើក មួយគាំទ្រ ហើយមួយទៀតប្រឆាំង"),
    scopes={"ដែលមានកត់ត្រាអំពីបញ្ហានេះ": "issue", "ដែលមានកត់ត្រា": "all"},
    every={f"ភាគីទាំង {n}": n for n in range(2, 11)},
    few={f"ភាគីទាំង {n}": n for n in range(3, 11)},
    alike={"ទាំងពីរ": "both", "ទាំងអស់": "all"},
    alike_stands={"គាំទ្រ៖ ": F, "ប្រឆាំង៖ ": A, "អនុប្បវាទ៖ ": B},
    moved=("រដ្ឋសមាជិក 1 ដែល", "រដ្ឋសមាជិក {} ដែល"),
    holdings=(_same("ការបោះឆ្នោត"), _same("សកម្មភាពទៀត"), _same("សកម្មភាព")),
    words={"sponsored": {"បានរួមឧបត្ថម្ភ": ANYBODY}},
    qualifying=frozenset({"ឯកតោភាគី"}),
    note="phrase.language",
    stance_per=(", តាមសម្តីរបស់", ","),
    whens={"កាលពីថ្ងៃទី ": Precision.DAY, "ក្នុងសប្តាហ៍ថ្ងៃទី ": Precision.WEEK, "មិនក្រោយថ្ងៃទី ": Precision.NO_LATER_THAN},
    when_in="ក្នុង",
    clock=" ម៉ោង ",
    turns={"added": _same("បន្ថែម {}"), "corrected": _same("កែតម្រូវ {}"), "retracted": _same("ដកចេញ {}"),
           "edited": _same("កែដោយគ្មានការជំនួស {}"), "gone": _same("លែងមាន {}")},
    month_year=("ខែ", "ឆ្នាំ "),
    named_shares={option: _named(f"សំឡេង{words}") for words, option in (("ប្រឆាំង", A), ("អនុប្បវាទ", B), ("គាំទ្រ", F))},
)  # fmt: skip
