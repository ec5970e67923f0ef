"""The measured verdicts as the tables of docs/CONFORMANCE.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.pixel_truth.measure import NAMES
from tests.pixel_truth.reasons import REASONS, reason_for
from tests.pixel_truth.verdict import Verdict

Verdicts = Mapping[Path, Mapping[str, Verdict]]


def cells(verdicts: Verdicts) -> dict[str, tuple[str, ...]]:
    """{file name: what the table says in the column of each decoder}."""
    return {
        path.name: tuple(_cell(path.name, name, found[name]) for name in NAMES)
        for path, found in verdicts.items()
    }


def _cell(file_name: str, decoder: str, found: Verdict) -> str:
    if found.agrees:
        return found.phrase
    reason = reason_for(decoder, file_name)
    return f"{found.phrase} {'(unexplained)' if reason is None else _mark(REASONS.index(reason))}"


def _mark(index: int) -> str:
    return f"({chr(ord('a') + index)})"


def reasons_list(versions: Mapping[str, str]) -> str:
    """The reasons that the cells point at."""
    said = " and ".join(f"{name} {version}" for name, version in versions.items())
    lines = [f"- {_mark(i)} {r.decoder}: {r.text}." for i, r in enumerate(REASONS)]
    return "\n".join([f"Measured with {said}.", "", *lines])


def folder_table(groups: Iterable[tuple[str, Verdicts]]) -> str:
    """One row a folder: how many files, and how they were read."""
    rows = []
    for label, verdicts in groups:
        said = [_counted(found[name].phrase for found in verdicts.values()) for name in NAMES]
        rows.append(f"| {label} | {len(verdicts)} | {' | '.join(said)} |")
    head = f"| Folder | Files | {' | '.join(NAMES)} |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def _counted(phrases: Iterable[str]) -> str:
    counts = Counter(phrases)
    return ", ".join(f"{number} {phrase}" for phrase, number in counts.most_common())
