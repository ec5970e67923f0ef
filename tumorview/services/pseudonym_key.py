"""The file with the secret that pseudonyms are made with: reading one, and making a new one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import ClassVar

from tumorview.services.errors import ServiceError

KEY_BYTES = 32
LEAST_BYTES = 32
_LEAST_DIFFERENT = 8
_LARGEST_BYTES = 4096


class PseudonymKeyError(ServiceError):
    """The key file cannot be read or made, or what it holds is no secret."""

    code: ClassVar[str] = "pseudonym_key"


def read_key(path: Path) -> bytes:
    """The key: the file's content without white space at either end.

    Raises
    ------
    PseudonymKeyError
        It cannot be read, is no small plain file, is shorter than 32 bytes, or so uniform that it
        can be guessed.
    """
    try:
        # A pipe or device would block for ever.
        if not path.is_file():
            problem = "is no file" if path.exists() else "is not there"
            raise PseudonymKeyError(
                f"the key file {problem}",
                path=path,
                remedy="Name the file with your key, or add --make-key to make a new one.",
            )
        with path.open("rb") as stream:
            key = stream.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise PseudonymKeyError(
            f"the key file cannot be read: {error.strerror or error}",
            path=path,
            remedy="Check that you may read it.",
        ) from error
    if len(key) > _LARGEST_BYTES:
        raise PseudonymKeyError(
            f"this is no key file: it has more than {_LARGEST_BYTES} bytes",
            path=path,
            remedy="Name the file with your key, or add --make-key to make a new one.",
        )
    key = key.strip()
    if len(key) < LEAST_BYTES or len(set(key)) < _LEAST_DIFFERENT:
        problem = (
            f"the key is too short: {len(key)} bytes where at least {LEAST_BYTES} are needed"
            if len(key) < LEAST_BYTES
            else "the key is so uniform that it can be guessed"
        )
        raise PseudonymKeyError(
            problem, path=path, remedy="Name another file and add --make-key to make a random key."
        )
    return key


def make_key(path: Path) -> bytes:
    """Write a new random key to a file that only its owner may read, and return it.

    Raises
    ------
    PseudonymKeyError
        There is something at `path` already (a key that is lost cannot be made again), or it cannot
        be written.
    """
    key = secrets.token_hex(KEY_BYTES).encode("ascii")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor has no path
            stream.write(key + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError as error:
        raise PseudonymKeyError(
            "there is a file already, and a key is never replaced",
            path=path,
            remedy="Leave out --make-key to use it, or name another file.",
        ) from error
    except OSError as error:
        raise PseudonymKeyError(
            f"the key file cannot be made: {error.strerror or error}",
            path=path,
            remedy="Choose a folder that exists and that you may write to.",
        ) from error
    return key
