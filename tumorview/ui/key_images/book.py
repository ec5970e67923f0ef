"""Which images are marked. No Qt but signals; knows frames by what they are, not by their place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series, Study


@dataclass(frozen=True, slots=True)
class KeyImage:
    """A marked image and where it lies: slice `index`, counted from 0, of `series`."""

    series: Series
    index: int

    @property
    def source(self) -> SourceRef:
        """The frame itself."""
        return self.series.frames[self.index].source


class KeyImageBook(QObject):
    """The marked images; they stay until the application ends.

    A mark belongs to a frame by path and UIDs, so it is there again when its study is closed and
    opened once more.

    Signals
    -------
    changed()
        An image was marked, or a mark taken away.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marked: set[SourceRef] = set()

    def __contains__(self, source: SourceRef) -> bool:
        return source in self._marked

    def set_marked(self, source: SourceRef, marked: bool) -> None:
        """Mark an image, or take its mark away."""
        if (source in self._marked) is marked:
            return
        if marked:
            self._marked.add(source)
        else:
            self._marked.remove(source)
        self.changed.emit()

    def of_study(self, study: Study | None) -> tuple[KeyImage, ...]:
        """The marked images of `study` in the order of reading: series after series."""
        if study is None or not self._marked:
            return ()
        return tuple(
            KeyImage(series, index) for series in study.series for index in self.of_series(series)
        )

    def of_series(self, series: Series | None) -> tuple[int, ...]:
        """The marked slices of `series`, counted from 0."""
        if series is None or not self._marked:
            return ()
        return tuple(k for k, info in enumerate(series.frames) if info.source in self._marked)


def neighbour(
    keys: tuple[KeyImage, ...], study: Study, series: Series, index: int, step: int
) -> KeyImage | None:
    """The next (`step` 1) or previous (-1) of `keys` from slice `index` of `series`.

    From the last one it goes on with the first; None where there is no other to go to.
    """
    order = {id(one): place for place, one in enumerate(study.series)}
    here = (order.get(id(series), -1), index)
    places = [(order[id(key.series)], key.index) for key in keys]
    ahead = [k for k, place in enumerate(places) if place > here]
    behind = [k for k, place in enumerate(places) if place < here]
    others = [*ahead, *behind] if step > 0 else [*behind[::-1], *ahead[::-1]]
    return keys[others[0]] if others else None
