"""What a scan and a watch share: model, journal and workers, and the way of a file into its row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    ClusterNotice,
    ItemDone,
    ItemDoneElsewhere,
    ItemFailed,
    ScanEvent,
)
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.inference.engines.select import open_engine
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.machine import share_one_heap
from tumorview.reporting.csv_report import CsvReport
from tumorview.reporting.parquet import require_parquet
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.journal import Journal, journal_path
from tumorview.services.journal_records import SliceRecord
from tumorview.services.level_paths import require_own_tables
from tumorview.services.ordered import OrderedWork
from tumorview.services.partial_csv import PartialCsv
from tumorview.services.pseudonym_key import read_key
from tumorview.services.result_rows import ResultRow, placed, result_of_cells, result_row
from tumorview.services.scan_engine import (
    heatmap_style,
    opencv_on_one_thread,
    workers_and_predict,
)
from tumorview.services.scan_options import ScanOptions, recipe_of
from tumorview.services.scan_places import SourceFolder, require_writable_place
from tumorview.services.scan_worker import (
    FileEnd,
    FileScanner,
    FrameRow,
    Helpers,
    RemoteRow,
    journal_key,
    whole_file,
)

if TYPE_CHECKING:
    from tumorview.services.cluster.connection import Connection

_FILES_AHEAD = 8
"""A worker may be this many files, times the workers, ahead of the oldest unfinished file."""
_WAITING_ROWS = 256


@dataclass(slots=True)
class Tally:
    """Rows so far, by what became of them; those of an earlier scan that stay are counted too."""

    analysed: int = 0
    failed: int = 0
    pictures_only: int = 0
    """Heatmaps of the whole table that could not be DICOM parametric maps; known at the end."""


class ScanSession:
    """An output that is being written; a context manager.

    The engine is opened with the first file and kept to the end. Only one session at a time can
    write to one CSV.

    Parameters
    ----------
    resume
        Keep the journal of an earlier session.
    tally
        Counted up as rows are kept.

    Raises
    ------
    TumorViewError
        Before anything is written: the model, the key or the place for the results is not usable,
        or another session writes there.
    """

    def __init__(
        self, options: ScanOptions, token: CancelToken, tally: Tally, *, resume: bool
    ) -> None:
        self.options = options
        self.token = token
        self.tally = tally
        self.files_done = 0
        self._resume = resume
        self.bundle: ModelBundle = load_bundle(options.model_id)
        pseudonyms = None
        if options.pseudonym_key is not None:
            pseudonyms = Pseudonyms(read_key(options.pseudonym_key))
        self._class_names = {one.id: one.name for one in self.bundle.manifest.class_labels}
        self.report = CsvReport([*self._class_names], pseudonyms)
        self.recipe = recipe_of(options, self.bundle, self.report)
        require_writable_place(options.csv_path)
        require_own_tables(options.csv_path)
        if options.parquet_path is not None:
            require_parquet()
            require_writable_place(options.parquet_path)
        if options.cluster is not None:
            from tumorview.services.cluster.connection import (  # noqa: PLC0415 - only when asked
                require_cluster,
            )

            require_cluster()
        self._stack = ExitStack()
        self._connection: Connection | None = None
        self._workers: tuple[int, Callable[[ModalityFrame], Prediction]] | None = None

    def __enter__(self) -> Self:
        share_one_heap()
        with ExitStack() as stack:
            self.attendants = stack.enter_context(Attendants())
            if self.options.cluster is not None:
                from tumorview.services.cluster.connection import (  # noqa: PLC0415 - see above
                    connected,
                )

                # Before the journal: an earlier one is not emptied for a cluster that is not there.
                self._connection = stack.enter_context(
                    connected(self.options.cluster, self.attendants, self.token)
                )
            self.journal = stack.enter_context(
                Journal(journal_path(self.options.csv_path), resume=self._resume)
            )
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, traceback)

    def work(
        self, source: SourceFolder, files: Iterable[Path], partial: PartialCsv | None = None
    ) -> Iterator[ScanEvent]:
        """Do these files of `source`; their rows are in the journal when their events are taken."""
        if self._connection is not None:
            yield from self._work_on_cluster(self._connection, source, files, partial)
            return
        workers, predict = self._open_workers()
        scanner = FileScanner(
            source=source,
            bundle=self.bundle,
            predict=predict,
            report=self.report,
            journal=self.journal if self._resume else None,
            recipe=self.recipe,
            retry_failed=self.options.retry_failed,
            heatmaps=heatmap_style(self.options),
            token=self.token,
            helpers=Helpers(workers - 1),
            attendants=self.attendants,
        )
        ordered = OrderedWork(
            files,
            scanner,
            workers=workers,
            lookahead=workers * _FILES_AHEAD,
            waiting_results=_WAITING_ROWS,
        )
        with closing(ordered.results(self.token)) as results:
            yield from self._take(results, partial)

    def _work_on_cluster(
        self,
        connection: Connection,
        source: SourceFolder,
        files: Iterable[Path],
        partial: PartialCsv | None,
    ) -> Iterator[ScanEvent]:
        from tumorview.services.cluster.cluster_work import (  # noqa: PLC0415 - see above
            ClusterWork,
            Place,
        )

        place = Place(
            options=self.options,
            bundle=self.bundle,
            report=self.report,
            recipe=self.recipe,
            attendants=self.attendants,
            earlier=self.journal if self._resume else None,
        )
        work = ClusterWork(connection, place, source, files)
        with closing(work.results(self.token)) as results:
            yield from self._take(results, partial)

    def _open_workers(self) -> tuple[int, Callable[[ModalityFrame], Prediction]]:
        if self._workers is None:
            self._stack.enter_context(opencv_on_one_thread())
            # One thread a forward pass: the workers are what fills the cores.
            engine = open_engine(self.bundle, self.options.engine, threads=1)
            self._stack.enter_context(closing(engine))
            self._workers = workers_and_predict(self.options, self.bundle, engine, self._stack)
        return self._workers

    def _take(
        self,
        results: Iterator[FrameRow | RemoteRow | FileEnd | ClusterNotice],
        partial: PartialCsv | None,
    ) -> Iterator[ScanEvent]:
        """Journal the rows file by file. A file's last event waits until its rows are kept.

        Of the rows before the last one only the cells are held: with their answers and heatmaps a
        file of ten thousand frames would fill the memory.
        """
        last: FrameRow | RemoteRow | None = None
        cells: list[tuple[str, ...]] = []
        slices: list[SliceRecord] = []
        shown: list[ResultRow] = []
        for result in results:
            if isinstance(result, ClusterNotice):
                yield result
                continue
            if isinstance(result, FrameRow | RemoteRow):
                if last is not None:
                    yield _event(last, self.files_done)
                last = result
                cells.append(result.cells)
                if result.slice is not None:
                    slices.append(result.slice)
                row = self._result(result)
                if row is not None:
                    shown.append(row)
                continue
            self.files_done += not self._already_counted(result)
            key = journal_key(result.path, self.options.folder)
            self._keep(result, cells, slices, [placed(row, key) for row in shown], partial)
            if last is not None and result.record.frames:
                yield _event(last, self.files_done)
            last = None
            cells, slices, shown = [], [], []

    def _result(self, row: FrameRow | RemoteRow) -> ResultRow | None:
        if isinstance(row, FrameRow):
            return result_row(row.facts)
        cells = dict(zip(self.report.header, row.cells, strict=True))
        return result_of_cells(cells, self._class_names)

    def _already_counted(self, end: FileEnd) -> bool:
        """True when `Journal.count_done` had this file: it is skipped, or has changed."""
        if not self._resume:
            return False
        earlier = self.journal.find(journal_key(end.path, self.options.folder))
        return earlier is not None and earlier.holds(
            self.recipe, retry_failed=self.options.retry_failed
        )

    def _keep(
        self,
        end: FileEnd,
        cells: Sequence[tuple[str, ...]],
        slices: Sequence[SliceRecord],
        shown: Sequence[ResultRow],
        partial: PartialCsv | None,
    ) -> None:
        key = journal_key(end.path, self.options.folder)
        if end.skipped:
            self.journal.note_state(key, end.record.size, end.record.modified_ns)
            if partial is not None:
                partial.append(self.journal.rows_of(key))
        else:
            self.journal.record(key, end.record, cells, slices, shown)
            if partial is not None:
                partial.append(cells)
        self.tally.analysed += end.record.frames - end.record.failed
        self.tally.failed += end.record.failed


def _event(row: FrameRow | RemoteRow, files_done: int) -> ScanEvent:
    if isinstance(row, RemoteRow):
        if row.error is None:
            return ItemDoneElsewhere(row.source, files_done)
        item = replace(whole_file(row.source.path, ""), source=row.source)
        return ItemFailed(item, row.error, files_done)
    facts = row.facts
    if facts.error is not None:
        return ItemFailed(facts.item, facts.error, files_done)
    assert facts.prediction is not None
    return ItemDone(facts.item, facts.prediction, facts.heatmap_path, files_done)
