"""Files of the user's own that are replaced in one step, readable by nobody else."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def replacing(path: Path, prefix: str) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` when the block ends without an exception.

    It is written beside `path`, under a name that begins with `prefix`, which does not outlive the
    block.

    Raises
    ------
    OSError
        When it cannot be written; an earlier file at `path` is then unharmed.
    """
    descriptor, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
