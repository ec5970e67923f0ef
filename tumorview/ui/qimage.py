"""The only place where arrays become QImages. Safe on any thread."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from tumorview.domain.arrays import UInt8Array


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
