"""What the model says of the images of a series, one by one and brought together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SliceState(StrEnum):
    """What became of one image of a series."""

    WAITING = "waiting"
    """Not analysed."""
    ANSWERED = "answered"
    """It has a probability of a tumour."""
    REFUSED = "refused"
    """The model was asked and gives no number: the input gate, or no class against a tumour."""
    FAILED = "failed"
    """The image could not be read or the model broke down."""


class Silence(StrEnum):
    """Why the score of a series says nothing about its study."""

    NO_SERIES_UID = "no_series_uid"
    """Images of one folder: nothing says that they are of one patient."""
    TOO_MANY_IMAGES = "too_many_images"
    NO_ANSWER = "no_answer"
    """No image has a probability of a tumour."""
    NO_NEIGHBOURS = "no_neighbours"
    """Not as many neighbouring images with an answer as a score is the mean of."""
    ORDER_UNKNOWN = "order_unknown"
    """No positions, so that neighbours in the list need not be neighbours in the head."""
    MOSTLY_REFUSED = "mostly_refused"
    """The model refused more images than it answered."""
    NOT_VALIDATED = "not_validated"
    """An image that the score rests on is of a modality that is unknown, contradicted or not
    validated, or shows many slices side by side."""


@dataclass(frozen=True, slots=True)
class SliceAnswer:
    """One image; `tumor_probability` is None unless it is ANSWERED."""

    state: SliceState = SliceState.WAITING
    tumor_probability: float | None = None
    suspected: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Images `first` to `last` of a series, counted from 0, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many images."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """A series as `inference.pooling.pool_series` sees it.

    Attributes
    ----------
    total, answered, refused, failed
        Images; what is left of `total` was not analysed.
    suspected
        Answered images in which a tumour is suspected.
    longest_run
        The longest run of neighbouring images that are all suspected, None without any.
    best
        The image with the highest probability, the first of several; None without answers.
    neighbours
        How many neighbouring images the score is a mean of.
    score
        The highest mean of so many neighbouring answered images, in 0..1; None where no so many
        neighbours have an answer. Not calibrated.
    score_span
        The images that the score is the mean of.
    """

    total: int
    answered: int
    refused: int
    failed: int
    suspected: int
    longest_run: Span | None
    best: int | None
    neighbours: int
    score: float | None
    score_span: Span | None

    @property
    def waiting(self) -> int:
        """Images that were not analysed."""
        return self.total - self.answered - self.refused - self.failed
