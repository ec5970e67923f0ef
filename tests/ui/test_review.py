from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.driving import wait_for_slice
from tests.ui.models import answer
from tumorview.domain.review import LONGEST_COMMENT, FrameKey, Review, Verdict
from tumorview.errors import TumorViewError
from tumorview.services.review_journal import append_review, journal_path, read_reviews, review_of
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.review.bar import ReviewBar

Open = Callable[[MainWindow, Path], MainWindow]


@pytest.fixture
def bar(qtbot: QtBot, qapp: object) -> ReviewBar:
    made = ReviewBar()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def kept(verdict: Verdict = Verdict.REJECTED, comment: str = "cyst", user: str = "") -> Review:
    return review_of(answer(), FrameKey("1.2", None), verdict, comment, user)


def test_buttons_give_the_verdict_with_the_comment(bar: ReviewBar) -> None:
    heard: list[tuple[Verdict, str]] = []
    bar.judged.connect(lambda verdict, comment: heard.append((verdict, comment)))
    bar.accept_button.click()
    bar.comment.setPlainText("edge of the map")
    bar.reject_button.click()
    bar.comment_button.click()
    assert heard == [
        (Verdict.ACCEPTED, ""),
        (Verdict.REJECTED, "edge of the map"),
        (Verdict.COMMENTED, "edge of the map"),
    ]


def test_a_comment_alone_needs_words_and_none_may_be_too_long(bar: ReviewBar) -> None:
    assert not bar.comment_button.isEnabled()
    bar.comment.setPlainText("   ")
    assert not bar.comment_button.isEnabled()
    bar.comment.setPlainText("x" * LONGEST_COMMENT)
    assert bar.comment_button.isEnabled()
    bar.comment.setPlainText("x" * (LONGEST_COMMENT + 1))
    for button in (bar.accept_button, bar.reject_button, bar.comment_button):
        assert not button.isEnabled()
    assert f"{LONGEST_COMMENT:,}" in bar.comment.toolTip()


def test_earlier_judgements_are_shown_with_time_model_and_user(bar: ReviewBar) -> None:
    bar.show_reviews([kept(user="jdoe"), *[kept(Verdict.ACCEPTED, "")] * 6])
    lines = bar.history.text().splitlines()
    assert lines[0].startswith("Rejected by jdoe, 20")
    assert "UTC (brain-4class 01234567, tumour 95.0 %): cyst" in lines[0]
    assert len(lines) == 6
    assert lines[-1] == "and 2 earlier ones"
    bar.show_reviews([])
    assert bar.history.text() == "Not judged yet."


def test_damage_and_failures_are_said_and_the_comment_stays(bar: ReviewBar) -> None:
    bar.show_reviews([], damaged=2)
    assert "2 damaged lines" in bar._note.text()
    bar.comment.setPlainText("look again")
    bar.show_error(TumorViewError("the judgement was not kept", remedy="Free some space."))
    assert bar._note.isVisible()
    assert bar._note.text() == "The judgement was not kept. Free some space."
    assert bar.comment.toPlainText() == "look again"


