from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.model_factory import TinyModel, make_model
from tests.ui.models import WatchedEngine, onnx_predictor, watched_predictor, write_frames
from tumorview.domain.events import Outcome
from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.inference.errors import InferenceError, ModelTamperedError
from tumorview.inference.predictor import Predictor
from tumorview.ui.analysis.controller import AnalysisController


@dataclass
class Heard:
    """Everything that a controller said, in order."""

    started: list[tuple[int, int]] = field(default_factory=list)
    analysed: list[tuple[int, int, Prediction]] = field(default_factory=list)
    failed: list[tuple[int, int, SourceRef, TumorViewError]] = field(default_factory=list)
    finished: list[tuple[int, Outcome, TumorViewError | None]] = field(default_factory=list)
    ready: list[tuple[str, str]] = field(default_factory=list)
    engine_errors: list[TumorViewError] = field(default_factory=list)


Listen = Callable[[Callable[[], Predictor]], tuple[AnalysisController, Heard]]


@pytest.fixture
def listen(qtbot: QtBot) -> Iterator[Listen]:
    made: list[AnalysisController] = []

    def make(open_predictor: Callable[[], Predictor]) -> tuple[AnalysisController, Heard]:
        controller, heard = AnalysisController(open_predictor), Heard()
        controller.started.connect(lambda *e: heard.started.append(e))
        controller.frame_analysed.connect(lambda *e: heard.analysed.append(e))
        controller.frame_failed.connect(lambda *e: heard.failed.append(e))
        controller.finished.connect(lambda *e: heard.finished.append(e))
        controller.engine_ready.connect(lambda *e: heard.ready.append(e))
        controller.engine_failed.connect(heard.engine_errors.append)
        made.append(controller)
        return controller, heard

    yield make
    for controller in made:
        assert controller.shutdown()


