"""The shipped records, read once, and a desk over them on a fixed day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.archives import Shelves
from bot.commands import Desk, Held
from bot.config import NamePolicy

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return Shelves((), tmp_path_factory.mktemp("data"), NamePolicy()).open()


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Held:
    """The first article alone, beside the shipped register."""
    return Shelves((root / "records" / "events",), tmp_path_factory.mktemp("data"), NamePolicy()).open()


@pytest.fixture
def desk(shipped: Held) -> Desk:
    return Desk(shipped, lambda: NOW)
