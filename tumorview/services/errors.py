"""What can go wrong while frames are analysed, folders scanned and settings kept."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from tumorview.errors import TumorViewError


class ServiceError(TumorViewError):
    """Base of the services room."""

    code: ClassVar[str] = "service_failed"


class UnexpectedError(ServiceError):
    """A failure that nobody foresaw; its cause is kept for the log."""

    code: ClassVar[str] = "unexpected"


class FramesNotTriedError(ServiceError):
    """The frames before these failed one like the other, so that these were left alone."""

    code: ClassVar[str] = "frames_not_tried"


class OutOfMemoryError(ServiceError):
    """The machine has not enough memory for this frame or this model."""

    code: ClassVar[str] = "out_of_memory"


class ReformattedImageError(ServiceError):
    """The model is not asked about images that were worked out from others."""

    code: ClassVar[str] = "reformatted_image"


class ClusterMissingError(ServiceError):
    """A cluster was to be used and the library for it is not installed."""

    code: ClassVar[str] = "cluster_missing"


class ClusterUnreachableError(ServiceError):
    """There is no scheduler at the address, or the connection to it was lost."""

    code: ClassVar[str] = "cluster_unreachable"


class ClusterWorkersError(ServiceError):
    """No worker of the cluster can take part."""

    code: ClassVar[str] = "cluster_workers"


class WorkerLostError(ServiceError):
    """Each worker that was given this file ended."""

    code: ClassVar[str] = "worker_lost"


class ReviewJournalError(ServiceError):
    """The audit journal cannot be read or written."""

    code: ClassVar[str] = "review_journal"


def as_tumorview_error(error: BaseException, *, path: Path | None = None) -> TumorViewError:
    """`error` itself where it is one of ours, else a typed error with `error` as its cause.

    The sentence names the type of a foreign error only: its text may hold anything, also what
    must not reach a log.
    """
    if isinstance(error, TumorViewError):
        return error
    wrapped: TumorViewError
    if isinstance(error, MemoryError):
        wrapped = OutOfMemoryError(
            "there is not enough memory for it",
            path=path,
            remedy="Close other programs and try again.",
        )
    else:
        wrapped = UnexpectedError(
            f"something went wrong that TumorView did not foresee ({type(error).__name__})",
            path=path,
            remedy="The details are in the log; please report them.",
        )
    wrapped.__cause__ = error
    return wrapped
