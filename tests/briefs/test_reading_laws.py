"""What holds for any bytes at all: a file is read whole or refused with a problem inside it; nothing ever crashes."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.assembly import assemble
from briefs.reading import FileContent, inspect, read

ROOT = Path(__file__).resolve().parents[2]
SEEDS = [
    (ROOT / "records/events/voa-2022-03-04.yaml").read_bytes(),
    (ROOT / "records/rollcalls/un-es-11-1.yaml").read_bytes(),
    (ROOT / "records/register/persons.yaml").read_bytes(),
    (ROOT / "records/register/actors.yaml").read_bytes(),
]
SNIPPETS = [b"\t", b"[", b"]", b"{", b"}", b": ", b"- ", b"\n", b"&a ", b"*a", b"!!x ", b'"', b"'", b"no", b"~", b"\0"]
SNIPPETS += [
    b"\xff",
    "កម្ពុជា".encode(),
    b"\r",
    b"%",
    b"---\n",
    b"? ",
    b"|\n",
    b">",
    b"#",
    b"@",
    b"\\",
    b"\xc2\x85",
    b"<<: ",
]
CALM = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def holds(raw: bytes) -> None:
    """Whole without a problem, or problems that all point into the file."""
    found = read(raw, "file.yaml")
    if isinstance(found, FileContent):
        assert found.whole
        assert found.events or found.rollcalls or found.actors or found.issues or found.measures or b"[]" in raw
    else:
        assert found
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        for problem in found:
            assert 1 <= problem.line <= lines
            assert problem.column >= 1
            assert problem.message
            assert problem.hint
            assert str(problem).isprintable()
    assembled = assemble([inspect(raw, "file.yaml")])
    assert bool(assembled.problems) == bool(assembled.left_out)


@CALM
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    holds(raw)


@CALM
@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#,? \n\t~0é\u2028"), max_size=80))
def test_any_yaml_like_text(text: str) -> None:
    holds(text.encode())


@CALM
@given(st.sampled_from(SEEDS), st.data())
def test_any_change_of_a_good_file(seed: bytes, data: st.DataObject) -> None:
    raw = seed
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw)))
        cut = data.draw(st.sampled_from([0, 0, 1, 2, 7, 40]))
        raw = raw[:at] + data.draw(st.sampled_from(SNIPPETS)) + raw[at + cut :]
    holds(raw)


@CALM
@given(st.sampled_from(SEEDS), st.data())
def test_any_beginning_of_a_good_file(seed: bytes, data: st.DataObject) -> None:
    holds(seed[: data.draw(st.integers(0, len(seed)))])
