"""Where the crash suites take place: one warm process for a module, a folder for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.campaign import Ground, Nursery, nursery


@pytest.fixture(scope="module")
def nest() -> Iterator[Nursery]:
    with nursery() as nest:
        yield nest


@pytest.fixture
def here(nest: Nursery, tmp_path: Path) -> Ground:
    return Ground(nest, tmp_path)
