"""The answers of one fold's model to the images of its fold, as they lie in a run folder."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.errors import RunError
from tumorview.domain.arrays import Float32Array, freeze_field

ANSWERS_NAME = "answers.npz"

Float16Array = npt.NDArray[np.float16]

SMALLEST_KEPT = 0.01
"""Probability below which a cell of a lesion map is written as 0: most are, and zeros pack well."""

_REMEDY = "Answer the images of the fold again."
_RANKS = {"logits": 2, "acquisition_logits": 2, "lesion_map": 4}


@dataclass(frozen=True, slots=True)
class FoldAnswers:
    """What a model said of images that it did not learn from; nothing calibrated yet.

    Attributes
    ----------
    image_ids
        One an image, as `ImageRecord.image_id`; none twice.
    logits
        float32[n, classes], in the order of `CLASS_IDS`.
    acquisition_logits
        float32[n, kinds], modality and sequence.
    lesion_map
        float16[n, h, w], probability that a place is lesion, or None for a network without.
    """

    image_ids: tuple[str, ...]
    logits: Float32Array
    acquisition_logits: Float32Array
    lesion_map: Float16Array | None = None

    def __post_init__(self) -> None:
        count = len(self.image_ids)
        arrays: dict[str, npt.NDArray[np.floating]] = {
            "logits": self.logits,
            "acquisition_logits": self.acquisition_logits,
        }
        if self.lesion_map is not None:
            arrays["lesion_map"] = self.lesion_map[..., np.newaxis]
        shapes = {name: array.shape for name, array in arrays.items()}
        if not count or any(
            len(shape) != _RANKS[name] or shape[0] != count for name, shape in shapes.items()
        ):
            raise ValueError(f"One row of each array an image. Received: {count} ids, {shapes}")
        if wrong := [name for name, array in arrays.items() if not np.isfinite(array).all()]:
            raise ValueError(f"Answers are finite numbers. Received: {wrong} that are not")
        for name in arrays:
            freeze_field(self, name)
        twice = [name for name, times in Counter(self.image_ids).items() if times > 1]
        if twice:
            raise ValueError(f"An image is answered once. Received: {twice[:3]} more than once")


def write_answers(answers: FoldAnswers, path: Path) -> None:
    """Write the answers as a compressed npz, all of them or nothing.

    Small enough to be committed: what a lesion map says below `SMALLEST_KEPT` is dropped.

    Raises
    ------
    RunError
        When the disk is full or the folder cannot be written.
    """
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "image_id": np.array(answers.image_ids, dtype=np.str_),
        "logits": answers.logits,
        "acquisition_logits": answers.acquisition_logits,
    }
    if answers.lesion_map is not None:
        kept = answers.lesion_map >= SMALLEST_KEPT
        arrays["lesion_map"] = np.where(kept, answers.lesion_map, np.float16(0))
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            np.savez_compressed(stream, allow_pickle=False, **arrays)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise RunError(f"the answers cannot be written: {error.strerror}", path=path) from error


def read_answers(path: Path) -> FoldAnswers:
    """Read what `write_answers` wrote.

    Raises
    ------
    RunError
        When the file is absent, is none of answers or contradicts itself.
    """
    try:
        # Opened here, since numpy leaves a file open that turns out to be none of its own.
        with path.open("rb") as stream, np.lib.npyio.NpzFile(stream, allow_pickle=False) as found:
            return FoldAnswers(
                image_ids=tuple(str(name) for name in found["image_id"]),
                logits=found["logits"].astype(np.float32),
                acquisition_logits=found["acquisition_logits"].astype(np.float32),
                lesion_map=found["lesion_map"].astype(np.float16)
                if "lesion_map" in found
                else None,
            )
    except OSError as error:
        raise RunError(
            f"the answers cannot be read: {error.strerror or error}", path=path, remedy=_REMEDY
        ) from error
    except KeyError as error:
        raise RunError(
            "the answers lack an array", path=path, received=error.args[0], remedy=_REMEDY
        ) from error
    except (ValueError, EOFError, zipfile.BadZipFile) as error:
        raise RunError(f"the answers cannot be used: {error}", path=path, remedy=_REMEDY) from error
