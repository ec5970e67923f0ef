"""``python -m tumorview`` is the command ``tumorview``."""

from __future__ import annotations

import sys

from tumorview.cli import main

if __name__ == "__main__":
    sys.exit(main())
