"""What coordinator and workers of a cluster tell each other: plain values, checked on arrival.

Dask itself pickles what it carries. These messages are MessagePack within that, so that an answer
is never more than texts, numbers and bytes, whichever TumorView wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from tumorview.errors import TumorViewError

_LARGEST = (1 << 63) - 1
Count = Annotated[int, Meta(ge=0, le=_LARGEST)]
Sha256 = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?$")]
"""Empty where the content could not be read."""

_LONGEST_SENTENCE = 2000
Sentence = Annotated[str, Meta(max_length=_LONGEST_SENTENCE)]


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all of them."""


class Setup(Message, frozen=True):
    """What holds for a whole scan.

    Attributes
    ----------
    scan
        Random name of this scan; tells it from others that use the same workers.
    version
        Of TumorView.
    folder, heatmap_dir, pseudonym_key
        Paths as the system's bytes; the same on every machine.
    recipe
        See `services.scan_options.recipe_of`.
    limits
        The fields of `imaging.limits.Limits`, in their order.
    """

    scan: str
    version: str
    folder: bytes
    model_id: str
    manifest_sha256: str
    model_sha256: str
    recipe: str
    engine: str
    retry_failed: bool
    heatmap_dir: bytes | None
    color_map: str
    opacity: float
    parametric_maps: bool
    pseudonym_key: bytes | None
    limits: tuple[int, ...]


class Greeting(Message, frozen=True):
    """Asks a worker whether it can take part; `probe` is a file (journal key) that it must see."""

    setup: Setup
    probe: bytes | None


class Reply(Message, frozen=True):
    """`refusal` is a clause that says why not, or empty; `passing` that it may be so later."""

    refusal: Sentence = ""
    passing: bool = False


class Job(Message, frozen=True):
    """One file: its number in the listing, its key in the journal, and its hash at its last scan.

    `earlier_sha256` is empty unless a file of that content need not be done again.
    """

    number: Count
    key: bytes
    earlier_sha256: Sha256 = ""


class Request(Message, frozen=True):
    """Files that a worker is to do, in order."""

    setup: Setup
    jobs: tuple[Job, ...]


class Failure(Message, frozen=True):
    """A `TumorViewError`: its code, its reason with the received value, and its way out."""

    code: str
    reason: Sentence
    remedy: Sentence


class Slice(Message, frozen=True):
    """A `services.journal_records.SliceRecord`: what series and studies are made from."""

    study: Annotated[bytes, Meta(max_length=64)]
    series: Annotated[bytes, Meta(max_length=64)]
    facts: Annotated[bytes, Meta(max_length=1 << 16)]


class Row(Message, frozen=True):
    """One row of the table; `failure` is set for a row without an answer."""

    cells: tuple[str, ...]
    frame: Annotated[int, Meta(ge=1)]
    failure: Failure | None = None
    slice: Slice | None = None


class FileAnswer(Message, frozen=True):
    """What became of one file.

    Attributes
    ----------
    same
        Its content is that of the last scan; there are no rows then.
    seen
        False when the worker finds no such file.
    frames, failed, passing, size, modified_ns
        As in `services.journal.FileRecord`.
    """

    number: Count
    sha256: Sha256
    same: bool
    seen: bool
    frames: Count
    failed: Count
    passing: bool
    size: Count = 0
    modified_ns: Annotated[int, Meta(le=_LARGEST)] = 0
    rows: tuple[Row, ...] = ()


class Answer(Message, frozen=True):
    """The files that were done, in order; those that are missing have to be asked for again.

    `refusal` says that the worker no longer takes part, `ended` is what ends the whole scan.
    """

    files: tuple[FileAnswer, ...] = ()
    refusal: Reply | None = None
    ended: Failure | None = None


class Sealed:
    """Bytes that are not shown: Dask writes the arguments of a failed call into its log."""

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __repr__(self) -> str:
        return f"Sealed({len(self.content)} bytes)"

    def __reduce__(self) -> tuple[type[Sealed], tuple[bytes]]:
        return Sealed, (self.content,)


class InvalidMessageError(Exception):
    """What came is not what was agreed; the text holds nothing of its content."""


_Kind = TypeVar("_Kind", bound=Message)


def sealed(message: Message) -> Sealed:
    """A message on its way."""
    return Sealed(msgspec.msgpack.encode(message))


def opened(content: object, kind: type[_Kind]) -> _Kind:
    """The message of that kind. Raises `InvalidMessageError`."""
    if not isinstance(content, Sealed) or not isinstance(content.content, bytes):
        raise InvalidMessageError(f"a {type(content).__name__} came in place of a message")
    try:
        return msgspec.msgpack.decode(content.content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        # The text of a ValidationError names types and places, never values.
        raise InvalidMessageError(f"no {kind.__name__} ({error})") from error


def failure_of(error: TumorViewError) -> Failure:
    """An error as it travels."""
    reason = error.reason
    if error.received is not None:
        reason += f" (received: {error.received!r})"
    return Failure(error.code, _short(reason), _short(error.way_out))


def error_of(failure: Failure) -> TumorViewError:
    """The error that travelled, of the class that has its code; without its path.

    Raises
    ------
    InvalidMessageError
        When no error has this code.
    """
    for kind in _kinds(TumorViewError):
        if kind.code == failure.code:
            # Some kinds are made from more than a sentence, which is all that has travelled.
            error = kind.__new__(kind)
            TumorViewError.__init__(error, failure.reason, remedy=failure.remedy)
            return error
    raise InvalidMessageError("an error of an unknown code")


def plain(text: str) -> str:
    """Text of another machine as one line of printable characters."""
    return re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()


def _short(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()[:_LONGEST_SENTENCE]


def _kinds(kind: type[TumorViewError]) -> Iterator[type[TumorViewError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
