"""Protection against a defect of PySide6 6.12.0 on Python 3.11.

In that release every call of a Qt method that returns nothing gives back a reference to None that
it never took (6.11.2 does not). From Python 3.12 on None cannot die (PEP 683); on Python 3.11 its
count reaches zero after some thousand calls and the interpreter aborts with "deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40
"""Ten thousand calls a second would take three years to use them up."""


def keep_none_alive() -> None:
    """Hold so many references to None that losing some does no harm; once a process."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _MANY:
        ctypes.c_ssize_t.from_address(id(None)).value += _MANY
