"""The data sets that the recipes read, and which ones stay untouched."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from training.data.duplicates import near_duplicate_clusters
from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord, SourceInfo
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
    "ct_stroke_normal": SourceInfo(
        "ct_stroke_normal",
        "Brain CT, normal and stroke",
        "none stated",
        "CT without tumours; groups are patients.",
    ),
    "ct_hemorrhage": SourceInfo(
        "ct_hemorrhage",
        "Brain CT with haemorrhage",
        "none stated",
        "CT without tumours; groups are clusters of near-duplicates.",
    ),
    "ct_mr_pairs": SourceInfo(
        "ct_mr_pairs",
        "CT and MR pairs of tumour patients",
        "MIT; origin of the images not stated",
        "One CT and one MR slice of each of 38 patients; a lesion is visible on about half of the "
        "CT slices; groups are patients.",
    ),
}

HELD_OUT = (
    "brats_t1ce",
    "navoneel",
    "no_tumor_nondemented",
    "ct_mass_one_patient",
    "non_brain",
)
"""Never trained on: kept for judging a final candidate on sources that it has not seen.

`non_brain` serves the choice of the input gate with one half and its measure with the other.
"""

MINIMUM_TUMOR_PIXELS = 80
"""Slices of lgg whose lesion covers fewer of its 256 x 256 pixels are left out of training.

