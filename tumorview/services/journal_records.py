"""What a scan's journal keeps of a file and of an image in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What the journal knows of one finished file.

    Attributes
    ----------
    sha256
        Of the content that its rows were made from; empty when it could not be read.
    recipe
        What made them: model, options and columns.
    frames, failed
        Its frames, and how many of them failed.
    passing
        A failure was of the moment (a drive that did not answer, too little memory), so that the
        same content may do better next time.
    size, modified_ns
        The file's size in bytes and its time of modification, nanoseconds since 1970, when it was
        read; 0 when they could not be told.
    """

    sha256: str
    recipe: str
    frames: int
    failed: int
    passing: bool = False
    size: int = 0
    modified_ns: int = 0

    def holds(self, recipe: str, *, retry_failed: bool) -> bool:
        """True when a file of the same content need not be done again by `recipe`."""
        if self.recipe != recipe or not self.sha256:
            return False
        return self.failed == 0 or not (self.passing or retry_failed)


@dataclass(frozen=True, slots=True)
class SliceRecord:
    """One image as the journal keeps it for the rows a series and a study.

    `study` and `series` tell groups apart and say nothing else; equal ones belong together.
    `facts` is encoded by `services.slice_facts`.
    """

    study: bytes
    series: bytes
    facts: bytes
