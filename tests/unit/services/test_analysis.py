from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.dicom_factory import make_dataset, write_mr_series
from tests.model_factory import make_model
from tumorview.cancel import CancelToken
from tumorview.domain.arrays import Float32Array
from tumorview.domain.events import (
    AnalysisEvent,
    AnalysisFinished,
    AnalysisRequest,
    AnalysisStarted,
    FrameAnalysed,
    FrameFailed,
    Outcome,
)
from tumorview.domain.source import SourceRef
from tumorview.imaging import image_file
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.errors import EngineUnavailableError
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.services import analysis
from tumorview.services.analysis import analyze


@pytest.fixture
def bundle(tmp_path: Path) -> ModelBundle:
    make_model(tmp_path / "models")
    return load_bundle(search=[tmp_path / "models"])


@pytest.fixture
def predictor(bundle: ModelBundle) -> Predictor:
    return Predictor(bundle, OnnxEngine(bundle, threads=1))


@pytest.fixture
def slices(tmp_path: Path) -> list[SourceRef]:
    return [SourceRef(path) for path in write_mr_series(tmp_path / "series", count=4)]


class HookedEngine:
    """Runs a function before each answer of zeros: to fail, to cancel, to count."""

    name = "hooked"
    device = "nowhere"

    def __init__(self, hook: Callable[[int], None]) -> None:
        self._hook = hook
        self.calls = 0

    def infer(self, batch: Float32Array) -> EngineOutput:
        self.calls += 1
        self._hook(self.calls)
        count = len(batch)
        return EngineOutput(
            np.zeros((count, 4), np.float32), np.zeros((count, 8, 8, 4), np.float32)
        )

    def close(self) -> None:
        self.calls = 0


def _fail_with(error: BaseException, on_call: int | None = None) -> Callable[[int], None]:
    def hook(call: int) -> None:
        if on_call in (None, call):
            raise error

    return hook


def _kinds(events: list[AnalysisEvent]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_series_is_analysed_in_order_between_one_start_and_one_end(
    predictor: Predictor, slices: list[SourceRef]
) -> None:
    events = list(analyze(AnalysisRequest(7, tuple(slices)), predictor, CancelToken()))
    assert events[0] == AnalysisStarted(7, 4)
    assert events[-1] == AnalysisFinished(7, Outcome.DONE)
    assert all(event.request_id == 7 for event in events)
    answers = [event for event in events if isinstance(event, FrameAnalysed)]
    assert [answer.index for answer in answers] == [0, 1, 2, 3]
    assert [answer.prediction.source.path for answer in answers] == [s.path for s in slices]


def test_an_answer_is_delivered_before_the_next_frame_is_read(
    predictor: Predictor, slices: list[SourceRef]
) -> None:
    stream = analyze(AnalysisRequest(1, tuple(slices)), predictor, CancelToken())
    assert isinstance(next(stream), AnalysisStarted)
    assert isinstance(next(stream), FrameAnalysed)
    slices[1].path.unlink()
    assert isinstance(next(stream), FrameFailed)


def test_a_request_without_frames_is_done_at_once(predictor: Predictor) -> None:
    events = list(analyze(AnalysisRequest(1, ()), predictor, CancelToken()))
    assert events == [AnalysisStarted(1, 0), AnalysisFinished(1, Outcome.DONE)]


def test_a_file_that_cannot_be_read_fails_alone(
    predictor: Predictor, slices: list[SourceRef], tmp_path: Path
) -> None:
    text = tmp_path / "notes.dcm"
    text.write_text("no image", encoding="utf-8")
    slices[1] = SourceRef(text)
    slices[2] = SourceRef(tmp_path / "missing.dcm")
    slices[3] = dataclasses.replace(slices[3], frame_number=99)
    events = list(analyze(AnalysisRequest(1, tuple(slices)), predictor, CancelToken()))
    assert _kinds(events) == [
        "AnalysisStarted",
        "FrameAnalysed",
        "FrameFailed",
        "FrameFailed",
        "FrameFailed",
        "AnalysisFinished",
    ]
    failed = [event for event in events if isinstance(event, FrameFailed)]
    assert [event.index for event in failed] == [1, 2, 3]
    assert [event.source for event in failed] == slices[1:]
    assert "notes.dcm" in str(failed[0].error)
    assert events[-1] == AnalysisFinished(1, Outcome.DONE)


@pytest.mark.allow_log("unforeseen")
@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (RuntimeError("boom"), "unexpected"),
        (MemoryError(), "out_of_memory"),
        (StopIteration(), "unexpected"),
        (AssertionError(), "unexpected"),
    ],
)
def test_whatever_a_frame_raises_the_others_go_on(
    bundle: ModelBundle, slices: list[SourceRef], raised: Exception, code: str
) -> None:
    broken = Predictor(bundle, HookedEngine(_fail_with(raised, on_call=2)))
    events = list(analyze(AnalysisRequest(1, tuple(slices)), broken, CancelToken()))
    failed = [event for event in events if isinstance(event, FrameFailed)]
    assert [(event.index, event.error.code) for event in failed] == [(1, code)]
    assert failed[0].error.__cause__ is raised
    assert failed[0].error.path == slices[1].path
    assert _kinds(events).count("FrameAnalysed") == 3
    assert events[-1] == AnalysisFinished(1, Outcome.DONE)


@pytest.mark.allow_log("unforeseen")
def test_the_text_of_a_foreign_error_is_neither_shown_nor_logged(
    bundle: ModelBundle, slices: list[SourceRef], caplog: pytest.LogCaptureFixture
) -> None:
    engine = HookedEngine(_fail_with(RuntimeError("Doe^Jane")))
    caplog.set_level("DEBUG")
    events = list(
        analyze(AnalysisRequest(1, (slices[0],)), Predictor(bundle, engine), CancelToken())
    )
    assert "Doe" not in str(events)
    assert "unforeseen RuntimeError" in caplog.text
    assert "infer" in caplog.text  # where it happened
    assert "Doe" not in caplog.text


