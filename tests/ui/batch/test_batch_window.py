from __future__ import annotations

import csv
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.model_factory import make_model
from tests.stepped_scan import SteppedScan
from tests.ui.models import write_frames
from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome, ScanEvent, ScanFinished, ScanStarted
from tumorview.services.result_rows import RowState
from tumorview.services.result_source import ResultSource
from tumorview.services.scan_queue import ScanState, ScanWish
from tumorview.ui.batch.dialog import BatchDialog
from tumorview.ui.batch.worker import ScanFunction, ScanRunner, scan_with_service

MakeDialog = Callable[[ScanFunction], BatchDialog]


def begin(dialog: BatchDialog, folder: Path, csv_name: str = "out.csv") -> int:
    """Put a scan of `folder` into the queue; its number."""
    folder.mkdir(exist_ok=True)
    dialog.set_folder(folder)
    dialog.form_page.form.set_csv(folder / csv_name)
    dialog.start()
    return dialog.runner.queue.last_number


def files_shown(qtbot: QtBot, dialog: BatchDialog) -> list[str]:
    """The column of files, once all its rows are there."""
    model = dialog.results.model
    lines = range(model.rowCount())
    for line in lines:
        model.index(line, 0).data()
    qtbot.waitUntil(lambda: all(model.row(line) is not None for line in lines))
    return [str(model.index(line, 0).data()) for line in lines]


def states(dialog: BatchDialog) -> list[str]:
    return [scan.state.value for scan in dialog.runner.queue.scans]


