"""``python -m tests.decoder_choice``: measure the decoders and write docs/CONFORMANCE.md.

Takes some minutes; each decoder runs in processes of its own. Nothing is downloaded.
"""

from __future__ import annotations

import importlib.metadata
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests import conformance
from tests.decoder_choice.candidates import use_of
from tests.decoder_choice.measure import Score, all_cases, scores

_PACKAGES = ("imagecodecs", "pyjpegls", "pylibjpeg-openjpeg", "opencv-python-headless", "pydicom")


def table(found: Sequence[Score]) -> str:
    """Right frames first, then processes lost, then speed."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    head = (
        "| Family | Decoder | Right | Wrong | Refused | Process ended | Ended by damage "
        "| Time | Licence | Used |"
    )
    rows = [_row(score, _fastest(score, found)) for score in found]
    return "\n".join([f"Measured with {versions}.", "", head, "|---" * 10 + "|", *rows])


def _fastest(score: Score, found: Sequence[Score]) -> float | None:
    times = [s.seconds for s in found if s.family == score.family and s.seconds is not None]
    return min(times, default=None)


def _row(score: Score, fastest: float | None) -> str:
    counts = [score.words[word] for word in ("right", "wrong", "refused", "ended")]
    total = sum(score.words.values())
    time = "" if score.seconds is None or not fastest else f"{score.seconds / fastest:.1f}"
    cells = [
        score.family,
        score.decoder.name,
        f"{counts[0]} of {total}",
        *(str(count) for count in counts[1:]),
        f"{score.ended_by_damage} of {score.damaged}",
        time,
        score.decoder.licence,
        use_of(score.decoder.name, score.family),
    ]
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Measure and write."""
    with tempfile.TemporaryDirectory() as folder:
        found = scores(all_cases(Path(folder)))
    text = conformance.DOCUMENT.read_text(encoding="utf-8")
    text = conformance.between(text, "choice", table(found))
    conformance.DOCUMENT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
