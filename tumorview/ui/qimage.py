"""The only place where arrays become QImages. Safe on any thread."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from tumorview.domain.arrays import UInt8Array
from tumorview.domain.overlays import FrameOverlays
from tumorview.ui.viewport.overlay_layer import OverlayPicture

_SMALLEST_LEVEL = 16
"""Overlay pixels a side; nobody looks at an image smaller than that."""


def to_qimage(pixels: UInt8Array) -> QImage:
    """A QImage that owns its memory, from uint8[rows, columns] grey or [rows, columns, 3] RGB.

    Raises
    ------
    ValueError
        For any other shape or dtype.
    """
    if pixels.dtype != np.uint8 or pixels.ndim not in (2, 3) or pixels.shape[2:] not in ((), (3,)):
        raise ValueError(
            "A QImage is made from uint8[rows, columns] or uint8[rows, columns, 3]. "
            f"Received: {pixels.dtype}{list(pixels.shape)}"
        )
    rows, columns = pixels.shape[:2]
    solid = np.ascontiguousarray(pixels)
    gray = pixels.ndim == 2
    form = QImage.Format.Format_Grayscale8 if gray else QImage.Format.Format_RGB888
    wrapped = QImage(solid.data, columns, rows, columns * (1 if gray else 3), form)
    # RGB32 is what the paint engine blits fastest, and converting copies out of numpy's memory.
    return wrapped.convertToFormat(QImage.Format.Format_RGB32)


def overlay_pictures(overlays: FrameOverlays) -> tuple[OverlayPicture, ...]:
    """What is drawn of a frame's overlays; planes without a single bit are left out."""
    return tuple(
        OverlayPicture(
            _levels(plane.mask),
            left=plane.origin[1] - 1,
            top=plane.origin[0] - 1,
            kind=plane.kind,
            label=plane.label,
        )
        for plane in overlays.planes
        if plane.mask.any()
    )


def _levels(mask: npt.NDArray[np.bool_]) -> tuple[QImage, ...]:
    """`mask` and its halvings down to one row or column of at least 16, by "any of four"."""
    levels = [_to_bits(mask)]
    while min(mask.shape) >= 2 * _SMALLEST_LEVEL:
        rows, columns = mask.shape
        even = np.pad(mask, ((0, rows % 2), (0, columns % 2)))
        mask = even[::2] | even[1::2]
        mask = mask[:, ::2] | mask[:, 1::2]
        levels.append(_to_bits(mask))
    return tuple(levels)


def _to_bits(mask: npt.NDArray[np.bool_]) -> QImage:
    rows, columns = mask.shape
    # Lines of QImage begin at a multiple of four bytes; copying lets go of numpy's memory.
    packed = np.packbits(mask, axis=1)
    lines = np.pad(packed, ((0, 0), (0, -packed.shape[1] % 4)))
    wrapped = QImage(
        np.ascontiguousarray(lines).data, columns, rows, lines.shape[1], QImage.Format.Format_Mono
    )
    return wrapped.copy()


def to_pixels(image: QImage) -> UInt8Array:
    """The pixels of an image: uint8[rows, columns] where all are grey, else [rows, columns, 3] RGB.

    Transparency is left out.
    """
    if image.allGray():
        return _rows(image.convertToFormat(QImage.Format.Format_Grayscale8), 1)[:, :, 0]
    return _rows(image.convertToFormat(QImage.Format.Format_RGB888), 3)


def _rows(image: QImage, samples: int) -> UInt8Array:
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    used = lines[:, : image.width() * samples]
    # The copy outlives the image.
    return used.reshape(image.height(), image.width(), samples).copy()
