"""All cases written below one folder, as a careless export would leave them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.hostile.all_cases import FAMILIES
from tests.hostile.case import Case


@dataclass(frozen=True, slots=True)
class Written:
    """A case on disk.

    `folder` is its own and holds what it needs; `path` is what is to be opened.
    """

    family: str
    case: Case
    folder: Path
    path: Path

    @property
    def is_listed(self) -> bool:
        """Whether a listing of the folder has to name it."""
        return self.case.name not in _NOTHING_THERE

    @property
    def expected_in_folder(self) -> frozenset[str]:
        """Outcomes that are right where the folder is opened: archives are not unpacked there."""
        if self.family == "archives":
            return frozenset({"archive_file"})
        return self.case.expected


_NOTHING_THERE = frozenset(
    {"a folder named like a file", "no such file", "a null byte in the name"}
)


def write_cases(root: Path) -> list[Written]:
    """Write every case below `root`, each in a folder ``<family>/<number>``."""
    written = []
    for family, cases in FAMILIES.items():
        for number, case in enumerate(cases):
            folder = root / family / f"{number:03d}"
            folder.mkdir(parents=True)
            written.append(Written(family, case, folder, case.write(folder / "file")))
    return written
