"""What operating systems leave in folders and archives."""

from __future__ import annotations

from collections.abc import Sequence

LITTER_FOLDERS = frozenset({"__MACOSX"})

_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def is_litter_file(name: str) -> bool:
    """Whether a file of this name is nobody's."""
    return name in _FILES or name.startswith("._")


def is_litter_name(parts: Sequence[str]) -> bool:
    """Likewise, for a path in parts."""
    return is_litter_file(parts[-1]) or any(part in LITTER_FOLDERS for part in parts[:-1])
