"""From the answers for single images to one for the series.

The rule. The score of a series is the highest mean probability of a tumour over `NEIGHBOURS`
images that lie next to each other. Beside it stand the number of images in which a tumour is
suspected and the longest run of such images.

Why not the highest single probability: the chance that at least one of n images without a tumour
reaches the threshold grows with n. At a specificity of 0.8 an image, and if images were
independent, 22 images would all be below it in 0.8 ** 22, which is 0.7 %, of the healthy series.
A tumour that can be seen usually reaches over neighbouring images, so a mean of neighbours keeps
what a tumour does and damps what happens in one image alone. Why not the mean of all images: most
images of a series with a tumour do not show it, so that mean says how long the series is.

What it is not. Neither the number nor a threshold on it was measured on series with known answers;
it is not a probability and no decision is made from it. An image that was refused, failed or was
not analysed has no number, takes no part, and ends a run of neighbours: a gap is never filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tumorview.domain.prediction import Prediction
from tumorview.domain.series_answer import SeriesAnswer, SliceAnswer, SliceState, Span

NEIGHBOURS = 3
"""Images in a mean: at the 3 to 6 mm between images of usual head series about 1 to 2 cm."""

_EVEN = 0.5
"""From here on a probability speaks for a tumour where the model has no threshold."""


def slice_answer(prediction: Prediction) -> SliceAnswer:
    """What one image's answer counts as."""
    probability = None if prediction.gate_refused else prediction.probabilities.tumor
    if probability is None:
        return SliceAnswer(SliceState.REFUSED)
    decision = prediction.decision
    suspected = probability >= _EVEN if decision is None else decision.suspected
    return SliceAnswer(SliceState.ANSWERED, probability, suspected)


def pool_series(slices: Sequence[SliceAnswer], neighbours: int = NEIGHBOURS) -> SeriesAnswer:
    """Bring the images of a series, in their order, together by the rule above.

    Raises ValueError when `neighbours` is not positive.
    """
    if neighbours < 1:
        raise ValueError(f"A mean needs at least one image. Received: {neighbours}")
    known = {
        index: one.tumor_probability
        for index, one in enumerate(slices)
        if one.tumor_probability is not None
    }
    score, score_span = _highest_mean(known, len(slices), neighbours)
    runs = list(_runs(slices))
    return SeriesAnswer(
        total=len(slices),
        answered=len(known),
        refused=sum(one.state is SliceState.REFUSED for one in slices),
        failed=sum(one.state is SliceState.FAILED for one in slices),
        suspected=sum(one.suspected for one in slices),
        longest_run=max(runs, key=lambda run: run.length) if runs else None,
        best=max(known, key=lambda index: known[index]) if known else None,
        neighbours=neighbours,
        score=score,
        score_span=score_span,
    )


def _highest_mean(
    known: dict[int, float], total: int, neighbours: int
) -> tuple[float | None, Span | None]:
    best: float | None = None
    span: Span | None = None
    for first in range(total - neighbours + 1):
        values = [known[index] for index in range(first, first + neighbours) if index in known]
        if len(values) < neighbours:
            continue
        mean = sum(values) / neighbours
        if best is None or mean > best:
            best, span = mean, Span(first, first + neighbours - 1)
    return best, span


def _runs(slices: Sequence[SliceAnswer]) -> Iterator[Span]:
    """Runs of neighbouring images that are all suspected, in their order."""
    first: int | None = None
    for index, one in enumerate([*slices, SliceAnswer()]):
        if one.suspected and first is None:
            first = index
        elif not one.suspected and first is not None:
            yield Span(first, index - 1)
            first = None
