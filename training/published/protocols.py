"""How images are dealt to training, validation and test, and what leaks between the parts.

"published" deals single images at random, or keeps the data set's own test part, as the originals
did: copies and neighbouring slices then lie on both sides. "grouped" deals whole groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from training.errors import DataError, SplitError
from training.published.files import write_bytes
from training.published.layout import LabelledImage

Protocol = Literal["published", "grouped"]
PROTOCOLS: tuple[Protocol, ...] = ("published", "grouped")
Part = Literal["training", "validation", "test"]
PARTS: tuple[Part, ...] = ("training", "validation", "test")
Fractions = tuple[float, float, float]


class Division(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which image is in which part; `parts` holds image ids."""

    protocol: Protocol
    seed: int
    parts: dict[Part, tuple[str, ...]]


class Leak(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many images of a part share a group with the images that were learned from."""

    images: int
    shared: int

    @property
    def leaked(self) -> bool:
        """True when any image of the part is related to what was learned."""
        return self.shared > 0

    @property
    def words(self) -> str:
        """For tables and figures."""
        if not self.leaked:
            return f"no group of its {self.images} images was learned from"
        return (
            f"LEAKED: {self.shared} of {self.images} images share a group with those learned from"
        )


def divide(
    images: Sequence[LabelledImage],
    groups: Sequence[str],
    *,
    protocol: Protocol,
    fractions: Fractions,
    seed: int,
) -> Division:
    """Deal the images after a protocol; a stratum is a class.

    Under "published" a test part that the data set has is kept, and validation is drawn from its
    training part.
    """
    members: dict[Part, list[str]] = {part: [] for part in PARTS}
    if protocol == "grouped":
        dealt = _deal_groups(images, groups, fractions, seed)
    else:
        dealt = _deal_images(images, fractions, seed)
    for image, part in zip(images, dealt, strict=True):
        members[part].append(image.image_id)
    return Division(protocol, seed, {part: tuple(members[part]) for part in PARTS})


def _deal_images(images: Sequence[LabelledImage], fractions: Fractions, seed: int) -> list[Part]:
    random = np.random.default_rng(seed)
    has_test = any(image.part == "test" for image in images)
    dealt: list[Part] = ["test"] * len(images)
    shares = (fractions[0], fractions[1], 0.0) if has_test else fractions
    for label in sorted({image.label for image in images}):
        rows = [
            i for i, image in enumerate(images) if image.label == label and image.part != "test"
        ]
        random.shuffle(rows)
        ends = np.rint(np.cumsum(shares) / sum(shares) * len(rows)).astype(int)
        for place, row in enumerate(rows):
            dealt[row] = PARTS[int(np.searchsorted(ends, place, side="right"))]
    return dealt


def _deal_groups(
    images: Sequence[LabelledImage], groups: Sequence[str], fractions: Fractions, seed: int
) -> list[Part]:
    """Stratum by stratum, the largest group first, to the part that is furthest below its share."""
    sizes = Counter(groups)
    labels: dict[str, Counter[int]] = defaultdict(Counter)
    for image, group in zip(images, groups, strict=True):
        labels[group][image.label] += 1
    strata: dict[int, list[str]] = defaultdict(list)
    for group in sorted(sizes):
        strata[labels[group].most_common(1)[0][0]].append(group)
    random = np.random.default_rng(seed)
    part_of: dict[str, Part] = {}
    for label in sorted(strata):
        own = strata[label]
        random.shuffle(own)
        own.sort(key=lambda group: -sizes[group])
        total = sum(sizes[group] for group in own)
        short = [fraction * total for fraction in fractions]
        for group in own:
            chosen = int(np.argmax(short))
            short[chosen] -= sizes[group]
            part_of[group] = PARTS[chosen]
    return [part_of[group] for group in groups]


def rows_by_part(
    division: Division, images: Sequence[LabelledImage], groups: Sequence[str], classes: int
) -> dict[Part, list[int]]:
    """Row numbers of each part.

    Raises
    ------
    SplitError
        When an image is in no part or in two, when a grouped division puts a group in two parts,
        or when a part has no image of some class.
    """
    number = {image.image_id: index for index, image in enumerate(images)}
    rows: dict[Part, list[int]] = {}
    seen: set[str] = set()
    for part in PARTS:
        ids = division.parts.get(part, ())
        for image_id in ids:
            if image_id not in number:
                raise SplitError("the split names an image that is not there", received=image_id)
            if image_id in seen:
                raise SplitError("an image is in two parts of the split", received=image_id)
            seen.add(image_id)
        rows[part] = [number[image_id] for image_id in ids]
        missing = set(range(classes)) - {images[row].label for row in rows[part]}
        if missing:
            raise SplitError(
                f"the {part} part has no image of a class",
                received=f"{len(ids)} images without class {min(missing)}",
                remedy="Each class needs images of at least three groups.",
            )
    if left_out := set(number) - seen:
        raise SplitError("the split does not name an image of the data", received=min(left_out))
    if division.protocol == "grouped":
        _check_groups(rows, groups)
    return rows


def _check_groups(rows: dict[Part, list[int]], groups: Sequence[str]) -> None:
    part_of: dict[str, Part] = {}
    for part in PARTS:
        for row in rows[part]:
            other = part_of.setdefault(groups[row], part)
            if other != part:
                raise SplitError(
                    "a group is in two parts of the split",
                    received=(groups[row], other, part),
                    remedy="Make a new split, or use --protocol published.",
                )


def leak(learned: Sequence[str], measured: Sequence[str]) -> Leak:
    """How many of the measured images' groups are among the learned images' groups."""
    known = set(learned)
    return Leak(len(measured), sum(group in known for group in measured))


def write_division(division: Division, path: Path) -> None:
    """Write a division as JSON, one image a line so that changes can be read."""
    write_bytes(path, msgspec.json.format(msgspec.json.encode(division), indent=1) + b"\n")


def read_division(path: Path) -> Division:
    """Read a division; raises DataError when it cannot be read or is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Division)
    except OSError as error:
        raise DataError(f"the split cannot be read: {error.strerror}", path=path) from error
    except msgspec.DecodeError as error:
        raise DataError(f"the file is not a split: {error}", path=path) from error
