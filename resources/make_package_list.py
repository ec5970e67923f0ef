"""Make packages.json, the packages that TumorView runs with: ``./dev lock`` does it after locking.

The names come from ``requirements/run.txt``. Versions, licences and their texts are read from what
is installed (tumorview/services/licences.py): they are always those of the files that run.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def locked_names(text: str) -> list[str]:
    """Names of the packages in a requirements file, in its order."""
    return re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", text, re.MULTILINE)


def main() -> None:
    """Write the file."""
    names = locked_names((ROOT / "requirements" / "run.txt").read_text("utf-8"))
    text = json.dumps(names, indent=2) + "\n"
    (ROOT / "resources" / "packages.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
