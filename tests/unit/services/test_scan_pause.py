"""A scan that is paused, and its results read while it runs."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import make_series
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, Outcome, ScanEvent, ScanFinished, ScanStarted
from tumorview.services.result_query import ResultQuery
from tumorview.services.result_rows import RowState
from tumorview.services.result_source import ResultSource
from tumorview.services.result_view import ResultView
from tumorview.services.scan import ScanOptions, scan_folder

FILES = 60
_QUIET_SECONDS = 0.5


class Running:
    """A scan on a thread; its events are taken as they come."""

    def __init__(self, options: ScanOptions) -> None:
        self.token = CancelToken()
        self.source = ResultSource(options.csv_path)
        self.events: list[ScanEvent] = []
        self._options = options
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        for event in scan_folder(self._options, self.token, self.source):
            self.events.append(event)
            if isinstance(event, ItemDone):
                time.sleep(0.005)

    def wait_for(self, count: int) -> None:
        while len(self.events) < count:
            assert self.thread.is_alive()
            time.sleep(0.005)

    def wait_until_quiet(self) -> int:
        """Let what is in hand come out; how many events there are then."""
        seen, since = len(self.events), time.monotonic()
        while time.monotonic() - since < _QUIET_SECONDS:
            time.sleep(0.02)
            if len(self.events) != seen:
                seen, since = len(self.events), time.monotonic()
        return seen

    def end(self) -> ScanFinished:
        self.thread.join(60)
        last = self.events[-1]
        assert isinstance(last, ScanFinished)
        return last


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Running:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    folder = make_series(tmp_path / "in", FILES)
    return Running(ScanOptions(folder, tmp_path / "out.csv", workers=1))


def test_a_paused_scan_takes_no_file_and_goes_on_where_it_was(running: Running) -> None:
    running.thread.start()
    running.wait_for(5)
    running.token.pause()
    seen = running.wait_until_quiet()
    assert seen < FILES, "it has to be caught in the middle"
    assert running.thread.is_alive()

    running.token.resume()

    assert running.end().outcome is Outcome.DONE
    answered = [event for event in running.events if isinstance(event, ItemDone)]
    assert [event.files_done for event in answered] == list(range(1, FILES + 1))


def test_a_paused_scan_can_be_stopped_and_resumed_from_its_journal(
    running: Running, tmp_path: Path
) -> None:
    running.thread.start()
    running.wait_for(5)
    running.token.pause()
    running.wait_until_quiet()
    running.token.cancel()
    stopped = running.end()
    assert stopped.outcome is Outcome.CANCELLED
    assert 0 < stopped.analysed < FILES
    assert (tmp_path / "out.csv").exists()

    options = ScanOptions(tmp_path / "in", tmp_path / "out.csv", resume=True)
    events = list(scan_folder(options, CancelToken()))

    assert isinstance(events[0], ScanStarted)
    assert events[0].already_done == stopped.analysed
    assert isinstance(events[-1], ScanFinished)
    assert events[-1].analysed == FILES


def test_the_rows_of_a_scan_can_be_read_while_it_runs_and_when_it_has_ended(
    running: Running,
) -> None:
    running.thread.start()
    running.wait_for(5)
    running.token.pause()
    running.wait_until_quiet()
    view, token = ResultView(running.source), CancelToken()
    halfway = view.arrange(ResultQuery(), token)
    assert 3 <= halfway.counts.states[RowState.DONE] < FILES

    running.token.resume()
    running.end()

    whole = view.refresh(token)
    assert whole is not None
    assert whole.counts.states == {RowState.DONE: FILES, RowState.REFUSED: 0, RowState.FAILED: 0}
    assert whole.order[: len(halfway.order)].tolist() == halfway.order.tolist()
    rows = view.rows(whole.order.tolist(), token)
    files = sorted(path.name for path in running._options.folder.iterdir())
    assert [row.file for row in sorted(rows, key=lambda row: row.id)] == files
    running.source.close()
