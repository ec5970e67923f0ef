"""A folder of images -> one row a frame.

Each worker takes the next file and carries it all the way: decode, preprocess, infer, draw, make
the row. There are as many workers as cores and each runs the model on its own core, so no core
waits for another's stage and nothing is copied between stages. (Decoders, OpenCV, numpy and ONNX
Runtime release the interpreter's lock in their inner loops, so threads suffice.) An engine on an
accelerator gets its frames in batches in place of that. Rows leave in the listing's order.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TextIO

import cv2
import msgspec

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    ItemDone,
    ItemFailed,
    Outcome,
    ScanEvent,
    ScanFinished,
    ScanStarted,
)
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.catalog import list_files
from tumorview.inference.engines.base import InferenceEngine
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.machine import available_cores
from tumorview.reporting.colormaps import DEFAULT_COLOR_MAP
from tumorview.reporting.csv_report import CsvReport, open_csv, unwritable, write_rows
from tumorview.reporting.errors import OutputError
from tumorview.services.batching import BatchingPredictor
from tumorview.services.errors import ServiceError, as_tumorview_error
from tumorview.services.incident import log_incident
from tumorview.services.journal import Journal, journal_path
from tumorview.services.ordered import OrderedWork
from tumorview.services.scan_worker import (
    FileEnd,
    FileScanner,
    FrameRow,
    HeatmapStyle,
    Helpers,
    journal_key,
)

PARTIAL_SUFFIX = ".partial"
_BATCH = 16
_FILES_AHEAD = 8
"""A worker may be this many files, times the workers, ahead of the oldest unfinished file."""
_WAITING_ROWS = 256

_log = logging.getLogger(__name__)


class InputFolderError(ServiceError):
    """The folder to scan is not there, is no folder, or cannot be listed."""

    code: ClassVar[str] = "input_folder"


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """What to scan and where the results go.

    Attributes
    ----------
    csv_path
        Written whole when the scan ends in any way but FAILED; ``.partial`` and ``.journal`` lie
        beside it.
    resume
        Go on from the journal: a file is skipped when its content, the model and the options are
        the same and none of its frames failed.
    heatmap_dir
        A picture of each frame with its heatmap goes there; None for no pictures.
    model_id
        None for the default model.
    workers
        Files worked on at once; None for one a core.
    """

    folder: Path
    csv_path: Path
    resume: bool = False
    heatmap_dir: Path | None = None
    model_id: str | None = None
    engine: EngineChoice = EngineChoice.AUTO
    workers: int | None = None
    color_map: str = DEFAULT_COLOR_MAP
    opacity: float = 0.5


@dataclass(slots=True)
class _Tally:
    analysed: int = 0
    failed: int = 0


def scan_folder(options: ScanOptions, token: CancelToken) -> Iterator[ScanEvent]:
    """Scan a folder, lazily: the work goes on as the events are taken.

    Every file of the folder that is not an output of this scan gets its rows. The last event is
    `ScanFinished`, exactly once, whatever happens; nothing is raised. Its counts are rows of the
    CSV, those of an earlier scan that was resumed included.

    `ItemDone` and `ItemFailed` come in the order of the listing. Files that are skipped (done by
    an earlier scan, or an index that holds no image) have no events. When the last event of a
    file has been taken, its rows are in the journal, which is committed a few times a second.
    """
    began = time.monotonic()
    tally = _Tally()
    outcome, error = Outcome.DONE, None
    try:
        yield from _events(options, token, tally)
    except (Cancelled, KeyboardInterrupt):
        outcome = Outcome.CANCELLED
    except TumorViewError as known:
        outcome, error = Outcome.FAILED, known
    except Exception as unknown:  # noqa: BLE001 - a stream always ends in ScanFinished
        log_incident(_log, "A scan ended unexpectedly", unknown)
        outcome, error = Outcome.FAILED, as_tumorview_error(unknown, path=options.folder)
    yield ScanFinished(
        outcome=outcome,
        analysed=tally.analysed,
        failed=tally.failed,
        csv_path=options.csv_path,
        seconds=time.monotonic() - began,
        error=error,
    )


def _events(options: ScanOptions, token: CancelToken, tally: _Tally) -> Iterator[ScanEvent]:
    _check_folder(options.folder)
    bundle = load_bundle(options.model_id)
    report = CsvReport([label.id for label in bundle.manifest.class_labels])
    _check_output(options.csv_path)
    with Journal(journal_path(options.csv_path), resume=options.resume) as journal:
        scan = _Scan(
            options, token, tally, bundle, report, _recipe(options, bundle, report), journal
        )
        files = _listing(options, token)
        journal.list_files(journal_key(path, options.folder) for path in files)
        yield ScanStarted(options.folder, len(files), scan.count_earlier())
        try:
            yield from scan.work(files)
        except (Cancelled, KeyboardInterrupt):
            scan.write_csv()
            raise
        scan.write_csv()


@dataclass(frozen=True, slots=True)
class _Scan:
    options: ScanOptions
    token: CancelToken
    tally: _Tally
    bundle: ModelBundle
    report: CsvReport
    recipe: str
    journal: Journal

    def count_earlier(self) -> int:
        return self.journal.count_done(self.recipe) if self.options.resume else 0

    def work(self, files: Sequence[Path]) -> Iterator[ScanEvent]:
        with ExitStack() as stack:
            partial = stack.enter_context(_PartialCsv(self.options.csv_path, self.report.header))
            if not files:
                return
            stack.enter_context(_opencv_on_one_thread())
            # One thread a forward pass: the workers are what fills the cores.
            engine = open_engine(self.bundle, self.options.engine, threads=1)
            stack.enter_context(closing(engine))
            workers, predict = _workers_and_predict(self.options, self.bundle, engine, stack)
            scanner = FileScanner(
                folder=self.options.folder,
                bundle=self.bundle,
                predict=predict,
                report=self.report,
                journal=self.journal if self.options.resume else None,
                recipe=self.recipe,
                heatmaps=_heatmap_style(self.options),
                token=self.token,
                helpers=Helpers(workers - 1),
                attendants=stack.enter_context(Attendants()),
            )
            ordered = OrderedWork(
                files,
                scanner,
                workers=workers,
                lookahead=workers * _FILES_AHEAD,
                waiting_results=_WAITING_ROWS,
            )
            results = stack.enter_context(closing(ordered.results(self.token)))
            yield from self._take(results, partial)

    def _take(
        self, results: Iterator[FrameRow | FileEnd], partial: _PartialCsv
    ) -> Iterator[ScanEvent]:
        """Journal the rows file by file. A file's last event waits until its rows are kept."""
        files_done = self.count_earlier()
        rows: list[FrameRow] = []
        for result in results:
            if isinstance(result, FrameRow):
                if rows:
                    yield _event(rows[-1], files_done)
                rows.append(result)
                continue
            files_done += not self._already_counted(result)
            self._keep(result, rows, partial)
            if rows and result.record.frames:
                yield _event(rows[-1], files_done)
            rows = []

    def _already_counted(self, end: FileEnd) -> bool:
        """True when `count_earlier` had this file: it is skipped, or its content has changed."""
        if not self.options.resume:
            return False
        earlier = self.journal.find(journal_key(end.path, self.options.folder))
        return earlier is not None and (earlier.recipe, earlier.failed) == (self.recipe, 0)

    def _keep(self, end: FileEnd, rows: Sequence[FrameRow], partial: _PartialCsv) -> None:
        key = journal_key(end.path, self.options.folder)
        if end.skipped:
            partial.append(self.journal.rows_of(key))
        else:
            cells = [row.cells for row in rows]
            self.journal.record(key, end.record, cells)
            partial.append(cells)
        self.tally.analysed += end.record.frames - end.record.failed
        self.tally.failed += end.record.failed

    def write_csv(self) -> None:
        self.journal.commit()
        self.report.write(self.options.csv_path, self.journal.rows(self.recipe))
        _partial_path(self.options.csv_path).unlink(missing_ok=True)