@pytest.fixture
def analysed(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> MainWindow:
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    write_mr_series(
        tmp_path / "noise", 4, pixels=noise, PatientName="Roe^Rita", PatientID="ID-4711"
    )
    opened(window, tmp_path / "noise")
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_series"].trigger()
    return window


def test_a_judgement_is_kept_for_its_image_and_shown_when_it_comes_back(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    bar = analysed.result_panel.review_bar
    bar.comment.setPlainText("ring is a vessel")
    bar.reject_button.click()
    qtbot.waitUntil(lambda: "ring is a vessel" in bar.history.text())
    assert bar.comment.toPlainText() == ""
    (review,) = read_reviews().reviews
    info = analysed.viewer.frame_info
    assert info is not None
    assert review.frame == FrameKey(info.source.sop_instance_uid, None, 1)
    assert review.user == ""
    QTest.keyClick(analysed.reading.viewport, Qt.Key.Key_Up)
    wait_for_slice(qtbot, analysed, 1)
    qtbot.waitUntil(lambda: bar.history.text() == "Not judged yet.")
    QTest.keyClick(analysed.reading.viewport, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "ring is a vessel" in bar.history.text())


def test_the_journal_names_no_patient_and_no_file(qtbot: QtBot, analysed: MainWindow) -> None:
    analysed.actions_table["accept_result"].trigger()
    qtbot.waitUntil(lambda: bool(read_reviews().reviews))
    content = journal_path().read_text("utf-8")
    for forbidden in ("Roe", "Rita", "ID-4711", "noise", ".dcm", "1960", "Brain"):
        assert forbidden not in content
    assert json.loads(content)["verdict"] == "accepted"


def test_the_login_name_is_kept_by_choice_alone(
    qtbot: QtBot, analysed: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "jdoe")
    bar = analysed.result_panel.review_bar
    assert not bar.login_box.isChecked()
    bar.accept_button.click()
    bar.login_box.click()
    assert analysed.settings.current.review_with_login
    bar.reject_button.click()
    qtbot.waitUntil(lambda: len(read_reviews().reviews) == 2)
    assert [review.user for review in read_reviews().reviews] == ["", "jdoe"]


def test_a_comment_for_one_image_is_not_carried_to_the_next(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    bar = analysed.result_panel.review_bar
    bar.comment.setPlainText("about this image")
    QTest.keyClick(analysed.reading.viewport, Qt.Key.Key_Up)
    wait_for_slice(qtbot, analysed, 1)
    assert bar.comment.toPlainText() == ""


def test_there_is_nothing_to_judge_without_an_answer(
    window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    window.actions_table["result_panel"].trigger()
    assert not window.result_panel.review_bar.isVisible()
    assert not window.actions_table["accept_result"].isEnabled()
    assert not window.actions_table["reject_result"].isEnabled()


def test_a_picture_without_a_uid_is_known_again_under_another_name(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    noise = np.random.default_rng(4).integers(0, 255, (96, 96)).astype(np.uint8)
    first = tmp_path / "Doe.png"
    first.write_bytes(cv2.imencode(".png", noise)[1].tobytes())
    bar = window.result_panel.review_bar
    for path in (first, tmp_path / "renamed.png"):
        if not path.exists():
            first.rename(path)
        opened(window, path)
        with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
            window.actions_table["analyze_image"].trigger()
        if path is first:
            bar.accept_button.click()
        qtbot.waitUntil(lambda: "Accepted" in bar.history.text())
    (review,) = read_reviews().reviews
    assert review.frame.sop_instance_uid is None
    assert len(review.frame.file_sha256 or "") == 64


def test_a_judgement_that_cannot_be_kept_is_said_where_it_was_made(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    bar = analysed.result_panel.review_bar
    journal_path().parent.mkdir(parents=True, exist_ok=True)
    journal_path().mkdir()
    bar.comment.setPlainText("stays")
    bar.accept_button.click()
    qtbot.waitUntil(lambda: "was not kept" in bar._note.text())
    assert bar.comment.toPlainText() == "stays"


def test_what_another_window_kept_is_shown_when_the_image_comes_back(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    bar = analysed.result_panel.review_bar
    bar.accept_button.click()
    qtbot.waitUntil(lambda: "Accepted" in bar.history.text())
    (mine,) = read_reviews().reviews
    append_review(replace(mine, comment="second opinion", verdict=Verdict.REJECTED))
    analysed.viewer.step(-1)
    qtbot.waitUntil(lambda: bar.history.text() == "Not judged yet.")
    analysed.viewer.step(1)
    qtbot.waitUntil(lambda: "second opinion" in bar.history.text())


def test_what_was_judged_just_before_closing_is_kept(
    make_window: Callable[[Settings], MainWindow], analysed: MainWindow
) -> None:
    analysed.result_panel.review_bar.accept_button.click()
    analysed.close()
    assert len(read_reviews().reviews) == 1


def test_the_journal_is_exported_and_a_failure_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    append_review(kept())
    target = tmp_path / "out.csv"
    with qtbot.waitSignal(window.ai_tools.reviews.exported) as done:
        window.ai_tools.reviews.export(target)
    assert done.args[0].count == 1
    with target.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["comment"] for row in csv.DictReader(stream)] == ["cyst"]
    window.ai_tools.reviews.export(tmp_path / "nowhere" / "out.csv")
    qtbot.waitUntil(lambda: bool(window.notices.banners))