def test_a_series_is_analysed_in_order_and_its_answers_are_kept(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    make_model(tmp_path)
    frames = write_frames(tmp_path / "series", 4)
    controller, heard = listen(lambda: onnx_predictor(tmp_path))

    request_id = controller.start(frames)
    qtbot.waitUntil(lambda: bool(heard.finished))

    assert heard.started == [(request_id, 4)]
    assert [index for _, index, _ in heard.analysed] == [0, 1, 2, 3]
    assert heard.finished == [(request_id, Outcome.DONE, None)]
    assert not controller.is_busy
    answers = [controller.results(frame) for frame in frames]
    assert [a.source.path for a in answers if a is not None] == [f.path for f in frames]
    (engine,) = heard.ready
    assert engine[0].startswith("ONNX Runtime")


def test_inference_runs_on_one_thread_that_is_not_the_main_one(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    engine = WatchedEngine()
    opened_on: list[int] = []

    def open_predictor() -> Predictor:
        opened_on.append(threading.get_ident())
        return watched_predictor(tmp_path, engine)

    controller, heard = listen(open_predictor)
    for _ in range(2):
        controller.start(write_frames(tmp_path / "series", 3))
        qtbot.waitUntil(lambda: not controller.is_busy)

    assert len(heard.finished) == 2
    assert len(opened_on) == 1
    assert engine.threads == set(opened_on)
    assert threading.get_ident() not in engine.threads


def test_cancelling_in_the_middle_keeps_the_answers_so_far(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    go_on = threading.Semaphore(2)
    engine = WatchedEngine(before=lambda: _take(go_on))
    frames = write_frames(tmp_path / "series", 6)
    controller, heard = listen(lambda: watched_predictor(tmp_path, engine))

    request_id = controller.start(frames)
    qtbot.waitUntil(lambda: len(heard.analysed) == 2)
    controller.cancel()
    go_on.release(6)
    qtbot.waitUntil(lambda: bool(heard.finished))

    assert heard.finished == [(request_id, Outcome.CANCELLED, None)]
    assert 2 <= len(heard.analysed) <= 3
    assert controller.results(frames[0]) is not None
    assert controller.results(frames[-1]) is None


def test_nothing_of_a_replaced_request_gets_through(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    go_on = threading.Semaphore(1)
    engine = WatchedEngine(before=lambda: _take(go_on))
    frames = write_frames(tmp_path / "series", 6)
    controller, heard = listen(lambda: watched_predictor(tmp_path, engine))

    first = controller.start(frames[:5])
    qtbot.waitUntil(lambda: engine.passes == 2)
    second = controller.start(frames[5:])
    heard.analysed.clear()
    go_on.release(9)
    qtbot.waitUntil(lambda: not controller.is_busy)

    assert [request for request, _, _ in heard.analysed] == [second]
    assert heard.finished == [
        (first, Outcome.CANCELLED, None),
        (second, Outcome.DONE, None),
    ]


def test_a_frame_that_cannot_be_read_does_not_stop_the_others(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    frames = write_frames(tmp_path / "series", 3)
    frames[1].path.write_bytes(b"not an image")
    controller, heard = listen(lambda: watched_predictor(tmp_path, WatchedEngine()))

    controller.start(frames)
    qtbot.waitUntil(lambda: bool(heard.finished))

    ((_, index, source, error),) = heard.failed
    assert (index, source) == (1, frames[1])
    assert controller.failure(frames[1]) is error
    assert [i for _, i, _ in heard.analysed] == [0, 2]
    assert heard.finished[0][1] is Outcome.DONE


def test_an_engine_that_raises_fails_each_frame_and_the_next_request_works(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    broken = [True]

    def maybe_fail() -> None:
        if broken[0]:
            raise InferenceError("the engine ran out of memory")

    engine = WatchedEngine(before=maybe_fail)
    frames = write_frames(tmp_path / "series", 2)
    controller, heard = listen(lambda: watched_predictor(tmp_path, engine))

    controller.start(frames)
    qtbot.waitUntil(lambda: len(heard.finished) == 1)
    broken[0] = False
    controller.start(frames)
    qtbot.waitUntil(lambda: len(heard.finished) == 2)

    assert [str(error) for *_, error in heard.failed] == ["the engine ran out of memory."] * 2
    assert len(heard.analysed) == 2
    assert controller.failure(frames[0]) is None


@pytest.mark.allow_log("unforeseen RuntimeError")
def test_an_engine_that_breaks_its_promise_does_not_hang_the_window(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    def raise_anything() -> None:
        raise RuntimeError("a value of the file")

    engine = WatchedEngine(before=raise_anything)
    controller, heard = listen(lambda: watched_predictor(tmp_path, engine))

    controller.start(write_frames(tmp_path / "series", 1))
    qtbot.waitUntil(lambda: bool(heard.finished))

    assert len(heard.failed) == 1
    assert "a value of the file" not in str(heard.failed[0][3])


def test_a_tampered_model_is_refused_and_loads_once_it_is_mended(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    folder = make_model(tmp_path)
    good = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(good + b"\0")
    frames = write_frames(tmp_path / "series", 1)
    controller, heard = listen(lambda: onnx_predictor(tmp_path))

    controller.start(frames)
    qtbot.waitUntil(lambda: len(heard.finished) == 1)
    (folder / "model.onnx").write_bytes(good)
    controller.start(frames)
    qtbot.waitUntil(lambda: len(heard.finished) == 2)

    _, outcome, error = heard.finished[0]
    assert outcome is Outcome.FAILED
    assert isinstance(error, ModelTamperedError)
    assert heard.finished[1][1] is Outcome.DONE
    assert len(heard.analysed) == 1


def test_a_model_of_another_shape_is_refused_with_a_sentence(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    make_model(tmp_path, TinyModel(network_classes=3))
    controller, heard = listen(lambda: onnx_predictor(tmp_path))

    controller.start(write_frames(tmp_path / "series", 1))
    qtbot.waitUntil(lambda: bool(heard.finished))

    _, outcome, error = heard.finished[0]
    assert outcome is Outcome.FAILED
    assert error is not None
    assert error.code == "model_shape_mismatch"


def test_warming_up_says_which_engine_is_ready(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    controller, heard = listen(lambda: watched_predictor(tmp_path, WatchedEngine()))

    controller.warm_up()
    qtbot.waitUntil(lambda: bool(heard.ready))

    assert heard.ready == [("Numpy 1", "CPU, 1 thread")]
    assert heard.finished == []


def test_warming_up_without_a_model_says_why(qtbot: QtBot, listen: Listen, tmp_path: Path) -> None:
    controller, heard = listen(lambda: onnx_predictor(tmp_path))

    controller.warm_up()
    qtbot.waitUntil(lambda: bool(heard.engine_errors))

    assert heard.engine_errors[0].code == "model_not_found"


def test_shutting_down_in_the_middle_ends_the_request_and_the_thread(
    qtbot: QtBot, listen: Listen, tmp_path: Path
) -> None:
    engine = WatchedEngine(before=lambda: time.sleep(0.02))
    controller, heard = listen(lambda: watched_predictor(tmp_path, engine))
    request_id = controller.start(write_frames(tmp_path / "series", 30))
    qtbot.waitUntil(lambda: bool(heard.analysed))

    assert controller.shutdown()

    assert heard.finished == [(request_id, Outcome.CANCELLED, None)]
    assert engine.closed
    assert not [t for t in threading.enumerate() if t.name == "inference"]


def test_forgotten_results_are_gone(qtbot: QtBot, listen: Listen, tmp_path: Path) -> None:
    frames = write_frames(tmp_path / "series", 1)
    controller, heard = listen(lambda: watched_predictor(tmp_path, WatchedEngine()))
    controller.start(frames)
    qtbot.waitUntil(lambda: bool(heard.finished))

    controller.forget_results()

    assert controller.results(frames[0]) is None


def _take(semaphore: threading.Semaphore) -> None:
    assert semaphore.acquire(timeout=30)
