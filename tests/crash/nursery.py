"""A warm process that forks one life after another: `python -m tests.crash.nursery`, one JSON line in, one out.

Forking from here costs milliseconds, where a fresh interpreter needs a second for its imports. It has lived every kind
of life itself before, so that no child has to load or compile what it needs. It has no threads and no event loop of its
own, so that a fork is sound.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import tempfile
import threading
from datetime import timedelta
from pathlib import Path

from tests.crash.child import Life, be, live
from tests.crash.server import Chat, serving
from tests.stores import CREATED, fresh_file


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


async def every_kind_of_life() -> None:
    """A digest posted, then amended; alerts, and the digest that follows them."""
    for alerts in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            path = str(fresh_file(Path(folder)))
            async with serving(Chat()) as chat:
                for day in range(3):
                    at = (CREATED + timedelta(days=day, minutes=61)).timestamp()
                    manners = {"alerts": alerts, "amend": day > 1 and not alerts, "publish": True}
                    await live(Life(path, chat.port, "slack", at, **manners), lambda _: None)


def main() -> None:
    # What a life needs is imported before the first fork, so that no child pays for it.
    import asyncpg  # noqa: F401
    import sqlalchemy.dialects.postgresql.asyncpg  # noqa: F401

    asyncio.run(every_kind_of_life())
    for thread in threading.enumerate():  # a closed connection's may be on its way out
        if thread is not threading.main_thread():
            thread.join()

    for line in sys.stdin:
        answer = one_life(Life(**json.loads(line)))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
