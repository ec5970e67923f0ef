"""The measurements as the tables of docs/CONFORMANCE.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.rendering.cases import Deviation
from tests.rendering.measure import WITHIN, Distance, RealDistance


def letters() -> Mapping[Deviation, str]:
    """The letter of each deviation."""
    return dict(zip(Deviation, "ghijk", strict=False))


def case_table(found: Iterable[Distance]) -> str:
    """One row a group of cases."""
    groups: dict[str, list[Distance]] = {}
    for one in found:
        groups.setdefault(one.case.group, []).append(one)
    rows = [
        f"| {group} | {len(of)} | {max(one.standard for one in of):.2f} | {_beside_dcmtk(of)} |"
        for group, of in groups.items()
    ]
    head = "| Images | Cases | Greys from the standard, at most | Within 1 of dcmtk |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def series_table(found: Iterable[RealDistance], root: Path) -> str:
    """One row a folder of real series."""
    folders: dict[str, list[RealDistance]] = {}
    for one in found:
        parts = one.path.parent.relative_to(root).parts[:2]
        folders.setdefault("/".join(parts), []).append(one)
    rows = [
        f"| real series: {folder} | {len({one.path for one in of})} "
        f"| {len(of)} | {max(one.dcmtk for one in of):g} |"
        for folder, of in sorted(folders.items())
    ]
    head = "| Folder | Images | Pictures | Greys from dcmtk, at most |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def deviation_list() -> str:
    """Why dcmtk lies farther away, a letter each."""
    return "\n".join(f"- ({letter}) {one.value}" for one, letter in letters().items())


def _beside_dcmtk(of: Sequence[Distance]) -> str:
    measured = [one for one in of if one.dcmtk is not None]
    if not measured:
        return "not measured"
    apart = [one for one in measured if one.dcmtk is not None and one.dcmtk > WITHIN]
    if not apart:
        return f"all {len(measured)}"
    why = {letters()[one.case.dcmtk_deviates] for one in apart if one.case.dcmtk_deviates}
    return f"{len(measured) - len(apart)} of {len(measured)} ({', '.join(sorted(why)) or '?'})"
