"""All cases by family."""

from __future__ import annotations

from tests.hostile import (
    archives,
    bombs,
    found,
    lengths,
    metadata,
    pixels,
    places,
    rasters,
    structure,
)
from tests.hostile.case import Case

FAMILIES: dict[str, tuple[Case, ...]] = {
    "structure": structure.CASES,
    "lengths": lengths.CASES,
    "bombs": bombs.CASES,
    "pixels": pixels.CASES,
    "metadata": metadata.CASES,
    "rasters": rasters.CASES,
    "places": places.CASES,
    "archives": archives.CASES,
    "found": found.CASES,
}
