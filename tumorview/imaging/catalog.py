"""Folder -> studies, series and frames in reading order, without pixels."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tumorview.attendants import Attendants, SignOfLife
from tumorview.cancel import CancelToken
from tumorview.domain.study import ReadFailure, SeriesNotice, Study, StudyCatalog
from tumorview.errors import Cancelled
from tumorview.imaging.archive import Member, Unpacker, ZipArchive, retold
from tumorview.imaging.errors import ImagingError, IndexFileError
from tumorview.imaging.file_state import stalled
from tumorview.imaging.grouping import catalog_of
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.header_process import FILES_AHEAD, HeaderProcess
from tumorview.imaging.image_file import open_image
from tumorview.imaging.litter import LITTER_FOLDERS, is_litter_file
from tumorview.imaging.natural import natural_key
from tumorview.imaging.recognize import FileKind, recognize, unreadable

Progress = Callable[[int, int], None]

FEW_FILES = 48
"""Up to so many files are read before anything is said of them, unless that takes long."""

_FIRST_PART_SECONDS = 0.15
_PART_FACTOR = 2.0
"""A part of the catalogue is handed over when so many times the files of the one before have been
read: all parts together then take no longer to make than two whole catalogues."""


def list_files(root: Path, token: CancelToken | None = None) -> list[Path]:
    """What `walk_files` finds, as a list.

    Raises
    ------
    UnreadableFileError, Cancelled
        As `walk_files` does.
    """
    return list(walk_files(root, token))


def walk_files(root: Path, token: CancelToken | None = None) -> Iterator[Path]:
    """All files below `root` in natural order of their paths; `root` itself where it is a file.

    Symbolic links are followed, each real folder once, so loops end. Left out are what operating
    systems drop into folders (.DS_Store, Thumbs.db, desktop.ini, AppleDouble ``._*``, __MACOSX)
    and DICOMDIR files, which only list the others. Everything else is listed, images or not.

    Only the names of the folders on the way are kept, so that an archive of millions of files needs
    no more memory than its largest folder.

    Raises
    ------
    UnreadableFileError
        `root` itself cannot be read. A folder below it that cannot be read is listed as a path of
        its own, so that opening it says why.
    Cancelled
        `token` was cancelled.
    """
    root = Path(root)
    try:
        if not root.is_dir():
            root.lstat()
            yield root
            return
        waiting = [(root, _entries(root))]
        seen = {_identity(root)}
    except OSError as error:
        raise unreadable(root, error) from error
    while waiting:
        if token is not None:
            token.raise_if_cancelled()
        folder, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        name = names.pop()
        path = folder / name.rstrip("/")
        if not name.endswith("/"):
            if not _is_litter(path):
                yield path
        elif path.name not in LITTER_FOLDERS:
            try:
                identity = _identity(path)
                if identity not in seen:
                    seen.add(identity)
                    waiting.append((path, _entries(path)))
            except OSError:
                yield path


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _entries(folder: Path) -> list[str]:
    """Names in `folder`, last one first; those of folders end in a slash."""
    with os.scandir(folder) as entries:
        names = [f"{entry.name}/" if _is_folder(entry) else entry.name for entry in entries]
    names.sort(key=lambda name: natural_key(name.rstrip("/")), reverse=True)
    return names


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_litter(path: Path) -> bool:
    name = path.name
    if is_litter_file(name):
        return True
    # Indexes are called DICOMDIR (PS3.10 8.6) or something like it. Only such names are opened:
    # a look into every file would double the time that a listing of a network folder takes.
    if "DIR" not in name.upper() or path.suffix:
        return False
    return _is_kind(path, FileKind.DICOM_INDEX)


def read_catalog(
    paths: Path | Iterable[Path],
    on_progress: Progress | None = None,
    token: CancelToken | None = None,
    unpacker: Unpacker | None = None,
) -> StudyCatalog:
    """Read the headers of files, and of all files below folders, and put them in order.

    Parameters
    ----------
    paths
        A file, a folder, or several of them. A DICOMDIR stands for the folder that it lies in.
    on_progress
        Called after each file with (files read, files in all).
    unpacker
        Takes ZIP archives among `paths` apart, which are then listed like folders, and keeps what
        was in them; without one they are refused.

    Returns
    -------
    StudyCatalog
        Studies in order of date, series in order of number, frames in reading order. PNG and JPEG
        files make one series a folder. Files that cannot be read are `failures`.

    Raises
    ------
    UnreadableFileError
        One of `paths` does not exist or is a folder that cannot be read.
    Cancelled
        `token` was cancelled.
    """
    chosen = [paths] if isinstance(paths, Path) else list(paths)
    whole = StudyCatalog(())
    for part in _parts(_Job(chosen, on_progress, token, unpacker), in_parts=False):
        whole = part
    return whole


def read_catalog_in_parts(
    paths: Iterable[Path],
    on_progress: Progress | None = None,
    token: CancelToken | None = None,
    *,
    unpacker: Unpacker | None = None,
    first: Path | None = None,
    process: HeaderProcess | None = None,
) -> Iterator[StudyCatalog]:
    """Yield the catalogue of `read_catalog` as it grows; the last one is whole.

    Of many files the middle one of the first large folder is read first, where a head shows most,
    or `first` where it is given: so the first catalogue has a picture that is worth looking at.
    Series of a catalogue that is not whole have the notice `SeriesNotice.UNREAD`. Raises like
    `read_catalog`.

    The headers of more than `FEW_FILES` files are read in `process`, and of fewer where it runs
    already; the first one is always read here, because a process takes its time to start.
    """
    job = _Job(list(paths), on_progress, token, unpacker, first, process)
    try:
        yield from _parts(job, in_parts=True)
    finally:
        if process is not None:
            process.rest()


@dataclass(frozen=True, slots=True)
class _Job:
    chosen: list[Path]
    on_progress: Progress | None
    token: CancelToken | None
    unpacker: Unpacker | None
    first: Path | None = None
    process: HeaderProcess | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file to read: in a folder, or a member of an archive that is extracted first."""

    path: Path
    member: Member | None = None
    archive: ZipArchive | None = None

    @property
    def shown(self) -> Path:
        """Its path as people know it."""
        return self.path if self.member is None else self.member.shown

    def header(
        self, read: Callable[[Path], ImageHeader], token: CancelToken | None, alive: SignOfLife
    ) -> ImageHeader:
        """Its header by `read`; raises like `open_image` and `ZipArchive.extract`."""
        if self.member is None or self.archive is None:
            return read(self.path)
        self.archive.extract(self.member, token, alive)
        try:
            # Folders and names are those of the archive; the frames' source is where they lie.
            return replace(read(self.path), path=self.shown)
        except ImagingError as error:
            self.path.unlink(missing_ok=True)
            raise retold(error, self.shown) from error