def test_cancelling_stops_before_the_next_frame(
    bundle: ModelBundle, slices: list[SourceRef]
) -> None:
    token = CancelToken()
    engine = HookedEngine(lambda call: token.cancel() if call == 2 else None)
    events = list(analyze(AnalysisRequest(1, tuple(slices)), Predictor(bundle, engine), token))
    assert _kinds(events) == [
        "AnalysisStarted",
        "FrameAnalysed",
        "FrameAnalysed",
        "AnalysisFinished",
    ]
    assert events[-1] == AnalysisFinished(1, Outcome.CANCELLED)
    assert engine.calls == 2


def test_a_request_that_is_cancelled_before_it_starts_opens_no_engine() -> None:
    token = CancelToken()
    token.cancel()

    def open_predictor() -> Predictor:
        raise AssertionError("opened")

    events = list(analyze(AnalysisRequest(1, ()), open_predictor, token))
    assert events == [AnalysisFinished(1, Outcome.CANCELLED)]


def test_a_predictor_may_be_opened_by_the_stream_in_its_own_thread(
    predictor: Predictor, slices: list[SourceRef]
) -> None:
    opened_in: list[int] = []
    events: list[AnalysisEvent] = []

    def open_predictor() -> Predictor:
        opened_in.append(threading.get_ident())
        return predictor

    def work() -> None:
        events.extend(analyze(AnalysisRequest(1, (slices[0],)), open_predictor, CancelToken()))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert opened_in == [worker.ident]
    assert events[-1] == AnalysisFinished(1, Outcome.DONE)


def test_an_engine_that_cannot_be_opened_ends_the_request_with_its_error() -> None:
    error = EngineUnavailableError("TensorFlow is not installed")

    def open_predictor() -> Predictor:
        raise error

    source = SourceRef(Path("a.dcm"))
    events = list(analyze(AnalysisRequest(3, (source,)), open_predictor, CancelToken()))
    assert events == [AnalysisFinished(3, Outcome.FAILED, error)]


@pytest.mark.allow_log("unforeseen")
@pytest.mark.parametrize("raised", [MemoryError(), RuntimeError("x"), OSError("y")])
def test_whatever_opening_raises_the_request_ends_in_a_typed_error(raised: Exception) -> None:
    def open_predictor() -> Predictor:
        raise raised

    (event,) = analyze(AnalysisRequest(3, ()), open_predictor, CancelToken())
    assert isinstance(event, AnalysisFinished)
    assert event.outcome is Outcome.FAILED
    assert event.error is not None
    assert event.error.__cause__ is raised


def test_ctrl_c_ends_the_request_and_is_passed_on(
    bundle: ModelBundle, slices: list[SourceRef]
) -> None:
    engine = HookedEngine(_fail_with(KeyboardInterrupt(), on_call=2))
    stream = analyze(AnalysisRequest(1, tuple(slices)), Predictor(bundle, engine), CancelToken())
    events: list[AnalysisEvent] = []
    with pytest.raises(KeyboardInterrupt):
        _collect(stream, events)
    assert _kinds(events) == ["AnalysisStarted", "FrameAnalysed", "AnalysisFinished"]
    assert events[-1] == AnalysisFinished(1, Outcome.CANCELLED)


@pytest.mark.allow_log("unforeseen")
def test_an_exit_ends_the_request_as_failed_and_is_passed_on(
    bundle: ModelBundle, slices: list[SourceRef]
) -> None:
    engine = HookedEngine(_fail_with(SystemExit(4)))
    stream = analyze(AnalysisRequest(1, tuple(slices)), Predictor(bundle, engine), CancelToken())
    events: list[AnalysisEvent] = []
    with pytest.raises(SystemExit):
        _collect(stream, events)
    last = events[-1]
    assert isinstance(last, AnalysisFinished)
    assert last.outcome is Outcome.FAILED


def _collect(stream: Iterator[AnalysisEvent], events: list[AnalysisEvent]) -> None:
    for event in stream:
        events.append(event)  # noqa: PERF402 - what came before an exception must be kept


def test_a_listener_that_stops_listening_ends_the_stream_quietly(
    predictor: Predictor, slices: list[SourceRef]
) -> None:
    stream = analyze(AnalysisRequest(1, tuple(slices)), predictor, CancelToken())
    next(stream)
    stream.close()
    assert list(stream) == []


def test_a_multi_frame_file_is_parsed_once_a_request(
    predictor: Predictor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def counting_open(path: Path) -> image_file.ImageFile:
        opened.append(path)
        return image_file.open_image(path)

    monkeypatch.setattr(analysis, "open_image", counting_open)
    rng = np.random.default_rng(0)
    paths = [tmp_path / "a.dcm", tmp_path / "b.dcm"]
    for path in paths:
        pixels = rng.integers(0, 1000, (5, 70, 80), dtype=np.uint16)
        make_dataset(pixels).save_as(path, enforce_file_format=True)
    # The two files take turns, as in a series of interleaved acquisitions.
    frames = tuple(SourceRef(path, frame_number=n) for n in range(1, 6) for path in paths)
    events = list(analyze(AnalysisRequest(1, frames), predictor, CancelToken()))
    assert _kinds(events).count("FrameAnalysed") == 10
    assert sorted(opened) == paths
    answers = {
        event.prediction.probabilities.values
        for event in events
        if isinstance(event, FrameAnalysed)
    }
    assert len(answers) == 10  # every frame was read, not one frame ten times
