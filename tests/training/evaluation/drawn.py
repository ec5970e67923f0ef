"""Drawn heads in labelled folders, and measured answers, for the tests of the evaluation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord
from training.evaluation.measured import Measured
from tumorview.domain.arrays import UInt8Array

SIDE = 96
MASK_SIDE = 64


def head(seed: int, lesion: tuple[int, int, int] | None = None) -> tuple[UInt8Array, UInt8Array]:
    """A head and its lesion mask, uint8[SIDE, SIDE]; `lesion` is (x, y, radius) in pixels."""
    random = np.random.default_rng(seed)
    image = np.zeros((SIDE, SIDE), np.uint8)
    cv2.ellipse(image, (SIDE // 2, SIDE // 2), (34, 42), 0, 0, 360, 120, -1)
    for _ in range(12):
        x, y = (int(v) for v in random.integers(24, 72, 2))
        cv2.circle(image, (x, y), int(random.integers(2, 6)), int(random.integers(60, 150)), -1)
    mask = np.zeros_like(image)
    if lesion is not None:
        cv2.circle(mask, lesion[:2], lesion[2], 255, -1)
        image[mask > 0] = 250
    noise = random.normal(0, 4, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8), mask


def class_folders(root: Path, patients: int = 6) -> Path:
    """A hospital's folder: two tumour types, tumours of unknown type, and heads without."""
    lesions = {"glioma": (36, 40, 12), "meningioma": (66, 50, 7), "tumor": (50, 60, 9)}
    kinds = [*lesions.items(), ("no_tumor", None)]
    for number, (kind, lesion) in enumerate(kinds):
        (root / kind).mkdir(parents=True)
        for patient in range(patients):
            for cut in range(2):
                image, _ = head(1000 * number + 10 * patient + cut, lesion)
                cv2.imwrite(str(root / kind / f"{kind[:2]}p{patient}_{cut}.png"), image)
    return root


def cheng_and_lgg(root: Path, patients: int = 15) -> Path:
    """``cheng`` and ``lgg`` as `training.data.sources` reads them, small."""
    _cheng(root / "cheng", patients)
    _lgg(root / "lgg", patients)
    return root


def record(number: int, label: int | None, **changes: object) -> ImageRecord:
    """A record without a file."""
    plain = ImageRecord(
        image_id=f"cheng/{number}",
        path=Path("none.jpg"),
        label=label,
        group=f"cheng/p{number}",
        source="cheng",
        modality="MR",
        sequence="T1c",
        plane="axial",
        mask_path=Path("mask.png") if label not in {None, NO_TUMOR} else None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # names are checked by replace


def measured(records: list[ImageRecord], believed: list[float] | None = None) -> Measured:
    """Answers that give the true class `believed` (0.7) and the others an equal share.

    Lesions fill the upper left quarter of the mask and the heatmap.
    """
    believed = believed or [0.7] * len(records)
    probabilities = np.zeros((len(records), len(CLASS_IDS)))
    masks = np.zeros((len(records), MASK_SIDE, MASK_SIDE), np.uint8)
    for row, one in enumerate(records):
        label = 0 if one.label is None else one.label
        probabilities[row] = (1 - believed[row]) / 3
        probabilities[row, label] = believed[row]
        if one.mask_path is not None:
            masks[row, :32, :32] = 255
    return Measured(
        records=tuple(records),
        class_ids=CLASS_IDS,
        probabilities=probabilities,
        suspected=np.asarray(1 - probabilities[:, NO_TUMOR] >= 0.5),
        masks=masks,
        iou_thresholds=np.full(len(records), 0.5),
        heat=(masks / 255).astype(np.float16),
    )


def _cheng(folder: Path, patients: int) -> None:
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    lines = ["id,label,pid,patient_group"]
    lesions = {"glioma": (36, 40, 12), "meningioma": (66, 50, 7), "pituitary": (48, 62, 5)}
    number = 0
    for label, lesion in lesions.items():
        for patient in range(patients):
            number += 1
            image, mask = head(number, lesion)
            cv2.imwrite(str(folder / "images" / f"{number}.jpg"), image)
            cv2.imwrite(str(folder / "masks" / f"{number}.png"), mask)
            lines.append(f"{number},{label},{label}{patient},{label}{patient}")
    (folder / "cases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lgg(folder: Path, patients: int) -> None:
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    lines = ["name,patient,slice,tumor_pixels"]
    for patient in range(patients):
        for cut in range(2):
            name = f"P{patient}_{cut}"
            image, mask = head(5000 + 10 * patient + cut, (40, 44, 9) if cut else None)
            panels = np.concatenate([image, 255 - image, image], axis=1)
            cv2.imwrite(str(folder / "images" / f"{name}.jpg"), panels)
            if cut:
                cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask)
            lines.append(f"{name},P{patient},{cut},{int((mask > 0).sum())}")
    (folder / "slices.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
