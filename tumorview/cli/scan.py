"""``tumorview scan``: a folder into a CSV table."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.interrupt import cancel_on_signals
from tumorview.cli.output import print_error, print_line, shown
from tumorview.cli.parser import Options
from tumorview.domain.events import (
    ClusterNotice,
    ItemDone,
    ItemDoneElsewhere,
    ItemFailed,
    Outcome,
    ScanFinished,
    ScanStarted,
)
from tumorview.inference.engines.select import EngineChoice
from tumorview.reporting.run_report import html_path
from tumorview.services.pseudonym_key import make_key
from tumorview.services.scan import ScanOptions, scan_folder

if TYPE_CHECKING:
    from tqdm import tqdm

_SECONDS_BETWEEN_LINES = 2.0


class _Progress(Protocol):
    def start(self, total: int, done: int) -> None: ...

    def advance(self, done: int, failed: int) -> None: ...

    def message(self, text: str) -> None: ...

    def close(self) -> None: ...


def run(options: Options) -> int:
    """Scan with a progress bar on a terminal and plain lines elsewhere."""
    request = _request(options)
    make_key_if_asked(options)
    finished: ScanFinished | None = None
    failed = 0
    with ExitStack() as stack:
        token, exit_code = stack.enter_context(cancel_on_signals())
        progress: _Progress = _Bar() if sys.stderr.isatty() else _Lines()
        stack.callback(progress.close)
        for event in scan_folder(request, token):
            match event:
                case ScanStarted(total_files=total, already_done=done):
                    progress.start(total, done)
                case ItemDone(files_done=done) | ItemDoneElsewhere(files_done=done):
                    progress.advance(done, failed)
                case ClusterNotice(sentence=sentence):
                    progress.message(sentence)
                case ItemFailed(files_done=done):
                    failed += 1
                    progress.message(failure_line(event, request.folder))
                    progress.advance(done, failed)
                case ScanFinished():
                    finished = event
    assert finished is not None
    return _conclude(finished, exit_code())


def _request(options: Options) -> ScanOptions:
    assert options.csv is not None
    request = ScanOptions(
        folder=options.paths[0],
        csv_path=options.csv,
        resume=options.resume or options.retry_failed,
        heatmap_dir=options.heatmaps,
        parametric_maps=options.parametric_maps,
        model_id=options.model,
        engine=EngineChoice(options.engine),
        workers=options.workers,
        retry_failed=options.retry_failed,
        pseudonym_key=options.pseudonyms,
        parquet_path=options.parquet,
        cluster=options.cluster,
    )
    if options.cluster is None:
        return request
    # The workers stand in other folders.
    return replace(
        request,
        folder=request.folder.absolute(),
        heatmap_dir=request.heatmap_dir and request.heatmap_dir.absolute(),
        pseudonym_key=request.pseudonym_key and request.pseudonym_key.absolute(),
    )


def failure_line(event: ItemFailed, folder: Path) -> str:
    """Which file of `folder` failed and why, on one line."""
    source = event.item.source
    place = shown(source.path.relative_to(folder))
    if source.frame_number > 1:
        place += f" frame {source.frame_number}"
    return f"{place}: {event.error.sentence(with_path=False)}"


def say_pictures_only(finished: ScanFinished) -> None:
    """Say that some heatmaps could not be parametric maps, and where it stands why."""
    if finished.pictures_only:
        print(
            f"{finished.pictures_only} heatmaps are pictures only, without a DICOM parametric map; "
            f"{shown(html_path(finished.csv_path))} says why.",
            file=sys.stderr,
        )


def make_key_if_asked(options: Options) -> None:
    """Make the key file of ``--make-key``. Raises `PseudonymKeyError`."""
    if options.make_key:
        assert options.pseudonyms is not None
        make_key(options.pseudonyms)
        print(
            f"A new key is in {shown(options.pseudonyms)}. Keep it: without it no pseudonym leads "
            "back to its patient.",
            file=sys.stderr,
        )


def _conclude(finished: ScanFinished, interrupted: ExitCode) -> int:
    if finished.outcome is Outcome.FAILED:
        assert finished.error is not None
        raise finished.error
    csv_path = shown(finished.csv_path)
    print_line(
        f"{finished.analysed} analysed, {finished.failed} failed, "
        f"{finished.seconds:.1f} s. Table: {csv_path}"
    )
    say_pictures_only(finished)
    if finished.outcome is Outcome.CANCELLED:
        print_error("Cancelled. The table holds what was finished; go on with --resume.")
        return interrupted
    if finished.analysed == 0:
        print_error("nothing readable was found; the table says why.")
        return ExitCode.NOTHING_READABLE
    return ExitCode.PARTIAL if finished.failed else ExitCode.DONE


class _Bar:
    """A progress bar on standard error."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None

    def start(self, total: int, done: int) -> None:
        from tqdm import tqdm  # noqa: PLC0415 - only on a terminal

        # Its watcher thread would outlive the scan.
        tqdm.monitor_interval = 0
        # Some terminals say that they have 0 columns and rows, and then nothing would be drawn.
        known = os.get_terminal_size(sys.stderr.fileno()).columns > 0
        self._bar = tqdm(
            total=total,
            initial=done,
            unit=" files",
            ncols=None if known else 80,
            nrows=None if known else 24,
            dynamic_ncols=known,
            file=sys.stderr,
            leave=False,
        )

    def advance(self, done: int, failed: int) -> None:
        assert self._bar is not None
        if failed:
            self._bar.set_postfix(failed=failed, refresh=False)
        self._bar.update(done - self._bar.n)

    def message(self, text: str) -> None:
        assert self._bar is not None
        self._bar.write(text, file=sys.stderr)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


class _Lines:
    """Lines on standard error, a few a minute, for pipes and logs."""

    def __init__(self) -> None:
        self._total = 0
        self._next = 0.0

    def start(self, total: int, done: int) -> None:
        self._total = total
        self._next = time.monotonic() + _SECONDS_BETWEEN_LINES
        earlier = f", {done} of them done earlier" if done else ""
        self.message(f"{total} files{earlier}")

    def advance(self, done: int, failed: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _SECONDS_BETWEEN_LINES
            self.message(f"{done}/{self._total} files, {failed} failed")

    def message(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def close(self) -> None:
        pass
