"""Reading tags of files that do not always keep to the standard.

pydicom converts a value when it is first asked for and raises, warns or logs when the value is
malformed. Here an optional tag that makes no sense counts as absent, a tag that the pixels depend
on gives `InvalidTagError`, and nothing is printed or logged: the messages may quote a patient.
"""

from __future__ import annotations

import codecs
import logging
import math
import re
import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pydicom.dataset
import pydicom.filereader
from pydicom import charset, config
from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import DataElement, RawDataElement, convert_raw_data_element
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException
from pydicom.hooks import hooks, raw_element_vr
from pydicom.sequence import Sequence

from tumorview.imaging.errors import InvalidTagError
from tumorview.imaging.limits import has_too_many_items

# Values are checked here, where they are used; pydicom's own check of every value would cost time
# and tell nobody.
config.settings.reading_validation_mode = config.IGNORE
logging.getLogger("pydicom").setLevel(logging.CRITICAL + 1)

CONVERSION_ERRORS = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    NotImplementedError,
    struct.error,
    BytesLengthException,
    # Of a sequence that is cut or nested too deeply; pydicom parses it when it is asked for.
    OSError,
    EOFError,
    RecursionError,
)

_CHARACTER_SETS = frozenset(charset.python_encoding.values())
_RELATED_SETS = ("iso8859-", "cp", "utf-8")


def known_encodings(said: Any) -> list[str]:
    """Python's names for a Specific Character Set, held to character sets.

    pydicom takes the name of any codec that Python has. Some are no character sets and take hours
    for a long text ("idna", "punycode"), and a zero byte in a name cannot even be looked up.
    """
    if isinstance(said, Sequence):
        return [charset.default_encoding]
    try:
        names = charset.convert_encodings(said)
    except ValueError:
        return [charset.default_encoding]
    return [name if _is_character_set(name) else charset.default_encoding for name in names]


def _is_character_set(name: str) -> bool:
    return name in _CHARACTER_SETS or codecs.lookup(name).name.startswith(_RELATED_SETS)


for _module in (pydicom.filereader, pydicom.dataset):
    vars(_module)["convert_encodings"] = known_encodings

_READ_AT_ONCE = {
    0x00020000: "OB",  # File Meta Information Group Length, of which pydicom only logs that it lies
    0x00020010: "UI",
    0x00080005: "CS",
}
"""What pydicom converts while it parses, where a fault would end the parsing, and as what."""


def _value_representation(raw: RawDataElement, data: dict[str, Any], **context: Any) -> None:
    """What pydicom converts an element as: what the standard says, where parsing depends on it."""
    if raw.tag in _READ_AT_ONCE:
        data["VR"] = _READ_AT_ONCE[raw.tag]
    else:
        raw_element_vr(raw, data, **context)


def _character_set(element: RawDataElement | DataElement) -> DataElement:
    """Specific Character Set; pydicom forgets that a sequence of undefined length is parsed."""
    return element if isinstance(element, DataElement) else convert_raw_data_element(element)


hooks.register_callback("raw_element_vr", _value_representation)
vars(pydicom.filereader)["convert_raw_data_element"] = _character_set

LARGEST_NUMBER = 3.4e38
"""What single precision holds."""

MAX_TEXT = 1024
"""Characters that are kept of a text."""

_filter_lock = threading.Lock()
_filter_users = 0
_FILTER: Any = ("ignore", None, Warning, re.compile(r"pydicom\."), 0)


@contextmanager
def quiet_pydicom() -> Iterator[None]:
    """Ignore the Python warnings that pydicom's own modules raise, while any thread is inside.

    `warnings.catch_warnings` puts back the filters of whichever thread leaves last, so threads
    would undo each other; counting the users of one filter does not.
    """
    global _filter_users  # noqa: PLW0603 - the filters themselves are global to the process
    with _filter_lock:
        _filter_users += 1
        if _FILTER not in warnings.filters:
            warnings.filters.insert(0, _FILTER)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        with _filter_lock:
            _filter_users -= 1
            if _filter_users == 0 and _FILTER in warnings.filters:
                warnings.filters.remove(_FILTER)  # type: ignore[attr-defined]


def raw(ds: Dataset, keyword: str) -> Any:
    """The value of a tag as pydicom gives it, or None when absent, empty or malformed.

    A sequence counts as malformed: what is asked for here is a text, numbers or bytes.
    """
    tag = tag_for_keyword(keyword)
    return None if tag is None else value_at(ds, tag)


def value_at(ds: Dataset, tag: int) -> Any:
    """The same for a tag by its number, (group << 16 | element)."""
    value = _converted(ds, tag)
    # Turning an item into text converts all that is nested in it. pydicom quotes the traceback of a
    # fault in there once more at each level, which doubles time and memory with each.
    return None if value is None or value == "" or isinstance(value, Sequence) else value


def sequence(ds: Dataset, keyword: str) -> Sequence | None:
    """A sequence, or None when absent or malformed.

    One of more items than the limits allow counts as malformed: pydicom would parse all.
    """
    tag = tag_for_keyword(keyword)
    value = None if tag is None else _converted(ds, tag)
    return value if isinstance(value, Sequence) else None


def _converted(ds: Dataset, tag: int) -> Any:
    if not has(ds, tag) or _has_too_many_items(ds, tag):
        return None
    try:
        return ds[tag].value
    except CONVERSION_ERRORS:
        return None


def has(ds: Dataset, tag: int) -> bool:
    """Whether an element is there; an eighth of what pydicom's own test costs."""
    return tag in ds.keys()  # noqa: SIM118 - the data set's `in` makes a tag of each number first


