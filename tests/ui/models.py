"""Predictors for the tests of the window: a tiny model, slow, broken or watched on demand."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.dicom_factory import write_mr_series
from tests.model_factory import TinyModel, make_model, reference_output
from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import (
    AcquisitionGuess,
    Affine2D,
    Caution,
    ClassLabel,
    ClassProbabilities,
    Heatmap,
    HeatmapKind,
    Prediction,
    TumorDecision,
)
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle

LABELS = tuple(
    ClassLabel(*pair)
    for pair in (
        ("glioma", "Glioma"),
        ("meningioma", "Meningioma"),
        ("pituitary", "Pituitary tumour"),
        ("no_tumor", "No tumour"),
    )
)


class WatchedEngine:
    """The tiny model by plain numpy; remembers its threads and calls `before` each pass."""

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        self.threads: set[int] = set()
        self.passes = 0
        self.closed = False
        self._before = before

    @property
    def name(self) -> str:
        return "Numpy 1"

    @property
    def device(self) -> str:
        return "CPU, 1 thread"

    def infer(self, batch: Float32Array) -> EngineOutput:
        self.threads.add(threading.get_ident())
        self.passes += 1
        self._before()
        return EngineOutput(*reference_output(TinyModel(), batch))

    def close(self) -> None:
        self.closed = True


def watched_predictor(folder: Path, engine: WatchedEngine) -> Predictor:
    """A predictor on a tiny model in `folder` that asks `engine`."""
    if not (folder / "tiny").exists():
        make_model(folder)
    return Predictor(load_bundle("tiny", search=[folder]), engine)


def onnx_predictor(folder: Path) -> Predictor:
    """A predictor on the model in `folder`, as the application opens it."""
    bundle = load_bundle("tiny", search=[folder])
    return Predictor(bundle, open_engine(bundle, EngineChoice.ONNX))


def write_frames(folder: Path, count: int) -> tuple[SourceRef, ...]:
    """An MR series of noise, 96 x 96, as one SourceRef a slice."""
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    paths = write_mr_series(folder, count, pixels=noise)
    return tuple(SourceRef(path) for path in paths)


def answer(
    values: tuple[float, ...] = (0.82, 0.12, 0.01, 0.05),
    *,
    cautions: tuple[Caution, ...] = (),
    refused: bool = False,
    prediction_set: tuple[str, ...] = (),
    labels: tuple[ClassLabel, ...] = LABELS,
    source: SourceRef | None = None,
    decision: TumorDecision | None = None,
    acquisition: AcquisitionGuess | None = None,
    evidence: str = "",
    lesion_map: bool = False,
    set_coverage: float | None = None,
    notices: tuple[ReadingNotice, ...] = (),
) -> Prediction:
    """A made-up answer."""
    source = source or SourceRef(Path("slice.dcm"))
    heatmaps = tuple(
        Heatmap(
            source,
            np.zeros((7, 7), np.float32),
            HeatmapKind.LESION_EVIDENCE if lesion_map else HeatmapKind.CLASS_ACTIVATION,
            class_id,
            Affine2D(1, 0, 0, 0, 1, 0),
            (224, 224),
            (256, 256),
        )
        for class_id in ((None,) if lesion_map else [label.id for label in labels])
    )
    return Prediction(
        source=source,
        probabilities=ClassProbabilities(labels, values, 1.5),
        heatmaps=() if refused else heatmaps,
        model_id="brain-4class",
        model_sha256="0123456789abcdef" * 4,
        cautions=cautions,
        engine="ONNX Runtime 1.2",
        device="CPU, 2 threads",
        milliseconds=31.4,
        prediction_set=prediction_set,
        gate_refused=refused,
        decision=decision,
        acquisition=acquisition,
        evidence=evidence,
        set_coverage=set_coverage,
        notices=notices,
    )


def decided(probability: float, threshold: float = 0.3) -> TumorDecision:
    """A made-up decision."""
    return TumorDecision(
        probability >= threshold, probability, threshold, 0.95, 0.88, "drawn validation data"
    )


def guessed(
    modality: str = "MR",
    sequence: str = "T1",
    *,
    modality_is_clear: bool = True,
    sequence_is_clear: bool = True,
) -> AcquisitionGuess:
    """A made-up answer of an acquisition head."""
    return AcquisitionGuess(
        id=(sequence or modality).lower(),
        sequence=sequence,
        probability=0.91,
        sequence_is_clear=sequence_is_clear,
        modality=modality,
        modality_probability=0.98,
        modality_is_clear=modality_is_clear,
    )


ON_CT = (
    ClassLabel("tumor", "Tumour (type not judged on CT)"),
    ClassLabel("no_tumor", "No tumour"),
)
"""The labels of an answer in which the type of tumour is not told."""
