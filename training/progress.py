"""A progress bar for the long loops of training."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterable[Item]:
    """`items`, one after the other, with a bar on standard error."""
    # Its watching thread would outlive a loop that an error ends.
    tqdm.monitor_interval = 0
    return tqdm(items, desc=what, unit="image", mininterval=2.0, total=total)
