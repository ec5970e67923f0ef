"""docs/ERRORS.md from the catalogue: ``python -m tests.error_table``."""

from __future__ import annotations

import sys
from pathlib import Path

from tumorview.error_catalogue import CATALOGUE

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "ERRORS.md"

_HEAD = """\
# Error codes

Every failure has a code that never changes its meaning. It stands in the column `error_code` of a
scan's CSV, in `analyze --json`, and in the details of a message of the window; the sentence beside
it names the file, the reason and the offending value. `tumorview errors [CODE ...]` prints this
table.

Made by `python -m tests.error_table` from `tumorview/error_catalogue.py`.

| code | what has happened | what can be done |
|---|---|---|
"""


def document() -> str:
    """The whole text."""
    rows = [f"| `{code}` | {kind.cause} | {kind.remedy} |" for code, kind in CATALOGUE.items()]
    return _HEAD + "\n".join(rows) + "\n"


def main() -> int:
    """Write the document."""
    DOCUMENT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
