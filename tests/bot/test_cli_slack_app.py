"""`dateline run` as an app that many workspaces install: two real processes on one database file."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from adapters.store.sealing import new_key
from bot import secret
from tests.bot.shell import ROOT

HUSH = {
    secret.SLACK_CLIENT_SECRET: "hush-client-secret",
    secret.SLACK_SIGNING_SECRET: "hush-signing-secret",
    secret.SECRETS_KEY: new_key(),
}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(folder: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """A process that serves: its port, and what it logged so far. It must end well when told to."""
    port = free_port()
    file = folder / f"{name}.toml"
    file.write_text(f'[http]\nport = {port}\npublic = "https://dateline.example"\n', encoding="utf-8")
    told = {"DATELINE_CONFIG": str(file), "DATELINE_DATA": str(folder / "data"), secret.SLACK_CLIENT_ID: "1.2"}
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **told, **HUSH}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=env, cwd=folder, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said: list[str] = []
        try:
            for line in process.stderr:
                said.append(line)
                if "slack.serving" in line:
                    break
            assert "slack.serving mode=http" in said[-1], said
            yield port, said
        finally:
            process.terminate()
            said += process.stderr.readlines()
        assert process.wait(timeout=30) == 0, said


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return str(answer.read().decode())


def test_two_processes_show_the_page_of_installation_and_log_no_secret(tmp_path: Path) -> None:
    with ExitStack() as stack:
        served = [stack.enter_context(running(tmp_path, name)) for name in ("one", "two")]
        for port, _ in served:
            assert "<h1>Add Dateline to Slack</h1>" in page(port, "/slack/install")
            assert page(port, "/healthz") == "ok"
    for _, said in served:
        assert not any(value in line for line in said for value in HUSH.values())
        assert not any("Traceback" in line or "kind=" in line for line in said)
