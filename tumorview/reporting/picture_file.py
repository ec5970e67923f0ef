"""A picture as a file: PNG and TIFF lossless, JPEG with loss; pixels and nothing else.

No text, name or time is written into the files, so there is nothing in them that tells who.
"""

from __future__ import annotations

from pathlib import Path

import cv2

from tumorview.domain.arrays import UInt8Array
from tumorview.domain.export_formats import PictureFormat
from tumorview.reporting.errors import OutputError
from tumorview.reporting.whole_file import write_whole

JPEG_QUALITY = 95

_PARAMETERS = {
    PictureFormat.PNG: (),
    PictureFormat.TIFF: (cv2.IMWRITE_TIFF_COMPRESSION, cv2.IMWRITE_TIFF_COMPRESSION_LZW),
    # Colours at full resolution: halving it would smear the heatmap.
    PictureFormat.JPEG: (
        *(cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY),
        *(cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444),
    ),
}


def encode_picture(pixels: UInt8Array, form: PictureFormat) -> bytes:
    """The content of a file that holds `pixels`.

    Parameters
    ----------
    pixels
        uint8[rows, columns] grey or uint8[rows, columns, 3] RGB.

    Raises
    ------
    OutputError
        When the format cannot hold a picture of this size.
    """
    ordered = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    try:
        done, encoded = cv2.imencode(f".{form}", ordered, [int(v) for v in _PARAMETERS[form]])
    except cv2.error:
        done = False
    if not done:
        rows, columns = pixels.shape[:2]
        raise OutputError(
            f"the picture of {columns} x {rows} pixels cannot be encoded as {form.name}",
            remedy="Choose another format, or the size of the screen.",
        )
    return encoded.tobytes()


def write_picture(path: Path, pixels: UInt8Array, form: PictureFormat) -> None:
    """Write uint8[rows, columns] or uint8[rows, columns, 3] RGB, whole or not at all.

    Raises OutputError when it cannot be encoded or written.
    """
    write_whole(path, encode_picture(pixels, form), "the picture")