class _PartialCsv:
    """The rows so far, for those who want to look while a scan runs."""

    def __init__(self, csv_path: Path, header: Sequence[str]) -> None:
        self._path = _partial_path(csv_path)
        self._header = header
        self._stream: TextIO | None = None

    def __enter__(self) -> _PartialCsv:
        try:
            self._stream = open_csv(self._path)
        except OSError as error:
            raise unwritable(self._path, error) from error
        self.append([self._header])
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            try:
                self._stream.close()
            except OSError:
                # A full disk was reported when the rows were appended.
                _log.debug("The partial CSV could not be closed")

    def append(self, rows: Sequence[Sequence[str]]) -> None:
        assert self._stream is not None
        try:
            write_rows(self._stream, rows)
            self._stream.flush()
        except OSError as error:
            raise unwritable(self._path, error) from error


def _event(row: FrameRow, files_done: int) -> ScanEvent:
    facts = row.facts
    if facts.error is not None:
        return ItemFailed(facts.item, facts.error, files_done)
    assert facts.prediction is not None
    return ItemDone(facts.item, facts.prediction, facts.heatmap_path, files_done)


def _partial_path(csv_path: Path) -> Path:
    return csv_path.with_name(csv_path.name + PARTIAL_SUFFIX)


def _check_folder(folder: Path) -> None:
    problem = None
    try:
        if not folder.exists():
            problem = "there is no such folder"
        elif not folder.is_dir():
            problem = "this is a file, not a folder"
        else:
            with os.scandir(folder) as entries:
                next(entries, None)
    except OSError as error:
        problem = f"the folder cannot be listed: {error.strerror or error}"
    if problem is not None:
        raise InputFolderError(
            problem, path=folder, remedy="Give a folder that exists and that you may read."
        )


