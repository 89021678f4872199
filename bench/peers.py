"""The same questions put to polars, DuckDB and pandas, each in a process of its own: `python -m bench.peers WHAT FILE`.

None of them is a dependency of Dateline, not even for developers. Install them in an environment of their own and name
its Python in DATELINE_PEERS; without it `make bench` says that nobody was compared. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

USED = ["undl_id", "ms_code", "ms_vote", "date", "subjects"]
CAST = ("Y", "N", "A")
_JOIN = """
select a.ms_code, b.ms_code, count(*), sum((a.ms_vote = b.ms_vote)::int)
from votes a join votes b on a.undl_id = b.undl_id and a.ms_code < b.ms_code
where a.ms_vote in ('Y', 'N', 'A') and b.ms_vote in ('Y', 'N', 'A') group by all
"""


def timed(ask: Callable[[], Any], times: int = 1) -> tuple[Any, float]:
    """The answer and the CPU seconds of asking once, the mean of `times`."""
    begun = time.process_time()
    for _ in range(times):
        answer = ask()
    return answer, (time.process_time() - begun) / times


def with_polars(path: str) -> dict[str, Any]:
    import polars

    _, read = timed(lambda: polars.read_csv(path, infer_schema_length=0))
    return {"read": read}


def with_duckdb(path: str) -> dict[str, Any]:
    import duckdb

    database = duckdb.connect()
    load = f"create table votes as select {', '.join(USED)} from read_csv('{path}', all_varchar = true)"
    _, read = timed(lambda: database.execute(load))
    pairs, matrix = timed(lambda: database.execute(_JOIN).fetchall())
    return {"read": read, "matrix": matrix, "pairs": [[a, b, n, int(k)] for a, b, n, k in pairs]}


def with_pandas(path: str) -> dict[str, Any]:
    import pandas

    frame, read = timed(lambda: pandas.read_csv(path, dtype=str, keep_default_na=False, usecols=USED))

    def latest() -> Any:
        mine = frame[(frame.ms_code == "KHM") & frame.subjects.str.contains("NUCLEAR DISARMAMENT", regex=False)]
        return mine.sort_values("date", ascending=False).head(10)

    def matrix() -> Any:
        cast = frame[frame.ms_vote.isin(CAST)][["undl_id", "ms_code", "ms_vote"]]
        table = cast.pivot_table(index="undl_id", columns="ms_code", values="ms_vote", aggfunc="first")
        both = table.notna().astype("int32")
        alike = sum((hot := (table == option).astype("int32")).T @ hot for option in CAST)
        return both.T @ both, alike

    _, asked = timed(latest, 3)
    (both, alike), all_pairs = timed(matrix)
    shares = (alike / both).stack()
    pairs = [[one, other, share] for (one, other), share in shares.items() if one < other]
    return {"read": read, "latest": asked, "matrix": all_pairs, "shares": pairs}


if __name__ == "__main__":
    PEERS = {"polars": with_polars, "duckdb": with_duckdb, "pandas": with_pandas}
    print(json.dumps(PEERS[sys.argv[1]](sys.argv[2])))
