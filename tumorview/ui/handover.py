"""What one start of TumorView tells the one that runs already: paths, and nothing else.

A message is a line of its own, then each absolute path, each ended by a NUL, which no path can
hold; a NUL more ends it. Paths are bytes here, because that is what they are to the system. Whoever
can write to the socket can send anything, so a message is checked before it means something.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

HEAD = b"tumorview-open 1\0"
END = b"\0\0"
TAKEN = b"ok"
"""The answer to a message that was understood."""

MOST_PATHS = 1_000
LONGEST_PATH = 32_767
LONGEST_MESSAGE = 1 << 20


class HandoverError(ValueError):
    """What arrived is not a message; its text is safe to be logged."""


def message_of(paths: Iterable[Path]) -> bytes:
    """The message for `paths`; relative ones are taken from the working directory.

    Raises
    ------
    HandoverError
        When there are more paths, or longer ones, than a message may hold.
    """
    message = HEAD + b"".join(os.fsencode(path.absolute()) + b"\0" for path in paths) + b"\0"
    paths_of(message)
    return message


def is_complete(received: bytes) -> bool:
    """True when nothing more is to come."""
    return len(received) > len(HEAD) and received.endswith(END)


def paths_of(message: bytes) -> tuple[Path, ...]:
    """The paths of a message, as they are: whether they exist is for whoever opens them to say.

    Raises
    ------
    HandoverError
        When it is none, or holds what no start of TumorView would have sent.
    """
    if len(message) > LONGEST_MESSAGE:
        raise HandoverError(f"longer than {LONGEST_MESSAGE} bytes")
    if not message.startswith(HEAD) or not is_complete(message):
        raise HandoverError("not a list of paths")
    names = message[len(HEAD) :].removesuffix(b"\0").split(b"\0")[:-1]
    if len(names) > MOST_PATHS:
        raise HandoverError(f"more than {MOST_PATHS} paths")
    if any(len(name) > LONGEST_PATH for name in names):
        raise HandoverError(f"a path of more than {LONGEST_PATH} bytes")
    try:
        paths = tuple(Path(os.fsdecode(name)) for name in names)
    except UnicodeDecodeError:
        raise HandoverError("a path that is no text") from None
    if not all(name and path.is_absolute() for name, path in zip(names, paths, strict=True)):
        raise HandoverError("a path that is not absolute")
    return paths
