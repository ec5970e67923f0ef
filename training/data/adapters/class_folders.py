"""Class folders, with or without an official split, and images with masks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from training.data.adapters.drafts import Draft, marks_lesion
from training.data.adapters.files import list_images
from training.data.adapters.labels import NONE, TUMOR, Finding, finding_of, names_of_classes, plain
from training.data.splits import Part
from training.errors import DataError

_PARTS: dict[str, Part] = {
    "train": "training",
    "training": "training",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "test": "test",
    "testing": "test",
}
_IMAGE_FOLDERS = frozenset(("image", "images"))
_MASK_FOLDERS = frozenset(("mask", "masks"))
_MASK_ENDINGS = ("_mask", "-mask", "_seg", "-seg")


@dataclass(frozen=True, slots=True)
class Place:
    """What the path of a file below the folder says.

    Attributes
    ----------
    key
        The path without ending, ``images`` or ``masks``: equal for an image and its mask.
    """

    part: Part | None
    finding: Finding | None
    is_mask: bool
    key: tuple[str, ...]


def place_of(name: PurePosixPath) -> Place:
    """Read a path such as ``Training/glioma/images/a.png``."""
    folders = name.parts[:-1]
    finding = None
    for folder in folders:
        finding = finding_of(folder) or finding
    stem = name.stem
    ending = next((e for e in _MASK_ENDINGS if stem.casefold().endswith(e)), "")
    kinds = {plain(folder) for folder in folders}
    return Place(
        part=_PARTS.get(plain(folders[0])) if folders else None,
        finding=finding,
        is_mask=bool(ending) or not kinds.isdisjoint(_MASK_FOLDERS),
        key=(
            *(f for f in folders if plain(f) not in _IMAGE_FOLDERS | _MASK_FOLDERS),
            stem[: len(stem) - len(ending)],
        ),
    )


def read_class_folders(folder: Path) -> list[Draft] | None:
    """Labelled files, or None when neither class folders nor masks are there.

    Without a class folder an empty mask means no tumour, and any other a tumour of unknown type.

    Raises
    ------
    DataError
        When a folder is named after no class, a part of the split lacks a class that another has,
        an image lacks its mask where only masks tell, or a mask its image.
    """
    places = {path: place_of(_below(folder, path)) for path in list_images(folder)}
    masks = {place.key: path for path, place in places.items() if place.is_mask}
    images = {path: place for path, place in places.items() if not place.is_mask}
    named = any(place.finding for place in images.values())
    if not images or not (named or masks):
        return None
    _refuse_lonely_masks(folder, masks, images)
    drafts = []
    for path, place in images.items():
        mask = masks.get(place.key)
        finding = place.finding
        if finding is None and (named or mask is None):
            raise _unlabelled(folder, path, named=named)
        if finding is None and mask is not None:
            finding = TUMOR if marks_lesion(mask) else NONE
        assert finding is not None
        drafts.append(Draft(path, finding, place.part, mask))
    _require_same_classes(folder, drafts)
    return drafts


def _below(folder: Path, path: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(folder).as_posix())


def _refuse_lonely_masks(
    folder: Path, masks: dict[tuple[str, ...], Path], images: dict[Path, Place]
) -> None:
    keys = {place.key for place in images.values()}
    for key, path in masks.items():
        if key not in keys:
            raise DataError(
                "the mask has no image",
                path=path,
                received=_below(folder, path).as_posix(),
                remedy="An image and its mask have equal names (images/a.png and masks/a.png, or "
                "a.png and a_mask.png).",
            )


def _unlabelled(folder: Path, path: Path, *, named: bool) -> DataError:
    name = _below(folder, path).as_posix()
    if named:
        return DataError(
            "an image lies in no folder that is named after a class",
            path=folder,
            received=name,
            remedy="Folders may be called " + names_of_classes() + ", or as `docs/TRAINING.md` "
            "lists.",
        )
    return DataError(
        "an image has no mask, and no folder tells its class",
        path=folder,
        received=name,
        remedy="Give it a mask, an empty one where there is no tumour.",
    )


def _require_same_classes(folder: Path, drafts: list[Draft]) -> None:
    """Each part of the official split must show every class that the folder has."""
    found: dict[Part | None, set[Finding]] = defaultdict(set)
    example: dict[Finding, Path] = {}
    for draft in drafts:
        found[draft.part].add(draft.finding)
        example.setdefault(draft.finding, draft.path)
    for part, findings in found.items():
        for finding in example.keys() - findings:
            raise DataError(
                f"the {part} part has no folder for a class that another part has"
                if part
                else "images beside the official split lack a class that the split has",
                path=folder,
                received=_below(folder, example[finding]).parent.as_posix(),
                remedy="Add the missing class, or give the folder of one part alone.",
            )
