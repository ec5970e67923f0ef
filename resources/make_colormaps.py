"""Make colormaps.json, the heatmap's look-up tables: ``python resources/make_colormaps.py``.

The tables are sampled once from matplotlib, so that the application draws without importing it.
viridis, magma and inferno (S. van der Walt, N. Smith, 2015) and cividis (J. R. Nunez,
C. R. Anderson, R. S. Renslow, PLOS ONE 2018) rise evenly in lightness and stay in order for
colour-blind readers; their data are in the public domain (CC0).
"""

from __future__ import annotations

import json
from pathlib import Path

import matplotlib as mpl
import numpy as np

NAMES = ("inferno", "magma", "viridis", "cividis", "gray")
ENTRIES = 256


def table(name: str) -> str:
    """256 RGB triples of one map as hexadecimal digits, lowest value first."""
    colors = mpl.colormaps[name].resampled(ENTRIES)(np.arange(ENTRIES))
    return np.rint(colors[:, :3] * 255.0).astype(np.uint8).tobytes().hex()


def main() -> None:
    """Write colormaps.json beside this script."""
    content = {"schema_version": 1, "tables": {name: table(name) for name in NAMES}}
    target = Path(__file__).resolve().with_name("colormaps.json")
    target.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
