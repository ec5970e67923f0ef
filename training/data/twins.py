"""Images of the training sources that a held-out source shows too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.data.duplicates import SAME_IMAGE, descriptor_maps, without_shared
from training.data.held_out import read_held_out
from training.data.matching import nearest
from training.data.pixels import read_pixels
from training.data.records import ImageRecord
from tumorview.domain.arrays import UInt8Array


def twins_of_held_out(records: Sequence[ImageRecord], data: Path) -> tuple[str, ...]:
    """Image ids of MR records of which a held-out source that is there holds a near-duplicate."""
    others = [
        record
        for key in ("brats_t1ce", "navoneel", "no_tumor_nondemented")
        if (data / key).is_dir()
        for record in read_held_out(data, (key,))
    ]
    own = [record for record in records if record.modality == "MR"]
    if not others or not own:
        return ()
    maps = [descriptor_maps(_gray(record) for record in part) for part in (own, others)]
    mine, theirs = without_shared(*maps)
    _, score = nearest(mine, theirs)
    return tuple(
        record.image_id for record, value in zip(own, score, strict=True) if value >= SAME_IMAGE
    )


def _gray(record: ImageRecord) -> UInt8Array:
    return np.clip(read_pixels(record).values, 0, 255).astype(np.uint8)
