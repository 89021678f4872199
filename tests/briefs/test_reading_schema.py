"""The published JSON Schemas: current, valid, and of one mind with the reader about the shipped files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from adapters.files import schemas

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "records").glob("*/*.yaml"))


def published(kind: str) -> jsonschema.protocols.Validator:
    schema = json.loads((ROOT / "docs/schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    return validator(schema)


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2's core schema, which editors use: plain digits are numbers, true and false booleans, the rest text."""

    class Core(yaml.SafeLoader):
        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own shape)

    Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
    Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
    return yaml.load(text, Loader=Core)


def kind_of(value: dict[str, Any]) -> str:
    return "events" if "records" in value else "rollcall" if "rollcall" in value else "register"


def test_published_schemas_are_what_the_models_say() -> None:
    assert schemas.stale() == (), "run: python -m adapters.files.schemas"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_editor_finds_nothing_wrong_in_a_shipped_file(path: Path) -> None:
    value = as_an_editor_reads(path.read_text(encoding="utf-8"))
    assert [error.message for error in published(kind_of(value)).iter_errors(value)] == []


@pytest.mark.parametrize(
    "name",
    ["unknown-key", "unknown-act", "bad-source", "wrong-types", "on-as-word", "no-records", "no-source", "clock-time"],
)
def test_an_editor_marks_what_the_reader_refuses(name: str) -> None:
    value = as_an_editor_reads((ROOT / f"tests/specimens/bad/{name}.yaml").read_text(encoding="utf-8"))
    assert list(published("events").iter_errors(value))


def test_a_schema_that_is_not_current_is_named_and_written(tmp_path: Path) -> None:
    assert schemas.stale(tmp_path) == ("events.schema.json", "rollcall.schema.json", "register.schema.json")
    schemas.write(tmp_path)
    (tmp_path / "events.schema.json").write_text("{}")
    assert schemas.stale(tmp_path) == ("events.schema.json",)
    assert schemas.write(tmp_path) == ("events.schema.json",)
    assert schemas.stale(tmp_path) == ()