def _parts(job: _Job, *, in_parts: bool) -> Iterator[StudyCatalog]:
    headers: dict[int, ImageHeader] = {}
    failures: dict[int, ReadFailure] = {}
    indexes: dict[int, ReadFailure] = {}

    def so_far(*, whole: bool) -> StudyCatalog:
        made = catalog_of([headers[place] for place in sorted(headers)])
        said = tuple(failures[place] for place in sorted(failures))
        if whole:
            return StudyCatalog(made, said)
        head = headers[order[0]].frames if order[0] in headers else ()
        look = head[len(head) // 2].source if head else None
        return StudyCatalog(_unread(made), said, is_complete=False, first_look=look)

    with Attendants() as attendants, ExitStack() as archives:
        entries, refused = attendants.call(
            lambda alive: _listed(job, archives, alive), token=job.token, patience=None
        )
        failures.update({place - len(refused): one for place, one in enumerate(refused)})
        order = _first_look(entries, job.first) if in_parts else list(range(len(entries)))
        _prepare(job, len(entries))
        begun, next_part = time.monotonic(), 1
        for done, place in enumerate(order, start=1):
            if job.token is not None:
                job.token.raise_if_cancelled()
            entry = entries[place]
            read = _reader(job, entries, order[done : done + FILES_AHEAD], is_first=done == 1)
            try:
                headers[place] = _header(job, partial(entry.header, read, job.token), attendants)
            except IndexFileError as error:
                # It only lists what lies beside it.
                if entry.shown in job.chosen:
                    indexes[place] = ReadFailure(entry.shown, error)
            except ImagingError as error:
                failures[place] = ReadFailure(entry.shown, error)
            except TimeoutError:
                failures[place] = ReadFailure(entry.shown, stalled(entry.shown))
            if job.on_progress is not None:
                job.on_progress(done, len(entries))
            long = len(entries) > FEW_FILES or time.monotonic() - begun > _FIRST_PART_SECONDS
            if in_parts and headers and long and next_part <= done < len(entries):
                next_part = math.ceil(_PART_FACTOR * max(done, FEW_FILES // 2))
                yield so_far(whole=False)
    if not headers:
        failures.update(indexes)
    yield so_far(whole=True)


def _reader(
    job: _Job, entries: Sequence[_Entry], following: Sequence[int], *, is_first: bool
) -> Callable[[Path], ImageHeader]:
    """What reads a header: the process apart where there is one.

    `following` are the places of the entries that come next.
    """
    process = job.process
    if process is None or is_first:
        return read_header
    # A member of an archive is not there yet.
    ahead = [entries[place].path for place in following if entries[place].member is None]
    return lambda path: process.header(path, ahead) or read_header(path)


def _prepare(job: _Job, files: int) -> None:
    """Let the process start where it is worth while."""
    if job.process is not None and files > FEW_FILES:
        job.process.start()


def _header(
    job: _Job, read: Callable[[SignOfLife], ImageHeader], attendants: Attendants
) -> ImageHeader:
    """What `read` returns or raises; raises TimeoutError and Cancelled as `Attendants.call`."""
    try:
        return attendants.call(read, token=job.token)
    except (TimeoutError, Cancelled):
        # What the process still answers is not for the next question.
        if job.process is not None:
            job.process.give_up()
        raise


def _listed(
    job: _Job, archives: ExitStack, alive: SignOfLife
) -> tuple[list[_Entry], list[ReadFailure]]:
    """All files below the chosen paths, each once; and archives that are refused."""
    found: dict[Path, _Entry] = {}
    refused = []
    for path in job.chosen:
        alive()
        if job.unpacker is not None and is_archive(path):
            try:
                archive = job.unpacker.open(path)
            except ImagingError as error:
                refused.append(ReadFailure(path, error))
                continue
            archives.callback(archive.close)
            entries = [_Entry(m.path, m, archive) for m in archive.members]
        elif _is_kind(path, FileKind.DICOM_INDEX):
            # The index is not followed: what it names may lie anywhere. It stands at the root of
            # its images (PS3.10 8.6), and last, to say so where there are none.
            files = [*list_files(path.parent, job.token), path]
            entries = [_Entry(file) for file in files]
        else:
            entries = [_Entry(file) for file in list_files(path, job.token)]
        found.update((entry.path, entry) for entry in entries if entry.path not in found)
    return list(found.values()), refused


def is_archive(path: Path) -> bool:
    """Whether `path` is a ZIP archive, by its content."""
    return _is_kind(path, FileKind.ZIP)


def _is_kind(path: Path, kind: FileKind) -> bool:
    try:
        return recognize(path) is kind
    except ImagingError:
        return False


def _first_look(entries: Sequence[_Entry], first: Path | None) -> list[int]:
    """Places of the entries, what is to be seen first before the others.

    Else that is the middle of the first folder that is not small beside the largest: loose files
    beside the folders of the series are seldom what a study is about.
    """
    if not entries:
        return []
    folders: dict[Path, list[int]] = {}
    for place, entry in enumerate(entries):
        folders.setdefault(entry.path.parent, []).append(place)
    least = max(map(len, folders.values())) / 2
    beside = next(places for places in folders.values() if len(places) >= least)
    wanted = [place for place, entry in enumerate(entries) if entry.path == first]
    head = wanted[0] if wanted else beside[len(beside) // 2]
    return [head, *(place for place in range(len(entries)) if place != head)]


def _unread(studies: Sequence[Study]) -> tuple[Study, ...]:
    return tuple(
        replace(
            study,
            series=tuple(
                replace(one, notices=(SeriesNotice.UNREAD, *one.notices)) for one in study.series
            ),
        )
        for study in studies
    )


def read_header(path: Path) -> ImageHeader:
    """The header of one file; raises like `open_image`."""
    return open_image(path).header
