from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import finished, lasting, make_series, read_rows, scan
from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.errors import InferenceError
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.services.batching import BatchingPredictor


class RecordingEngine:
    """A real engine that notes its batches and waits for a start signal."""

    name = "recording"
    device = "GPU of the test"

    def __init__(self, bundle: ModelBundle) -> None:
        self._engine = OnnxEngine(bundle, threads=1)
        self.sizes: list[int] = []
        self.threads: set[str] = set()
        self.go = threading.Event()

    def infer(self, batch: Float32Array) -> EngineOutput:
        assert self.go.wait(10)
        self.sizes.append(len(batch))
        self.threads.add(threading.current_thread().name)
        if bool((batch == 0).all(axis=(1, 2, 3)).any()):
            raise InferenceError("a black frame")
        return self._engine.infer(batch)

    def close(self) -> None:
        self._engine.close()


@pytest.fixture
def bundle(tmp_path: Path) -> ModelBundle:
    make_model(tmp_path / "models")
    return load_bundle(search=[tmp_path / "models"])


def _frames(count: int, *, black: Sequence[int] = ()) -> list[ModalityFrame]:
    rng = np.random.default_rng(0)
    return [
        ModalityFrame(
            SourceRef(Path(f"{number}")),
            (0.0 if number in black else 1.0) * rng.random((64, 64)).astype(np.float32),
            "",
            "MONOCHROME2",
            "MR",
            ImageGeometry(),
        )
        for number in range(count)
    ]


def test_what_waits_is_predicted_together_and_everyone_gets_his_own(bundle: ModelBundle) -> None:
    engine = RecordingEngine(bundle)
    predictor = Predictor(bundle, engine)
    frames = _frames(9)
    with ThreadPoolExecutor(9) as pool, BatchingPredictor(predictor, largest=4) as batching:
        answers = [pool.submit(batching.predict, frame) for frame in frames]
        # All wait by the time that the engine is let go, apart from those of the first batch.
        while batching._queue.qsize() < 5:
            pass
        engine.go.set()
        found = [answer.result() for answer in answers]
    assert [one.source for one in found] == [frame.source for frame in frames]
    alone = [predictor.predict(frame) for frame in frames]
    for one, other in zip(found, alone, strict=True):
        assert one.probabilities.values == pytest.approx(other.probabilities.values, abs=1e-5)
    assert max(engine.sizes) == 4
    assert engine.threads == {"scan-inference", threading.current_thread().name}


def test_a_bad_frame_does_not_take_its_batch_with_it(bundle: ModelBundle) -> None:
    engine = RecordingEngine(bundle)
    engine.go.set()
    frames = _frames(6, black=[2])
    with (
        ThreadPoolExecutor(6) as pool,
        BatchingPredictor(Predictor(bundle, engine), largest=6) as batching,
    ):
        answers = [pool.submit(batching.predict, frame) for frame in frames]
        failed = [number for number, answer in enumerate(answers) if answer.exception()]
    assert failed == [2]


def test_after_the_end_nobody_waits_for_ever(bundle: ModelBundle) -> None:
    engine = RecordingEngine(bundle)
    engine.go.set()
    batching = BatchingPredictor(Predictor(bundle, engine), largest=2)
    with batching:
        batching.predict(_frames(1)[0])
    with pytest.raises(InferenceError, match="ended"):
        batching.predict(_frames(1)[0])


def test_a_scan_on_an_accelerator_gives_the_same_table(
    tmp_path: Path, bundle: ModelBundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    folder = make_series(tmp_path / "in", 30)
    scan(folder, tmp_path / "cpu.csv")
    engine = RecordingEngine(bundle)
    engine.go.set()
    monkeypatch.setattr("tumorview.services.scan_session.open_engine", lambda *_, **__: engine)
    end = finished(scan(folder, tmp_path / "gpu.csv"))
    assert (end.analysed, end.failed) == (30, 0)
    assert engine.threads == {"scan-inference"}

    def comparable(name: str) -> list[dict[str, str]]:
        rows = lasting(read_rows(tmp_path / name))
        return [
            {k: v for k, v in row.items() if k not in {"engine", "device"} and k[:2] != "p_"}
            for row in rows
        ]

    assert comparable("gpu.csv") == comparable("cpu.csv")
