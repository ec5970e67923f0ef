"""Panes that scroll, window, zoom together, and the lines between planes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.driving import turn_wheel
from tests.ui.panes.driving_panes import pane_with, show, titles, use, view_place, wait_drawn
from tests.ui.panes.phantoms import write_stack
from tests.ui.screens import pixels_of
from tumorview.domain.frames import VoiWindow
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.panes.pane import Pane

Open = Callable[[MainWindow, Path], MainWindow]
LEFT = Qt.MouseButton.LeftButton


def height(pane: Pane) -> float:
    """z of the slice in a pane, in mm."""
    info = pane.viewer.frame_info
    assert info is not None
    assert info.geometry.position_mm is not None
    return info.geometry.position_mm[2]


@pytest.fixture
def four(qtbot: QtBot, reading: MainWindow) -> MainWindow:
    """Axial 5 mm (active), axial 3 mm, sagittal, coronal."""
    use(reading, "2x2")
    wait_drawn(qtbot, reading)
    return reading


def test_slices_are_matched_by_position_and_not_by_number(four: MainWindow) -> None:
    thick, thin = pane_with(four, "Axial 5"), pane_with(four, "Axial 3")
    for index in (0, 5, 12, 7):
        four.viewer.go_to(index)
        assert height(thick) == 5.0 * index
        assert abs(height(thin) - height(thick)) <= 1.5
    assert thin.viewer.index != thick.viewer.index


def test_a_new_pane_opens_where_the_others_are(qtbot: QtBot, reading: MainWindow) -> None:
    reading.viewer.go_to(2)
    use(reading, "1x2")
    assert height(pane_with(reading, "Axial 3")) == 9.0
    assert reading.viewer.index == 2
    show(reading, 2)
    assert height(reading.panes.lead) == 9.0


def test_panes_of_another_plane_stay_where_they_are(four: MainWindow) -> None:
    before = pane_with(four, "Sagittal").viewer.index
    four.actions_table["first_image"].trigger()
    assert pane_with(four, "Sagittal").viewer.index == before


def test_a_pane_that_is_not_active_leads_as_well(four: MainWindow) -> None:
    thin = pane_with(four, "Axial 3")
    for _ in range(5):
        turn_wheel(thin.viewport, 120)
    assert abs(height(four.panes.lead) - height(thin)) <= 2.5
    assert four.panes.lead is pane_with(four, "Axial 5")


def test_switched_off_each_scrolls_alone_and_on_again_all_come(four: MainWindow) -> None:
    four.actions_table["link_scrolling"].trigger()
    thin = pane_with(four, "Axial 3")
    before = thin.viewer.index
    four.actions_table["first_image"].trigger()
    assert thin.viewer.index == before
    assert thin.strip.words.note == ""
    four.actions_table["link_scrolling"].trigger()
    assert height(thin) == 0.0
    assert thin.strip.words.note == "linked"


def test_going_to_another_pane_scrolls_nothing(four: MainWindow) -> None:
    four.actions_table["link_scrolling"].trigger()
    four.actions_table["first_image"].trigger()
    four.actions_table["link_scrolling"].blockSignals(True)
    four.pane_tools.scrolling._on = True
    before = [pane.viewer.index for pane in four.panes.all]
    four.panes.activate(four.panes.all[1])
    assert [pane.viewer.index for pane in four.panes.all] == before


def test_beyond_the_end_of_a_series_it_stays(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    study = "1.2.3.500"
    write_stack(
        tmp_path / "s" / "long",
        [5.0 * k for k in range(20)],
        SeriesNumber=1,
        StudyInstanceUID=study,
    )
    write_stack(
        tmp_path / "s" / "short",
        [5.0 * k for k in range(5)],
        SeriesNumber=2,
        StudyInstanceUID=study,
    )
    opened(window, tmp_path / "s")
    show(window, 1)
    use(window, "1x2")
    short = window.panes.all[1]
    window.viewer.go_to(4)
    assert short.viewer.index == 4
    assert short.strip.words.note == "linked"
    window.viewer.go_to(12)
    assert short.viewer.index == 4
    assert short.strip.words.note == ""
    assert height(window.panes.lead) == 60.0


@pytest.fixture
def two_studies(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> MainWindow:
    """The same head on two days: other frames of reference, other table positions and steps."""
    write_stack(
        tmp_path / "new",
        [5.0 * k for k in range(13)],
        SeriesNumber=1,
        SeriesDescription="New",
        StudyInstanceUID="1.2.3.600",
        StudyDate="20250102",
    )
    write_stack(
        tmp_path / "old",
        [2.5 * k for k in range(25)],
        corner=(-40.0, -40.0, -300.0),
        frame_of_reference="1.2.3.998",
        SeriesNumber=2,
        SeriesDescription="Old",
        StudyInstanceUID="1.2.3.601",
        StudyDate="20230102",
    )
    opened(window, tmp_path / "new")
    opened(window, tmp_path / "old")
    show(window, 1)
    use(window, "1x2")
    window.actions_table["next_pane"].trigger()
    show(window, 2)
    window.actions_table["next_pane"].trigger()
    wait_drawn(qtbot, window)
    assert titles(window) == ["New", "Old"]
    return window


def test_studies_of_two_days_are_linked_by_hand_with_the_offset_of_that_moment(
    two_studies: MainWindow,
) -> None:
    new, old = two_studies.panes.all
    two_studies.viewer.go_to(6)
    old.viewer.go_to(10)
    two_studies.viewer.go_to(5)
    assert old.viewer.index == 10, "nothing links them yet"
    two_studies.actions_table["link_by_hand"].trigger()
    assert old.strip.words.note == "linked by hand, offset -300.0 mm"
    two_studies.viewer.go_to(7)
    assert old.viewer.index == 14
    old.viewer.go_to(12)
    assert new.viewer.index == 6
    two_studies.actions_table["link_by_hand"].trigger()
    two_studies.viewer.go_to(0)
    assert old.viewer.index == 12
    assert old.strip.words.note == ""


def test_the_offset_holds_whichever_pane_is_active(two_studies: MainWindow) -> None:
    two_studies.viewer.go_to(5)
    two_studies.panes.all[1].viewer.go_to(10)
    two_studies.actions_table["link_by_hand"].trigger()
    two_studies.actions_table["next_pane"].trigger()
    assert two_studies.panes.all[0].strip.words.note == "linked by hand, offset +300.0 mm"
    two_studies.viewer.go_to(14)
    assert two_studies.panes.all[0].viewer.index == 7


def test_another_series_ends_the_link_by_hand(two_studies: MainWindow) -> None:
    two_studies.actions_table["link_by_hand"].trigger()
    assert two_studies.actions_table["link_by_hand"].isChecked()
    two_studies.actions_table["next_pane"].trigger()
    show(two_studies, 1)
    assert not two_studies.actions_table["link_by_hand"].isChecked()


def test_what_cannot_be_linked_by_hand_is_said(four: MainWindow) -> None:
    four.actions_table["link_by_hand"].trigger()
    assert not four.actions_table["link_by_hand"].isChecked()
    assert any("nothing to link" in banner.notice.text for banner in four.notices.banners)


def test_reference_lines_lie_where_the_active_slice_cuts(qtbot: QtBot, four: MainWindow) -> None:
    four.viewer.go_to(4)
    wait_drawn(qtbot, four)
    lines = four.pane_tools.lines
    # z = 20 mm; both stand upright with row 0 at z = 60 mm and 2 mm a row.
    for name in ("Sagittal", "Coronal"):
        line = lines.line_in(pane_with(four, name))
        assert line is not None
        assert (line.start[1], line.end[1]) == pytest.approx((20.0, 20.0))
        assert sorted((line.start[0], line.end[0])) == pytest.approx([-0.5, 39.5], abs=0.51)
    assert lines.line_in(pane_with(four, "Axial 3")) is None
    assert lines.line_in(four.panes.lead) is None
    four.actions_table["reference_lines"].trigger()
    assert lines.line_in(pane_with(four, "Sagittal")) is None


def test_the_line_is_drawn_and_moves_with_the_slice(qtbot: QtBot, four: MainWindow) -> None:
    pane = pane_with(four, "Sagittal")

    def accent_rows() -> set[int]:
        wait_drawn(qtbot, four)
        shot = pixels_of(pane.viewport.grab().toImage())
        # Everything else in the picture is grey.
        colored = shot[..., 2] - shot[..., 0] > 40
        return set(np.flatnonzero(colored.sum(axis=1) > shot.shape[1] / 4))

    four.viewer.go_to(4)
    row = view_place(pane, 0, 20).y()
    found = accent_rows()
    assert found
    assert all(abs(one - row) <= 2 for one in found)
    four.viewer.go_to(8)
    row = view_place(pane, 0, 10).y()
    found = accent_rows()
    assert found
    assert all(abs(one - row) <= 2 for one in found)


def test_shift_takes_all_panes_to_a_point(qtbot: QtBot, four: MainWindow) -> None:
    four.viewer.go_to(6)
    wait_drawn(qtbot, four)
    # Column 30, row 10 of the axial slice: x = 20, y = -20, z = 30 mm.
    place = view_place(four.panes.lead, 30, 10)
    keys = Qt.KeyboardModifier.ShiftModifier
    window_before = four.viewer.choice
    QTest.mousePress(four.reading.viewport, LEFT, keys, place)
    QTest.mouseRelease(four.reading.viewport, LEFT, keys, place)
    point = four.pane_tools.lines.point
    assert point is not None
    assert point == pytest.approx([20.0, -20.0, 30.0], abs=0.4)
    sagittal, coronal = (pane_with(four, n).viewer.frame_info for n in ("Sagittal", "Coronal"))
    assert sagittal is not None
    assert coronal is not None
    assert sagittal.geometry.position_mm is not None
    assert coronal.geometry.position_mm is not None
    assert sagittal.geometry.position_mm[0] == pytest.approx(20.0, abs=2.0)
    assert coronal.geometry.position_mm[1] == pytest.approx(-20.0, abs=2.0)
    assert four.viewer.index == 6
    assert four.viewer.choice == window_before
    four.viewer.step(1)
    assert four.pane_tools.lines.point is None


def test_windows_go_together_only_where_they_mean_the_same(qtbot: QtBot, four: MainWindow) -> None:
    four.actions_table["link_window"].trigger()
    wanted = VoiWindow(11, 222)
    four.viewer.set_window(wanted)
    assert [pane.viewer.choice for pane in four.panes.all] == [wanted] * 4
    four.actions_table["link_window"].trigger()
    four.viewer.set_window(VoiWindow(5, 6))
    assert pane_with(four, "Axial 3").viewer.choice == wanted


def test_a_window_of_ct_is_not_given_to_mr(
    qtbot: QtBot, reading: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "mr", 5, SeriesNumber=8)
    use(reading, "1x2")
    reading.actions_table["next_pane"].trigger()
    opened(reading, tmp_path / "mr")
    reading.actions_table["next_pane"].trigger()
    wait_drawn(qtbot, reading)
    reading.actions_table["link_window"].trigger()
    before = reading.panes.all[1].viewer.choice
    reading.viewer.set_window(VoiWindow(11, 222))
    assert reading.panes.all[1].viewer.choice == before


@pytest.mark.parametrize(("sequence", "together"), [("T2W", False), ("T1W", True)])
def test_windows_of_mr_go_together_within_one_sequence(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path, sequence: str, together: bool
) -> None:
    for number, (echo, repetition) in enumerate(
        ((10, 500), (10, 500) if together else (100, 4000)), start=1
    ):
        write_mr_series(
            tmp_path / "m" / str(number),
            4,
            SeriesNumber=number,
            StudyInstanceUID="1.2.3.700",
            ScanningSequence="SE",
            EchoTime=echo,
            RepetitionTime=repetition,
        )
    opened(window, tmp_path / "m")
    use(window, "1x2")
    wait_drawn(qtbot, window)
    window.actions_table["link_window"].trigger()
    window.viewer.set_window(VoiWindow(11, 222))
    assert (window.panes.all[1].viewer.choice == VoiWindow(11, 222)) is together


def test_zoom_goes_together_in_millimetres_about_the_same_place(
    qtbot: QtBot, four: MainWindow
) -> None:
    four.actions_table["link_zoom"].trigger()
    thick, thin = pane_with(four, "Axial 5"), pane_with(four, "Axial 3")
    place = view_place(thick, 30, 10)
    thick.viewport.control.zoom(3.0, QPointF(place))
    thick.viewport.control.move(QPointF(12, -7))
    one, other = thick.viewport.placement(), thin.viewport.placement()
    assert one is not None
    assert other is not None
    assert one.scale_x / 2.0 == pytest.approx(other.scale_x / 1.0)
    # x = 20, y = -20 mm is (30, 10) of the one and (60, 20) of the other.
    moved = place + QPoint(12, -7)
    for pane, column, row in ((thick, 30, 10), (thin, 60, 20)):
        found = view_place(pane, column, row)
        assert (found.x(), found.y()) == pytest.approx((moved.x(), moved.y()), abs=2)
    four.actions_table["fit"].trigger()
    assert thin.viewport.camera.zoom is None


def test_zoom_stays_each_its_own_when_it_is_not_linked(four: MainWindow) -> None:
    before = pane_with(four, "Axial 3").viewport.camera
    four.reading.viewport.control.zoom(3.0, QPointF(20, 20))
    assert pane_with(four, "Axial 3").viewport.camera == before


def test_opening_a_series_leaves_the_zoom_of_the_others_and_takes_it(
    qtbot: QtBot, reading: MainWindow
) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    reading.actions_table["link_zoom"].trigger()
    reading.reading.viewport.control.zoom(3.0, QPointF(50, 50))
    left = reading.panes.all[0]
    camera = left.viewport.camera
    reading.actions_table["next_pane"].trigger()
    show(reading, 4)
    wait_drawn(qtbot, reading)
    assert reading.panes.all[0].viewport.camera == camera
    placement = reading.reading.viewport.placement()
    assert placement is not None
    assert camera.zoom is not None
    assert placement.scale_x == pytest.approx(camera.zoom)


def test_the_switches_survive_the_window(
    make_window: Callable[[Settings], MainWindow], reading: MainWindow
) -> None:
    use(reading, "1x2")
    for name in ("link_scrolling", "link_zoom", "reference_lines"):
        reading.actions_table[name].trigger()
    reading.close()
    again = make_window(Settings())
    names = ("link_scrolling", "link_window", "link_zoom", "reference_lines")
    assert [again.actions_table[n].isChecked() for n in names] == [False, False, True, False]


def test_links_are_offered_only_with_several_panes(reading: MainWindow) -> None:
    names = ("next_pane", "link_scrolling", "link_by_hand", "link_window", "reference_lines")
    assert not any(reading.actions_table[name].isEnabled() for name in names)
    use(reading, "1x2")
    assert all(reading.actions_table[name].isEnabled() for name in names)
