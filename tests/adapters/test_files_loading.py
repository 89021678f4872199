"""Folders to archive: with and without the compiled file, at start and at reload, on disks that do not help."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.files import find_records_dir, load, read_tree, reload
from adapters.files.compiled import open_compiled
from adapters.files.loading import Memory, assembled_of
from adapters.files.tree import listing
from bench.many import write_files
from briefs.assembly import Assembled
from briefs.reading import Problem

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = find_records_dir()


def copy_of_records(to: Path) -> Path:
    shutil.copytree(SHIPPED, to / "records")
    return to / "records"


def loaded(records: Path, cache: Path | None = None) -> Assembled:
    return load(records / "register", [records], cache)


@pytest.fixture(scope="module")
def uncached() -> Assembled:
    return loaded(SHIPPED)


@pytest.fixture(scope="module")
def good_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = tmp_path_factory.mktemp("compiled") / "records.compiled"
    loaded(SHIPPED, cache)
    return cache


def age(path: Path, seconds: int = 10) -> None:
    """As if the compiled file had been written that much later than the records."""
    later = path.stat().st_mtime_ns + seconds * 1_000_000_000
    os.utime(path, ns=(later, later))


def test_the_shipped_records_load_without_a_problem(uncached: Assembled) -> None:
    assert uncached.problems == ()
    assert uncached.left_out == ()
    assert len(uncached.archive.rollcalls) == 9
    assert {len(call.votes) for call in uncached.archive.rollcalls.values()} == {193}


def test_the_archive_from_the_compiled_file_is_the_one_without_it(uncached: Assembled, good_cache: Path) -> None:
    for _ in range(2):
        again = loaded(SHIPPED, good_cache)
        assert again == uncached
        assert list(again.archive.events) == list(uncached.archive.events)
        assert list(again.archive.register.actors) == list(uncached.archive.register.actors)
        age(good_cache)


def test_places_survive_the_compiled_file(tmp_path: Path, expected_warnings: list[str]) -> None:
    """A problem across files points into a file that was not read again."""
    expected_warnings += [r"records\.left-out"]
    records = copy_of_records(tmp_path)
    cache = tmp_path / "compiled"
    loaded(records, cache)
    measures = records / "register" / "measures.yaml"
    measures.write_text(measures.read_text().replace("id: un-es-11-8", "id: un-es-11-9"))
    fresh, cached = loaded(records), loaded(records, cache)
    assert cached.problems == fresh.problems
    assert [Path(p.path).name for p in cached.problems] == ["un-es-11-8.yaml"]
    assert cached.problems[0].line > 1


def test_start_from_the_compiled_file_loads_neither_yaml_nor_the_models(good_cache: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom adapters.files import find_records_dir, load\n"
        "d = find_records_dir()\na = load(d / 'register', [d], Path(sys.argv[1]))\n"
        "assert len(a.archive.rollcalls) == 9\n"
        "assert not {'yaml', 'pydantic', 'pydantic_core'} & set(sys.modules), sorted(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(good_cache)], cwd=ROOT, check=True, timeout=60)


def test_a_changed_file_is_read_again_and_only_that(tmp_path: Path) -> None:
    records, cache = copy_of_records(tmp_path), tmp_path / "compiled"
    before = loaded(records, cache)
    age(cache)
    article = records / "events" / "voa-2022-03-04.yaml"
    article.write_text(article.read_text().replace("title: Cambodian", "title: THE Cambodian"))
    compiled = open_compiled(cache)
    kept = dict(compiled.entries)
    for listed in listing([records]):
        compiled.content(listed)
    assert [Path(key).name for key in kept if compiled.entries[key] is not kept[key]] == ["voa-2022-03-04.yaml"]
    after = loaded(records, cache)
    assert after.archive.sources["voa"].title.startswith("THE Cambodian")
    assert after.archive.register == before.archive.register


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    records, cache = copy_of_records(tmp_path), tmp_path / "compiled"
    loaded(records, cache)
    age(cache)
    issues = records / "register" / "issues.yaml"
    stamp = issues.stat()
    issues.write_text(issues.read_text().replace("Russia's war against", "RUSSIA's war against"))
    os.utime(issues, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert issues.stat().st_size == stamp.st_size
    assert loaded(records, cache).archive.register.issues["ukraine-war"].title.startswith("RUSSIA")


def test_a_touched_file_is_recognised_by_its_hash(tmp_path: Path) -> None:
    records, cache = copy_of_records(tmp_path), tmp_path / "compiled"
    loaded(records, cache)
    age(cache)
    states = records / "register" / "states.yaml"
    os.utime(states)
    compiled = open_compiled(cache)
    entry = compiled.entries[str(states.resolve())]
    for listed in listing([states]):
        compiled.content(listed)
    assert compiled.entries[str(states.resolve())].plain is entry.plain
    assert compiled.changed


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_compiled_file_is_rebuilt(
    tmp_path: Path, uncached: Assembled, good_cache: Path, data: st.DataObject
) -> None:
    """Cut short at any byte, or any byte changed: never believed, never fatal."""
    raw = good_cache.read_bytes()
    at = data.draw(st.integers(0, len(raw) - 1))
    damaged = raw[:at] if data.draw(st.booleans()) else raw[:at] + bytes([raw[at] ^ 0x21]) + raw[at + 1 :]
    cache = tmp_path / "damaged"
    cache.write_bytes(damaged)
    assert open_compiled(cache).entries == {}
    if at % 8 == 0:  # reading all anew takes its time; being empty is what decides
        assert loaded(SHIPPED, cache) == uncached
        assert cache.read_bytes() != damaged


def test_a_compiled_file_of_another_reader_is_rebuilt(
    good_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uncached: Assembled
) -> None:
    cache = tmp_path / "compiled"
    shutil.copy2(good_cache, cache)
    monkeypatch.setattr("adapters.files.compiled.reader_version", lambda: "another")
    assert open_compiled(cache).entries == {}
    assert loaded(SHIPPED, cache) == uncached
    assert open_compiled(cache).entries


def test_values_of_the_wrong_type_under_a_right_sum_are_read_anew(
    good_cache: Path, tmp_path: Path, uncached: Assembled
) -> None:
    from adapters.files import compiled as room

    cache = tmp_path / "compiled"
    forged = open_compiled(good_cache)
    for key, entry in forged.entries.items():
        forged.entries[key] = replace(entry, plain={**entry.plain, "events": [["voa/x", 7]], "steps": "no"})
    room.save_compiled(forged, cache)
    age(cache)
    assert open_compiled(cache).entries
    assert loaded(SHIPPED, cache) == uncached


def test_broken_files_are_never_compiled(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += [r"records\.left-out path=.*bad\.yaml problems=1 first=.*bad\.yaml:1:1: empty"]
    records, cache = copy_of_records(tmp_path), tmp_path / "compiled"
    (records / "events" / "bad.yaml").write_text("")
    made = loaded(records, cache)
    assert len(made.left_out) == 1
    assert len(made.archive.rollcalls) == 9
    assert not [key for key in open_compiled(cache).entries if key.endswith("bad.yaml")]


def test_killed_while_writing_leaves_the_old_compiled_file(tmp_path: Path, uncached: Assembled) -> None:
    """The process dies by SIGKILL after writing beside and before replacing."""
    cache = tmp_path / "compiled"
    cache.write_bytes(b"old")
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from adapters.files import find_records_dir, load\n"
        "d = find_records_dir()\nload(d / 'register', [d], Path(sys.argv[1]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(cache)], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert cache.read_bytes() == b"old"
    assert loaded(SHIPPED, cache) == uncached
    assert open_compiled(cache).entries


def test_a_full_disk_costs_one_line_and_nothing_else(tmp_path: Path) -> None:
    script = (
        "import logging, resource, sys\nfrom pathlib import Path\n"
        "logging.basicConfig(level=logging.INFO, format='%(levelname)s %(message)s')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        "from adapters.files import find_records_dir, load\n"
        "d = find_records_dir()\na = load(d / 'register', [d], Path(sys.argv[1]))\n"
        "assert len(a.archive.rollcalls) == 9\n"
    )
    cache = tmp_path / "compiled"
    done = subprocess.run(
        [sys.executable, "-B", "-c", script, str(cache)],
        cwd=ROOT,
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert [line.split()[:2] for line in done.stderr.splitlines()] == [["INFO", "compiled.not-written"]]
    assert list(tmp_path.glob("compiled*")) == []


def test_a_folder_that_cannot_be_made_costs_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    with caplog.at_level(logging.INFO, "dateline.files"):
        made = loaded(SHIPPED, tmp_path / "file" / "compiled")
    assert made.problems == ()
    assert [record.getMessage().split()[0] for record in caplog.records] == ["compiled.not-written"]


def test_reload_takes_the_new_records_when_all_are_good(tmp_path: Path) -> None:
    records = copy_of_records(tmp_path)
    old = loaded(records)
    assert reload(old, listing([records / "register", records])).line == "Records unchanged."
    (records / "sponsors" / "un-es-11-1.yaml").unlink()
    new = reload(old, listing([records / "register", records]))
    assert new.replaced
    assert len(new.assembled.archive.events) == len(old.archive.events) - 1


def test_reload_keeps_the_old_archive_whole_when_one_file_is_bad(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += [r"records\.reload-refused The old records stay in use; 1 problem: .*bad\.yaml:1:1: empty"]
    records = copy_of_records(tmp_path)
    old = loaded(records)
    (records / "sponsors" / "un-es-11-1.yaml").unlink()
    (records / "events" / "bad.yaml").write_text("")
    kept = reload(old, listing([records / "register", records]))
    assert not kept.replaced
    assert kept.assembled is old
    assert kept.line.count("\n") == 0


def test_reload_survives_the_folder_going_away(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += [r"records\.reload-refused .*no-such-path"]
    records = copy_of_records(tmp_path)
    old = loaded(records)
    shutil.rmtree(records)
    assert reload(old, listing([records / "register", records])).assembled is old


def test_files_come_in_one_order_and_once(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yml", "a/a.yaml", ".hidden.yaml", ".git/x.yaml", "note.md", "a/b.yaml~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = read_tree([tmp_path / "b.yaml", tmp_path])
    assert [Path(path).relative_to(tmp_path).as_posix() for path, _ in found] == ["b.yaml", "a/a.yaml", "a/z.yml"]
    assert [raw for _, raw in found] == [b"b.yaml", b"a/a.yaml", b"a/z.yml"]


def test_links_and_things_that_are_no_files_are_problems(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("x")
    (tmp_path / "good.yaml").symlink_to(tmp_path / "real.yaml")
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "circle.yaml").symlink_to(tmp_path / "circle.yaml")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.yaml")
    found = {
        Path(path).name: raw for path, raw in read_tree([tmp_path, tmp_path / "gone", tmp_path / "loop/notes.txt"])
    }
    assert found.pop("good.yaml") == b"x"  # the link comes first; the file behind it is not read twice
    assert {name: problem.code for name, problem in found.items() if isinstance(problem, Problem)} == {
        "circle.yaml": "unreadable",
        "dangling.yaml": "unreadable",
        "gone": "no-such-path",
        "loop": "linked-folder",
        "notes.txt": "no-such-path",
        "pipe.yaml": "not-a-file",
    }


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the super-user's right to read everything, if these tests have it."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_without_permission_is_a_problem(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Path("/tmp") / f"dateline-test-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        (folder / "closed.yaml").write_text("x")
        (folder / "closed.yaml").chmod(0)
        (folder / "shut").mkdir(mode=0)
        with as_nobody():
            found = read_tree([folder])
        assert [raw.code for _, raw in found if isinstance(raw, Problem)] == ["unreadable", "unreadable"]
    finally:
        (folder / "shut").chmod(0o700)
        shutil.rmtree(folder)


def many(folder: Path, count: int = 120) -> Path:
    """So many invented files."""
    write_files(folder, count)
    return folder


def test_files_found_whole_are_taken_from_the_compiled_file_alike(tmp_path: Path) -> None:
    folder, cache = many(tmp_path / "many"), tmp_path / "records.compiled"
    first = load(SHIPPED / "register", [SHIPPED, folder], cache)
    assert open_compiled(cache).sound
    assert load(SHIPPED / "register", [SHIPPED, folder], cache).archive == first.archive


def test_files_with_a_problem_are_judged_again_each_time(tmp_path: Path) -> None:
    folder, cache = many(tmp_path / "many"), tmp_path / "records.compiled"
    twin = folder / "000" / "twin.yaml"
    twin.write_bytes((folder / "000" / "invented-7.yaml").read_bytes())
    for _ in range(2):
        assert assembled_of(listing([SHIPPED, folder]), cache).problems
    assert open_compiled(cache).sound == ""
    twin.unlink()
    assert assembled_of(listing([SHIPPED, folder]), cache).problems == ()


def test_a_reload_reads_what_changed_and_nothing_else(tmp_path: Path) -> None:
    folder, cache, memory = many(tmp_path / "many"), tmp_path / "records.compiled", Memory()
    load(SHIPPED / "register", [SHIPPED, folder], cache)
    age(cache)
    first = assembled_of(listing([SHIPPED, folder]), cache, memory)
    compiled = cache.read_bytes()
    changed = folder / "001" / "invented-111.yaml"
    changed.write_text(changed.read_text("utf-8").replace("title: ", "title: Further "), "utf-8")
    done = assembled_of(listing([SHIPPED, folder]), cache, memory)
    assert done.archive != first.archive
    assert done.archive == assembled_of(listing([SHIPPED, folder])).archive
    assert cache.read_bytes() == compiled
    changed.write_text("source: nonsense\n", "utf-8")
    assert assembled_of(listing([SHIPPED, folder]), cache, memory).problems


def test_a_file_that_may_have_been_written_again_is_read_again(tmp_path: Path) -> None:
    folder, memory = many(tmp_path / "many", 3), Memory()
    assembled_of(listing([SHIPPED, folder]), None, memory)
    listed = listing([folder])
    assert all(memory.of(one) is None for one in listed)
    memory.seen += 10_000_000_000
    assert all(memory.of(one) is not None for one in listed)


def test_a_problem_of_a_remembered_file_names_its_line(tmp_path: Path) -> None:
    folder, cache = many(tmp_path / "many"), tmp_path / "records.compiled"
    assembled_of(listing([SHIPPED, folder]), cache)
    (folder / "000" / "twin.yaml").write_bytes((folder / "000" / "invented-7.yaml").read_bytes())
    without = assembled_of(listing([SHIPPED, folder])).problems
    assert assembled_of(listing([SHIPPED, folder]), cache).problems == without
    assert any(problem.line > 1 for problem in without)


def test_what_was_read_first_is_no_work_of_the_collector_and_what_a_reload_reads_is(tmp_path: Path) -> None:
    records = copy_of_records(tmp_path)
    memory, files = Memory(), listing([records])
    before = gc.get_freeze_count()
    assembled = assembled_of(files, None, memory)
    settled = gc.get_freeze_count()
    assert settled > before + len(assembled.archive.register.actors)
    assembled_of(files, None, memory)
    assert gc.get_freeze_count() <= settled
    assert gc.isenabled()
