"""What to scan and how, and the digest of everything that the rows of a file depend on."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tumorview.inference.engines.select import EngineChoice
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.colormaps import DEFAULT_COLOR_MAP
from tumorview.reporting.csv_report import CsvReport
from tumorview.services.slice_facts import LEVELS_VERSION


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """What to scan and where the results go.

    Attributes
    ----------
    csv_path
        Written whole when the scan ends in any way but FAILED; ``.partial``, ``.journal`` and the
        run report lie beside it.
    resume
        Go on from the journal: a file is skipped when its content, the model and the options are
        the same.
    retry_failed
        With `resume`, also files with failed frames are done again. Failures of the moment (a
        drive that did not answer, too little memory) are tried again in any case.
    heatmap_dir
        A picture of each frame with its heatmap goes there; None for no pictures.
    model_id
        None for the default model.
    workers
        Files worked on at once; None for one more than there are cores.
    pseudonym_key
        File with the secret that ids and paths are replaced by pseudonyms with; None to write them
        as they are.
    parquet_path
        The table goes there as Parquet too; None for the CSV alone.
    parametric_maps
        Beside each picture with a heatmap, the heatmap as a DICOM parametric map. Of no meaning
        without `heatmap_dir`.
    cluster
        Address of a Dask scheduler whose workers do the files; None for this machine. All paths
        are absolute then, and the same on every machine.
    """

    folder: Path
    csv_path: Path
    resume: bool = False
    heatmap_dir: Path | None = None
    model_id: str | None = None
    engine: EngineChoice = EngineChoice.AUTO
    workers: int | None = None
    color_map: str = DEFAULT_COLOR_MAP
    opacity: float = 0.5
    retry_failed: bool = False
    pseudonym_key: Path | None = None
    parquet_path: Path | None = None
    parametric_maps: bool = False
    cluster: str | None = None


def recipe_of(options: ScanOptions, bundle: ModelBundle, report: CsvReport) -> str:
    """Digest of everything besides a file's content that its rows depend on."""
    heatmaps = None
    if options.heatmap_dir is not None:
        folder = os.fsencode(options.heatmap_dir).hex()
        heatmaps = (folder, options.color_map, options.opacity, options.parametric_maps)
    pseudonyms = None if report.pseudonyms is None else report.pseudonyms.fingerprint
    parts = (
        bundle.manifest_sha256,
        bundle.model_sha256,
        report.header,
        heatmaps,
        pseudonyms,
        LEVELS_VERSION,
    )
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
