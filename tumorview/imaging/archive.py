"""ZIP archives, taken apart into a private folder as if they were folders.

Nothing in an archive is believed: what it lists is checked before anything is written, sizes are
counted while they are inflated, and the names of its members name no file here. Members get
numbers for names, in the natural order of their own, so that no patient's name comes to lie in the
temporary folder and no name can lead out of it.
"""

from __future__ import annotations

import errno
import re
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tumorview.cancel import CancelToken
from tumorview.imaging.errors import (
    ArchiveError,
    EncryptedArchiveError,
    ImagingError,
    NoRoomError,
    TooLargeError,
    UnsafeArchiveError,
)
from tumorview.imaging.limits import MAX_INFLATION, SMALL_BYTES, limits
from tumorview.imaging.litter import is_litter_name
from tumorview.imaging.natural import natural_key
from tumorview.imaging.private_folder import PrivateFolder
from tumorview.imaging.recognize import unreadable

Alive = Callable[[], None]

_CHUNK = 1 << 18
_LOCAL_HEADER_BYTES = 30
_END_BYTES = (1 << 16) + 22
"""The end record and the longest comment after it (APPNOTE 4.3.16)."""
_ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
"""Encryption, strong encryption, masked headers (APPNOTE 4.4.4)."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"^[A-Za-z]:")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeDecodeError,
)
"""What zipfile raises of archives that are not as they should be."""
_PLAIN_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes
    ----------
    shown
        The archive's path and the member's name in it: for people, never to be opened.
    path
        Where it is once it is extracted.
    """

    shown: Path
    path: Path
    info: zipfile.ZipInfo


