"""The one door to image files, whatever their format."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from tumorview.domain.frames import StoredFrame
from tumorview.domain.overlays import FrameOverlays
from tumorview.domain.source import SourceRef
from tumorview.imaging.dicom_file import DicomFile, open_dicom
from tumorview.imaging.errors import (
    ArchiveFileError,
    FrameNumberError,
    ImagingError,
    IndexFileError,
)
from tumorview.imaging.file_state import FileState, file_state, require_unchanged
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.raster import RasterFile, open_raster
from tumorview.imaging.recognize import FileKind, recognize

KEPT_FILES = 4
"""How many multi-frame files `read_frame` keeps parsed."""

_kept: dict[tuple[Path, FileState], ImageFile] = {}
_kept_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An opened file: its header is parsed, its pixels are read frame by frame.

    Holds no open file handle. Frames of different files, and of one file, may be read from
    several threads at once. `state` is that of the file before it was opened.
    """

    content: DicomFile | RasterFile
    state: FileState

    @property
    def header(self) -> ImageHeader:
        """What the file says about its image."""
        return self.content.header

    @property
    def frame_count(self) -> int:
        """Number of frames."""
        return self.content.header.frame_count

    def read_frame(self, number: int = 1) -> StoredFrame:
        """Decode one frame, counted from 1.

        Raises
        ------
        FrameNumberError
            There is no such frame.
        FileChangedError
            The file is another than was opened: header and pixels need not belong together.
        ImagingError
            The pixels cannot be read; other frames of the file may be sound.
        """
        self._require(number)
        try:
            frame = self.content.read_frame(number)
        except ImagingError:
            require_unchanged(self.header.path, self.state)
            raise
        require_unchanged(self.header.path, self.state)
        return frame

    def read_overlays(self, number: int = 1) -> FrameOverlays:
        """The overlay planes of one frame, counted from 1; read only when asked for.

        An overlay that cannot be read is one of its `problems`. Raises like `read_frame`.
        """
        self._require(number)
        if isinstance(self.content, DicomFile):
            return self.content.read_overlays(number)
        return FrameOverlays()

    def _require(self, number: int) -> None:
        if not 1 <= number <= self.frame_count:
            raise FrameNumberError(
                f"the file has frames 1 to {self.frame_count}",
                path=self.header.path,
                received=number,
            )


def open_image(path: Path) -> ImageFile:
    """Open a DICOM, PNG or JPEG file, told apart by content.

    Raises
    ------
    ImagingError
        One of its subclasses, for every file that is not an image that TumorView reads.
    """
    path = Path(path)
    state = file_state(path)
    kind = recognize(path)
    if kind is FileKind.DICOM:
        return ImageFile(open_dicom(path), state)
    if kind is FileKind.DICOM_INDEX:
        raise IndexFileError(
            "this is a DICOMDIR, an index of other files",
            path=path,
            remedy="Open the folder that it lies in.",
        )
    if kind is FileKind.ZIP:
        raise ArchiveFileError(
            "this is a ZIP archive",
            path=path,
            remedy="Open it by itself: it is then listed like a folder.",
        )
    return ImageFile(open_raster(path, kind), state)


def read_frame(source: SourceRef) -> StoredFrame:
    """Open the file of `source` and decode its frame; raises like `open_image`.

    The last few multi-frame files stay parsed, because their headers take longer to parse than a
    frame to decode. A file that has changed on disk is parsed again.
    """
    key = (source.path, file_state(source.path))
    with _kept_lock:
        opened = _kept.get(key)
    if opened is None:
        opened = open_image(source.path)
        if opened.frame_count > 1:
            with _kept_lock:
                _kept[key] = opened
                while len(_kept) > KEPT_FILES:
                    del _kept[next(iter(_kept))]
    return opened.read_frame(source.frame_number)
