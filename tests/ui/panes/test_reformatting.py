"""Other planes of a series in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.panes.driving_panes import pane_with, show, titles, use, wait_drawn
from tests.ui.panes.phantoms import write_stack
from tumorview.domain.frames import VoiWindow
from tumorview.domain.marks import Mark, MarkKind, new_uid
from tumorview.ui.main_window import MainWindow
from tumorview.ui.measuring.book import study_key

Open = Callable[[MainWindow, Path], MainWindow]


def reformat(qtbot: QtBot, window: MainWindow, action: str) -> None:
    """Do it and wait for the pictures."""
    window.actions_table[action].trigger()
    tools = window.pane_tools.reformatting
    qtbot.waitUntil(lambda: not tools.reformatter.is_busy, timeout=10_000)
    wait_drawn(qtbot, window)


def letters(window: MainWindow, place: int) -> tuple[str, str]:
    """What stands at the left and at the top of a pane."""
    marks = window.panes.all[place].viewport.marks()
    assert marks is not None
    assert marks.letters is not None
    return marks.letters.left, marks.letters.top


def lines_of(window: MainWindow) -> tuple[str, ...]:
    marks = window.reading.viewport.marks()
    assert marks is not None
    return marks.corners.bottom_right


def test_three_planes_come_beside_the_series(qtbot: QtBot, reading: MainWindow) -> None:
    reformat(qtbot, reading, "reformat_planes")
    assert titles(reading) == [
        "Axial 5",
        "Axial of Axial 5",
        "Coronal of Axial 5",
        "Sagittal of Axial 5",
    ]
    assert [letters(reading, k) for k in range(4)] == [
        ("R", "A"),
        ("R", "A"),
        ("R", "H"),
        ("A", "H"),
    ]
    assert reading.panes.all[0] is reading.panes.lead


def test_planes_follow_and_show_lines_like_series_of_the_scanner(
    qtbot: QtBot, reading: MainWindow
) -> None:
    reformat(qtbot, reading, "reformat_planes")
    reading.viewer.go_to(4)
    wait_drawn(qtbot, reading)
    axial = pane_with(reading, "Axial of Axial 5").viewer.frame_info
    assert axial is not None
    assert axial.geometry.position_mm is not None
    assert axial.geometry.position_mm[2] == pytest.approx(20.0, abs=1.0)
    line = reading.pane_tools.lines.line_in(pane_with(reading, "Coronal of Axial 5"))
    assert line is not None
    # z = 20 mm, in pixels of 2 mm below the top at 60 mm.
    assert line.start[1] == pytest.approx(20.0)


def test_one_plane_in_the_active_pane_says_what_it_is_and_goes_back(
    qtbot: QtBot, reading: MainWindow
) -> None:
    reading.viewer.set_window(VoiWindow(11, 222))
    reformat(qtbot, reading, "reformat_coronal")
    assert titles(reading) == ["Coronal of Axial 5"]
    assert lines_of(reading)[-2:] == ("Reformatted from 13 slices", "5 mm apart, trilinear")
    assert reading.viewer.choice == VoiWindow(11, 222)
    for name in ("dicom_header", "key_image"):
        assert not reading.actions_table[name].isEnabled()
    reformat(qtbot, reading, "reformat_sagittal")
    assert titles(reading) == ["Sagittal of Axial 5"]
    reading.actions_table["as_acquired"].trigger()
    wait_drawn(qtbot, reading)
    assert titles(reading) == ["Axial 5"]
    assert not reading.actions_table["as_acquired"].isEnabled()
    assert reading.actions_table["key_image"].isEnabled()


def test_the_volume_leaves_memory_with_the_last_pane_that_shows_it(
    qtbot: QtBot, reading: MainWindow
) -> None:
    held = reading.pane_tools.reformatting.reformatter
    reformat(qtbot, reading, "reformat_planes")
    assert len(held.held) == 1
    reading.panes.activate(reading.panes.all[2])
    use(reading, "1x1")
    assert titles(reading) == ["Coronal of Axial 5"]
    assert len(held.held) == 1
    show(reading, 2)
    assert not held.held


def test_what_cannot_be_reformatted_says_why(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_stack(tmp_path / "gap", [0.0, 5.0, 10.0, 15.0, 40.0])
    opened(window, tmp_path / "gap")
    window.actions_table["reformat_coronal"].trigger()
    assert any("apart where most lie" in banner.notice.text for banner in window.notices.banners)
    assert titles(window) == [""] or "Coronal" not in titles(window)[0]


def test_the_model_refuses_with_the_reason(qtbot: QtBot, reading: MainWindow) -> None:
    reformat(qtbot, reading, "reformat_coronal")
    with qtbot.waitSignal(reading.presenter.analysis_ended, timeout=20_000) as ended:
        reading.actions_table["analyze_image"].trigger()
    error = ended.args[1]
    assert "reformatted images" in error.sentence()
    info = reading.viewer.frame_info
    assert info is not None
    assert reading.controller.results(info.source) is None


def test_a_distance_on_a_reformatted_image_is_right_and_blocks_no_report(
    qtbot: QtBot, reading: MainWindow
) -> None:
    source = reading.measuring.layer.source
    assert source is not None
    line = Mark(MarkKind.DISTANCE, ((1.0, 1.0), (11.0, 1.0)), new_uid(), "")
    reading.measuring.book.change({source: (line,)}, "Draw")
    reformat(qtbot, reading, "reformat_coronal")
    here = reading.measuring.layer.source
    assert here is not None
    upright = Mark(MarkKind.DISTANCE, ((5.0, 2.0), (5.0, 12.0)), new_uid(), "")
    reading.measuring.book.change({here: (upright,)}, "Draw")
    qtbot.waitUntil(lambda: reading.measuring.layer.measurement(upright) is not None)
    assert "20.0 mm" in " ".join(reading.measuring.layer.label(upright))
    assert not reading.actions_table["save_marks"].isEnabled()
    reading.actions_table["as_acquired"].trigger()
    wait_drawn(qtbot, reading)
    assert reading.actions_table["save_marks"].isEnabled()
    for one in (source, here):
        reading.measuring.book.forget(study_key(one))


def test_closing_the_study_closes_what_was_made_of_it(
    qtbot: QtBot, reading: MainWindow, opened: Open, mr_folder: Path
) -> None:
    reformat(qtbot, reading, "reformat_planes")
    opened(reading, mr_folder)
    assert titles(reading)[0] == "T1 axial"
    reading.desk.close(1)
    assert titles(reading) == ["T1 axial", "", "", ""]
    assert reading.pane_tools.reformatting.reformatter.held == ()


def test_a_reformatted_image_can_be_taken_away(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path
) -> None:
    reformat(qtbot, reading, "reformat_coronal")
    with qtbot.waitSignal(reading.takeaway.copier.drawn, timeout=10_000) as drawn:
        reading.actions_table["copy_image"].trigger()
    assert not drawn.args[0].isNull()


def test_the_series_before_and_after_are_those_of_the_list(
    qtbot: QtBot, reading: MainWindow
) -> None:
    reformat(qtbot, reading, "reformat_coronal")
    reading.actions_table["next_series"].trigger()
    assert titles(reading) == ["Axial 3"]


def test_mr_without_positions_says_why(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "m", 5, ImagePositionPatient=None)
    opened(window, tmp_path / "m")
    window.actions_table["reformat_planes"].trigger()
    assert any("position" in banner.notice.text for banner in window.notices.banners)
    assert window.panes.arrangement.count == 1
