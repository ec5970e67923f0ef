"""The files that a scan writes of a frame's heatmap: a picture, and a DICOM parametric map."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.imaging.image_file import ImageFile
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.errors import OutputError
from tumorview.reporting.map_words import MapOutcome
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.picture import write_heatmap_picture

if TYPE_CHECKING:
    from tumorview.services.parametric_maps import MapWriter

_LONGEST_NAME = 220
"""Bytes of a scanned file's name in that of its picture: there is room for frame and suffixes."""


@dataclass(frozen=True, slots=True)
class HeatmapStyle:
    """Where pictures with heatmaps go and how they are drawn.

    With `parametric_maps`, each heatmap lies beside its picture as a DICOM parametric map too.
    """

    folder: Path
    color_map: str
    opacity: float
    parametric_maps: bool = False


class HeatmapFiles:
    """Writes the heatmaps of one scan. Calls may come from several threads.

    Parameters
    ----------
    folder
        The scanned one, whose tree the files repeat.
    pseudonyms
        Put in place of names and identity; None to keep them.
    """

    def __init__(
        self,
        style: HeatmapStyle,
        folder: Path,
        bundle: ModelBundle,
        pseudonyms: Pseudonyms | None,
    ) -> None:
        self._style = style
        self._folder = folder
        self._pseudonyms = pseudonyms
        self._maps: MapWriter | None = None
        if style.parametric_maps:
            from tumorview.services.parametric_maps import MapWriter  # noqa: PLC0415 - see there

            self._maps = MapWriter(bundle, pseudonyms)

    def write(
        self, image: ImageFile, frame: ModalityFrame, prediction: Prediction
    ) -> tuple[Path | None, str]:
        """The picture that was written, or None, and what became of the parametric map.

        The latter is a `MapOutcome`, or "" where none was asked for.

        Raises
        ------
        OutputError
            When a file cannot be written.
        """
        style = self._style
        picture = self._place(frame)
        try:
            picture.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"the folder for heatmaps cannot be made: {error.strerror or error}",
                path=picture.parent,
                remedy="Choose a folder that can be written and has room.",
            ) from error
        drawn = write_heatmap_picture(picture, frame, prediction, style.color_map, style.opacity)
        outcome = ""
        if self._maps is not None:
            outcome = MapOutcome.NO_HEATMAP
            if drawn:
                number = frame.source.frame_number
                outcome = self._maps.write(picture.with_suffix(".dcm"), image, number, prediction)
        return picture if drawn else None, outcome

    def _place(self, frame: ModalityFrame) -> Path:
        inside = frame.source.path.relative_to(self._folder)
        if self._pseudonyms is not None:
            inside = Path(self._pseudonyms.path(inside))
        name = f"{_fitting(inside.name)}.f{frame.source.frame_number:04d}.png"
        return self._style.folder / inside.parent / name


def _fitting(name: str) -> str:
    """`name`, cut and with a digest in place of its end where nothing could be added to it.

    Most file systems take 255 bytes; a scanned file may have so many already.
    """
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(raw).hexdigest()[:16]
    return f"{raw[: _LONGEST_NAME - 17].decode('utf-8', 'ignore')}-{digest}"
