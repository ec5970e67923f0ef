"""Files of a scan, done by the workers of a cluster: their rows in the order of the listing.

This machine keeps listing, journal and table, so there is one writer and nothing is there twice.
Workers get the names of files and answer with rows; what they answer is checked here.
"""

from __future__ import annotations

import os
import secrets
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from tumorview import __version__
from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.events import ClusterNotice
from tumorview.imaging.limits import limits
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.csv_report import CsvReport
from tumorview.services.cluster.batches import GIVEN_UP, Batches, Returned, Task, blamed
from tumorview.services.cluster.checks import AnswerChecks
from tumorview.services.cluster.connection import Connection, is_in_the_clear
from tumorview.services.cluster.crew import Crew
from tumorview.services.cluster.wire import (
    Answer,
    FileAnswer,
    InvalidMessageError,
    Job,
    Reply,
    Setup,
    error_of,
    opened,
)
from tumorview.services.errors import WorkerLostError
from tumorview.services.journal_records import FileRecord
from tumorview.services.scan_options import ScanOptions
from tumorview.services.scan_places import SourceFolder
from tumorview.services.scan_worker import (
    EarlierRecords,
    FileEnd,
    FrameRow,
    RemoteRow,
    content_sha256,
    journal_key,
    path_of_key,
    row_facts,
    whole_file,
)

_NAP_SECONDS = 0.02
_FILES_AHEAD = 256
"""How far ahead of the oldest unfinished file one may begin, times the threads of all workers."""

_ROWS_WAITING = 50_000
"""While so many rows wait for the oldest file nothing new is begun."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a scan's rows are made with on this side; the fields are those of `ScanSession`."""

    options: ScanOptions
    bundle: ModelBundle
    report: CsvReport
    recipe: str
    attendants: Attendants
    earlier: EarlierRecords | None


Result = FrameRow | RemoteRow | FileEnd | ClusterNotice


