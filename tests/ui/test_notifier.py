from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tumorview.error_catalogue import CATALOGUE
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import EmptyFileError
from tumorview.ui.notifier import Banner, Notice, NoticeArea, Notifier, Severity, install_hooks


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def notifier(qtbot: QtBot) -> Notifier:
    return Notifier()


@pytest.fixture
def area(notifier: Notifier, host: QWidget) -> NoticeArea:
    return NoticeArea(notifier, host)


@pytest.fixture
def hooks(notifier: Notifier) -> Iterator[None]:
    undo = install_hooks(notifier)
    yield
    undo()


def shown(area: NoticeArea) -> list[str]:
    return [banner.text for banner in area.banners]


def test_an_error_is_shown_as_its_sentence_with_code_and_path_in_the_details(
    notifier: Notifier, area: NoticeArea
) -> None:
    path = Path("study") / "slice.dcm"
    notifier.show_error(TumorViewError("the file is empty", path=path, remedy="Copy it again."))

    (banner,) = area.banners
    assert area.isVisible()
    assert banner.text == "slice.dcm: the file is empty. Copy it again."
    assert banner.notice.details == f"Code: unexpected\nPath: {path}"
    assert not banner._details.isVisible()
    banner._details_button.click()
    assert banner._details.isVisible()


def test_the_details_say_what_errors_of_that_kind_mean(
    notifier: Notifier, area: NoticeArea
) -> None:
    notifier.show_error(EmptyFileError("the file is empty", path=Path("slice.dcm")))
    (banner,) = area.banners
    assert banner.text == f"slice.dcm: the file is empty. {CATALOGUE['empty_file'].remedy}"
    assert f"Cause: {CATALOGUE['empty_file'].cause}" in banner.notice.details


def test_copying_takes_sentence_and_details(notifier: Notifier, area: NoticeArea) -> None:
    notifier.show_error(TumorViewError("the file is empty"))

    area.banners[0].copy()

    assert QGuiApplication.clipboard().text() == "The file is empty.\nCode: unexpected"


def test_at_most_three_banners_are_stacked(notifier: Notifier, area: NoticeArea) -> None:
    for number in range(5):
        notifier.show_warning(f"Warning {number}")

    assert shown(area) == ["Warning 2", "Warning 3", "Warning 4"]


def test_the_same_sentence_is_counted_rather_than_stacked(
    notifier: Notifier, area: NoticeArea
) -> None:
    for _ in range(3):
        notifier.show_warning("The disk is full.")

    assert shown(area) == ["The disk is full. (3 times)"]


def test_a_dismissed_banner_is_gone(notifier: Notifier, area: NoticeArea) -> None:
    notifier.show_warning("One")
    notifier.show_warning("Two")

    area.banners[0].closed.emit()
    assert shown(area) == ["Two"]
    area.clear()

    assert shown(area) == []
    assert not area.isVisible()


def test_an_info_goes_by_itself_and_an_error_stays(
    notifier: Notifier, area: NoticeArea, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumorview.ui.notifier.INFO_MILLISECONDS", 10)
    notifier.show_info("In passing")
    notifier.show_error(TumorViewError("it stays"))

    qtbot.waitUntil(lambda: len(area.banners) == 1)

    assert shown(area) == ["It stays."]


def test_banners_stay_inside_the_window_and_follow_its_size(
    notifier: Notifier, area: NoticeArea, host: QWidget, qtbot: QtBot
) -> None:
    notifier.show_warning("A sentence that is long enough to need several lines. " * 4)
    for width, height in ((900, 600), (400, 500)):
        host.resize(width, height)
        qtbot.waitUntil(lambda: host.rect().contains(area.geometry()))
        assert area.width() <= host.width() - 32


def test_a_notice_from_another_thread_arrives_on_the_gui_thread(
    notifier: Notifier, qtbot: QtBot
) -> None:
    arrived_on: list[int] = []
    # A plain function is called on the thread that emits; only this one must do.
    notifier.noticed.connect(lambda _: arrived_on.append(threading.get_ident()))
    thread = threading.Thread(target=lambda: notifier.show_info("from afar"))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(arrived_on))

    assert arrived_on == [threading.get_ident()]


@pytest.mark.allow_log("Unexpected KeyError")
def test_an_uncaught_exception_becomes_one_sentence_without_its_text(
    hooks: None, notifier: Notifier, area: NoticeArea, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        names: dict[str, int] = {}
        try:
            names["Doe^Jane"]
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    (banner,) = area.banners
    assert banner.text == "Something unexpected went wrong (KeyError). TumorView goes on."
    assert "test_notifier.py" in banner.notice.details
    assert "Doe" not in banner.notice.details
    assert "Doe" not in caplog.text
    assert "test_notifier.py" in caplog.text


@pytest.mark.allow_log("Unexpected ZeroDivisionError")
def test_an_uncaught_exception_on_a_thread_is_shown_too(
    hooks: None, area: NoticeArea, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(area.banners))

    assert "ZeroDivisionError" in shown(area)[0]


def test_an_uncaught_typed_error_keeps_its_sentence(hooks: None, area: NoticeArea) -> None:
    error = TumorViewError("the model is broken")

    sys.excepthook(type(error), error, None)

    assert shown(area) == ["The model is broken."]


def test_the_hooks_are_put_back(notifier: Notifier) -> None:
    before = (sys.excepthook, threading.excepthook)
    undo = install_hooks(notifier)
    assert sys.excepthook is not before[0]

    undo()

    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize("severity", list(Severity))
def test_every_severity_has_a_banner(qtbot: QtBot, severity: Severity) -> None:
    banner = Banner(Notice(severity, "Said"))
    qtbot.addWidget(banner)

    assert banner.text == "Said"
    assert banner.property("severity") == severity.value
