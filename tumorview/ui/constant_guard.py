"""Protection against a defect of PySide6 6.12.0 on Python 3.11.

In that release a Qt call that returns nothing, or the result of a comparison, gives back a
reference to None, True or False that it never took (6.11.2 does not). From Python 3.12 on these
objects cannot die (PEP 683); on Python 3.11 their count reaches zero after some thousand calls
and the interpreter aborts with "deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40
"""Ten thousand calls a second would take three years to use them up."""


def keep_constants_alive() -> None:
    """Hold so many references to None, True and False that losing some does no harm."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _MANY // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _MANY