class ClusterWork:
    """Does files on a cluster; see the module.

    Parameters
    ----------
    connection
        The scheduler.
    place
        The scan.
    source
        The scanned folder; when it has gone here too, the scan ends.
    files
        Taken one by one, as the workers have room.
    """

    def __init__(
        self, connection: Connection, place: Place, source: SourceFolder, files: Iterable[Path]
    ) -> None:
        self._place = place
        self._source = source
        self._files = iter(files)
        self._exhausted = False
        self._next = 0
        self._oldest = 0
        self._done: dict[int, tuple[Result, ...]] = {}
        self._rows_waiting = 0
        self._connection = connection
        self._token = CancelToken()
        setup = _setup(place)
        self._checks = AnswerChecks(place.report, place.bundle)
        self._crew = Crew(connection, setup)
        self._batches = Batches(connection, self._crew, setup, self._next_job)

    def results(self, token: CancelToken) -> Generator[Result, None, None]:
        """All results in order, and what happens to the workers meanwhile.

        Raises
        ------
        Cancelled
            Soon after the token was set.
        ClusterUnreachableError, ClusterWorkersError
            The scheduler has gone, or no worker can take part.
        OutputError, InputFolderError
            As in a scan on this machine.
        """
        self._token = token
        if is_in_the_clear(self._connection.address):
            yield ClusterNotice(
                "What goes to the cluster and back is not encrypted, patients' data neither; "
                "tls:// would be."
            )
        try:
            while not self._is_finished():
                token.raise_if_cancelled()
                yield from self._crew.look()
                self._batches.give_out()
                returned = list(self._batches.returned())
                for one in returned:
                    yield from self._take(one)
                yield from self._oldest_results(token)
                if not returned:
                    time.sleep(_NAP_SECONDS)
        finally:
            self._batches.stop()
            self._crew.stop()

    def _is_finished(self) -> bool:
        if not self._exhausted and self._next == self._oldest:
            # Nothing is under way: see whether there is anything left at all.
            job = self._next_job()
            if job is not None:
                self._batches.give_back([Task(job)])
        return self._exhausted and self._next == self._oldest and self._batches.is_empty

    def _next_job(self) -> Job | None:
        ahead = self._next - self._oldest
        is_far = ahead >= _FILES_AHEAD * max(1, self._crew.threads)
        if self._exhausted or is_far or self._rows_waiting >= _ROWS_WAITING:
            return None
        path = next(self._files, None)
        if path is None:
            self._exhausted = True
            return None
        key = journal_key(path, self._source.path)
        if self._crew.probe is None:
            self._crew.probe = key
        earlier = self._earlier(key)
        job = Job(self._next, key, "" if earlier is None else earlier.sha256)
        self._next += 1
        return job

    def _earlier(self, key: bytes) -> FileRecord | None:
        """What the journal knows of a file that need not be done again if it has not changed."""
        if self._place.earlier is None:
            return None
        found = self._place.earlier.find(key)
        retry = self._place.options.retry_failed
        if found is None or not found.holds(self._place.recipe, retry_failed=retry):
            return None
        return found

    def _take(self, returned: Returned) -> Iterator[ClusterNotice]:
        tasks = {task.job.number: task for task in returned.batch.tasks}
        address = returned.batch.address
        if returned.was_lost:
            for task in map(blamed, tasks.values()):
                if task.losses >= GIVEN_UP:
                    self._keep(task.job.number, self._lost_with_its_workers(task))
                else:
                    self._batches.give_back([task])
            return
        refusal: Reply | None = None
        if returned.error is not None:
            refusal = Reply(f"it could not do its files ({type(returned.error).__name__})")
        elif returned.content is not None:
            try:
                refusal = self._accept(opened(returned.content, Answer), tasks)
            except InvalidMessageError as error:
                refusal = Reply(f"its answer cannot be used: {error}")
        self._batches.give_back(tasks.values())
        if refusal is not None:
            self._require_source()
            yield self._crew.refuse(address, refusal)

    def _accept(self, answer: Answer, tasks: dict[int, Task]) -> Reply | None:
        """Keep what was done and take it out of `tasks`; why the worker is to be refused, if so.

        Raises
        ------
        InvalidMessageError
            The answer is not one to what was asked.
        TumorViewError
            What ends the whole scan.
        """
        for file in answer.files:
            if file.number not in tasks:
                raise InvalidMessageError("it is about a file that was not asked for")
            job = tasks[file.number].job
            path = path_of_key(job.key, self._source.path)
            if not file.seen and self._see(path):
                self._crew.probe = job.key
                return Reply("it does not see a file that is there")
            results = self._same(job, file) if file.same else self._new(path, file)
            self._keep(file.number, results)
            del tasks[file.number]
        if answer.ended is not None:
            raise error_of(answer.ended)
        if not answer.files and answer.refusal is None:
            raise InvalidMessageError("it has done nothing")
        return answer.refusal

    def _same(self, job: Job, file: FileAnswer) -> tuple[Result, ...]:
        earlier = self._earlier(job.key)
        if earlier is None or earlier.sha256 != file.sha256 or file.rows:
            raise InvalidMessageError("it says of a new file that it is known")
        record = replace(earlier, size=file.size, modified_ns=file.modified_ns)
        return (FileEnd(path_of_key(job.key, self._source.path), record, skipped=True),)

    def _new(self, path: Path, file: FileAnswer) -> tuple[Result, ...]:
        rows = self._checks.rows(path, self._source.path, file)
        record = FileRecord(
            file.sha256,
            self._place.recipe,
            file.frames,
            file.failed,
            file.passing,
            file.size,
            file.modified_ns,
        )
        return (*rows, FileEnd(path, record, skipped=False))

    def _lost_with_its_workers(self, task: Task) -> tuple[Result, ...]:
        """The row of a file that ended every worker it was given to."""
        path = path_of_key(task.job.key, self._source.path)
        try:
            sha256 = self._place.attendants.call(
                lambda alive: content_sha256(path, alive), token=self._token
            )
        except TimeoutError:
            sha256 = ""
        error = WorkerLostError(
            f"{task.losses} workers of the cluster ended, one after the other, that were given it",
            path=path,
        )
        item = whole_file(path, sha256)
        facts = row_facts(item, self._source.path, self._place.bundle, error=error)
        row = FrameRow(facts, self._place.report.row(facts))
        record = FileRecord(sha256, self._place.recipe, 1, 1)
        return row, FileEnd(path, record, skipped=False)

    def _keep(self, number: int, results: tuple[Result, ...]) -> None:
        self._done[number] = results
        self._rows_waiting += len(results)

    def _oldest_results(self, token: CancelToken) -> Iterator[Result]:
        while (results := self._done.pop(self._oldest, None)) is not None:
            self._rows_waiting -= len(results)
            self._oldest += 1
            waiting = deque(results)
            while waiting:
                token.raise_if_cancelled()
                yield waiting.popleft()

    def _see(self, path: Path) -> bool:
        try:
            return self._place.attendants.call(
                lambda _alive: os.path.lexists(path), token=self._token
            )
        except TimeoutError:
            return False

    def _require_source(self) -> None:
        """A worker that does not see the folder is not at fault when nobody sees it."""
        with suppress(TimeoutError):
            self._place.attendants.call(
                lambda _alive: self._source.require_present(), token=self._token
            )


def _setup(place: Place) -> Setup:
    options = place.options

    def raw(path: Path | None) -> bytes | None:
        return None if path is None else os.fsencode(path)

    return Setup(
        scan=secrets.token_hex(6),
        version=__version__,
        folder=os.fsencode(options.folder),
        model_id=place.bundle.manifest.id,
        manifest_sha256=place.bundle.manifest_sha256,
        model_sha256=place.bundle.model_sha256,
        recipe=place.recipe,
        engine=str(options.engine),
        retry_failed=options.retry_failed,
        heatmap_dir=raw(options.heatmap_dir),
        color_map=options.color_map,
        opacity=options.opacity,
        parametric_maps=options.parametric_maps,
        pseudonym_key=raw(options.pseudonym_key),
        limits=astuple(limits()),
    )
