"""One file of a scanned folder, from its bytes to its rows. Runs on a worker thread."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from tumorview import __version__
from tumorview.attendants import Attendants, SignOfLife
from tumorview.cancel import CancelToken
from tumorview.domain.events import ScanItem
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import (
    FileChangedError,
    ImagingError,
    ReadStalledError,
    UnreadableFileError,
)
from tumorview.imaging.file_state import FileState, file_state, require_unchanged, stalled
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.imaging.modality import modality_frame
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.csv_report import CsvReport, RowFacts, RowStatus
from tumorview.reporting.errors import OutputError
from tumorview.services.errors import (
    FramesNotTriedError,
    OutOfMemoryError,
    UnexpectedError,
    as_tumorview_error,
)
from tumorview.services.heatmap_files import HeatmapFiles, HeatmapStyle
from tumorview.services.incident import log_incident
from tumorview.services.journal_records import FileRecord, SliceRecord
from tumorview.services.ordered import OrderedWork
from tumorview.services.scan_places import SourceFolder
from tumorview.services.slice_facts import SliceKeeper

_log = logging.getLogger(__name__)

_ALIKE_FAILURES = 16
"""After so many frames of one file that failed one after the other, with one code, the rest is not
tried: a small file may claim to hold tens of thousands, each of which costs a row and perhaps
seconds."""

_PIECE_BYTES = 1 << 20

_OF_THE_MOMENT = (
    UnreadableFileError,
    ReadStalledError,
    FileChangedError,
    OutOfMemoryError,
    UnexpectedError,
)
"""Failures that say nothing of the content: the same file may be read next time."""

_FRAMES_A_HELPER = 8
"""A file of fewer frames is done before another thread would have helped."""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One frame's row (or that of a file that failed as a whole), ready for the CSV.

    `slice` is what series and studies are made from; None of a file that failed as a whole, of
    which nobody knows the series.
    """

    facts: RowFacts
    cells: tuple[str, ...]
    slice: SliceRecord | None = None


@dataclass(frozen=True, slots=True)
class RemoteRow:
    """Likewise, of a row that was made on another machine; its answer stayed there."""

    source: SourceRef
    error: TumorViewError | None
    cells: tuple[str, ...]
    slice: SliceRecord | None = None


@dataclass(frozen=True, slots=True)
class FileEnd:
    """All rows of a file are there; `skipped` when they are those of an earlier scan."""

    path: Path
    record: FileRecord
    skipped: bool


class EarlierRecords(Protocol):
    """What was found of each file in an earlier scan; the journal is one."""

    def find(self, path: bytes) -> FileRecord | None:
        """The record of a finished file by its key in the journal, or None."""
        ...


@dataclass(frozen=True, slots=True)
class _Look:
    """What a first look at a file found: an earlier result that holds, an image, or an error."""

    state: FileState
    sha256: str
    earlier: FileRecord | None = None
    image: ImageFile | None = None
    items: Sequence[ScanItem] = ()
    error: TumorViewError | None = None


class Helpers:
    """Threads that a file of many frames may use besides its own; a fixed number for all files.

    Without them a folder of one large file would keep one core busy and leave the others idle.
    """

    def __init__(self, count: int) -> None:
        self._free = count
        self._lock = threading.Lock()

    def take(self, wanted: int) -> int:
        """As many of the wanted ones as are free now, maybe none; give them back."""
        with self._lock:
            taken = min(wanted, self._free)
            self._free -= taken
            return taken

    def give_back(self, count: int) -> None:
        """Make `count` helpers free again."""
        with self._lock:
            self._free += count


