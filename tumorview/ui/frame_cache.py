"""Decoded frames, kept within a memory budget."""

from __future__ import annotations

import threading
from collections import OrderedDict

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.source import SourceRef

DEFAULT_BUDGET_BYTES = 512 * 2**20
"""About 500 slices of 512 x 512 as float32."""


class FrameCache:
    """The frames used last, by source, up to a number of bytes. Safe from any thread.

    A frame larger than the whole budget is still held, alone, because it is on screen.
    """

    def __init__(self, budget_bytes: int = DEFAULT_BUDGET_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._bytes = 0
        self._frames: OrderedDict[SourceRef, ModalityFrame] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, source: SourceRef) -> ModalityFrame | None:
        """The frame, now the one used last, or None."""
        with self._lock:
            frame = self._frames.get(source)
            if frame is not None:
                self._frames.move_to_end(source)
            return frame

    def put(self, frame: ModalityFrame) -> None:
        """Keep `frame`; those used longest ago make room."""
        with self._lock:
            known = self._frames.pop(frame.source, None)
            if known is not None:
                self._bytes -= frame_bytes(known)
            self._frames[frame.source] = frame
            self._bytes += frame_bytes(frame)
            self._make_room()

    def set_budget(self, budget_bytes: int) -> None:
        """Keep no more than that from now on."""
        with self._lock:
            self._budget_bytes = budget_bytes
            self._make_room()

    def _make_room(self) -> None:
        while self._bytes > self._budget_bytes and len(self._frames) > 1:
            _, dropped = self._frames.popitem(last=False)
            self._bytes -= frame_bytes(dropped)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._frames.clear()
            self._bytes = 0

    @property
    def budget_bytes(self) -> int:
        """What the kept frames may take."""
        with self._lock:
            return self._budget_bytes

    @property
    def size_bytes(self) -> int:
        """What the kept frames take."""
        with self._lock:
            return self._bytes


def frame_bytes(frame: ModalityFrame) -> int:
    """What `frame` takes: values, masks, colours and overlays."""
    size = frame.values.nbytes + sum(plane.mask.nbytes for plane in frame.overlays.planes)
    if frame.padding_mask is not None:
        size += frame.padding_mask.nbytes
    if frame.supplement is not None:
        size += frame.supplement.mask.nbytes + frame.supplement.colors.nbytes
    return size
