"""Prior and current side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import CORONAL
from tests.ui.panes.driving_panes import show, titles, use, wait_drawn
from tests.ui.panes.phantoms import write_stack
from tumorview.domain.same_patient import OTHER_BIRTH_DATE, OTHER_ID
from tumorview.domain.study import PatientInfo, Series, SliceOrder, Study
from tumorview.ui.main_window import MainWindow
from tumorview.ui.panes.comparing import HOW_TO_LINK, NO_MATCH, NO_OTHER, badge_of

Open = Callable[[MainWindow, Path], MainWindow]


def write_study(folder: Path, number: int, date: str, **tags: Any) -> Path:
    """An axial and a coronal series of a day, with a frame of reference of its own."""
    about: dict[str, Any] = {
        "StudyInstanceUID": f"1.2.3.80{number}",
        "StudyDate": date,
        "frame_of_reference": f"1.2.3.90{number}",
    } | tags
    write_stack(
        folder / "a",
        [5.0 * k for k in range(8)],
        SeriesNumber=10 * number + 1,
        SeriesDescription=f"Axial {date}",
        **about,
    )
    write_stack(
        folder / "c",
        [5.0 * k for k in range(8)],
        orientation=CORONAL,
        SeriesNumber=10 * number + 2,
        SeriesDescription=f"Coronal {date}",
        **about,
    )
    return folder


def badges(window: MainWindow) -> list[str]:
    return [pane.strip.words.badge for pane in window.panes.all]


def notices(window: MainWindow) -> list[str]:
    return [banner.notice.text for banner in window.notices.banners]


@pytest.fixture
def three(window: MainWindow, opened: Open, tmp_path: Path) -> MainWindow:
    """Three studies of one patient, opened from the oldest to the newest."""
    for number, date in enumerate(("20190305", "20230102", "20250607"), start=1):
        opened(window, write_study(tmp_path / date, number, date))
    return window


def test_the_nearest_earlier_study_comes_to_the_left_with_the_matching_series(
    qtbot: QtBot, three: MainWindow
) -> None:
    show(three, 32)
    three.actions_table["compare_prior"].trigger()
    wait_drawn(qtbot, three)
    assert titles(three) == ["Coronal 20230102", "Coronal 20250607"]
    assert badges(three) == ["Prior 2023-01-02", "Current 2025-06-07"]
    assert three.panes.all[1] is three.panes.lead
    marks = three.panes.all[0].viewport.marks()
    assert marks is not None
    assert "2023-01-02" in marks.corners.top_right
    assert HOW_TO_LINK in notices(three)


def test_from_the_oldest_the_next_one_is_the_current(three: MainWindow) -> None:
    show(three, 11)
    three.actions_table["compare_prior"].trigger()
    assert titles(three) == ["Axial 20190305", "Axial 20230102"]
    assert badges(three) == ["Prior 2019-03-05", "Current 2023-01-02"]
    assert three.panes.all[0] is three.panes.lead


def test_the_other_pane_says_the_same_when_it_becomes_active(three: MainWindow) -> None:
    show(three, 31)
    three.actions_table["compare_prior"].trigger()
    before = badges(three)
    three.actions_table["next_pane"].trigger()
    assert badges(three) == before


@pytest.mark.parametrize(
    ("tags", "doubt"),
    [
        ({"PatientID": "SOMEBODY-ELSE"}, OTHER_ID),
        ({"PatientBirthDate": "19700101"}, OTHER_BIRTH_DATE),
    ],
)
@pytest.mark.parametrize("wanted", [True, False])
def test_another_patient_is_never_shown_without_a_warning(
    window: MainWindow,
    opened: Open,
    tmp_path: Path,
    tags: dict[str, str],
    doubt: str,
    wanted: bool,
) -> None:
    opened(window, write_study(tmp_path / "old", 1, "20190305", PatientBirthDate="19600102"))
    opened(
        window,
        write_study(tmp_path / "new", 2, "20230102", **{"PatientBirthDate": "19600102"} | tags),
    )
    show(window, 21)
    asked: list[str] = []

    def ask(reason: str) -> bool:
        asked.append(reason)
        return wanted

    window.pane_tools.comparing.ask = ask
    window.actions_table["compare_prior"].trigger()
    assert asked == [doubt]
    assert window.panes.arrangement.count == (2 if wanted else 1)
    if wanted:
        assert badges(window) == ["Other patient? 2019-03-05", "Study of 2023-01-02"]
        assert window.panes.all[0].strip.words.warning
        assert window.panes.all[0].strip.accessibleName().startswith("Other patient?")


def test_a_series_of_another_patient_that_is_dragged_in_is_marked_too(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(window, write_study(tmp_path / "one", 1, "20190305"))
    opened(window, write_study(tmp_path / "two", 2, "20190305", PatientID="SOMEBODY-ELSE"))
    use(window, "1x2")
    window.actions_table["next_pane"].trigger()
    show(window, 11)
    other = window.panes.all[0].strip.words
    assert other.warning
    assert other.badge == "Other patient? 2019-03-05"


def test_without_a_match_the_first_series_comes_and_that_is_said(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(window, write_study(tmp_path / "old", 1, "20190305", Modality="MR"))
    opened(window, write_study(tmp_path / "new", 2, "20230102"))
    show(window, 21)
    window.actions_table["compare_prior"].trigger()
    assert titles(window) == ["Axial 20190305", "Axial 20230102"]
    assert NO_MATCH in notices(window)


def test_one_study_alone_cannot_be_compared(reading: MainWindow) -> None:
    assert not reading.actions_table["compare_prior"].isEnabled()
    reading.pane_tools.comparing.compare()
    assert NO_OTHER in notices(reading)


def study(uid: str, date: str) -> Study:
    series = Series(uid, "CT", "", 1, (), SliceOrder.POSITION)
    return Study(uid, "", date, PatientInfo("A", "1"), (series,))


def test_prior_and_current_are_said_only_where_the_dates_tell() -> None:
    old, new, again = study("1", "20200101"), study("2", "20210101"), study("3", "20210101")
    undated = study("4", "")
    assert badge_of(old, [old, new, old], new).badge == "Prior 2020-01-01"
    assert badge_of(new, [old, new], new).badge == "Current 2021-01-01"
    assert badge_of(new, [new, new], new).badge == ""
    assert badge_of(new, [new, again], new).badge == "Study of 2021-01-01"
    assert badge_of(undated, [new, undated], new).badge == "Study, date unknown"
    assert badge_of(None, [new, old], new).badge == ""


def test_the_study_of_somebody_else_makes_none_prior_or_current() -> None:
    old, new = study("1", "20200101"), study("2", "20210101")
    other = replace(study("5", ""), patient=PatientInfo("B", "2"))
    shown = [old, new, other]
    assert badge_of(old, shown, new).badge == "Prior 2020-01-01"
    assert badge_of(other, shown, new).badge == "Other patient? date unknown"
    assert badge_of(new, [new, other], new).badge == "Study of 2021-01-01"