At the model's resolution such a lesion is a handful of pixels, below what a slice label can teach.
"""

_BY_EYE = Path(__file__).with_name("nickparvar_by_eye.csv")
_CHENG_PLANES = Path(__file__).with_name("cheng_planes.csv")

_REPEATED = 1.0
"""Mean grey-value difference up to which two panels of a JPEG show the same picture."""

# Found by eye: masses, other lesions or CT under the label "no tumour".
_WRONG_NO_TUMOR = frozenset({"Tr-no_1306", "Tr-no_0464", "Te-no_0100", "Tr-no_0233"})


def read_cheng(root: Path) -> list[ImageRecord]:
    """Contrast-enhanced T1 with three tumour types and lesion masks; grouped by patient."""
    folder = source_folder(root, "cheng")
    planes = _cheng_planes()
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
                plane=planes.get(row["id"], ""),
                mask_path=mask,
                mask_known=mask is not None,
            )
        )
    return records


def _cheng_planes() -> dict[str, str]:
    """Image id -> plane. The source does not state it; its images lie in runs of one plane.

    Told by eye and by a classifier that was shown those of which there was no doubt.
    """
    return {
        str(number): row["plane"]
        for row in _rows(_CHENG_PLANES, ("first", "last", "plane"))
        for number in range(int(row["first"]), int(row["last"]) + 1)
    }


def read_lgg(root: Path) -> list[ImageRecord]:
    """Low-grade glioma and tumour-free axial slices of the same patients; one record a sequence.

    Where a sequence was missing the source repeats FLAIR; the repetition is no record.
    """
    folder = source_folder(root, "lgg")
    records = []
    for row in _rows(folder / "slices.csv", ("name", "patient", "tumor_pixels")):
        tumor_pixels = int(row["tumor_pixels"])
        path = _required(folder / "images", row["name"])
        mask = _one_of(folder / "masks", row["name"], required=False)
        for index, sequence in _lgg_panels(path):
            records.append(
                ImageRecord(
                    image_id=f"lgg/{row['name']}/{sequence}",
                    path=path,
                    label=CLASS_IDS.index("glioma" if tumor_pixels else "no_tumor"),
                    group=f"lgg/{row['patient']}",
                    source="lgg",
                    modality="MR",
                    sequence=sequence,
                    plane="axial",
                    panel=(index, 3),
                    mask_path=mask,
                    mask_known=mask is not None or tumor_pixels == 0,
                    trainable=tumor_pixels == 0 or tumor_pixels >= MINIMUM_TUMOR_PIXELS,
                )
            )
    return records


@dataclass(frozen=True, slots=True)
class _Seen:
    """How a picture was made and whether it shows a mass, as far as an eye could tell."""

    modality: str = "MR"
    sequence: str = ""
    mass: bool = False


def _seen_by_eye(stems: Sequence[str], clusters: Sequence[int]) -> dict[int, _Seen]:
    """What `nickparvar_by_eye.csv` says of each cluster; it names one picture of a cluster.

    The source states neither modality nor sequence. The table was made by looking at one picture
    of each cluster, not by a radiologist; what was not plain to see is empty.
    """
    table = {
        row["image"]: _Seen(row["modality"], row["sequence"], row["mass"] == "yes")
        for row in _rows(_BY_EYE, ("image", "modality", "sequence", "mass"))
    }
    found = dict.fromkeys(clusters, _Seen())
    for stem, cluster in zip(stems, clusters, strict=True):
        if stem in table:
            found[cluster] = table[stem]
    return found


def _lgg_panels(path: Path) -> list[tuple[int, str]]:
    """The panels that show a sequence of their own, with its name."""
    gray = read_gray(path).astype(np.int16)
    width = gray.shape[1] // 3
    flair = gray[:, width : 2 * width]
    return [
        (index, sequence)
        for index, sequence in enumerate(("T1", "FLAIR", "T1c"))
        if sequence == "FLAIR"
        or np.abs(gray[:, index * width : (index + 1) * width] - flair).mean() > _REPEATED
    ]


def read_nickparvar_no_tumor(root: Path) -> list[ImageRecord]:
    """Slices without a tumour from the web, MR of many sequences and some CT.

    Grouped by near-duplicate cluster. Pictures in which a mass was seen keep their label and are
    not learned from.

    Its tumour images are left out: nine in ten are copies of `cheng`.
    """
    folder = source_folder(root, "nickparvar")
    paths = sorted(
        path
        for part in ("Training", "Testing")
        for path in (folder / part / "notumor").glob("*.jpg")
        if path.stem not in _WRONG_NO_TUMOR
    )
    if not paths:
        raise DataError("no images in Training/notumor or Testing/notumor", path=folder)
    clusters = near_duplicate_clusters([read_gray(path) for path in paths])
    seen = _seen_by_eye([path.stem for path in paths], clusters.tolist())
    return [
        ImageRecord(
            image_id=f"nickparvar/{path.stem}",
            path=path,
            label=NO_TUMOR,
            group=f"nickparvar/cluster-{cluster:04d}",
            source="nickparvar",
            modality=seen[cluster].modality,
            sequence=seen[cluster].sequence,
            mask_known=not seen[cluster].mass,
            trainable=not seen[cluster].mass,
        )
        for path, cluster in zip(paths, clusters.tolist(), strict=True)
    ]


def read_ct_stroke_normal(root: Path) -> list[ImageRecord]:
    """Brain CT of patients with a stroke and without: none shows a tumour; grouped by patient."""
    folder = source_folder(root, "ct_stroke_normal")
    return [
        _ct_without_tumor("ct_stroke_normal", path, path.stem.partition("_")[0])
        for kind in ("normal", "stroke")
        for path in images_in(folder / kind)
    ]


def read_ct_hemorrhage(root: Path) -> list[ImageRecord]:
    """Brain CT with haemorrhage, none with a tumour; grouped by near-duplicate cluster."""
    paths = images_in(source_folder(root, "ct_hemorrhage"))
    clusters = near_duplicate_clusters([read_gray(path) for path in paths])
    return [
        _ct_without_tumor("ct_hemorrhage", path, f"cluster-{cluster:04d}")
        for path, cluster in zip(paths, clusters, strict=True)
    ]


def read_ct_mr_pairs(root: Path) -> list[ImageRecord]:
    """A CT and an MR slice of each tumour patient, of unknown type; grouped by patient."""
    return [
        ImageRecord(
            image_id=f"ct_mr_pairs/{path.stem}",
            path=path,
            label=None,
            group=f"ct_mr_pairs/{path.stem.partition('_')[0]}",
            source="ct_mr_pairs",
            modality="CT" if path.stem.endswith("_ct") else "MR",
        )
        for path in images_in(source_folder(root, "ct_mr_pairs"))
    ]


READERS: dict[str, Callable[[Path], list[ImageRecord]]] = {
    "cheng": read_cheng,
    "lgg": read_lgg,
    "nickparvar": read_nickparvar_no_tumor,
    "ct_stroke_normal": read_ct_stroke_normal,
    "ct_hemorrhage": read_ct_hemorrhage,
    "ct_mr_pairs": read_ct_mr_pairs,
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


def _ct_without_tumor(source: str, path: Path, group: str) -> ImageRecord:
    return ImageRecord(
        image_id=f"{source}/{path.stem}",
        path=path,
        label=NO_TUMOR,
        group=f"{source}/{group}",
        source=source,
        modality="CT",
        lesion_area_mm2=0.0,
        mask_known=True,
    )


def images_in(folder: Path) -> list[Path]:
    """The images of a folder by name; raises DataError when there are none."""
    paths = sorted(p for p in folder.glob("*") if p.suffix.lower() in {".jpg", ".jpeg", ".png"})
    if not paths:
        raise DataError("the folder holds no images", path=folder)
    return paths


def source_folder(root: Path, name: str) -> Path:
    """The folder of a data set; raises DataError when it is not there."""
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
