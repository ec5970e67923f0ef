"""``python -m training data``: audit folders, and split them by group."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_DEFAULT_OUT = Path("runs") / "audit"


def add_data_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add ``data`` with its sub-commands; what they need is imported when they run."""
    data = commands.add_parser("data", help="look into labelled folders, or split them")
    actions = data.add_subparsers(required=True, metavar="ACTION")

    audit = actions.add_parser("audit", help="find copies, leaks, contradictions and shortcuts")
    _add_reading(audit)
    audit.add_argument(
        "--out",
        type=Path,
        default=_DEFAULT_OUT,
        help=f"folder of the report, which shows patients' images (default: {_DEFAULT_OUT})",
    )
    audit.add_argument(
        "--score",
        type=_score,
        default=None,
        help="from which correlation on two images are twins (default: 0.95)",
    )
    audit.set_defaults(command=_audit)

    split = actions.add_parser("split", help="deal groups into folds, stratified by class")
    _add_reading(split)
    split.add_argument("--folds", type=_fold_count, default=5, help="how many (default: 5)")
    split.add_argument("--seed", type=int, default=1, help="deals differently (default: 1)")
    split.add_argument("--out", type=Path, required=True, metavar="FILE", help="JSON file to write")
    split.set_defaults(command=_split)


def _add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("folders", type=Path, nargs="+", metavar="DIR", help="labelled folders")
    command.add_argument(
        "--group-pattern",
        default="",
        metavar="REGEX",
        help="searched in an image's path: its first bracket, or all of it, is the patient",
    )


def _audit(options: argparse.Namespace) -> None:
    # scikit-learn and jinja2 take a second that `--help` need not wait for.
    from training.audit.audit import AuditOptions, run_audit  # noqa: PLC0415
    from training.audit.console import audit_lines  # noqa: PLC0415
    from training.data.adapters import FolderOptions  # noqa: PLC0415
    from training.data.duplicates import TWIN  # noqa: PLC0415

    audit = run_audit(
        AuditOptions(
            folders=tuple(options.folders),
            out=options.out,
            at_least=TWIN if options.score is None else options.score,
            reading=FolderOptions(options.group_pattern, one_class=True),
        )
    )
    for line in audit_lines(audit):
        print(line)
    print(f"\nwrote {options.out / 'audit.html'}")


def _split(options: argparse.Namespace) -> None:
    from training.audit.fold_file import write_fold_file  # noqa: PLC0415 - brings OpenCV
    from training.data.adapters import FolderOptions  # noqa: PLC0415 - beside it

    for line in write_fold_file(
        tuple(options.folders),
        options.out,
        count=options.folds,
        seed=options.seed,
        reading=FolderOptions(options.group_pattern),
    ):
        print(line)
    print(f"wrote {options.out}")


def _score(text: str) -> float:
    score = float(text)
    if not 0.5 <= score <= 1:
        raise argparse.ArgumentTypeError(f"must be 0.5 to 1, not {score}")
    return score


def _fold_count(text: str) -> int:
    count = int(text)
    if count < 2:
        raise argparse.ArgumentTypeError(f"must be at least 2, not {count}")
    return count
