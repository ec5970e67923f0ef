"""What can be wrong with an image file, each with a stable code."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from tumorview.errors import TumorViewError


class ImagingError(TumorViewError):
    """Base of everything that reading an image raises."""

    code: ClassVar[str] = "imaging"


class UnreadableFileError(ImagingError):
    """The operating system does not let us read the file."""

    code: ClassVar[str] = "unreadable_file"


class FileChangedError(ImagingError):
    """The file is no longer the one that was opened."""

    code: ClassVar[str] = "file_changed"


class ReadStalledError(ImagingError):
    """The file system has not answered for a long time."""

    code: ClassVar[str] = "read_stalled"


class NotAnImageError(ImagingError):
    """The content is none of DICOM, PNG or JPEG, or the path is not a regular file."""

    code: ClassVar[str] = "not_an_image"


class EmptyFileError(ImagingError):
    """The file has no bytes."""

    code: ClassVar[str] = "empty_file"


class IndexFileError(ImagingError):
    """A DICOMDIR: it lists images and holds none itself."""

    code: ClassVar[str] = "index_file"


class ArchiveFileError(ImagingError):
    """A ZIP archive where an image belongs: in a folder, or in another archive."""

    code: ClassVar[str] = "archive_file"


class ArchiveError(ImagingError):
    """A ZIP archive, or one of its members, is damaged or written in a way that is not read."""

    code: ClassVar[str] = "archive_damaged"


class UnsafeArchiveError(ImagingError):
    """A ZIP archive that no program for images makes; nothing of it is unpacked."""

    code: ClassVar[str] = "archive_unsafe"


class EncryptedArchiveError(ImagingError):
    """A ZIP archive that asks for a password."""

    code: ClassVar[str] = "archive_encrypted"


class NoRoomError(ImagingError):
    """The temporary folder has no room for what an archive holds."""

    code: ClassVar[str] = "archive_no_room"


class TruncatedFileError(ImagingError):
    """The file ends before its content does."""

    code: ClassVar[str] = "truncated_file"


class NotAVolumeError(ImagingError):
    """The series cannot be shown in other planes; the sentence says why."""

    code: ClassVar[str] = "not_a_volume"


class MissingPixelDataError(ImagingError):
    """A DICOM object without pixels (report, presentation state, bare header)."""

    code: ClassVar[str] = "no_pixel_data"


class UnsupportedTransferSyntaxError(ImagingError):
    """No decoder for the file's compression."""

    code: ClassVar[str] = "unsupported_transfer_syntax"


class UnsupportedImageError(ImagingError):
    """The file is sound, but holds a kind of image that is not read."""

    code: ClassVar[str] = "unsupported_image"


class DecodeError(ImagingError):
    """The decoder refused the pixel data; the cause is kept."""

    code: ClassVar[str] = "decode_failed"


class DecoderCrashedError(ImagingError):
    """The process that decoded the pixel data ended; it has been replaced."""

    code: ClassVar[str] = "decoder_crashed"


class DecodeTimeoutError(ImagingError):
    """The pixel data took longer to decode than their size explains."""

    code: ClassVar[str] = "decode_timeout"


class TooLargeError(ImagingError):
    """The image claims more pixels than the memory budget of one frame allows."""

    code: ClassVar[str] = "too_large"


class FrameNumberError(ImagingError):
    """The file has no frame of that number."""

    code: ClassVar[str] = "no_such_frame"


class InvalidTagError(ImagingError):
    """A tag that the pixels depend on is missing or makes no sense.

    Parameters
    ----------
    keyword, tag
        The attribute, for example ``"Rows"`` and ``0x00280010``.
    """

    code: ClassVar[str] = "invalid_tag"

    def __init__(
        self,
        reason: str,
        *,
        keyword: str,
        tag: int,
        path: Path | None = None,
        received: object | None = None,
    ) -> None:
        self.keyword = keyword
        self.tag = tag
        number = f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
        super().__init__(f"{keyword} {number} {reason}", path=path, received=received)
