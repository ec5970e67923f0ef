from __future__ import annotations

import csv
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.model_factory import make_model
from tests.ui.models import answer, decided, write_frames
from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    ItemDone,
    ItemFailed,
    Outcome,
    ScanEvent,
    ScanFinished,
    ScanItem,
    ScanStarted,
)
from tumorview.domain.prediction import Caution
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.ui.batch.dialog import BatchDialog
from tumorview.ui.batch.rate import RateMeter, duration_text
from tumorview.ui.batch.table_model import COLUMNS, RowState, ScanTableModel, row_of
from tumorview.ui.batch.worker import BatchOptions, ScanFunction, ScanRunner, scan_with_service

FOLDER = Path("folder")


def item(name: str, frame: int = 1, modality: str = "MR") -> ScanItem:
    return ScanItem(SourceRef(FOLDER / name, frame_number=frame), "", "", modality, "")


def done(name: str, values: tuple[float, ...] = (0.82, 0.12, 0.01, 0.05), at: int = 1) -> ItemDone:
    return ItemDone(item(name), answer(values), None, at)


def refused(name: str, at: int = 1) -> ItemDone:
    prediction = answer(cautions=(Caution.MODALITY_NOT_VALIDATED,), refused=True)
    return ItemDone(item(name, modality="CT"), prediction, None, at)


def failed(name: str, at: int = 1) -> ItemFailed:
    return ItemFailed(item(name), TumorViewError("the file is empty", path=FOLDER / name), at)


def cells(model: ScanTableModel, heading: str) -> list[str]:
    column = next(i for i, c in enumerate(COLUMNS) if c.heading == heading)
    return [str(model.index(line, column).data()) for line in range(model.rowCount())]


@pytest.fixture
def model() -> ScanTableModel:
    made = ScanTableModel()
    events: list[ItemDone | ItemFailed] = [
        done("b.dcm", (0.6, 0.2, 0.1, 0.1)),
        failed("c.dcm"),
        done("a.dcm", (0.1, 0.8, 0.05, 0.05)),
        refused("d.dcm"),
    ]
    made.append(row_of(event, FOLDER) for event in events)
    return made


def test_each_event_becomes_a_line_that_says_what_happened(model: ScanTableModel) -> None:
    assert cells(model, "File") == ["b.dcm", "c.dcm", "a.dcm", "d.dcm"]
    assert cells(model, "Status") == ["Done", "Failed", "Done", "No answer"]
    assert cells(model, "Predicted") == ["Glioma", "", "Meningioma", ""]
    assert cells(model, "Probability") == ["60.0 %", "", "80.0 %", ""]
    assert cells(model, "Reason") == ["", "The file is empty.", "", "Not validated for CT."]
    assert cells(model, "Cautions")[3] == "Modality not validated"


def test_a_line_says_decision_evidence_and_what_is_left_open(model: ScanTableModel) -> None:
    plain = {"Decision", "Left open", "Evidence"}
    assert {COLUMNS[index].heading for index in model.silent_columns()} == plain
    prediction = answer(
        (0.5, 0.3, 0.1, 0.1),
        decision=decided(0.9),
        prediction_set=("glioma", "meningioma"),
        evidence="Weak: one source.",
    )
    model.append([row_of(ItemDone(item("e.dcm"), prediction, None, 1), FOLDER)])

    assert cells(model, "Decision")[-1] == "Tumour suspected"
    assert cells(model, "Left open")[-1] == "Glioma or Meningioma"
    assert cells(model, "Evidence")[-1] == "Weak: one source."
    assert model.silent_columns() == frozenset()
    model.clear()
    assert {COLUMNS[index].heading for index in model.silent_columns()} == plain


def test_the_table_sorts_numbers_as_numbers(model: ScanTableModel) -> None:
    column = [c.heading for c in COLUMNS].index("Probability")

    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert cells(model, "Probability") == ["80.0 %", "60.0 %", "", ""]

    model.sort(-1)
    assert cells(model, "File") == ["b.dcm", "c.dcm", "a.dcm", "d.dcm"]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_lines_that_arrive_later_find_their_place(
    model: ScanTableModel, order: Qt.SortOrder
) -> None:
    model.sort(0, order)

    model.append([row_of(done("bb.dcm"), FOLDER), row_of(failed("aa.dcm"), FOLDER)])

    names = ["a.dcm", "aa.dcm", "b.dcm", "bb.dcm", "c.dcm", "d.dcm"]
    descending = order is Qt.SortOrder.DescendingOrder
    assert cells(model, "File") == (names[::-1] if descending else names)
    assert model.row(1).file == ("c.dcm" if descending else "aa.dcm")


