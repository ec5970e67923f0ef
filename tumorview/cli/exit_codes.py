"""What the command line's exit codes mean."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Shown by ``tumorview --help``; scripts rely on them."""

    DONE = 0
    FAILED = 1
    NOTHING_READABLE = 2
    USAGE = 3
    INPUT = 5
    OUTPUT = 6
    PARTIAL = 8
    INTERRUPTED = 130
    TERMINATED = 143

    @property
    def meaning(self) -> str:
        """One line for people."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitCode.DONE: "all done",
    ExitCode.FAILED: "something unexpected, or a model or engine that cannot be used",
    ExitCode.NOTHING_READABLE: "nothing readable was found",
    ExitCode.USAGE: "the command line is wrong",
    ExitCode.INPUT: "the input file or folder is not there or may not be read",
    ExitCode.OUTPUT: "the output cannot be written",
    ExitCode.PARTIAL: "some files or frames failed; each has its row or line",
    ExitCode.INTERRUPTED: "cancelled with Ctrl+C; scan --resume goes on from there",
    ExitCode.TERMINATED: "cancelled by a termination signal; scan --resume goes on from there",
}
