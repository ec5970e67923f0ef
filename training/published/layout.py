"""Class folders -> labelled images: ``yes``/``no``, ``train/tumor``, ``Training/glioma`` ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training.errors import DataError
from training.published.recipe import ClassFolder

OfficialPart = Literal["training", "test"]

_PART_FOLDERS: tuple[tuple[OfficialPart, tuple[str, ...]], ...] = (
    ("training", ("train", "training")),
    ("test", ("test", "testing")),
)
_SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """An image file, its class, and the part that the data set's authors put it in.

    `image_id` is its path under the data folder, with slashes.
    """

    image_id: str
    path: Path
    label: int
    part: OfficialPart | None


def read_class_folders(root: Path, classes: Sequence[ClassFolder]) -> list[LabelledImage]:
    """All images under `root`, by part, class and name.

    Raises
    ------
    DataError
        When the folder or one of the classes is missing or has no image.
    """
    if not root.is_dir():
        raise DataError(
            "the data folder does not exist",
            path=root,
            remedy="Give the folder that holds the class folders with --data DIR.",
        )
    own = _folders(root)
    parts = [(part, own[name]) for part, names in _PART_FOLDERS for name in names if name in own]
    if not any(part == "training" for part, _ in parts):
        return _images_of(root, root, classes, None)
    return [image for part, folder in parts for image in _images_of(root, folder, classes, part)]


def _images_of(
    root: Path, folder: Path, classes: Sequence[ClassFolder], part: OfficialPart | None
) -> list[LabelledImage]:
    found: list[LabelledImage] = []
    own = _folders(folder)
    for label, wanted in enumerate(classes):
        place = next((own[name] for name in wanted.folders if name in own), None)
        if place is None:
            raise DataError(
                f"there is no folder of the class '{wanted.id}'",
                path=folder,
                received=sorted(own),
                remedy=f"It may be called: {', '.join(wanted.folders)}.",
            )
        paths = sorted(p for p in place.iterdir() if p.suffix.lower() in _SUFFIXES)
        if not paths:
            raise DataError(
                "the class folder holds no image",
                path=place,
                remedy=f"Images are files that end in: {', '.join(_SUFFIXES)}.",
            )
        found += [
            LabelledImage(path.relative_to(root).as_posix(), path, label, part) for path in paths
        ]
    return found


def _folders(folder: Path) -> dict[str, Path]:
    return {entry.name.lower(): entry for entry in sorted(folder.iterdir()) if entry.is_dir()}
