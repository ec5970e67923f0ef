"""A series whose images are cut out of another one: volume, planes, and frames as any series has.

The images are worked out one by one when they are asked for; nothing is written anywhere.
"""

from __future__ import annotations

import math
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import cast

import numpy as np

from tumorview.cancel import CancelToken
from tumorview.domain.arrays import Float32Array, freeze_field
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Derivation, FrameInfo, Series, SliceOrder
from tumorview.imaging.errors import NotAVolumeError
from tumorview.imaging.reformat import (
    Grid,
    Plane,
    VolumeGeometry,
    grid_of,
    reformatted,
    volume_geometry,
)
from tumorview.said import say

ReadFrame = Callable[[SourceRef], ModalityFrame]
"""Reads a frame in modality units, or raises an ImagingError."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Volume:
    """The values of a series as one block.

    Attributes
    ----------
    series
        What it was made of.
    geometry
        Where its voxels lie.
    values
        float32[slices, rows, columns] in modality units, NaN where a pixel is padding.
    pattern
        The frame in the middle: what it says of unit, window and polarity holds for all.
    lowest
        The least value that is not padding.
    lossy, notices
        Of any of the frames.
    """

    series: Series
    geometry: VolumeGeometry
    values: Float32Array
    pattern: ModalityFrame
    lowest: float
    lossy: bool
    notices: tuple[ReadingNotice, ...]

    def __post_init__(self) -> None:
        freeze_field(self, "values")


_no_volume = cast("weakref.ref[Volume]", lambda: None)


@dataclass(frozen=True, slots=True)
class ReformattedRef(SourceRef):
    """One image that is cut out of a volume; `path` is that of the volume's first file.

    Two are the same when plane, number and series are. The volume is held by whoever shows it, so
    that what merely names an image keeps no pixels in memory.
    """

    plane: Plane = Plane.AXIAL
    origin: Series | None = field(default=None, compare=False, repr=False)
    grid: Grid | None = field(default=None, compare=False, repr=False)
    volume: weakref.ref[Volume] = field(default=_no_volume, compare=False, repr=False)

    def read(self) -> ModalityFrame:
        """Work the image out: trilinear interpolation, padding where there is no voxel.

        Raises
        ------
        NotAVolumeError
            The volume is not held any more.
        """
        volume, grid = self.volume(), self.grid
        if volume is None or grid is None:
            raise NotAVolumeError(
                "the slices that this image was reformatted from are not in memory any more",
                path=self.path,
                remedy="Reformat the series again.",
            )
        index = self.frame_number - 1
        values = reformatted(volume.values, volume.geometry, grid, index, float("nan"))
        missing = np.isnan(values)
        # As dark as anything in the series, so that no window of the values is disturbed.
        filled = np.where(missing, np.float32(volume.lowest), values)
        geometry = replace(
            grid.geometry(index),
            frame_of_reference_uid=volume.geometry.frame_of_reference_uid,
        )
        return replace(
            volume.pattern,
            source=self,
            values=filled,
            geometry=geometry,
            padding_mask=missing if missing.any() else None,
            lossy=volume.lossy,
            notices=volume.notices,
            supplement=None,
        )


def is_reformatted(series: Series | None) -> bool:
    """True for a series that `reformatted_series` made."""
    return series is not None and isinstance(series.frames[0].source, ReformattedRef)


def origin_of(series: Series) -> Series:
    """The series that a reformatted one was cut out of, or `series` itself."""
    source = series.frames[0].source
    if isinstance(source, ReformattedRef) and source.origin is not None:
        return source.origin
    return series


def read_volume(
    series: Series,
    read: ReadFrame,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    token: CancelToken | None = None,
) -> Volume:
    """Read all images of a series into one block.

    Raises
    ------
    NotAVolumeError
        As `volume_geometry`; for colour; or where a file has another size than its header said.
    ImagingError
        An image cannot be read.
    Cancelled
        By `token`, which is looked at before each image.
    """
    geometry = volume_geometry(series.frames)
    values = np.empty(geometry.shape, np.float32)
    pattern: ModalityFrame | None = None
    lossy, notices = False, dict[ReadingNotice, None]()
    for place, index in enumerate(geometry.order):
        if token is not None:
            token.raise_if_cancelled()
        source = series.frames[index].source
        frame = read(source)
        if frame.is_color:
            raise NotAVolumeError(
                "the series cannot be shown in other planes: it is in colour", path=source.path
            )
        if frame.values.shape != geometry.shape[1:]:
            raise NotAVolumeError(
                "the series cannot be shown in other planes: an image has another size than its "
                "header said",
                path=source.path,
            )
        values[place] = frame.values
        if frame.padding_mask is not None:
            values[place][frame.padding_mask] = np.nan
        lossy = lossy or frame.lossy
        notices |= dict.fromkeys(frame.notices)
        if pattern is None or place == len(geometry.order) // 2:
            pattern = frame
        on_progress(place + 1, len(geometry.order))
    assert pattern is not None
    lowest = float(np.fmin.reduce(values, axis=None))
    return Volume(
        series,
        geometry,
        values,
        pattern,
        0.0 if math.isnan(lowest) else lowest,
        lossy,
        tuple(notices),
    )


def reformatted_series(volume: Volume, plane: Plane) -> Series:
    """The images of a volume in one plane of the patient.

    In the order in which they are read: feet to head, front to back, patient's right to left.
    """
    grid = grid_of(volume.geometry, plane)
    origin = volume.series
    first = origin.frames[0].source
    frames = tuple(_frame(volume, grid, index, first) for index in range(grid.count))
    title: str = origin.description
    if not title and origin.number is not None:
        title = say("series {number}", number=origin.number)
    return Series(
        series_instance_uid=f"{origin.series_instance_uid or ''}/{plane.value}",
        modality=origin.modality,
        description=_description(plane, title),
        number=origin.number,
        frames=frames,
        order=SliceOrder.POSITION,
        body_part_examined=origin.body_part_examined,
        reading_notices=origin.reading_notices,
        sequence=origin.sequence,
        split=origin.split,
        derivation=Derivation(len(volume.geometry.order), volume.geometry.voxel_mm[0]),
    )


def _description(plane: Plane, title: str) -> str:
    named = {
        Plane.AXIAL: say("Axial of {series}", series=title) if title else say("Axial"),
        Plane.CORONAL: say("Coronal of {series}", series=title) if title else say("Coronal"),
        Plane.SAGITTAL: say("Sagittal of {series}", series=title) if title else say("Sagittal"),
    }
    return named[plane]


def _frame(volume: Volume, grid: Grid, index: int, first: SourceRef) -> FrameInfo:
    geometry = replace(
        grid.geometry(index), frame_of_reference_uid=volume.geometry.frame_of_reference_uid
    )
    source = ReformattedRef(
        first.path,
        first.study_instance_uid,
        f"{first.series_instance_uid or ''}/{grid.plane.value}",
        None,
        index + 1,
        grid.plane,
        volume.series,
        grid,
        weakref.ref(volume),
    )
    return FrameInfo(source, grid.rows, grid.columns, geometry, instance_number=index + 1)
