"""Run by `tests.pixel_truth.sitk` in a process of its own: SimpleITK reads files, one at a time.

Reads "number<TAB>path" lines and writes `number.npy` or `number.txt` (why not) into the folder
given. A file that takes too long ends the process, even when it hangs in C++.
"""

from __future__ import annotations

import faulthandler
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK


def main(folder: Path, seconds: float) -> None:
    """Answer every line of standard input."""
    for line in sys.stdin.read().splitlines():
        number, _, path = line.partition("\t")
        faulthandler.dump_traceback_later(seconds, exit=True)
        try:
            values = decoded(path)
        except (RuntimeError, ValueError) as error:
            words = str(error).strip().splitlines()[-1]
            (folder / f"{number}.txt").write_text(words, encoding="utf-8")
        else:
            with (folder / "part").open("wb") as stream:
                np.save(stream, values, allow_pickle=False)
            (folder / "part").rename(folder / f"{number}.npy")
        faulthandler.cancel_dump_traceback_later()


def decoded(path: str) -> npt.NDArray[Any]:
    """Modality values or colour, [frames, rows, columns] or [frames, rows, columns, samples]."""
    reader = SimpleITK.ImageFileReader()
    reader.SetImageIO("GDCMImageIO")
    reader.SetFileName(path)
    image = reader.Execute()
    values = SimpleITK.GetArrayFromImage(image)

    def number(key: str, default: float) -> float:
        return float(image.GetMetaData(key)) if image.HasMetaDataKey(key) else default

    # Two things that GDCM does to grey on its own account are undone: a bit becomes 0 or 255, and
    # MONOCHROME1 is inverted over the range of Bits Stored.
    if number("0028|0100", 0) == 1:
        return values // 255
    photometric = image.GetMetaData("0028|0004") if image.HasMetaDataKey("0028|0004") else ""
    if photometric.strip() == "MONOCHROME1" and number("0028|0103", 0) == 0:
        highest = 2 ** number("0028|0101", 0) - 1
        slope, intercept = number("0028|1053", 1), number("0028|1052", 0)
        return slope * highest + 2 * intercept - values.astype(np.float64)
    return values


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
