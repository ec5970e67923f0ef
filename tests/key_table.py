"""Mouse and keys in docs/USER_GUIDE.md from the table of actions: ``python -m tests.key_table``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QKeySequence

from tests.marked import with_content
from tumorview.ui.actions.sheet import key_sheet

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "USER_GUIDE.md"

_BEGIN = "<!-- keys: made by python -m tests.key_table -->"
_END = "<!-- keys end -->"


def with_table(text: str) -> str:
    """The document `text` with the table as it is now."""
    rows = key_sheet(QKeySequence.SequenceFormat.PortableText)
    table = ["| Key or gesture | What it does |", "|---|---|"]
    table += [f"| {key} | {does} |" for key, does in rows]
    return with_content(text, _BEGIN, _END, "\n".join(table))


def main() -> int:
    """Write the table into the document."""
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
