"""What a worker of the cluster keeps for a scan: the model, opened once, and the way of a file
into its rows.

Everything here is decided by the worker's own copy of TumorView and by its own model folders: the
coordinator says which it expects, and a worker that has others takes no part.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from tumorview import __version__
from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.errors import IndexFileError
from tumorview.imaging.limits import Limits, use_limits
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.reporting.csv_report import CsvReport
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.cluster.wire import (
    Answer,
    Failure,
    FileAnswer,
    Job,
    Reply,
    Row,
    Setup,
    Slice,
    failure_of,
)
from tumorview.services.journal_records import FileRecord
from tumorview.services.pseudonym_key import read_key
from tumorview.services.scan_engine import (
    heatmap_style,
    opencv_on_one_thread,
    workers_and_predict,
)
from tumorview.services.scan_options import ScanOptions, recipe_of
from tumorview.services.scan_places import InputFolderError, SourceFolder
from tumorview.services.scan_worker import FileEnd, FileScanner, FrameRow, Helpers, path_of_key

_SLICE_SECONDS = 2.0
"""After so long a worker answers with what it has, so that nothing waits for a whole batch."""

_SLICE_ROWS = 4096


class RefusedError(Exception):
    """The worker takes no part in the scan; the text is a clause that says why."""


class Station:
    """A scan's model on this worker; calls may come from several threads.

    Parameters
    ----------
    setup
        What the coordinator expects.
    threads
        How many files are worked on at once here.

    Raises
    ------
    RefusedError
        Version, model, key or folder are not those of the coordinator.
    """

    def __init__(self, setup: Setup, threads: int) -> None:
        self.scan = setup.scan
        self._folder = Path(os.fsdecode(setup.folder))
        self._recipe = setup.recipe
        self._token = CancelToken()
        self._known = _Known(setup.recipe)
        with ExitStack() as stack:
            try:
                self._scanner = self._opened(setup, threads, stack)
            except InputFolderError as error:
                raise RefusedError("it does not see the folder") from error
            except TumorViewError as error:
                raise RefusedError(error.sentence().rstrip(".")) from error
            self._stack = stack.pop_all()

    @property
    def is_stopped(self) -> bool:
        """True once `stop` was called."""
        return self._token.is_cancelled

    def stop(self) -> None:
        """End what is being done between two images; from any thread, never waits."""
        self._token.cancel()

    def close(self) -> None:
        """Let go of the model, once nothing is done any more."""
        self._stack.close()

    def sees(self, key: bytes) -> bool:
        """Whether this worker finds the file."""
        return os.path.lexists(path_of_key(key, self._folder))

    def do(self, jobs: Sequence[Job]) -> Answer:
        """As many of the files as fit into a slice of time, at least one."""
        began = time.monotonic()
        files: list[FileAnswer] = []
        rows = 0
        try:
            for job in jobs:
                files.append(self._file(job))
                rows += len(files[-1].rows)
                if time.monotonic() - began >= _SLICE_SECONDS or rows >= _SLICE_ROWS:
                    break
        except Cancelled:
            pass
        except InputFolderError:
            return Answer(tuple(files), refusal=Reply("it no longer sees the folder"))
        except TumorViewError as error:
            return Answer(tuple(files), ended=failure_of(error))
        return Answer(tuple(files))

    def _opened(self, setup: Setup, threads: int, stack: ExitStack) -> FileScanner:
        if setup.version != __version__:
            raise RefusedError(f"it runs TumorView {__version__}, not {setup.version}")
        bundle = load_bundle(setup.model_id)
        _require_same_model(bundle, setup)
        use_limits(Limits(*setup.limits))
        options = _options(setup)
        pseudonyms = None
        if options.pseudonym_key is not None:
            pseudonyms = Pseudonyms(read_key(options.pseudonym_key))
        report = CsvReport([label.id for label in bundle.manifest.class_labels], pseudonyms)
        if recipe_of(options, bundle, report) != setup.recipe:
            what = "holds another key" if pseudonyms is not None else "makes other rows"
            raise RefusedError(f"it {what} than the scan was started with")
        source = SourceFolder(self._folder)
        stack.enter_context(opencv_on_one_thread())
        engine = stack.enter_context(closing(open_engine(bundle, options.engine, threads=1)))
        _, predict = workers_and_predict(options, bundle, engine, stack)
        return FileScanner(
            source=source,
            bundle=bundle,
            predict=predict,
            report=report,
            journal=self._known,
            recipe=setup.recipe,
            retry_failed=setup.retry_failed,
            heatmaps=heatmap_style(options),
            token=self._token,
            helpers=Helpers(threads - 1),
            attendants=stack.enter_context(Attendants()),
        )

    def _file(self, job: Job) -> FileAnswer:
        path = path_of_key(job.key, self._folder)
        rows: list[Row] = []
        with self._known.while_done(job):
            for result in self._scanner(path):
                if isinstance(result, FileEnd):
                    return self._answer(job, result, tuple(rows))
                rows.append(_row(result))
        raise AssertionError("a file ends with FileEnd")

    def _answer(self, job: Job, end: FileEnd, rows: tuple[Row, ...]) -> FileAnswer:
        record = end.record
        return FileAnswer(
            number=job.number,
            sha256=record.sha256,
            same=end.skipped,
            seen=bool(record.sha256) or self.sees(job.key),
            frames=record.frames,
            failed=record.failed,
            passing=record.passing,
            size=record.size,
            modified_ns=record.modified_ns,
            rows=rows,
        )


class _Known:
    """The hashes that came with the jobs, as the records of an earlier scan."""

    def __init__(self, recipe: str) -> None:
        self._recipe = recipe
        self._hashes: dict[bytes, str] = {}

    def find(self, path: bytes) -> FileRecord | None:
        """See `services.scan_worker.EarlierRecords`; only those that hold are sent."""
        sha256 = self._hashes.get(path)
        return FileRecord(sha256, self._recipe, 0, 0) if sha256 else None

    def while_done(self, job: Job) -> ExitStack:
        """Know the job's hash within this context."""
        stack = ExitStack()
        self._hashes[job.key] = job.earlier_sha256
        stack.callback(self._hashes.pop, job.key, None)
        return stack


