"""A warm process that forks one life after another: `python -m tests.crash.nursery`, one JSON line in, one out.

Forking from here costs milliseconds, where a fresh interpreter needs a second for its imports. It has no threads and no
event loop of its own, so that a fork is sound.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading

from tests.crash.child import Life, be


def one_life(life: Life) -> dict[str, object]:
    """Fork, wait, tell: the steps it took and how it ended (0, or minus the signal)."""
    reading, writing = os.pipe()
    gc.freeze()  # no child looks through, and so copies, what its parent made
    child = os.fork()
    if child == 0:
        os.close(reading)
        be(life, writing)
    os.close(writing)
    alarm = None
    if life.kill_after:
        alarm = threading.Timer(life.kill_after, os.kill, (child, signal.SIGKILL))
        alarm.start()
    with os.fdopen(reading, encoding="utf-8") as said:
        steps = said.read().splitlines()
    if alarm is not None:
        alarm.cancel()
        alarm.join()
    _, status = os.waitpid(child, 0)
    return {"steps": steps, "exit": os.waitstatus_to_exitcode(status)}


def main() -> None:
    # What a life needs is imported before the first fork, so that no child pays for it.
    import asyncpg  # noqa: F401
    import sqlalchemy.dialects.postgresql.asyncpg
    import sqlalchemy.dialects.sqlite.aiosqlite  # noqa: F401

    import adapters.store.store  # noqa: F401
    from tests.archives import article

    article()

    for line in sys.stdin:
        answer = one_life(Life(**json.loads(line)))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
