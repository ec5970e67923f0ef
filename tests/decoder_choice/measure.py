"""Each candidate on each case of its families."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tests.decoder_choice import frames
from tests.decoder_choice.candidates import FAMILIES, Candidate, candidates
from tests.decoder_choice.frames import Case

CHECKOUT = Path(__file__).resolve().parents[2]
REPEATS = 7
"""Decodings of a timed frame; the fastest counts."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a decoder made of the cases of a family.

    `words` counts "right", "wrong", "refused" and "ended" over the whole frames;
    `ended_by_damage` are processes that damaged frames brought down, of `damaged` frames;
    `seconds` is for all timed frames, None when one of them was not right.
    """

    decoder: Candidate
    family: str
    words: Counter[str] = field(repr=False)
    damaged: int
    ended_by_damage: int
    seconds: float | None

    @property
    def right(self) -> int:
        """Frames whose values were right."""
        return self.words["right"]


def all_cases(folder: Path) -> list[Case]:
    """Every case, as files in `folder` with the values beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = list(frames.made(folder))
    found = []
    for number, case in enumerate([*frames.from_pydicom(), *made]):
        # Under a name of our own: values are put beside it.
        path = folder / f"case{number}.dcm"
        shutil.copyfile(case.path, path)
        np.save(path.with_suffix(".npy"), np.asarray(case.truth), allow_pickle=False)
        found.append(Case(case.family, path, case.truth, case.tolerance, is_timed=case.is_timed))
    small = (case for case in made if not case.is_timed)
    return [*found, *frames.damaged(small, folder)]


def scores(cases: Sequence[Case], families: Sequence[str] = tuple(FAMILIES)) -> list[Score]:
    """Every candidate of every family, the best first within a family."""
    found = []
    for family in families:
        mine = [case for case in cases if case.family == family]
        rated = [_score(one, family, mine) for one in candidates() if family in one.families]
        rated.sort(key=lambda s: (-s.right, s.ended_by_damage, s.seconds or float("inf")))
        found.extend(rated)
    return found


def _score(decoder: Candidate, family: str, cases: Sequence[Case]) -> Score:
    whole = [case for case in cases if case.truth is not None and not case.is_timed]
    timed = [case for case in cases if case.is_timed]
    broken = [case for case in cases if case.truth is None]
    words = Counter(word for word, _ in _answers(decoder, whole, 1))
    answers = _answers(decoder, timed, REPEATS)
    words.update(word for word, _ in answers)
    is_right = all(word == "right" for word, _ in answers)
    ended = sum(word == "ended" for word, _ in _answers(decoder, broken, 1))
    seconds = sum(taken for _, taken in answers) if is_right and answers else None
    return Score(decoder, family, words, len(broken), ended, seconds)


def _answers(decoder: Candidate, cases: Sequence[Case], repeats: int) -> list[tuple[str, float]]:
    """(word, seconds) for each case; a process that ends costs one case."""
    found: list[tuple[str, float]] = []
    while len(found) < len(cases):
        left = cases[len(found) :]
        lines = "".join(f"{case.tolerance}\t{case.path}\n" for case in left)
        command = [sys.executable, "-m", "tests.decoder_choice.worker", decoder.name, str(repeats)]
        done = subprocess.run(
            command,
            input=lines,
            capture_output=True,
            text=True,
            errors="replace",
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "OPENCV_LOG_LEVEL": "SILENT"},
            check=False,
        )
        for line in done.stdout.splitlines():
            word, _, seconds = line.partition(" ")
            found.append((word, float(seconds)))
        if len(found) < len(cases):
            found.append(("ended", 0.0))
    return found
