"""The engine of a scan: opened once, and asked in the way that suits what it runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import cv2

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.inference.engines.base import InferenceEngine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import ModelBundle
from tumorview.machine import available_cores
from tumorview.services.batching import BatchingPredictor
from tumorview.services.heatmap_files import HeatmapStyle
from tumorview.services.scan_options import ScanOptions

_BATCH = 16


def heatmap_style(options: ScanOptions) -> HeatmapStyle | None:
    """How pictures are drawn; None where none were asked for."""
    if options.heatmap_dir is None:
        return None
    return HeatmapStyle(
        options.heatmap_dir, options.color_map, options.opacity, options.parametric_maps
    )


def workers_and_predict(
    options: ScanOptions, bundle: ModelBundle, engine: InferenceEngine, stack: ExitStack
) -> tuple[int, Callable[[ModalityFrame], Prediction]]:
    """How many files to work on at once with this engine, and its answer for one frame."""
    predictor = Predictor(bundle, engine)
    cores = available_cores()
    if engine.device.startswith("CPU"):
        # One more than there are cores: while one waits for a drive, a decoder or the interpreter,
        # another computes.
        return options.workers or cores + 1, predictor.predict
    # Readers block while their frames are on the accelerator, so there must be more of them.
    workers = options.workers or max(_BATCH, cores)
    return workers, stack.enter_context(BatchingPredictor(predictor, _BATCH)).predict


@contextmanager
def opencv_on_one_thread() -> Iterator[None]:
    """The workers fill the cores already; OpenCV's own threads would only get in their way."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)
