"""Folder -> studies, series and frames in reading order, without pixels."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tumorview.attendants import Attendants, SignOfLife
from tumorview.cancel import CancelToken
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.study import (
    PatientInfo,
    ReadFailure,
    Series,
    SeriesNotice,
    SliceOrder,
    Study,
    StudyCatalog,
)
from tumorview.imaging.errors import ImagingError, IndexFileError
from tumorview.imaging.file_state import stalled
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.image_file import open_image
from tumorview.imaging.ordering import order_frames
from tumorview.imaging.recognize import FileKind, recognize, unreadable

Progress = Callable[[int, int], None]

_LITTER_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_LITTER_FOLDERS = frozenset({"__MACOSX"})


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts ``img10`` after ``img9``."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p)


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
        elif path.name not in _LITTER_FOLDERS:
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
    if name in _LITTER_FILES or name.startswith("._"):
        return True
    # Indexes are called DICOMDIR (PS3.10 8.6) or something like it. Only such names are opened:
    # a look into every file would double the time that a listing of a network folder takes.
    if "DIR" not in name.upper() or path.suffix:
        return False
    try:
        return recognize(path) is FileKind.DICOM_INDEX
    except ImagingError:
        return False


def read_catalog(
    paths: Path | Iterable[Path],
    on_progress: Progress | None = None,
    token: CancelToken | None = None,
) -> StudyCatalog:
    """Read the headers of files, and of all files below folders, and put them in order.

    Parameters
    ----------
    paths
        A file, a folder, or several of them.
    on_progress
        Called after each file with (files read, files in all).

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
    headers: list[ImageHeader] = []
    failures: list[ReadFailure] = []
    with Attendants() as attendants:
        files = attendants.call(
            lambda _alive: list(
                dict.fromkeys(f for path in chosen for f in list_files(path, token))
            ),
            token=token,
            patience=None,
        )
        for done, path in enumerate(files, start=1):
            if token is not None:
                token.raise_if_cancelled()
            try:
                headers.append(attendants.call(partial(_attended_header, path), token=token))
            except IndexFileError as error:
                # Within a folder it only lists what lies beside it.
                if path in chosen:
                    failures.append(ReadFailure(path, error))
            except ImagingError as error:
                failures.append(ReadFailure(path, error))
            except TimeoutError:
                failures.append(ReadFailure(path, stalled(path)))
            if on_progress is not None:
                on_progress(done, len(files))
    return StudyCatalog(catalog_of(headers), tuple(failures))


def _attended_header(path: Path, _alive: SignOfLife) -> ImageHeader:
    return read_header(path)


def read_header(path: Path) -> ImageHeader:
    """The header of one file; raises like `open_image`."""
    return open_image(path).header


def catalog_of(headers: Sequence[ImageHeader]) -> tuple[Study, ...]:
    """Group headers into studies and series."""
    studies: dict[tuple[str, str], list[ImageHeader]] = {}
    for header in headers:
        studies.setdefault(_study_key(header), []).append(header)
    made = [_study(members) for members in studies.values()]
    return tuple(sorted(made, key=lambda study: (study.study_instance_uid is None, study.date)))


def _study_key(header: ImageHeader) -> tuple[str, str]:
    if header.study_instance_uid is not None:
        return ("uid", header.study_instance_uid)
    return (_source_kind(header), str(header.path.parent))


def _source_kind(header: ImageHeader) -> str:
    return "dicom" if header.kind is FileKind.DICOM else "picture"


def _series_key(header: ImageHeader) -> tuple[str, str]:
    if header.series_instance_uid is not None:
        return ("uid", header.series_instance_uid)
    return (_source_kind(header), str(header.path.parent))


def _study(headers: Sequence[ImageHeader]) -> Study:
    groups: dict[tuple[str, str], list[ImageHeader]] = {}
    for header in headers:
        groups.setdefault(_series_key(header), []).append(header)
    series = sorted((_series(members) for members in groups.values()), key=_series_order)
    first = headers[0]
    is_raster = first.kind is not FileKind.DICOM
    return Study(
        study_instance_uid=first.study_instance_uid,
        description=first.path.absolute().parent.name if is_raster else first.study_description,
        date=first.study_date,
        patient=PatientInfo() if is_raster else first.patient,
        series=tuple(series),
        accession_number=first.accession_number,
    )


def _series_order(series: Series) -> tuple[bool, int, tuple[tuple[int, int, str], ...]]:
    return (series.number is None, series.number or 0, natural_key(series.description))


def _series(headers: Sequence[ImageHeader]) -> Series:
    first = headers[0]
    frames = [frame for header in headers for frame in header.frames]
    if first.kind is not FileKind.DICOM:
        frames.sort(key=lambda frame: natural_key(frame.source.path.name))
        sizes = {(frame.rows, frame.columns) for frame in frames}
        mixed = (SeriesNotice.MIXED_SIZE,) if len(sizes) > 1 else ()
        return Series(
            series_instance_uid=None,
            modality="",
            description=first.path.name if len(frames) == 1 else first.path.absolute().parent.name,
            number=None,
            frames=tuple(frames),
            order=SliceOrder.FILE_NAME,
            notices=(*mixed, SeriesNotice.NO_ORIENTATION),
        )
    ordered, order, notices = order_frames(frames, first.modality)
    return Series(
        series_instance_uid=first.series_instance_uid,
        modality=first.modality,
        description=first.series_description,
        number=first.series_number,
        frames=ordered,
        order=order,
        notices=notices,
        body_part_examined=first.body_part_examined,
        reading_notices=_reading_notices(headers),
        frames_per_second=next(
            (h.frames_per_second for h in headers if h.frames_per_second is not None), None
        ),
    )


def _reading_notices(headers: Sequence[ImageHeader]) -> tuple[ReadingNotice, ...]:
    """What was noticed in any of the files, in the order of the enumeration."""
    noticed = {notice for header in headers for notice in header.notices}
    return tuple(notice for notice in ReadingNotice if notice in noticed)
