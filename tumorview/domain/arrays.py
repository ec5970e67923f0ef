"""Read-only arrays: a frozen dataclass with a writable array inside is not frozen."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Float32Array = npt.NDArray[np.float32]
UInt8Array = npt.NDArray[np.uint8]

_Scalar = TypeVar("_Scalar", bound=np.generic)


def read_only(array: npt.NDArray[_Scalar]) -> npt.NDArray[_Scalar]:
    """A view of `array` that cannot be written through; the memory is not copied."""
    view = array.view()
    view.flags.writeable = False
    return view


def freeze_field(instance: Any, name: str) -> None:
    """Make the array field `name` of a frozen dataclass read-only (for ``__post_init__``)."""
    object.__setattr__(instance, name, read_only(getattr(instance, name)))