def stored_value(ds: Dataset, tag: int) -> Any:
    """The value of an element as it lies there, in bytes if nobody has asked for it before."""
    # Otherwise pydicom converts an empty one, and that may fail.
    return getattr(ds.get_item(tag, keep_deferred=True), "value", None)


def _has_too_many_items(ds: Dataset, tag: int) -> bool:
    value = stored_value(ds, tag)
    return isinstance(value, bytes) and has_too_many_items(value)


def text(ds: Dataset, keyword: str) -> str:
    """A string on one line without control characters; several values joined by a backslash."""
    value = raw(ds, keyword)
    if value is None:
        return ""
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    parts = texts(ds, keyword) if _is_multiple(value) else (str(value),)
    return one_line("\\".join(parts)[:MAX_TEXT])


def one_line(said: str) -> str:
    """`said` with a space for every character that is not printable, without outer spaces."""
    if said.isprintable():
        return said.strip()
    return "".join(c if c.isprintable() else " " for c in said).strip()


def texts(ds: Dataset, keyword: str) -> tuple[str, ...]:
    """All strings of a tag with several values."""
    value = raw(ds, keyword)
    if value is None:
        return ()
    return tuple(str(v).strip() for v in value) if _is_multiple(value) else (str(value).strip(),)


def decimals(ds: Dataset, keyword: str) -> tuple[float, ...]:
    """All numbers of a tag; empty when absent or when any of them is not a finite number."""
    value = raw(ds, keyword)
    if value is None:
        return ()
    try:
        numbers = tuple(float(v) for v in (value if _is_multiple(value) else (value,)))
    except CONVERSION_ERRORS:
        return ()
    return numbers if all(math.isfinite(n) for n in numbers) else ()


def decimal(ds: Dataset, keyword: str) -> float | None:
    """The first number of a tag, or None."""
    numbers = decimals(ds, keyword)
    return numbers[0] if numbers else None


def integer(ds: Dataset, keyword: str) -> int | None:
    """The first whole number of a tag, or None."""
    number = decimal(ds, keyword)
    return int(number) if number is not None and number == int(number) else None


def items(ds: Dataset, keyword: str) -> tuple[Dataset, ...]:
    """The items of a sequence; empty when absent or malformed."""
    return tuple(sequence(ds, keyword) or ())


def first_item(ds: Dataset, keyword: str) -> Dataset | None:
    """The first item of a sequence, or None."""
    found = items(ds, keyword)
    return found[0] if found else None


def uid(ds: Dataset, keyword: str) -> str | None:
    """A UID, or None when absent."""
    return text(ds, keyword).strip("\0 ") or None


def is_present(ds: Dataset, keyword: str) -> bool:
    """True when the tag is in the data set with a value of at least one byte."""
    return _stored(ds, keyword) not in (None, "", b"")


def require_sequence(ds: Dataset, keyword: str, path: Path) -> None:
    """Raise `InvalidTagError` where a tag is there and is no sequence that can be parsed."""
    if is_present(ds, keyword) and sequence(ds, keyword) is None:
        raise invalid(keyword, "cannot be read", path)


def is_number(ds: Dataset, keyword: str) -> bool:
    """True when the text of a present tag is one number, however large or odd."""
    value = _stored(ds, keyword)
    if isinstance(value, Sequence):
        return False
    said = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
    try:
        float(said.strip(" \0"))
    except ValueError:
        return False
    return True


def invalid(keyword: str, reason: str, path: Path, received: object = None) -> InvalidTagError:
    """The error for a tag that the pixels depend on."""
    return InvalidTagError(
        reason, keyword=keyword, tag=tag_for_keyword(keyword) or 0, path=path, received=received
    )


def required_integer(ds: Dataset, keyword: str, path: Path, low: int, high: int) -> int:
    """A whole number from `low` to `high`; `InvalidTagError` when absent or out of range."""
    if not is_present(ds, keyword):
        raise invalid(keyword, "is missing", path)
    number = integer(ds, keyword)
    if number is None or not low <= number <= high:
        received = number if number is not None else _received(ds, keyword)
        raise invalid(keyword, f"must be a whole number from {low} to {high}", path, received)
    return number


def optional_integer(ds: Dataset, keyword: str, path: Path, default: int) -> int:
    """A whole number that changes pixel values: `default` when absent, an error when malformed."""
    if not is_present(ds, keyword):
        return default
    number = integer(ds, keyword)
    if number is None:
        raise invalid(keyword, "must be a whole number", path, _received(ds, keyword))
    return number


def checked_text(ds: Dataset, keyword: str, path: Path) -> str:
    """A text that the pixels depend on: "" when absent or blank, an error when malformed."""
    said = text(ds, keyword)
    # A blank value, once converted, counts as absent.
    if not said and is_present(ds, keyword):
        raise invalid(keyword, "must be a text", path, _received(ds, keyword))
    return said


def optional_number(ds: Dataset, keyword: str, path: Path, default: float) -> float:
    """A number that changes pixel values: `default` when absent, an error when malformed.

    Malformed is also what single precision, in which pixels are computed, cannot hold.
    """
    if not is_present(ds, keyword):
        return default
    number = decimal(ds, keyword)
    if number is None or abs(number) > LARGEST_NUMBER:
        raise invalid(keyword, "must be a number", path, _received(ds, keyword))
    return number


def _received(ds: Dataset, keyword: str) -> str:
    value = _stored(ds, keyword)
    return "a sequence" if isinstance(value, Sequence) else str(value)[:40]


def _stored(ds: Dataset, keyword: str) -> Any:
    tag = tag_for_keyword(keyword)
    return None if tag is None else stored_value(ds, tag)


def _is_multiple(value: Any) -> bool:
    return (
        hasattr(value, "__iter__")
        and not isinstance(value, (str, bytes))
        and not (hasattr(value, "family_name"))
    )
