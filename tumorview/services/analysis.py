"""Analyse frames one after the other and say how it goes, as a stream of events."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    AnalysisEvent,
    AnalysisFinished,
    AnalysisRequest,
    AnalysisStarted,
    FrameAnalysed,
    FrameFailed,
    Outcome,
)
from tumorview.domain.frames import StoredFrame
from tumorview.domain.source import SourceRef
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.reformat_series import ReformattedRef
from tumorview.inference.predictor import Predictor
from tumorview.services.errors import ReformattedImageError, as_tumorview_error
from tumorview.services.incident import log_incident

_log = logging.getLogger(__name__)

_OPEN_FILES = 2
"""A series may alternate between two multi-frame files; more would only hold memory."""


def analyze(
    request: AnalysisRequest,
    predictor: Predictor | Callable[[], Predictor],
    token: CancelToken,
) -> Generator[AnalysisEvent, None, None]:
    """Analyse the frames of a request in order.

    Yields `AnalysisStarted` once the engine is ready, then one `FrameAnalysed` or `FrameFailed` a
    frame, and in any case exactly one `AnalysisFinished` as the last event:

    - DONE when every frame had its turn, also when some of them failed;
    - CANCELLED when the token was set (checked before each frame) or on Ctrl+C;
    - FAILED with an error when the engine could not be opened or something unforeseen happened.

    `predictor` may be a callable, so that opening the engine happens here, in the caller's thread
    of work. KeyboardInterrupt and SystemExit are raised again after the last event.
    """
    try:
        yield from _analyze_frames(request, predictor, token)
        finished = AnalysisFinished(request.request_id, Outcome.DONE)
    except GeneratorExit:  # the caller has stopped listening
        raise
    except Cancelled:
        finished = AnalysisFinished(request.request_id, Outcome.CANCELLED)
    except KeyboardInterrupt:
        yield AnalysisFinished(request.request_id, Outcome.CANCELLED)
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the request must end in an event
        finished = _failed(request, error)
    except BaseException as error:
        yield _failed(request, error)
        raise
    yield finished


def _analyze_frames(
    request: AnalysisRequest,
    predictor: Predictor | Callable[[], Predictor],
    token: CancelToken,
) -> Iterator[AnalysisEvent]:
    token.raise_if_cancelled()
    if any(isinstance(source, ReformattedRef) for source in request.frames):
        raise ReformattedImageError(
            "the model is not asked about reformatted images: it has learned images as the scanner "
            "made them",
            remedy="Show the series as acquired and analyse that.",
        )
    ready = predictor if isinstance(predictor, Predictor) else predictor()
    token.raise_if_cancelled()
    yield AnalysisStarted(request.request_id, len(request.frames))
    files = _RecentFiles()
    for index, source in enumerate(request.frames):
        token.raise_if_cancelled()
        try:
            prediction = ready.predict(modality_frame(files.read(source)))
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - one bad frame never stops the others
            yield FrameFailed(request.request_id, index, source, _typed(error, source.path))
        else:
            yield FrameAnalysed(request.request_id, index, prediction)


def _failed(request: AnalysisRequest, error: BaseException) -> AnalysisFinished:
    return AnalysisFinished(request.request_id, Outcome.FAILED, _typed(error, None))


def _typed(error: BaseException, path: Path | None) -> TumorViewError:
    if not isinstance(error, TumorViewError):
        log_incident(_log, f"unforeseen {type(error).__name__} while analysing", error)
    return as_tumorview_error(error, path=path)


class _RecentFiles:
    """The last files that were opened, so that a multi-frame file is parsed once a request."""

    def __init__(self) -> None:
        self._files: OrderedDict[Path, ImageFile] = OrderedDict()

    def read(self, source: SourceRef) -> StoredFrame:
        """The frame of `source`; raises what the imaging room raises."""
        file = self._files.pop(source.path, None)
        if file is None:
            file = open_image(source.path)
        self._files[source.path] = file
        while len(self._files) > _OPEN_FILES:
            self._files.popitem(last=False)
        return file.read_frame(source.frame_number)
