"""What is asked of the results of a scan, and what the answer holds."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tumorview.services.result_rows import RowState, SortColumn

Order = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ResultQuery:
    """Which rows, and in what order.

    Attributes
    ----------
    state, predicted, caution
        Only rows of that state, with that predicted class (its name), with that caution (its
        value); None for all.
    text
        Only rows with it in their path or their reason, without regard to case.
    column
        Sorted by it, equal ones as they came; None for the order in which they came.
    descending
        The other way round.
    """

    state: RowState | None = None
    predicted: str | None = None
    caution: str | None = None
    text: str = ""
    column: SortColumn | None = None
    descending: bool = False

    @property
    def is_filtered(self) -> bool:
        """True when some rows may be left out."""
        return bool(self.state or self.predicted or self.caution or self.text)


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """What there is, whatever the query leaves out.

    Attributes
    ----------
    states
        Rows of each state.
    predicted, cautions
        Rows for each predicted class (its name) and each caution (its value), most frequent first.
    said
        Those of `SOMETIMES_EMPTY` in which a row says something.
    """

    states: dict[RowState, int] = field(default_factory=lambda: dict.fromkeys(RowState, 0))
    predicted: tuple[tuple[str, int], ...] = ()
    cautions: tuple[tuple[str, int], ...] = ()
    said: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The answer to a query.

    Attributes
    ----------
    order
        int64[rows]: ids in the order of the query; read-only.
    kept
        So many ids at the beginning are what they were in the answer before.
    is_merge
        The answer before is to the same query, and all its rows are still there.
    changed
        Ids of rows that say something else than before; None when it is not known which.
    """

    query: ResultQuery
    order: Order
    counts: ResultCounts
    kept: int = 0
    is_merge: bool = False
    changed: frozenset[int] | None = None
