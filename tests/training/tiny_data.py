"""Drawn data sets in the layout of the real ones, and a recipe small enough for a test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from training.batches import Stratum, Variant
from training.fit import FitOptions, Stage
from training.networks.lesion_network import NetworkOptions
from training.recipe import Recipe, RunOptions, train
from training.recipes.tumorview_mobilenetv2 import RECIPE
from tumorview.domain.arrays import UInt8Array

__all__ = [
    "RunOptions",
    "head",
    "tiny_recipe",
    "train",
    "write_data",
]

SIDE = 96
PATIENTS = 6
"""Patients of each tumour type, and as many of lgg and clusters of nickparvar."""


def head(
    seed: int, lesion: tuple[float, float, float, int] | None = None
) -> tuple[UInt8Array, UInt8Array]:
    """A symmetric head and its lesion mask, uint8[SIDE, SIDE]; `lesion` is (x, y, radius, grey).

    `seed` decides the pattern inside, so that other seeds are other pictures.
    """
    random = np.random.default_rng(seed)
    image = np.zeros((SIDE, SIDE), np.uint8)
    middle = (SIDE // 2, SIDE // 2)
    cv2.ellipse(image, middle, (36, 44), 0, 0, 360, 200, -1)
    cv2.ellipse(image, middle, (32, 40), 0, 0, 360, 90, -1)
    for _ in range(9):
        x, y = int(random.integers(4, 26)), int(random.integers(20, 76))
        size, grey = int(random.integers(3, 8)), int(random.integers(40, 150))
        for column in (middle[0] - x, middle[0] - 1 + x):
            cv2.circle(image, (column, y), size, grey, -1)
    mask = np.zeros_like(image)
    if lesion is not None:
        x_share, y_share, radius, grey = lesion
        place = (int(x_share * SIDE), int(y_share * SIDE))
        cv2.circle(mask, place, int(radius), 255, -1)
        image[mask > 0] = grey
    noise = random.normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8), mask


def write_data(root: Path) -> Path:
    """Write ``cheng``, ``lgg`` and ``nickparvar`` under `root` and return it."""
    _write_cheng(root / "cheng")
    _write_lgg(root / "lgg")
    folder = root / "nickparvar" / "Training" / "notumor"
    folder.mkdir(parents=True)
    for number in range(2 * PATIENTS):
        cv2.imwrite(str(folder / f"Tr-no_{number:04d}.jpg"), head(900 + number)[0])
    return root


def tiny_recipe() -> Recipe:
    """The bundled recipe at 64 pixels, with a handful of pictures and two epochs."""
    return replace(
        RECIPE,
        id="tiny_recipe",
        sources=("cheng", "lgg", "nickparvar"),
        input=replace(RECIPE.input, side=64),
        network=NetworkOptions(side=64, feature_channels=16, decoder_channels=8),
        strata=(
            Stratum("cheng", "glioma", 4),
            Stratum("cheng", "meningioma", 4),
            Stratum("cheng", "pituitary", 4),
            Stratum("cheng", "glioma", 4, Variant.HEALED),
            Stratum("cheng", "meningioma", 4, Variant.DOUBLED),
            Stratum("lgg", "glioma", 4),
            Stratum("lgg", "no_tumor", 4),
            Stratum("nickparvar", "no_tumor", 2),
            Stratum("nickparvar", "no_tumor", 1, Variant.PASTED, donors="cheng"),
            Stratum("nickparvar", "no_tumor", 1, Variant.DECOY, donors="cheng"),
        ),
        batch_size=16,
        fit=FitOptions(
            stages=(
                Stage("heads", epochs=1, rate=1e-3, body_trained=False),
                Stage("body", epochs=2, rate=1e-4, body_trained=True),
            )
        ),
    )


def _write_cheng(folder: Path) -> None:
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    lines = ["id,label,pid,patient_group"]
    places = {
        "glioma": (0.3, 0.4, 9, 250),
        "meningioma": (0.72, 0.5, 7, 230),
        "pituitary": (0.5, 0.6, 5, 240),
    }
    number = 0
    for label, lesion in places.items():
        for patient in range(PATIENTS):
            for _ in range(2):
                number += 1
                image, mask = head(number, lesion)
                cv2.imwrite(str(folder / "images" / f"{number}.jpg"), image)
                cv2.imwrite(str(folder / "masks" / f"{number}.png"), mask)
                lines.append(f"{number},{label},{label}{patient},{label}{patient}")
    (folder / "cases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_lgg(folder: Path) -> None:
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    lines = ["name,patient,slice,tumor_pixels"]
    for patient in range(PATIENTS):
        for slice_number in range(4):
            name = f"P{patient}_{slice_number}"
            lesion = (0.35, 0.45, 9, 220) if slice_number < 2 else None
            image, mask = head(500 + patient * 10 + slice_number, lesion)
            panels = np.concatenate([image, 255 - image, image], axis=1)
            cv2.imwrite(str(folder / "images" / f"{name}.jpg"), panels)
            if lesion is not None:
                cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask)
            lines.append(f"{name},P{patient},{slice_number},{int((mask > 0).sum())}")
    (folder / "slices.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