def test_a_folder_with_good_and_bad_files_is_scanned_to_csv(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    folder = tmp_path / "images"
    frames = write_frames(folder, 3)
    (folder / "empty.dcm").touch()
    (folder / "notes.txt").write_text("not an image")
    (folder / "cut.dcm").write_bytes(frames[0].path.read_bytes()[:-1000])
    dialog = make_dialog(scan_with_service)
    dialog.set_folder(folder)

    dialog.form_page.start_button.click()
    assert dialog.is_running
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=60_000)

    panel = dialog.results
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6)
    with (folder / "tumorview.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["status"] for row in csv.DictReader(stream)].count("failed") == 3
    assert panel.filters.buttons[RowState.FAILED].text() == "Failed 3"
    panel.filters.buttons[RowState.FAILED].click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert sorted(files_shown(qtbot, dialog)) == ["cut.dcm", "empty.dcm", "notes.txt"]
    assert "3 images analysed, 3 failed" in panel.summary.text()


def test_the_window_shows_how_far_the_scan_is_and_runs_it_on_another_thread(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(4)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(3)
    card = dialog.results.progress
    qtbot.waitUntil(lambda: card.text.text() == "3 of 4 files")
    assert card.bar.value() == 3
    assert card.rate.text() == "— files/s · — left"
    qtbot.waitUntil(lambda: dialog.results.model.rowCount() == 3)
    scan.steps.release()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert card.text.text() == "All 4 files done"
    assert "4 images analysed, none failed" in dialog.results.summary.text()
    assert threading.get_ident() not in scan.threads
    qtbot.waitUntil(lambda: dialog.results.model.rowCount() == 4)


def test_rows_appear_while_the_scan_runs_without_moving_what_is_chosen(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(5)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(3)
    panel = dialog.results
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    resets: list[None] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    panel.table.selectRow(1)

    scan.steps.release(2)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5)

    assert resets == []
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [1]
    assert files_shown(qtbot, dialog) == [f"{number}.dcm" for number in range(1, 6)]


def test_scans_run_one_after_the_other_in_the_order_of_the_list(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(1)
    dialog = make_dialog(scan)
    for name in ("a", "b", "c"):
        begin(dialog, tmp_path / name)
    assert states(dialog) == ["running", "waiting", "waiting"]
    assert dialog.form_page.start_button.text() == "Add to the queue"
    panel = dialog.queue_panel
    panel.choose(3)
    panel.up_button.click()
    scan.steps.release(3)
    qtbot.waitUntil(lambda: states(dialog) == ["done"] * 3)
    assert [wish.folder.name for wish in scan.wishes] == ["a", "c", "b"]
    assert panel.number == 3, "the chosen scan stays chosen where it goes"
    texts = [panel.model.index(line).data() for line in range(3)]
    assert texts[1] == "c\nDone: 1 analysed"


def test_a_scan_that_fails_says_why_and_the_next_one_begins(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog(scan_with_service)
    dialog.set_folder(tmp_path / "nowhere")
    dialog.form_page.form.set_csv(tmp_path / "one.csv")
    dialog.start()
    dialog.set_folder(tmp_path / "nowhere else")
    dialog.form_page.form.set_csv(tmp_path / "two.csv")
    dialog.start()
    qtbot.waitUntil(lambda: states(dialog) == ["failed", "failed"])

    dialog.queue_panel.choose(1)
    assert "nowhere: there is no such folder" in dialog.results.summary.text()
    assert dialog.results.summary.property("severity") == "danger"


def test_a_waiting_scan_can_be_taken_out_and_a_running_one_cannot(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(1)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    begin(dialog, tmp_path / "b")
    panel = dialog.queue_panel
    panel.choose(1)
    assert not panel.remove_button.isEnabled()
    panel.choose(2)
    panel.remove_button.click()
    assert states(dialog) == ["running"]
    assert panel.number == 1
    assert dialog.results.number == 1


def test_a_scan_can_be_paused_and_goes_on_and_nothing_else_begins_meanwhile(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(4)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    begin(dialog, tmp_path / "b")
    dialog.queue_panel.choose(1)
    scan.steps.release(2)
    card = dialog.results.progress
    qtbot.waitUntil(lambda: card.text.text() == "2 of 4 files")

    card.pause_button.click()
    scan.steps.release(2)
    assert card.text.text() == "Paused at 2 of 4 files"
    assert card.resume_button.isVisible()
    assert not card.pause_button.isVisible()
    qtbot.wait(200)
    assert scan.taken == 2
    assert states(dialog) == ["paused", "waiting"]

    card.resume_button.click()
    qtbot.waitUntil(lambda: states(dialog) == ["done", "running"])
    assert scan.taken == 4


def test_a_stopped_scan_goes_on_from_its_journal(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(100)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(5)
    card = dialog.results.progress
    qtbot.waitUntil(lambda: card.text.text() == "5 of 100 files")

    card.stop_button.click()
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert card.text.text() == "Stopped after 5 of 100 files"
    qtbot.waitUntil(lambda: dialog.results.model.rowCount() == 5)
    card.resume_button.click()
    qtbot.waitUntil(lambda: len(scan.wishes) == 2)

    assert [wish.resume for wish in scan.wishes] == [False, True]
    assert not scan.wishes[1].retry_failed


def test_failures_are_done_again_on_request_in_their_lines(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(3, fails=frozenset({2}))
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(3)
    panel = dialog.results
    qtbot.waitUntil(lambda: panel.filters.buttons[RowState.FAILED].text() == "Failed 1")
    qtbot.waitUntil(panel.progress.retry_button.isVisible)
    assert files_shown(qtbot, dialog) == ["1.dcm", "2.dcm", "3.dcm"]

    panel.progress.retry_button.click()
    scan.steps.release(3)
    qtbot.waitUntil(lambda: panel.filters.buttons[RowState.FAILED].text() == "Failed 0")

    assert scan.wishes[1].resume
    assert scan.wishes[1].retry_failed
    assert files_shown(qtbot, dialog) == ["1.dcm", "2.dcm", "3.dcm"]
    row = panel.model.row(1)
    assert row is not None
    assert row.state is RowState.DONE


def test_the_filters_narrow_what_is_shown(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(12, fails=frozenset({2, 11}))
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(12)
    panel = dialog.results
    qtbot.waitUntil(lambda: panel.model.rowCount() == 12)
    filters = panel.filters

    QTest.keyClicks(filters.text, "1")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 4)
    assert files_shown(qtbot, dialog) == ["1.dcm", "10.dcm", "11.dcm", "12.dcm"]
    filters.predicted.setCurrentIndex(filters.predicted.findData("Glioma"))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert filters.predicted.currentText() == "Glioma (10)"
    filters.text.clear()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 10)

    begin(dialog, tmp_path / "b")
    dialog.queue_panel.choose(1)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 12)
    assert filters.predicted.currentData() is None


def test_what_waited_at_the_end_is_offered_again_and_does_not_begin_by_itself(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    first = make_dialog(SteppedScan(3))
    begin(first, tmp_path / "a")
    begin(first, tmp_path / "b")
    assert first.shutdown()

    scan = SteppedScan(1)
    dialog = make_dialog(scan)
    panel = dialog.queue_panel
    assert states(dialog) == ["stopped", "waiting"]
    assert panel.model.index(0).data().startswith("a\nBroken off")
    assert panel.go_button.isVisible()
    assert scan.wishes == []

    panel.go_button.click()
    scan.steps.release()
    qtbot.waitUntil(lambda: states(dialog) == ["stopped", "done"])
    assert not panel.go_button.isVisible()
    panel.choose(1)
    dialog.results.progress.resume_button.click()
    scan.steps.release()
    qtbot.waitUntil(lambda: states(dialog) == ["done", "done"])
    assert scan.wishes[1].resume


def test_two_windows_of_the_application_do_not_share_a_queue(
    make_dialog: MakeDialog, tmp_path: Path
) -> None:
    first = make_dialog(SteppedScan(1))
    begin(first, tmp_path / "a")
    second = make_dialog(SteppedScan(1))
    assert states(second) == []
    assert states(first) == ["running"]


def test_a_second_scan_to_the_same_table_is_pointed_out(
    make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog(SteppedScan(1))
    begin(dialog, tmp_path / "a")
    dialog.show_form()
    form = dialog.form_page.form
    form.set_folder(tmp_path / "b")
    form.set_csv(tmp_path / "a" / "out.csv")
    assert "The scan of a in the queue writes to this CSV too" in form._note.text()
    form.set_csv(tmp_path / "other.csv")
    assert form._note.text() == ""


def test_closing_while_running_asks_first(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(3)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    begin(dialog, tmp_path / "b")

    dialog.close()
    assert dialog.isVisible()
    assert not dialog._confirmation.isHidden()
    dialog._keep_running.click()
    assert dialog._confirmation.isHidden()
    assert dialog.is_running

    dialog.reject()
    dialog._stop_and_close.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert states(dialog) == ["stopped", "waiting"]


def test_a_scan_can_go_on_while_its_window_is_closed(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(2)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    dialog.close()
    dialog._hide.click()
    assert not dialog.isVisible()
    assert dialog.is_running
    scan.steps.release(2)
    qtbot.waitUntil(lambda: states(dialog) == ["done"])


def test_at_the_end_of_the_application_a_scan_cannot_go_on_unseen(
    make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog(SteppedScan(2))
    assert dialog.ask_to_stop()
    begin(dialog, tmp_path / "a")
    assert not dialog.ask_to_stop()
    assert not dialog._hide.isVisible()
    assert dialog._stop_and_close.isVisible()


def test_a_window_that_was_closed_by_stopping_can_be_used_again(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(2)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    dialog.close()
    dialog._stop_and_close.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())

    dialog.show()
    begin(dialog, tmp_path / "b")
    scan.steps.release(1)
    qtbot.waitUntil(lambda: dialog.results.model.rowCount() == 1)
    dialog.close()

    assert dialog.isVisible()
    assert dialog._confirmation.isVisible()


def test_shutting_down_while_running_leaves_no_thread(
    make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog(SteppedScan(3))
    begin(dialog, tmp_path / "a")

    assert dialog.shutdown()

    assert not [t for t in threading.enumerate() if t.name.startswith("scan")]


def test_activating_a_line_asks_to_open_the_image(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(2)
    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    scan.steps.release(2)
    qtbot.waitUntil(lambda: dialog.results.model.rowCount() == 2)
    files_shown(qtbot, dialog)

    with qtbot.waitSignal(dialog.open_requested) as heard:
        dialog.results.table.activated.emit(dialog.results.model.index(1, 0))

    assert heard.args == [tmp_path / "a" / "2.dcm", 1]


@pytest.mark.allow_log("Unexpected RuntimeError")
def test_a_scan_that_breaks_its_promise_does_not_hang_the_window(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    def scan(wish: ScanWish, _token: CancelToken, _source: ResultSource) -> Iterator[ScanEvent]:
        yield ScanStarted(wish.folder, 3, 0)
        raise RuntimeError

    dialog = make_dialog(scan)
    begin(dialog, tmp_path / "a")
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert "(RuntimeError)" in dialog.results.summary.text()


def test_many_images_reach_the_window_in_few_handfuls(qtbot: QtBot, tmp_path: Path) -> None:
    scan = SteppedScan(300)
    scan.steps.release(300)
    runner = ScanRunner(scan)
    told: list[int] = []
    runner.progressed.connect(told.append)
    with qtbot.waitSignal(runner.finished, timeout=60_000):
        runner.start(ScanWish(tmp_path, tmp_path / "out.csv"), ResultSource(tmp_path / "out.csv"))

    assert told == sorted(told)
    assert told[-1] == 300
    assert len(told) < 150
    assert runner.shutdown()


def ended_at_once(asked: list[ScanWish]) -> ScanFunction:
    """A scan without files, which notes what it was asked for."""

    def scan(wish: ScanWish, _token: CancelToken, _source: ResultSource) -> Iterator[ScanEvent]:
        asked.append(wish)
        yield ScanFinished(Outcome.DONE, 0, 0, wish.csv_path, 0.0)

    return scan


def test_the_csv_follows_the_folder_until_the_user_chooses_one(make_dialog: MakeDialog) -> None:
    form = make_dialog(SteppedScan(1)).form_page.form
    assert form.options() is None

    form.set_folder(Path("one"))
    assert form.options() == ScanWish(Path("one"), Path("one") / "tumorview.csv")
    form.set_csv(Path("mine") / "out.csv")
    form.set_folder(Path("two"))
    form.heatmaps_box.click()

    assert form.options() == ScanWish(
        Path("two"), Path("mine") / "out.csv", heatmap_dir=Path("mine") / "out_heatmaps"
    )


def test_maps_for_a_pacs_go_with_the_pictures(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    asked: list[ScanWish] = []
    dialog = make_dialog(ended_at_once(asked))
    form = dialog.form_page.form
    assert not form.maps_box.isEnabled()
    form.heatmaps_box.click()
    form.maps_box.click()
    begin(dialog, tmp_path)
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert [(wish.heatmap_dir is not None, wish.parametric_maps) for wish in asked] == [
        (True, True)
    ]

    form.heatmaps_box.click()
    assert not form.maps_box.isChecked()


def test_the_scan_uses_the_model_and_the_look_of_the_settings(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    asked: list[ScanWish] = []
    dialog = make_dialog(ended_at_once(asked))
    dialog.set_look("brain", "onnx", "viridis", 0.8)
    begin(dialog, tmp_path)
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert asked == [
        ScanWish(
            tmp_path,
            tmp_path / "out.csv",
            model_id="brain",
            engine="onnx",
            color_map="viridis",
            opacity=0.8,
        )
    ]


def test_a_csv_that_exists_is_announced_and_a_journal_can_be_resumed(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    (tmp_path / "tumorview.csv").touch()
    form = make_dialog(SteppedScan(1)).form_page.form
    form.set_folder(tmp_path)
    qtbot.waitUntil(lambda: form._note.text() == "tumorview.csv exists and will be replaced.")
    assert not form.resume_box.isEnabled()

    (tmp_path / "tumorview.csv.journal").touch()
    form.refresh_output()
    qtbot.waitUntil(form.resume_box.isEnabled)
    form.resume_box.click()

    assert form._note.text() == ""
    options = form.options()
    assert options is not None
    assert options.resume


def test_the_form_says_of_a_scan_in_the_queue_that_it_is_done(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    scan = SteppedScan(1)
    scan.steps.release()
    dialog = make_dialog(scan)
    number = begin(dialog, tmp_path / "a")
    qtbot.waitUntil(lambda: not dialog.is_running)
    ended = dialog.runner.queue.find(number)
    assert ended is not None
    assert ended.state is ScanState.DONE
    dialog.show_form()
    assert dialog.form_page.form.folder_text == ""
    assert dialog.form_page.start_button.text() == "Start scan"
