"""What a decoder is asked to do, and doing it: the part that untrusted bytes may bring down.

Runs in a process of its own (`decode_worker`); nothing here knows of files or patients.
"""

from __future__ import annotations

from typing import Any, Literal

import imagecodecs
import msgspec
import numpy as np
import numpy.typing as npt

from tumorview.imaging.decoders import EncodedFrame, decode

AnyArray = npt.NDArray[Any]


class Job(msgspec.Struct, frozen=True):
    """What goes with the compressed bytes of one picture.

    `codec` "dicom" decodes a frame of `transfer_syntax_uid`, for which the fields up to
    `colorspace_is_ybr` are those of `EncodedFrame`; "png" and "jpeg" decode a whole file, the
    latter from `stored_colors` to `wanted_colors` (empty: as they are). `pixels` is how many
    samples are expected; with the size of the bytes it decides how long the work may take.
    """

    codec: Literal["dicom", "png", "jpeg"]
    pixels: int
    transfer_syntax_uid: str = ""
    rows: int = 0
    columns: int = 0
    samples: int = 1
    bits_allocated: int = 8
    colorspace_is_ybr: bool = False
    stored_colors: str = ""
    wanted_colors: str = ""


def encoded_frame(job: Job, data: bytes) -> EncodedFrame:
    """The frame that a job of codec "dicom" asks to be decoded."""
    return EncodedFrame(
        data=data,
        rows=job.rows,
        columns=job.columns,
        samples=job.samples,
        bits_allocated=job.bits_allocated,
        colorspace_is_ybr=job.colorspace_is_ybr,
    )


def run(job: Job, data: bytes) -> AnyArray:
    """The decoded samples; raises whatever the decoder raises."""
    if job.codec == "png":
        return np.asarray(imagecodecs.png_decode(data))
    if job.codec == "jpeg":
        stored, wanted = job.stored_colors or None, job.wanted_colors or None
        return np.asarray(imagecodecs.jpeg8_decode(data, colorspace=stored, outcolorspace=wanted))
    return decode(job.transfer_syntax_uid, encoded_frame(job, data))