class ZipArchive:
    """An archive that has been looked through; `members` are in natural order of their names.

    What operating systems leave in archives is not listed.

    Parameters
    ----------
    folder
        Empty; members go below it.

    Raises
    ------
    ArchiveError, UnsafeArchiveError, EncryptedArchiveError, TooLargeError, NoRoomError
        It is not opened: damaged, made to do harm, locked, or too much.
    UnreadableFileError
        The operating system refuses.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        try:
            self._stream = path.open("rb")
        except OSError as error:
            raise unreadable(path, error) from error
        try:
            self._zip = zipfile.ZipFile(_Bounded(self._stream, path))
            self.members = self._checked(folder)
        except _DAMAGE as error:
            self._stream.close()
            raise self._damaged("it cannot be read as a ZIP archive") from error
        except OSError as error:
            self._stream.close()
            raise unreadable(path, error) from error
        except BaseException:
            self._stream.close()
            raise

    def close(self) -> None:
        """Close the archive; what was extracted stays."""
        self._zip.close()
        self._stream.close()

    def extract(
        self, member: Member, token: CancelToken | None = None, alive: Alive | None = None
    ) -> None:
        """Write one member to its `path`.

        Raises
        ------
        ArchiveError
            Its checksum is wrong, or it is not as large as the archive says.
        NoRoomError
            It cannot be written.
        Cancelled
            `token` was cancelled.
        """
        whole = False
        try:
            member.path.parent.mkdir(parents=True, exist_ok=True)
            with member.path.open("xb") as target:
                self._copy(member, target, token, alive)
            whole = True
        except _DAMAGE as error:
            raise self._damaged("the member is damaged", member.shown) from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise _no_room(self._path) from error
            raise unreadable(member.shown, error) from error
        finally:
            if not whole:
                member.path.unlink(missing_ok=True)

    def _copy(
        self, member: Member, target: BinaryIO, token: CancelToken | None, alive: Alive | None
    ) -> None:
        written = 0
        with self._zip.open(member.info) as source:
            while chunk := source.read(_CHUNK):
                if token is not None:
                    token.raise_if_cancelled()
                if alive is not None:
                    alive()
                written += len(chunk)
                if written > member.info.file_size:
                    break
                target.write(chunk)
        if written != member.info.file_size:
            raise self._damaged("the member is not as large as the archive says", member.shown)

    # What is looked at before anything is written.

    def _checked(self, folder: Path) -> tuple[Member, ...]:
        infos = self._zip.infolist()
        if len(infos) > limits().archive_members:
            raise TooLargeError(
                f"the archive has more than {limits().archive_members:,} members",
                path=self._path,
                received=len(infos),
            )
        files = []
        seen: set[tuple[str, ...]] = set()
        for info in infos:
            parts = self._parts(info)
            if parts in seen:
                raise self._unsafe("two members have one name")
            seen.add(parts)
            if not info.is_dir() and not is_litter_name(parts):
                files.append((parts, info))
        self._check_sizes([info for _, info in files])
        self._check_places([info for info in infos if not info.is_dir()])
        files.sort(key=lambda item: tuple(natural_key(part) for part in item[0]))
        return tuple(self._placed(files, folder))

    def _placed(
        self, files: Sequence[tuple[tuple[str, ...], zipfile.ZipInfo]], folder: Path
    ) -> list[Member]:
        numbers: dict[tuple[str, ...], int] = {}
        members = []
        for count, (parts, info) in enumerate(files, start=1):
            above = numbers.setdefault(parts[:-1], len(numbers) + 1)
            path = folder / f"folder{above}" / f"member{count}"
            members.append(Member(self._path.joinpath(*parts), path, info))
        return members

    def _parts(self, info: zipfile.ZipInfo) -> tuple[str, ...]:
        """The name in parts; raises for one that leads elsewhere or is no plain file."""
        name = info.orig_filename.replace("\\", "/")
        parts = tuple(part for part in name.split("/") if part not in ("", "."))
        if "\0" in name:
            raise self._unsafe("a member has a null byte in its name")
        if name.startswith("/") or _DRIVE.match(name):
            raise self._unsafe("a member has an absolute name")
        if ".." in parts:
            raise self._unsafe("the name of a member leads out of the archive")
        if not parts:
            raise self._unsafe("a member has no name")
        if stat.S_IFMT(info.external_attr >> 16) not in _PLAIN_KINDS:
            raise self._unsafe("a member is a link or a special file")
        if info.flag_bits & _ENCRYPTED_FLAGS:
            raise EncryptedArchiveError(
                "the archive is encrypted",
                path=self._path,
                remedy="Unpack it with its password and open the folder.",
            )
        return parts

    def _check_sizes(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        total = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        allowed = limits().archive_bytes
        for size, from_size in (
            (total, packed),
            *((info.file_size, info.compress_size) for info in infos),
        ):
            if size > allowed:
                raise TooLargeError(
                    f"the archive holds more than the {allowed >> 30} GiB that are allowed",
                    path=self._path,
                )
            if size > SMALL_BYTES and size > MAX_INFLATION * from_size:
                raise TooLargeError(
                    f"the archive inflates to more than {MAX_INFLATION} times its size, as no "
                    "images do",
                    path=self._path,
                )
        for info in infos:
            if info.compress_type not in _METHODS:
                raise self._damaged("it is compressed in a way that is not read")

    def _check_places(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        """Members must not share bytes: that is how a small archive holds endlessly much."""
        size = self._path.stat().st_size
        ends = 0
        for info in sorted(infos, key=lambda one: one.header_offset):
            if info.header_offset < ends:
                raise self._unsafe("members overlap")
            ends = info.header_offset + _LOCAL_HEADER_BYTES + info.compress_size
            if ends > size:
                raise self._damaged("it is cut")

    def _damaged(self, reason: str, shown: Path | None = None) -> ArchiveError:
        return ArchiveError(
            reason, path=shown or self._path, remedy="Copy it again from where it came from."
        )

    def _unsafe(self, reason: str) -> UnsafeArchiveError:
        return UnsafeArchiveError(
            f"the archive is not opened: {reason}",
            path=self._path,
            remedy="Ask where it came from; no program for images makes such archives.",
        )


class Unpacker:
    """Opens archives and keeps what they held until it is closed."""

    def __init__(self) -> None:
        self._folder: PrivateFolder | None = None
        self._count = 0
        self._shown: dict[Path, Path] = {}

    @property
    def is_used(self) -> bool:
        """Whether there is anything to remove."""
        return self._folder is not None

    def open(self, path: Path) -> ZipArchive:
        """Look through an archive; raises like `ZipArchive`."""
        try:
            if self._folder is None:
                self._folder = PrivateFolder()
            self._count += 1
            place = self._folder.path / f"archive{self._count}"
            place.mkdir()
            archive = ZipArchive(path, place)
            needed = sum(member.info.file_size for member in archive.members)
            if needed > shutil.disk_usage(place).free:
                archive.close()
                raise _no_room(path)
        except OSError as error:
            raise _no_room(path) from error
        self._shown.update((member.path, member.shown) for member in archive.members)
        return archive

    def shown(self, path: Path) -> Path:
        """What `path` is called for people: the member's name, or itself where it is none."""
        return self._shown.get(path, path)

    def close(self) -> None:
        """Remove what was extracted."""
        if self._folder is not None:
            self._folder.close()
            self._folder = None


def retold(error: ImagingError, shown: Path) -> ImagingError:
    """`error` of an extracted member, naming the member instead of the file it lies in."""
    error.path = shown
    error.args = (error.sentence(),)
    return error


def _no_room(path: Path) -> NoRoomError:
    return NoRoomError(
        "there is no room to unpack the archive in the temporary folder",
        path=path,
        remedy="Free some space there, or unpack it elsewhere and open the folder.",
    )


class _Bounded:
    """What zipfile needs of a file; it reads the directory of an archive at one go."""

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self._stream = stream
        self._path = path
        self.seek = stream.seek
        self.tell = stream.tell
        self.seekable = stream.seekable

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        allowed = limits().archive_directory_bytes
        if size > allowed:
            raise TooLargeError(
                f"the directory of the archive is larger than the {allowed >> 20} MiB that are "
                "allowed",
                path=self._path,
            )
        return self._stream.read(_END_BYTES if size < 0 else size)
