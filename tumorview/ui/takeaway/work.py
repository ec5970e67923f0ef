"""What the threads that make files do. Imported by those threads alone, since reading is heavy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from tumorview.cancel import CancelToken
from tumorview.domain.burned_in import BurnedIn
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.burned_in import file_burned_in
from tumorview.imaging.errors import ImagingError
from tumorview.reporting.errors import OutputError
from tumorview.reporting.movie_file import movie_file, movie_formats
from tumorview.reporting.picture_file import write_picture
from tumorview.reporting.whole_file import not_writable, write_whole
from tumorview.ui.qimage import to_pixels
from tumorview.ui.takeaway.drawing import Draughtsman
from tumorview.ui.takeaway.pages import pdf_of, preview_of
from tumorview.ui.takeaway.wishes import (
    Circumstances,
    Content,
    Drawn,
    FileWish,
    MovieWish,
    PicturesWish,
    Progress,
    ReportWish,
    Shot,
    Sight,
    TargetsExist,
    Unreadable,
    Written,
)

Event = Progress | TargetsExist | Written

_REPORT_PIXELS = 1400
"""Along the shorter side of the picture in a report: what a printer can show of it."""
_LARGEST_ENLARGEMENT = 8


def circumstances(paths: Sequence[Path], token: CancelToken) -> Iterator[Circumstances]:
    """Yield what the files at `paths` say of burned-in text, and which films can be written."""
    gravest = BurnedIn.NOTHING_SAID
    for path in dict.fromkeys(paths):
        token.raise_if_cancelled()
        try:
            gravest = max(gravest, file_burned_in(path))
        except ImagingError:
            continue  # the export says which images cannot be read
        if gravest is BurnedIn.YES:
            break
    yield Circumstances(gravest, movie_formats())


def draw(
    sight: Sight, shot: Shot, content: Content, bound: QSize | None, token: CancelToken
) -> Iterator[Drawn]:
    """Yield the picture of a shot, no larger than `bound` where that is given."""
    with closing(Draughtsman(sight, content)) as draughtsman:
        picture = draughtsman.draw(shot, token)
    yield Drawn(_within(picture, bound))


def draw_report(wish: ReportWish, width: int, token: CancelToken) -> Iterator[Drawn]:
    """Yield the first page of a report, `width` pixels wide."""
    picture = report_picture(wish.sight, wish.shot, wish.content, token)
    yield Drawn(preview_of(wish.facts, picture, wish.page, width))


def report_picture(sight: Sight, shot: Shot, content: Content, token: CancelToken) -> QImage:
    """The picture of a report: as large as paper can show, so that its text stays sharp."""
    info = sight.series.frames[shot.index]
    enlarge = _REPORT_PIXELS // max(1, min(info.rows, info.columns))
    enlarge = min(max(enlarge, 1), _LARGEST_ENLARGEMENT)
    with closing(Draughtsman(sight, content, enlarge=float(enlarge))) as draughtsman:
        return draughtsman.draw(shot, token)


def write(wish: FileWish, token: CancelToken) -> Iterator[Event]:
    """Do what `wish` says; the last event is `TargetsExist` or `Written`.

    Raises
    ------
    TumorViewError
        Nothing could be written, or no more: what was written before is whole.
    Cancelled
        `token` was cancelled.
    """
    targets = wish.targets if isinstance(wish, PicturesWish) else (wish.target,)
    _require_folder(targets[0])
    existing = tuple(path.name for path in targets if _exists(path))
    if existing and not wish.replace:
        yield TargetsExist(existing)
    elif isinstance(wish, PicturesWish):
        with closing(Draughtsman(wish.sight, wish.content)) as draughtsman:
            yield from _write_pictures(wish, draughtsman, token)
    elif isinstance(wish, MovieWish):
        with closing(Draughtsman(wish.sight, wish.content, cine_rate=wish.rate)) as draughtsman:
            yield from _write_movie(wish, draughtsman, token)
    else:
        yield from _write_report(wish, token)


def _write_pictures(
    wish: PicturesWish, draughtsman: Draughtsman, token: CancelToken
) -> Iterator[Event]:
    unreadable: list[Unreadable] = []
    written: list[Path] = []
    for shot, target in zip(wish.shots, wish.targets, strict=True):
        token.raise_if_cancelled()
        try:
            pixels = to_pixels(draughtsman.draw(shot, token))
        except (Cancelled, OutputError):
            raise
        except TumorViewError as error:
            if len(wish.shots) == 1:
                raise
            unreadable.append(Unreadable(shot.index, error))
        else:
            write_picture(target, pixels, wish.form)
            written.append(target)
        yield Progress(len(written) + len(unreadable), len(wish.shots))
    yield Written(tuple(written), len(written), tuple(unreadable))


def _write_movie(wish: MovieWish, draughtsman: Draughtsman, token: CancelToken) -> Iterator[Event]:
    sizes = [draughtsman.size_of(shot) for shot in wish.shots]
    size = QSize(max(s.width() for s in sizes), max(s.height() for s in sizes))
    unreadable: list[Unreadable] = []
    with movie_file(wish.target, wish.form, wish.rate, (size.height(), size.width())) as film:
        for shot in wish.shots:
            token.raise_if_cancelled()
            try:
                picture = draughtsman.draw(shot, token)
            except (Cancelled, OutputError):
                raise
            except TumorViewError as error:
                unreadable.append(Unreadable(shot.index, error))
                if len(unreadable) == len(wish.shots):
                    raise
                picture = draughtsman.message(shot, error, size)
            film.add(to_pixels(picture))
            yield Progress(film.count, len(wish.shots))
    yield Written((wish.target,), len(wish.shots) - len(unreadable), tuple(unreadable))


def _write_report(wish: ReportWish, token: CancelToken) -> Iterator[Event]:
    picture = report_picture(wish.sight, wish.shot, wish.content, token)
    token.raise_if_cancelled()
    write_whole(wish.target, pdf_of(wish.facts, picture, wish.page), "the report")
    yield Written((wish.target,), 1)


def _within(picture: QImage, bound: QSize | None) -> QImage:
    if bound is None or (picture.width() <= bound.width() and picture.height() <= bound.height()):
        return picture
    return picture.scaled(
        bound,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _require_folder(target: Path) -> None:
    try:
        is_folder = target.parent.is_dir()
    except OSError as error:
        raise not_writable(target, "the file", error) from error
    if not is_folder:
        raise OutputError(
            "the folder to write to is not there",
            path=target.parent,
            remedy="Choose a folder that exists.",
        )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # writing says why it cannot be looked at
