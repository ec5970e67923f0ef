"""95 % intervals that respect patients.

Slices of one patient are alike, so a bootstrap over slices would give intervals that are far too
narrow; patients (or near-duplicate clusters) are drawn in place of them (Field and Welsh,
"Bootstrapping clustered data", J. R. Statist. Soc. B 2007). A draw is kept as how often it holds
each group, so that figures made of sums cost one matrix product for all draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import stats

FloatArray = npt.NDArray[np.floating]
IntArray = npt.NDArray[np.integer]
BoolArray = npt.NDArray[np.bool_]

DRAWS = 1000
_SEED = 7
_TAILS = (2.5, 97.5)


class Figure(msgspec.Struct, frozen=True):
    """A measured value and its 95 % interval (percentile bootstrap over groups).

    `images` and `groups` are those that it was measured on.
    """

    name: str
    value: float
    interval95: tuple[float, float]
    class_id: str | None = None
    images: int = 0
    groups: int = 0


@dataclass(frozen=True, slots=True)
class GroupDraws:
    """Samples of the groups with replacement; the same groups give the same samples.

    Attributes
    ----------
    of_group
        int[n], the number of each image's group.
    times
        float64[draws, groups], how often a draw holds each group.
    """

    of_group: IntArray
    times: FloatArray

    @classmethod
    def of(cls, groups: Sequence[str], draws: int = DRAWS) -> GroupDraws:
        """Draws of the groups of n images."""
        names, of_group = np.unique(np.array(groups), return_inverse=True)
        random = np.random.default_rng(_SEED)
        times = random.multinomial(names.size, np.full(names.size, 1 / names.size), size=draws)
        return cls(of_group, times.astype(np.float64))

    @property
    def group_count(self) -> int:
        """How many groups there are."""
        return int(self.times.shape[1])

    def totals(self, values: npt.NDArray[np.generic]) -> FloatArray:
        """Sums of float[n, k] over the images of each draw, float64[draws, k]."""
        by_group = np.zeros((self.group_count, values.shape[1]))
        np.add.at(by_group, self.of_group, values.astype(np.float64))
        return np.asarray(self.times @ by_group)

    def weights(self, draw: int) -> FloatArray:
        """float64[n], how often a draw holds each image."""
        return np.asarray(self.times[draw][self.of_group])


def interval_of(drawn: FloatArray, groups: int) -> tuple[float, float]:
    """95 % interval of a share of float[draws] values over so many groups.

    Where every draw gives 0 or every draw gives 1, the bootstrap has nothing to vary; the exact
    binomial interval of as many trials as there are groups takes its place (Clopper and Pearson,
    Biometrika 1934).
    """
    low, high = (float(value) for value in np.percentile(drawn, _TAILS))
    if low == high == 1.0:
        low = float(stats.beta.ppf(0.025, groups, 1))
    elif low == high == 0.0:
        high = float(stats.beta.ppf(0.975, 1, groups))
    return low, high


def ratio(
    name: str,
    above: npt.NDArray[np.generic],
    below: npt.NDArray[np.generic],
    groups: Sequence[str],
    *,
    class_id: str | None = None,
    draws: int = DRAWS,
) -> Figure | None:
    """sum(above) / sum(below) of [n] arrays with its interval; None where `below` is all 0."""
    total = float(below.sum())
    if not total:
        return None
    counted = np.flatnonzero(below)
    own = [groups[int(i)] for i in counted]
    sums = GroupDraws.of(own, draws).totals(np.stack([above[counted], below[counted]], axis=1))
    drawn = sums[sums[:, 1] > 0]
    return Figure(
        name,
        float(above[counted].sum()) / total,
        interval_of(drawn[:, 0] / drawn[:, 1], len(set(own))),
        class_id,
        images=counted.size,
        groups=len(set(own)),
    )


def mean(
    name: str,
    values: FloatArray,
    groups: Sequence[str],
    *,
    class_id: str | None = None,
    draws: int = DRAWS,
) -> Figure | None:
    """Mean of float[n] with its interval; None without any value."""
    return ratio(name, values, np.ones(len(values)), groups, class_id=class_id, draws=draws)
