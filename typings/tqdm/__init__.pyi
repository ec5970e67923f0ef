"""The part of tqdm that TumorView uses."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

class tqdm:  # noqa: N801
    monitor_interval: int
    initial: int
    n: int
    def __init__(
        self,
        iterable: Iterable[Any] | None = ...,
        *,
        desc: str | None = ...,
        unit: str = ...,
        dynamic_ncols: bool = ...,
        ncols: int | None = ...,
        nrows: int | None = ...,
        file: TextIO | None = ...,
        leave: bool | None = ...,
        total: int | None = ...,
        initial: int = ...,
        mininterval: float = ...,
        disable: bool | None = ...,
    ) -> None: ...
    def __iter__(self) -> Iterator[Any]: ...
    def reset(self, total: int | None = ...) -> None: ...
    def refresh(self) -> None: ...
    def set_postfix(self, *, refresh: bool = ..., failed: int) -> None: ...
    def set_description(self, desc: str | None = ..., refresh: bool = ...) -> None: ...
    def update(self, n: int = ...) -> None: ...
    @classmethod
    def write(cls, s: str, file: TextIO | None = ...) -> None: ...
    def close(self) -> None: ...
