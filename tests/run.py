"""`make test`: every suite, on four processes (some wait for peers), in random order; at the end, by name, what did
not run and why.

Run as `python -m tests.run [pytest arguments]`. `DATELINE_NONE_SKIPPED=1` (set by `.ci/run`) turns anything that did
not run into a failure. Big sample files are found through `DATELINE_SAMPLES`; unset, the suites use generated ones.
"""

from __future__ import annotations

import os
import sys

import pytest


class NotRun:
    """Collects skipped tests and modules. It sees every worker's reports, as pytest-xdist relays them."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped:
            self._keep(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._keep(report)

    def _keep(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        told = report.longrepr
        reason = told[2] if isinstance(told, tuple) else str(getattr(report, "wasxfail", "") or told)
        self.reasons[report.nodeid] = reason.removeprefix("Skipped: ")


def tell(message: str) -> None:
    sys.stdout.write(message + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run pytest and report; the exit code is pytest's, or 1 where nothing may be skipped and something was."""
    samples = os.environ.get("DATELINE_SAMPLES")
    tell(f"samples: {samples}" if samples else "samples: DATELINE_SAMPLES is not set, so the suites use generated ones")
    seen = NotRun()
    code = int(pytest.main(["-n", "4", "--dist", "worksteal", "-p", "no:cacheprovider", *arguments], plugins=[seen]))
    if code > 1:
        tell(f"not run: unknown, pytest itself ended with code {code}")
        return code
    if not seen.reasons:
        tell("not run: nothing; every collected test ran")
        return code
    tell(f"not run: {len(seen.reasons)}")
    for name, reason in sorted(seen.reasons.items()):
        tell(f"  {name}: {reason}")
    if os.environ.get("DATELINE_NONE_SKIPPED") and code == 0:
        tell("DATELINE_NONE_SKIPPED is set: what did not run counts as failed")
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
