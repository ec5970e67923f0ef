"""``tumorview watch``: what arrives in a folder into a CSV table, until it is told to stop."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack

from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.interrupt import cancel_on_signals
from tumorview.cli.output import print_line, shown
from tumorview.cli.parser import Options
from tumorview.cli.scan import failure_line, make_key_if_asked, say_pictures_only
from tumorview.domain.events import ItemDone, ItemFailed, Outcome, ScanFinished
from tumorview.domain.watching import FolderFound, FolderLost, WatchStarted
from tumorview.inference.engines.select import EngineChoice
from tumorview.services.scan_options import ScanOptions
from tumorview.services.watch import WatchOptions, watch_folder

_SECONDS_BETWEEN_LINES = 2.0


def run(options: Options) -> int:
    """Watch until Ctrl+C or SIGTERM, which end it well: their exit code is that of the results."""
    assert options.csv is not None
    request = WatchOptions(
        ScanOptions(
            folder=options.paths[0],
            csv_path=options.csv,
            resume=True,
            heatmap_dir=options.heatmaps,
            parametric_maps=options.parametric_maps,
            model_id=options.model,
            engine=EngineChoice(options.engine),
            workers=options.workers,
            pseudonym_key=options.pseudonyms,
        ),
        settle_seconds=options.settle,
        poll_seconds=options.poll,
    )
    make_key_if_asked(options)
    folder = request.scan.folder
    finished: ScanFinished | None = None
    said = 0.0
    with ExitStack() as stack:
        token, _ = stack.enter_context(cancel_on_signals())
        for event in watch_folder(request, token):
            match event:
                case WatchStarted(known_files=known):
                    _say(f"watching {shown(folder)}; {known} files are known. Ctrl+C ends it")
                case ItemDone(files_done=done):
                    if time.monotonic() >= said + _SECONDS_BETWEEN_LINES:
                        said = time.monotonic()
                        _say(f"{done} files analysed since the start")
                case ItemFailed():
                    _say(failure_line(event, folder))
                case FolderLost():
                    _say(f"{shown(folder)} cannot be listed any more; waiting for it")
                case FolderFound():
                    _say(f"{shown(folder)} is back")
                case ScanFinished():
                    finished = event
    assert finished is not None
    return _conclude(finished)


def _conclude(finished: ScanFinished) -> int:
    if finished.outcome is Outcome.FAILED:
        assert finished.error is not None
        raise finished.error
    print_line(
        f"{finished.analysed} analysed, {finished.failed} failed, "
        f"{finished.seconds:.1f} s. Table: {shown(finished.csv_path)}"
    )
    say_pictures_only(finished)
    return ExitCode.PARTIAL if finished.failed else ExitCode.DONE


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
