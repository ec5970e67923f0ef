"""What this machine gives the process."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_M_ARENA_MAX = -8
"""mallopt(3)."""


def available_cores() -> int:
    """Number of cores that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def share_one_heap() -> None:
    """Let threads that start from now on take their memory from the heap that is there.

    glibc gives each thread a heap of its own, where what others have freed cannot be used again: a
    scan of 100,000 files came to hold a tenth more memory than one of 1,000. Other systems are left
    as they are.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - for one system alone

        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def memory_in_use() -> int | None:
    """Bytes of memory that this process holds now, or None where the system does not tell."""
    if sys.platform == "win32":
        return _working_set()
    return _resident_set()


def _resident_set() -> int | None:
    try:
        # proc(5): the second number of statm is the resident set in pages.
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


if sys.platform == "win32":

    def _working_set() -> int | None:
        """Windows: GetProcessMemoryInfo of psapi.h, which kernel32 has with K32 before its name."""
        import ctypes  # noqa: PLC0415 - for one system alone
        from ctypes import wintypes  # noqa: PLC0415 - see above

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                *((f"field_{number}", ctypes.c_size_t) for number in range(8)),
            )

        counters = Counters(cb=ctypes.sizeof(Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        found = ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        # PeakWorkingSetSize comes first of the sizes, then WorkingSetSize.
        return int(counters.field_1) if found else None
