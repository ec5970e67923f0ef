"""Names of files that are proposed: never a patient's, and nothing that may tell who is hidden."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tumorview.domain.study import Series
from tumorview.ui.language import tr

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


def proposed_name(series: Series, index: int | None, *, hide_identity: bool) -> str:
    """Modality, series and image, without suffix.

    `index` counts from 0; None names the whole series. A description is free text and may hold
    anything (PS3.15 table E.1-1), so it is left out while identity is hidden.
    """
    parts = [series.modality] if series.modality else []
    if series.number is not None:
        parts.append(f"series {series.number}")
    if series.description and not hide_identity:
        parts.append(series.description)
    if not parts:
        return "Images" if index is None else f"Image {index + 1:03d}"
    name = safe_name(" ".join(parts))
    return name if index is None else f"{name} image {index + 1:03d}"


def safe_name(text: str) -> str:
    """`text` as a file can be called on every system."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split())[:_LONGEST].strip(". ")
    return name or "Image"


def numbered(name: str, indices: Sequence[int], suffix: str) -> tuple[str, ...]:
    """One file name an image, numbered by its place in the series, so that a gap can be seen."""
    digits = max(3, len(str(max(indices, default=0) + 1)))
    return tuple(f"{name} {index + 1:0{digits}d}.{suffix}" for index in indices)


def name_problem(name: str) -> str:
    """Why a file cannot be called so, "" when it can."""
    if not name.strip():
        return tr("Give the file a name.")
    found = _FORBIDDEN.search(name)
    if found:
        return (
            tr("A name cannot hold {character}.", character=repr(found.group()[0]))
            if found.group()[0].isprintable()
            else (tr("A name cannot hold control characters."))
        )
    if name.strip(". ") != name.strip():
        return tr("A name cannot begin or end with a full stop.")
    return ""
