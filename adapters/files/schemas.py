"""The published JSON Schemas: written from the models by `python -m adapters.files.schemas`, into docs/schema.

An editor completes and checks a record file that names its schema in the first line:

    # yaml-language-server: $schema=../../docs/schema/events.schema.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schema"


def texts() -> dict[str, str]:
    """File name → text, for each kind of record file."""
    from briefs.reading.models import FILES, schema

    return {f"{kind}.schema.json": json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n" for kind in FILES}


def stale(folder: Path = SCHEMAS) -> tuple[str, ...]:
    """Names of the published files that are not what the models say."""
    return tuple(
        name
        for name, text in texts().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    )


def write(folder: Path = SCHEMAS) -> tuple[str, ...]:
    """Publish; returns the names of the files that changed."""
    changed = stale(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (folder / name).write_text(texts()[name], encoding="utf-8")
    return changed


def main() -> int:
    """`--check` writes nothing and exits 1 when a published schema is not current."""
    only_check = "--check" in sys.argv[1:]
    changed = stale() if only_check else write()
    for name in changed:
        sys.stdout.write(
            f"{name}: {'not current; run python -m adapters.files.schemas' if only_check else 'written'}\n"
        )
    return 1 if only_check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
