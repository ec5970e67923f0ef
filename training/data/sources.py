"""The data sets that the recipes read, and which ones stay untouched."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from training.data.duplicates import near_duplicate_clusters
from training.data.records import CLASS_IDS, ImageRecord, SourceInfo
from training.errors import DataError
from tumorview.domain.arrays import UInt8Array

SOURCES = {
    "cheng": SourceInfo(
        "cheng",
        "Cheng et al., brain tumor dataset (figshare)",
        "CC BY 4.0",
        "Contrast-enhanced T1 of two hospitals, 2005 to 2010; groups are patients.",
    ),
    "lgg": SourceInfo(
        "lgg",
        "LGG MRI segmentation (TCGA-LGG)",
        "CC BY-NC-SA 4.0",
        "T1, FLAIR and contrast-enhanced T1 of low-grade gliomas, slices with and without tumour "
        "of the same patients; groups are patients.",
    ),
    "nickparvar": SourceInfo(
        "nickparvar",
        "Brain Tumor MRI Dataset, class notumor",
        "CC0 by its page; origin of the images not stated",
        "Web images of many sequences; its tumour images are copies of Cheng's and not used; "
        "groups are clusters of near-duplicates.",
    ),
}

HELD_OUT = (
    "brats_t1ce",
    "navoneel",
    "no_tumor_nondemented",
    "ct_hemorrhage",
    "ct_mass_one_patient",
    "ct_mr_pairs",
    "ct_stroke_normal",
    "non_brain",
)
"""Never read by a recipe: kept for judging a final candidate on sources it has not seen."""

MINIMUM_TUMOR_PIXELS = 80
"""Slices of lgg whose lesion covers fewer of its 256 x 256 pixels are left out of training.

At the model's resolution such a lesion is a handful of pixels, below what a slice label can teach.
"""

# Found by eye: masses, other lesions or CT under the label "no tumour".
_WRONG_NO_TUMOR = frozenset({"Tr-no_1306", "Tr-no_0464", "Te-no_0100", "Tr-no_0233"})


def read_cheng(root: Path) -> list[ImageRecord]:
    """Contrast-enhanced T1 with three tumour types and lesion masks; grouped by patient."""
    folder = _folder(root, "cheng")
    records = []
    for row in _rows(folder / "cases.csv", ("id", "label", "patient_group")):
        if row["label"] not in CLASS_IDS:
            raise DataError(
                "a label is not one of " + ", ".join(CLASS_IDS),
                path=folder / "cases.csv",
                received=row["label"],
            )
        mask = _one_of(folder / "masks", row["id"], required=False)
        records.append(
            ImageRecord(
                image_id=f"cheng/{row['id']}",
                path=_required(folder / "images", row["id"]),
                label=CLASS_IDS.index(row["label"]),
                group=f"cheng/{row['patient_group']}",
                source="cheng",
                modality="MR",
                sequence="T1c",
                mask_path=mask,
                mask_known=mask is not None,
            )
        )
    return records


def read_lgg(root: Path) -> list[ImageRecord]:
    """Low-grade glioma and tumour-free slices of the same patients; one record a sequence."""
    folder = _folder(root, "lgg")
    records = []
    for row in _rows(folder / "slices.csv", ("name", "patient", "tumor_pixels")):
        tumor_pixels = int(row["tumor_pixels"])
        path = _required(folder / "images", row["name"])
        mask = _one_of(folder / "masks", row["name"], required=False)
        for index, sequence in enumerate(("T1", "FLAIR", "T1c")):
            records.append(
                ImageRecord(
                    image_id=f"lgg/{row['name']}/{sequence}",
                    path=path,
                    label=CLASS_IDS.index("glioma" if tumor_pixels else "no_tumor"),
                    group=f"lgg/{row['patient']}",
                    source="lgg",
                    modality="MR",
                    sequence=sequence,
                    panel=(index, 3),
                    mask_path=mask,
                    mask_known=mask is not None or tumor_pixels == 0,
                    trainable=tumor_pixels == 0 or tumor_pixels >= MINIMUM_TUMOR_PIXELS,
                )
            )
    return records


def read_nickparvar_no_tumor(root: Path) -> list[ImageRecord]:
    """Tumour-free slices of many sequences from the web; grouped by near-duplicate cluster.

    Its tumour images are left out: nine in ten are copies of `cheng`.
    """
    folder = _folder(root, "nickparvar")
    paths = sorted(
        path
        for part in ("Training", "Testing")
        for path in (folder / part / "notumor").glob("*.jpg")
        if path.stem not in _WRONG_NO_TUMOR
    )
    if not paths:
        raise DataError("no images in Training/notumor or Testing/notumor", path=folder)
    clusters = near_duplicate_clusters([read_gray(path) for path in paths])
    return [
        ImageRecord(
            image_id=f"nickparvar/{path.stem}",
            path=path,
            label=CLASS_IDS.index("no_tumor"),
            group=f"nickparvar/cluster-{cluster:04d}",
            source="nickparvar",
            modality="MR",
            mask_known=True,
        )
        for path, cluster in zip(paths, clusters, strict=True)
    ]


READERS: dict[str, Callable[[Path], list[ImageRecord]]] = {
    "cheng": read_cheng,
    "lgg": read_lgg,
    "nickparvar": read_nickparvar_no_tumor,
}


def read_sources(root: Path, keys: Sequence[str]) -> list[ImageRecord]:
    """All records of the named sources under `root`.

    Raises
    ------
    DataError
        When a folder, a table or an image named by a table is missing.
    """
    if not root.is_dir():
        raise DataError(
            "the data folder does not exist",
            path=root,
            remedy="Give the folder that holds the data sets with --data DIR.",
        )
    return [record for key in keys for record in READERS[key](root)]


def read_gray(path: Path) -> UInt8Array:
    """uint8[rows, columns] of an image file.

    Raises
    ------
    DataError
        When the file cannot be decoded.
    """
    raw = np.fromfile(path, np.uint8)
    image = cv2.imdecode(raw, cv2.IMREAD_GRAYSCALE) if raw.size else None
    if image is None:
        raise DataError(
            "the image cannot be read", path=path, remedy="Remove it or fetch the data set again."
        )
    return np.asarray(image, np.uint8)


def _folder(root: Path, name: str) -> Path:
    folder = root / name
    if not folder.is_dir():
        raise DataError(
            f"the data folder has no folder '{name}'",
            path=root,
            remedy="Give the folder that holds the data sets with --data DIR.",
        )
    return folder


def _rows(table: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        with table.open(newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
    except OSError as error:
        raise DataError(f"the table cannot be read: {error.strerror}", path=table) from error
    missing = [c for c in columns if not rows or c not in rows[0]]
    if missing:
        raise DataError("the table lacks columns or rows", path=table, received=missing)
    return rows


def _one_of(folder: Path, stem: str, *, required: bool) -> Path | None:
    for suffix in (".png", ".jpg"):
        path = folder / f"{stem}{suffix}"
        if path.is_file():
            return path
    if required:
        raise DataError("an image named by the table is missing", path=folder, received=stem)
    return None


def _required(folder: Path, stem: str) -> Path:
    path = _one_of(folder, stem, required=True)
    assert path is not None
    return path
