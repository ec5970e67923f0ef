"""The part of tqdm that TumorView uses."""

from typing import TextIO

class tqdm:  # noqa: N801
    monitor_interval: int
    n: int
    def __init__(
        self,
        *,
        total: int,
        initial: int,
        unit: str,
        ncols: int | None,
        dynamic_ncols: bool,
        file: TextIO,
        leave: bool,
    ) -> None: ...
    def set_postfix(self, *, refresh: bool, failed: int) -> None: ...
    def update(self, n: int) -> None: ...
    @classmethod
    def write(cls, s: str, file: TextIO) -> None: ...
    def close(self) -> None: ...
