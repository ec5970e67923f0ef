"""Many threads that each want one answer from an engine that is fastest with many at once."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import Prediction
from tumorview.inference.errors import InferenceError
from tumorview.inference.predictor import Predictor

_Waiting = tuple[ModalityFrame, "Future[Prediction]"]


class BatchingPredictor:
    """Gathers the frames that wait and predicts them in one batch; a context manager.

    Nobody waits for a batch to fill up: what has come in while the engine was busy is the next
    batch. The engine runs on one thread of its own.

    Parameters
    ----------
    predictor
        Called with at most `largest` frames at a time.
    largest
        Upper bound of a batch.
    """

    def __init__(self, predictor: Predictor, largest: int) -> None:
        self._predictor = predictor
        self._largest = largest
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="scan-inference", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._lock:
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def predict(self, frame: ModalityFrame) -> Prediction:
        """The answer for one frame; blocks until its batch is done. From any thread.

        Raises
        ------
        TumorViewError
            As `Predictor.predict` does for this frame.
        """
        answer: Future[Prediction] = Future()
        with self._lock:
            if self._closed:
                raise InferenceError("the scan has ended")
            self._queue.put((frame, answer))
        return answer.result()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch = [first]
            ended = False
            while len(batch) < self._largest and not self._queue.empty():
                following = self._queue.get()
                if following is None:
                    ended = True
                    break
                batch.append(following)
            self._answer(batch)
            if ended:
                return

    def _answer(self, batch: list[_Waiting]) -> None:
        try:
            predictions = self._predictor.predict_batch([frame for frame, _ in batch])
        except BaseException as error:  # noqa: BLE001 - handed to those who wait
            if len(batch) == 1:
                batch[0][1].set_exception(error)
            else:
                # One bad frame must not take the others of its batch with it.
                for waiting in batch:
                    self._answer([waiting])
            return
        for (_, answer), prediction in zip(batch, predictions, strict=True):
            answer.set_result(prediction)
