"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import os
import stat
import struct
from enum import StrEnum
from pathlib import Path

from tumorview.imaging.errors import (
    EmptyFileError,
    NotAnImageError,
    UnreadableFileError,
)

HEAD_BYTES = 2048
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""With a first member, and without any (APPNOTE 4.3.7, 4.3.16)."""

_DIRECTORY_SOP_CLASS = b"1.2.840.10008.1.3.10"
_EXPLICIT_VRS = frozenset(
    b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR "
    b"US UT UV".split()
)
_OTHER_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class FileKind(StrEnum):
    """What TumorView knows how to open; indexes are skipped, archives opened by themselves."""

    DICOM = "dicom"
    DICOM_INDEX = "dicomdir"
    PNG = "png"
    JPEG = "jpeg"
    ZIP = "zip"


def recognize(path: Path) -> FileKind:
    """Tell what `path` holds from its content.

    Raises
    ------
    UnreadableFileError
        The operating system refuses.
    EmptyFileError, NotAnImageError
        Nothing in it, a folder or special file, or a content that is not an image.
    """
    return recognize_bytes(read_head(path), path)


def read_head(path: Path) -> bytes:
    """The first `HEAD_BYTES` of a regular file; never waits on a pipe or device.

    Raises `UnreadableFileError`, `EmptyFileError` or `NotAnImageError`.
    """
    try:
        require_regular(path, path.stat().st_mode)
        # Between the check and the opening the path may have become a pipe: do not block on it.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
        try:
            require_regular(path, os.fstat(descriptor).st_mode)
            head = os.read(descriptor, HEAD_BYTES)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:  # a null byte in the name
        raise UnreadableFileError("the name cannot be opened", path=path) from error
    if not head:
        raise EmptyFileError("the file is empty", path=path)
    return head


def unreadable(path: Path, error: OSError) -> UnreadableFileError:
    """The typed error for what the operating system said."""
    said = error.strerror or type(error).__name__
    return UnreadableFileError(
        f"the file cannot be read: {said}",
        path=path,
        remedy="Check that it is still there and that you may read it.",
    )


def require_regular(path: Path, mode: int) -> None:
    """Raise for anything but a regular file.

    `UnreadableFileError` for a folder that is shut, else `NotAnImageError`.
    """
    if stat.S_ISREG(mode):
        return
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFDIR and not os.access(path, os.R_OK | os.X_OK):
        raise UnreadableFileError("the folder cannot be read", path=path)
    what = "a folder" if kind == stat.S_IFDIR else _OTHER_KINDS.get(kind, "not a regular file")
    raise NotAnImageError(f"this is {what}, not an image file", path=path)


def recognize_bytes(head: bytes, path: Path) -> FileKind:
    """`recognize` on the first bytes of a file; `path` is for the error only."""
    if head[128:132] == b"DICM":
        if _DIRECTORY_SOP_CLASS in head[132:]:
            return FileKind.DICOM_INDEX
        return FileKind.DICOM
    if head.startswith(PNG_SIGNATURE):
        return FileKind.PNG
    if head.startswith(JPEG_SIGNATURE):
        return FileKind.JPEG
    if head.startswith(ZIP_SIGNATURES):
        return FileKind.ZIP
    if looks_like_bare_dicom(head):
        if _DIRECTORY_SOP_CLASS in head[:400]:
            return FileKind.DICOM_INDEX
        return FileKind.DICOM
    raise NotAnImageError(
        "this is not a DICOM, PNG or JPEG file",
        path=path,
        remedy="TumorView recognises a file by its content; the name does not matter.",
    )


def looks_like_bare_dicom(head: bytes) -> bool:
    """True when the bytes begin like a data set without the 128-byte preamble (PS3.10 7.1).

    The first element must be of group 0002 or 0008 and its length must make sense.
    """
    if len(head) < 16:
        return False
    for order in "<>":
        group, element = struct.unpack(f"{order}HH", head[:4])
        if group not in {0x0002, 0x0008} or element > 0x0100:
            continue
        if head[4:6] in _EXPLICIT_VRS:
            return True
        (length,) = struct.unpack(f"{order}L", head[4:8])
        if order == "<" and length % 2 == 0 and length <= 1024:
            return True
    return False
