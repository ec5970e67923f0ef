"""The data sets that no recipe learns from: sources never seen, to judge a final candidate on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from training.data.duplicates import near_duplicate_clusters
from training.data.records import NO_TUMOR, ImageRecord
from training.data.sources import images_in, read_gray, source_folder
from training.errors import DataError

_BRAIN_LENGTH_MM = 170.0
"""Length of an adult brain; the scale of pictures that state none is taken from it."""
_FOREGROUND = 20


def read_brats_t1ce(root: Path) -> list[ImageRecord]:
    """Skull-stripped contrast-enhanced T1 of gliomas in three planes; grouped by patient.

    The area of a lesion is that of the ellipse in its YOLO box (class, x, y, width, height as
    shares of the picture), on a scale on which the brain's longer side is 170 mm: an estimate.
    """
    folder = source_folder(root, "brats_t1ce")
    return [
        ImageRecord(
            image_id=f"brats_t1ce/{path.stem}",
            path=path,
            label=0,
            group=f"brats_t1ce/{path.stem.replace(' ', '_').partition('_')[0]}",
            source="brats_t1ce",
            modality="MR",
            sequence="T1c",
            lesion_area_mm2=_boxed_area(path, folder / "labels" / f"{path.stem}.txt"),
        )
        for path in images_in(folder / "images")
    ]


def read_navoneel(root: Path) -> list[ImageRecord]:
    """MR of many sequences from the web, with and without a tumour; near-duplicate clusters."""
    folder = source_folder(root, "navoneel")
    found = [(path, kind) for kind in ("no", "yes") for path in images_in(folder / kind)]
    clusters = near_duplicate_clusters([read_gray(path) for path, _ in found])
    return [
        ImageRecord(
            image_id=f"navoneel/{kind}/{path.stem}",
            path=path,
            label=None if kind == "yes" else NO_TUMOR,
            group=f"navoneel/cluster-{cluster:04d}",
            source="navoneel",
            modality="MR",
        )
        for (path, kind), cluster in zip(found, clusters, strict=True)
    ]


def read_no_tumor_nondemented(root: Path) -> list[ImageRecord]:
    """T1 of elderly brains without a tumour; grouped by the leading number of the name."""
    return [
        ImageRecord(
            image_id=f"no_tumor_nondemented/{path.stem}",
            path=path,
            label=NO_TUMOR,
            group=f"no_tumor_nondemented/{path.stem.partition(' ')[0]}",
            source="no_tumor_nondemented",
            modality="MR",
            sequence="T1",
            lesion_area_mm2=0.0,
        )
        for path in images_in(source_folder(root, "no_tumor_nondemented"))
    ]


def read_non_brain(root: Path) -> list[ImageRecord]:
    """Radiology images of other organs, and photographs; every picture is its own group."""
    folder = source_folder(root, "non_brain")
    return [
        ImageRecord(
            image_id=f"non_brain/{kind}/{path.stem}",
            path=path,
            label=None,
            group=f"non_brain/{kind}/{path.stem}",
            source="non_brain",
            brain=False,
        )
        for kind in ("mednist", "photos")
        for path in images_in(folder / kind)
    ]


HELD_OUT_READERS: dict[str, Callable[[Path], list[ImageRecord]]] = {
    "brats_t1ce": read_brats_t1ce,
    "navoneel": read_navoneel,
    "no_tumor_nondemented": read_no_tumor_nondemented,
    "non_brain": read_non_brain,
}


def read_held_out(root: Path, keys: Sequence[str] = tuple(HELD_OUT_READERS)) -> list[ImageRecord]:
    """All records of the named held-out sources; raises DataError as `read_sources` does."""
    return [record for key in keys for record in HELD_OUT_READERS[key](root)]


def _boxed_area(image: Path, label: Path) -> float | None:
    """Square millimetres of the largest box's ellipse, None where there is no box."""
    if not label.is_file():
        return None
    gray = read_gray(image)
    bright = gray > _FOREGROUND
    rows, columns = np.flatnonzero(bright.any(axis=1)), np.flatnonzero(bright.any(axis=0))
    if rows.size == 0:
        return None
    length = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    millimetres = _BRAIN_LENGTH_MM / float(length)
    areas = []
    for line in label.read_text(encoding="utf-8").splitlines():
        try:
            _, _, _, width, height = (float(value) for value in line.split())
        except ValueError as error:
            raise DataError(
                "the box file is not in YOLO format", path=label, received=line[:60]
            ) from error
        pixels = np.pi / 4 * width * gray.shape[1] * height * gray.shape[0]
        areas.append(pixels * millimetres**2)
    return float(max(areas)) if areas else None