def _options(setup: Setup) -> ScanOptions:
    def path(raw: bytes | None) -> Path | None:
        return None if raw is None else Path(os.fsdecode(raw))

    folder = Path(os.fsdecode(setup.folder))
    return ScanOptions(
        folder,
        csv_path=folder,  # the coordinator's business: nothing is written there from here
        heatmap_dir=path(setup.heatmap_dir),
        model_id=setup.model_id,
        engine=EngineChoice(setup.engine),
        color_map=setup.color_map,
        opacity=setup.opacity,
        parametric_maps=setup.parametric_maps,
        retry_failed=setup.retry_failed,
        pseudonym_key=path(setup.pseudonym_key),
    )


def _require_same_model(bundle: ModelBundle, setup: Setup) -> None:
    """The same hash of the manifest: it covers weights, preprocessing and calibration."""
    if bundle.manifest_sha256 == setup.manifest_sha256:
        return
    if bundle.model_sha256 != setup.model_sha256:
        raise RefusedError(
            f"its model {setup.model_id!r} is another one (SHA-256 {bundle.model_sha256[:12]}..., "
            f"not {setup.model_sha256[:12]}...)"
        )
    raise RefusedError(f"its model {setup.model_id!r} has another manifest")


def _row(row: FrameRow) -> Row:
    failure: Failure | None = None
    error = row.facts.error
    if error is not None and not isinstance(error, IndexFileError):
        failure = failure_of(error)
    kept = None if row.slice is None else Slice(row.slice.study, row.slice.series, row.slice.facts)
    return Row(row.cells, row.facts.item.source.frame_number, failure, kept)