class FileScanner:
    """Callable that turns one file into `FrameRow`s and a closing `FileEnd`.

    Parameters
    ----------
    source
        The scanned folder. When it has gone, `InputFolderError` is raised in place of a row.
    bundle, predict
        The model and its answer for one frame; `predict` is called from several threads.
    journal, recipe
        Where an earlier scan's result is looked up; a file is skipped when its content and the
        recipe are the same. `journal` is None when nothing is there.
    retry_failed
        Files with failed frames are not skipped.
    heatmaps
        None for no pictures.
    helpers
        Spare threads for files of many frames, shared by all files.
    attendants
        Threads that read what lies on drives that may not answer.
    """

    def __init__(
        self,
        *,
        source: SourceFolder,
        bundle: ModelBundle,
        predict: Callable[[ModalityFrame], Prediction],
        report: CsvReport,
        journal: EarlierRecords | None,
        recipe: str,
        retry_failed: bool,
        heatmaps: HeatmapStyle | None,
        token: CancelToken,
        helpers: Helpers,
        attendants: Attendants,
    ) -> None:
        self._source = source
        self._folder = source.path
        self._retry_failed = retry_failed
        self._bundle = bundle
        self._predict = predict
        self._report = report
        labels = bundle.manifest.class_labels
        self._keeper = SliceKeeper([label.id for label in labels], report.pseudonyms)
        self._journal = journal
        self._recipe = recipe
        self._heatmaps: HeatmapFiles | None = None
        if heatmaps is not None:
            self._heatmaps = HeatmapFiles(heatmaps, self._folder, bundle, report.pseudonyms)
        self._token = token
        self._helpers = helpers
        self._attendants = attendants

    def __call__(self, path: Path) -> Iterator[FrameRow | FileEnd]:
        """Rows of one file.

        Raises OutputError, InputFolderError and Cancelled; every other failure is a row.
        """
        self._token.wait_while_paused()
        try:
            look = self._attendants.call(lambda alive: self._look(path, alive), token=self._token)
        except (ImagingError, TimeoutError) as error:
            yield self._row(whole_file(path, ""), error=_stalled_or(error, path))
            yield FileEnd(path, FileRecord("", self._recipe, 1, 1, passing=True), skipped=False)
            return
        state = look.state
        if look.earlier is not None:
            same = replace(look.earlier, size=state.size, modified_ns=state.modified_ns)
            yield FileEnd(path, same, skipped=True)
            return
        frames = failed = 0
        passing = False
        for row in self._rows(path, look):
            frames += row.facts.status is not RowStatus.SKIPPED
            failed += row.facts.status is RowStatus.FAILED
            passing = passing or isinstance(row.facts.error, _OF_THE_MOMENT)
            yield row
        record = FileRecord(
            look.sha256, self._recipe, frames, failed, passing, state.size, state.modified_ns
        )
        yield FileEnd(path, record, skipped=False)

    def _look(self, path: Path, alive: SignOfLife) -> _Look:
        """Everything that is asked of the drive before the first frame, in one call.

        Each call to an attendant costs two changes of threads, in which a core may have nothing
        to do. Raises ImagingError.
        """
        state, sha256 = file_state(path), content_sha256(path, alive)
        if self._journal is not None:
            earlier = self._journal.find(journal_key(path, self._folder))
            if (
                earlier is not None
                and sha256 == earlier.sha256
                and earlier.holds(self._recipe, retry_failed=self._retry_failed)
            ):
                return _Look(state, sha256, earlier)
        alive()
        try:
            image = open_image(path)
            require_unchanged(path, state)
            items = _items(image, sha256)
        except Exception as error:  # noqa: BLE001 - one bad file never stops a batch
            return _Look(state, sha256, error=_typed(error, path))
        return _Look(state, sha256, image=image, items=items)

    def _rows(self, path: Path, look: _Look) -> Iterator[FrameRow]:
        image, items = look.image, look.items
        if image is None:
            yield self._row(whole_file(path, look.sha256), error=look.error)
            return
        alike = 0
        code = ""
        with closing(self._frames(image, items)) as rows:
            for done, row in enumerate(rows, start=1):
                yield row
                failed = row.facts.error.code if row.facts.error is not None else ""
                alike = alike + 1 if failed and failed == code else int(bool(failed))
                code = failed
                if alike == _ALIKE_FAILURES and done < len(items):
                    yield self._rest(image, items[done], len(items))
                    return

    def _rest(self, image: ImageFile, first: ScanItem, last: int) -> FrameRow:
        """The one row of the frames from `first` to the `last`, which are not tried."""
        number = first.source.frame_number
        return self._row(
            first,
            error=FramesNotTriedError(
                f"frames {number} to {last} were not tried, since the {_ALIKE_FAILURES} before "
                "them failed one like the other",
                path=first.source.path,
            ),
            header=image.header,
            count=last - number + 1,
        )

    def _frames(
        self, image: ImageFile, items: Sequence[ScanItem]
    ) -> Generator[FrameRow, None, None]:
        helpers = self._helpers.take(len(items) // _FRAMES_A_HELPER)
        try:
            if helpers == 0:
                for item in items:
                    yield self._frame(image, item)
                return
            # This thread only hands the rows on meanwhile, so there is one more to work.
            work: OrderedWork[ScanItem, FrameRow] = OrderedWork(
                items,
                lambda item: (self._frame(image, item),),
                workers=helpers + 1,
                lookahead=2 * (helpers + 1),
                waiting_results=2 * (helpers + 1),
            )
            yield from work.results(self._token)
        finally:
            self._helpers.give_back(helpers)

    def _frame(self, image: ImageFile, item: ScanItem) -> FrameRow:
        self._token.wait_while_paused()
        number = item.source.frame_number
        row = partial(self._row, item, header=image.header)
        try:
            frame = modality_frame(image.read_frame(number))
            prediction = self._predict(frame)
            picture, outcome = None, ""
            if self._heatmaps is not None:
                picture, outcome = self._heatmaps.write(image, frame, prediction)
        except OutputError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad frame never stops a batch
            return row(error=_typed(error, item.source.path))
        return row(prediction=prediction, heatmap_path=picture, parametric_map=outcome)

    def _row(
        self,
        item: ScanItem,
        *,
        prediction: Prediction | None = None,
        error: TumorViewError | None = None,
        heatmap_path: Path | None = None,
        header: ImageHeader | None = None,
        count: int = 1,
        parametric_map: str = "",
    ) -> FrameRow:
        if error is not None:
            self._require_folder()
        facts = row_facts(
            item,
            self._folder,
            self._bundle,
            prediction=prediction,
            error=error,
            heatmap_path=heatmap_path,
        )
        kept = None
        if header is not None:
            kept = self._keeper.record(header, facts, count=count, parametric_map=parametric_map)
        return FrameRow(facts, self._report.row(facts), kept)

    def _require_folder(self) -> None:
        """A file that failed because its whole folder has gone is not at fault."""
        try:
            self._attendants.call(lambda _alive: self._source.require_present(), token=self._token)
        except TimeoutError:
            _log.debug("The scanned folder does not answer")


def row_facts(
    item: ScanItem,
    folder: Path,
    bundle: ModelBundle,
    *,
    prediction: Prediction | None = None,
    error: TumorViewError | None = None,
    heatmap_path: Path | None = None,
) -> RowFacts:
    """What the row of a frame of `folder` says, made now."""
    return RowFacts(
        item=item,
        relative_path=item.source.path.relative_to(folder),
        prediction=prediction,
        error=error,
        heatmap_path=heatmap_path,
        model_id=bundle.manifest.id,
        model_sha256=bundle.model_sha256,
        app_version=__version__,
        timestamp=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def journal_key(path: Path, folder: Path) -> bytes:
    """What a file is called in the journal: its relative path as the system's bytes."""
    return os.fsencode(path.relative_to(folder).as_posix())


def path_of_key(key: bytes, folder: Path) -> Path:
    """The file that is called `key` in the journal."""
    return folder / os.fsdecode(key)


def whole_file(path: Path, sha256: str) -> ScanItem:
    """The item of a file whose frames are not known."""
    return ScanItem(SourceRef(path), sha256, "", "", "")


def _stalled_or(error: Exception, path: Path) -> TumorViewError:
    return stalled(path) if isinstance(error, TimeoutError) else _typed(error, path)


def _typed(error: Exception, path: Path) -> TumorViewError:
    if not isinstance(error, TumorViewError):
        log_incident(_log, "A file could not be scanned", error)
    return as_tumorview_error(error, path=path)


def _items(image: ImageFile, sha256: str) -> list[ScanItem]:
    header = image.header
    return [
        ScanItem(
            source=frame.source,
            sha256=sha256,
            patient_id=header.patient.patient_id,
            modality=header.modality,
            series_description=header.series_description,
        )
        for frame in header.frames
    ]


def content_sha256(path: Path, alive: SignOfLife) -> str:
    """SHA-256 of a regular file; empty where it cannot be read, which opening it explains."""
    digest = hashlib.sha256()
    try:
        # A pipe or device would block for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb", buffering=0) as stream:
            while piece := stream.read(_PIECE_BYTES):
                digest.update(piece)
                alive()
    except OSError:
        return ""
    return digest.hexdigest()