def _check_output(csv_path: Path) -> None:
    problem = None
    if csv_path.is_dir():
        problem = "this is a folder, not a file"
    elif not csv_path.parent.is_dir():
        problem = "the folder for it does not exist"
    if problem is not None:
        raise OutputError(
            f"cannot be written: {problem}",
            path=csv_path,
            remedy="Choose a file in a folder that exists.",
        )


def _listing(options: ScanOptions, token: CancelToken) -> list[Path]:
    """The folder's files without those that this scan writes itself."""
    folder = options.folder.resolve()

    def inside(path: Path | None) -> Path | None:
        if path is None:
            return None
        resolved = path.resolve()
        return resolved.relative_to(folder) if resolved.is_relative_to(folder) else None

    csv_path, heatmaps = inside(options.csv_path), inside(options.heatmap_dir)
    own = set()
    if csv_path is not None:
        journal = journal_path(csv_path)
        beside = [journal.with_name(journal.name + suffix) for suffix in ("", "-wal", "-shm")]
        own = {csv_path, _partial_path(csv_path), *beside}

    def is_own(path: Path) -> bool:
        relative = path.relative_to(options.folder)
        return relative in own or (heatmaps is not None and relative.is_relative_to(heatmaps))

    with Attendants() as attendants:
        # A drive may take its time over a large folder, but the user need not.
        found = attendants.call(
            lambda _alive: list_files(options.folder, token), token=token, patience=None
        )
    return [path for path in found if not is_own(path)]


def _recipe(options: ScanOptions, bundle: ModelBundle, report: CsvReport) -> str:
    """Digest of everything besides a file's content that its rows depend on."""
    heatmaps = None
    if options.heatmap_dir is not None:
        heatmaps = (os.fsencode(options.heatmap_dir).hex(), options.color_map, options.opacity)
    parts = (bundle.manifest_sha256, bundle.model_sha256, report.header, heatmaps)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def _heatmap_style(options: ScanOptions) -> HeatmapStyle | None:
    if options.heatmap_dir is None:
        return None
    return HeatmapStyle(options.heatmap_dir, options.color_map, options.opacity)


def _workers_and_predict(
    options: ScanOptions, bundle: ModelBundle, engine: InferenceEngine, stack: ExitStack
) -> tuple[int, Callable[[ModalityFrame], Prediction]]:
    predictor = Predictor(bundle, engine)
    cores = available_cores()
    if engine.device.startswith("CPU"):
        return options.workers or cores, predictor.predict
    # Readers block while their frames are on the accelerator, so there must be more of them.
    workers = options.workers or max(_BATCH, cores)
    return workers, stack.enter_context(BatchingPredictor(predictor, _BATCH)).predict


@contextmanager
def _opencv_on_one_thread() -> Iterator[None]:
    """The workers fill the cores already; OpenCV's own threads would only get in their way."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)
