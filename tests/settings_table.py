"""The settings in docs/USER_GUIDE.md from their tables: ``python -m tests.settings_table``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.marked import with_content
from tumorview.services.settings import SettingSpec, settings_table
from tumorview.ui.preferences.table import ELSEWHERE, entries_with_specs

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "USER_GUIDE.md"

_BEGIN = "<!-- settings: made by python -m tests.settings_table -->"
_END = "<!-- settings end -->"


def with_table(text: str) -> str:
    """The document `text` with the table as it is now."""
    table = ["| Page | Setting | What it does | In the file | Default |", "|---|---|---|---|---|"]
    table += [
        _row(str(entry.page), entry.title, spec, entry.choice_names.get(str(spec.default)))
        for entry, spec in entries_with_specs()
    ]
    specs = {spec.name: spec for spec in settings_table()}
    table += [_row(where, "", specs[name], None) for name, where in ELSEWHERE.items()]
    return with_content(text, _BEGIN, _END, "\n".join(table))


def _row(page: str, title: str, spec: SettingSpec, default: str | None) -> str:
    kind = spec.type.replace(" | ", ", ")
    return f"| {page} | {title} | {spec.help} | `{spec.name}`: {kind} | {_said(spec, default)} |"


def _said(spec: SettingSpec, default: str | None) -> str:
    if default is not None:
        return default
    if isinstance(spec.default, bool):
        return "on" if spec.default else "off"
    return str(spec.default) if isinstance(spec.default, int | float) else "none"


def main() -> int:
    """Write the table into the document."""
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
