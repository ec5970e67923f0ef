"""Files that are written whole or not at all.

The content goes into a temporary file beside the target, which takes the target's name at the end:
whoever looks finds the old file or the new one, never a part of it.
"""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Iterator
from pathlib import Path

from tumorview.reporting.errors import OutputError

_REMEDIES = {
    errno.ENOSPC: "Free some space, or choose another disk.",
    errno.EDQUOT: "Free some space, or choose another disk.",
    errno.EFBIG: "Choose another disk; this one takes no file so large.",
    errno.EROFS: "Choose another place; this one can only be read.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.EISDIR: "A folder has this name; choose another one.",
}
_OTHERWISE = "Choose a folder that exists and that you may write to."


def write_whole(path: Path, content: bytes, what: str) -> None:
    """Write `content` to `path`, replacing what was there.

    Raises
    ------
    OutputError
        Naming `what` ("the picture"), when it cannot be written; an earlier file is unharmed.
    """
    with whole_file(path, what) as temporary, temporary.open("xb") as stream:
        stream.write(content)


@contextlib.contextmanager
def whole_file(path: Path, what: str) -> Iterator[Path]:
    """A name beside `path`, with its suffix, to write to; it becomes `path` when the block ends.

    When the block raises, nothing is left behind. An OSError becomes an OutputError.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}{path.suffix or '.tmp'}")
    try:
        try:
            yield temporary
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        raise not_writable(path, what, error) from error


def not_writable(path: Path, what: str, error: OSError) -> OutputError:
    """The error that says why `what` could not be written, and what can be done."""
    return OutputError(
        f"{what} cannot be written ({error.strerror or type(error).__name__})",
        path=path,
        remedy=_REMEDIES.get(error.errno or 0, _OTHERWISE),
    )
