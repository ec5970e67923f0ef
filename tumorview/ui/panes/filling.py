"""Which series come into panes that have none."""

from __future__ import annotations

from collections.abc import Collection

from tumorview.domain.study import Series, Study


def series_to_offer(
    study: Study, beside: Series, shown: Collection[tuple[str, ...]], count: int
) -> tuple[Series, ...]:
    """Up to `count` series of `study` that are not on screen yet, in the order they are filled in.

    They go on from `beside` through the list and round; those of a single image (scouts, summaries)
    come last. `shown` are the keys of what is on screen.
    """
    keys = [series.key for series in study.series]
    start = keys.index(beside.key) if beside.key in keys else -1
    ordered = [*study.series[start + 1 :], *study.series[: start + 1]]
    free = [series for series in ordered if series.key not in shown]
    free.sort(key=lambda series: len(series.frames) == 1)
    return tuple(free[:count])