def test_the_filter_shows_one_state_and_counts_all(model: ScanTableModel) -> None:
    model.set_filter(RowState.FAILED)
    model.append([row_of(done("z.dcm"), FOLDER), row_of(failed("y.dcm"), FOLDER)])

    assert cells(model, "File") == ["c.dcm", "y.dcm"]
    assert model.counts() == {RowState.DONE: 3, RowState.REFUSED: 1, RowState.FAILED: 2}

    model.set_filter(None)
    assert model.rowCount() == 6


def test_a_selected_line_stays_selected_when_the_table_is_sorted(model: ScanTableModel) -> None:
    selected = QPersistentModelIndex(model.index(0, 2))

    model.sort(0, Qt.SortOrder.DescendingOrder)

    assert model.row(selected.row()).file == "b.dcm"
    assert selected.column() == 2


def test_the_table_keeps_qts_rules(model: ScanTableModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_file_outside_the_folder_is_shown_with_its_whole_path() -> None:
    assert row_of(done("x.dcm"), Path("elsewhere")).file == str(FOLDER / "x.dcm")


def test_a_name_that_is_no_utf8_can_be_shown() -> None:
    row = row_of(done("caf\udce9.dcm"), FOLDER)
    row.file.encode("utf-8")


def test_rate_and_remaining_time_follow_the_last_twenty_seconds() -> None:
    meter = RateMeter(100.0, done=50)
    meter.update(100.5, 52)
    assert meter.files_per_second is None
    assert meter.remaining_seconds(100) is None

    meter.update(110.0, 70)
    assert meter.files_per_second == pytest.approx(2.0)
    assert meter.remaining_seconds(100) == pytest.approx(15.0)

    for second in range(1, 41):
        meter.update(110.0 + second, 70 + 10 * second)
    assert meter.files_per_second == pytest.approx(10.0, rel=0.05)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (7260, "2 h 01 min"),
    ],
)
def test_durations_get_coarser_the_longer_they_are(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


MakeDialog = Callable[[ScanFunction], BatchDialog]


@pytest.fixture
def make_dialog(qtbot: QtBot) -> Iterator[MakeDialog]:
    made: list[BatchDialog] = []

    def make(scan: ScanFunction) -> BatchDialog:
        dialog = BatchDialog(scan)
        made.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in made:
        assert dialog.shutdown()
        dialog.deleteLater()


class SteppedScan:
    """A scan that goes on by one file for each `release`, and stops when it is told to."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.steps = threading.Semaphore(0)
        self.threads: set[int] = set()

    def __call__(self, options: BatchOptions, token: CancelToken) -> Iterator[ScanEvent]:
        self.threads.add(threading.get_ident())
        yield ScanStarted(options.folder, self.files, 0)
        for number in range(1, self.files + 1):
            while not self.steps.acquire(timeout=0.01):
                if token.is_cancelled:
                    yield ScanFinished(Outcome.CANCELLED, number - 1, 0, options.csv_path, 1.0)
                    return
            yield done(f"{number}.dcm", at=number)
        yield ScanFinished(Outcome.DONE, self.files, 0, options.csv_path, 1.0)


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

    dialog.start_button.click()
    assert dialog.is_running
    assert not dialog.form.isEnabled()
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)

    assert dialog.model.counts() == {RowState.DONE: 3, RowState.REFUSED: 0, RowState.FAILED: 3}
    reasons = [r for r in cells(dialog.model, "Reason") if r]
    assert len(reasons) == 3
    with (folder / "tumorview.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["status"] for row in csv.DictReader(stream)].count("failed") == 3
    hidden = {c.heading for i, c in enumerate(COLUMNS) if dialog.table.isColumnHidden(i)}
    assert hidden == {"Decision", "Left open", "Evidence"}, "this model does not fill them"
    assert dialog.filter_buttons[RowState.FAILED].text() == "Failed 3"
    dialog.filter_buttons[RowState.FAILED].click()
    assert sorted(cells(dialog.model, "File")) == ["cut.dcm", "empty.dcm", "notes.txt"]


def test_the_dialog_shows_how_far_the_scan_is_and_runs_it_on_another_thread(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    scan = SteppedScan(4)
    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()

    scan.steps.release(3)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    assert dialog._progress_text.text() == "3 of 4 files"
    assert dialog._progress.value() == 3
    scan.steps.release()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert dialog._progress_text.text() == "All 4 files done"
    assert "4 images analysed, none failed" in dialog._summary.text()
    assert threading.get_ident() not in scan.threads


def test_a_scan_can_be_stopped_in_the_middle(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    scan = SteppedScan(100)
    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()
    scan.steps.release(5)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 5)

    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert dialog._progress_text.text() == "Stopped after 5 of 100 files"
    assert dialog.start_button.isVisible()
    assert dialog.start_button.isEnabled()


def test_closing_while_running_asks_first(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    scan = SteppedScan(3)
    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()

    dialog.close()
    assert dialog.isVisible()
    assert dialog._confirmation.isVisible()
    dialog._keep_running.click()
    assert not dialog._confirmation.isVisible()
    assert dialog.is_running

    dialog.reject()
    dialog._stop_and_close.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not dialog.is_running


def test_a_dialog_that_was_closed_by_stopping_can_be_used_again(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    scan = SteppedScan(2)
    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()
    dialog.close()
    dialog._stop_and_close.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())

    dialog.show()
    dialog.start()
    scan.steps.release(1)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.close()

    assert dialog.isVisible()
    assert dialog._confirmation.isVisible()


def test_shutting_down_while_running_leaves_no_thread(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    dialog = make_dialog(SteppedScan(3))
    dialog.set_folder(FOLDER)
    dialog.start()

    assert dialog.shutdown()

    assert not [t for t in threading.enumerate() if t.name == "scan"]


def test_activating_a_line_asks_to_open_the_image(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    scan = SteppedScan(2)
    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()
    scan.steps.release(2)
    qtbot.waitUntil(lambda: not dialog.is_running)

    with qtbot.waitSignal(dialog.open_requested) as heard:
        dialog.table.activated.emit(dialog.model.index(1, 0))

    assert heard.args == [FOLDER / "2.dcm", 1]


def test_a_scan_that_fails_says_why(qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path) -> None:
    dialog = make_dialog(scan_with_service)
    dialog.set_folder(tmp_path / "nowhere")
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert "nowhere: there is no such folder" in dialog._summary.text()
    assert dialog._summary.property("severity") == "danger"


@pytest.mark.allow_log("Unexpected RuntimeError")
def test_a_scan_that_breaks_its_promise_does_not_hang_the_dialog(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    def scan(options: BatchOptions, _token: CancelToken) -> Iterator[ScanEvent]:
        yield ScanStarted(options.folder, 3, 0)
        raise RuntimeError

    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert "(RuntimeError)" in dialog._summary.text()


def test_many_events_reach_the_window_in_few_handfuls(qtbot: QtBot) -> None:
    def scan(options: BatchOptions, _token: CancelToken) -> Iterator[ScanEvent]:
        yield ScanStarted(options.folder, 1000, 0)
        for number in range(1, 1001):
            yield done(f"{number}.dcm", at=number)
        yield ScanFinished(Outcome.DONE, 1000, 0, options.csv_path, 1.0)

    runner = ScanRunner(scan)
    handfuls: list[list[ItemDone | ItemFailed]] = []
    runner.items.connect(handfuls.append)
    with qtbot.waitSignal(runner.finished):
        runner.start(BatchOptions(FOLDER, FOLDER / "out.csv"))

    assert [e.files_done for handful in handfuls for e in handful] == list(range(1, 1001))
    assert len(handfuls) < 50
    assert max(map(len, handfuls)) <= 200
    assert runner.shutdown()


def test_the_csv_follows_the_folder_until_the_user_chooses_one(make_dialog: MakeDialog) -> None:
    form = make_dialog(SteppedScan(1)).form
    assert form.options() is None

    form.set_folder(Path("one"))
    assert form.options() == BatchOptions(Path("one"), Path("one") / "tumorview.csv")
    form.set_csv(Path("mine") / "out.csv")
    form.set_folder(Path("two"))
    form.heatmaps_box.click()

    assert form.options() == BatchOptions(
        Path("two"), Path("mine") / "out.csv", heatmap_dir=Path("mine") / "out_heatmaps"
    )


def test_the_scan_uses_the_model_and_the_look_of_the_settings(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    asked: list[BatchOptions] = []

    def scan(options: BatchOptions, _token: CancelToken) -> Iterator[ScanEvent]:
        asked.append(options)
        yield ScanFinished(Outcome.DONE, 0, 0, options.csv_path, 0.0)

    dialog = make_dialog(scan)
    dialog.set_folder(FOLDER)
    dialog.set_look("brain", "onnx", "viridis", 0.8)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert asked == [
        BatchOptions(
            FOLDER,
            FOLDER / "tumorview.csv",
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
    form = make_dialog(SteppedScan(1)).form
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
