"""Keeping the chatter of native libraries off the user's terminal."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator

# absl's log lines below error ("I0000 00:00:17...", "W0000 ..."), and the lines round them.
_CHATTER = re.compile(
    rb"[IW]\d{4} \d\d:\d\d:|WARNING: All log messages before absl|To enable the following instr"
)


@contextlib.contextmanager
def without_native_chatter() -> Iterator[None]:
    """Hold back what is written to stderr in this block and pass on all but absl's chatter.

    TensorFlow logs to file descriptor 2 before it has read TF_CPP_MIN_LOG_LEVEL, so only the
    descriptor itself can be turned. Where there is no stderr (a windowed start) nothing is done.
    """
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (OSError, AttributeError, ValueError):
        yield
        return
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            with contextlib.suppress(OSError, AttributeError, ValueError):
                sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
            held.seek(0)
            for line in held:
                if not _CHATTER.match(line):
                    os.write(2, line)
