"""What a run folder says of itself: whose recipe and split it follows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from training.errors import RunError

RUN_NAME = "run.json"


class RunFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a run folder says of itself; `split` is None for the recipe's own fold file.

    `weights_sha256` is that of the trunk it started from, wherever it lay. `precision` is the
    Keras policy: a checkpoint of another one has other variables.
    """

    recipe: str
    fold: int = 0
    weights_sha256: str | None = None
    split: str | None = None
    precision: str = "float32"


def claim_run(run: Path, facts: RunFacts) -> None:
    """Write down whose run a folder holds.

    Raises
    ------
    RunError
        When it holds a run of another recipe, fold, split, trunk or precision.
    """
    path = run / RUN_NAME
    if path.is_file():
        if (found := read_run(run)) != facts:
            raise RunError(
                "the folder holds a run of another recipe, fold, split, trunk or precision",
                path=run,
                received=found,
                remedy="Give another folder with --out.",
            )
        return
    run.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.encode(facts) + b"\n")
    partial.replace(path)


def read_run(run: Path) -> RunFacts:
    """What a run folder says of itself; raises RunError when it is not a run folder."""
    try:
        return msgspec.json.decode((run / RUN_NAME).read_bytes(), type=RunFacts)
    except (OSError, msgspec.DecodeError) as error:
        raise RunError(
            "this is not a run folder",
            path=run,
            remedy="Give the folder that was --out of `python -m training train`.",
        ) from error
