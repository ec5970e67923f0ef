"""What a scan on many machines rests on: one writer, the way through Dask, and the work itself.

Measured are, each alone: what the journal takes (listing, rows) and gives (tables), hashing,
decoding, preprocessing and the model on one core, an empty call through Dask, whole scans here
and on clusters of one and two workers on this machine, and what is left to do here for each file.
docs/SCALING.md reckons with these figures.

    python -m benchmarks.bench_scaling [--images 300] [--files 50000]

Needs the extra ``cluster``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from benchmarks.bench_growth import make_many
from benchmarks.bench_scan import StageCosts, measure_stages
from benchmarks.common import Result, head_image, make_folder, write_dicom
from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.events import ScanEvent, ScanFinished, ScanItem, ScanStarted
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle
from tumorview.reporting.csv_report import CsvReport
from tumorview.services.cluster import worker
from tumorview.services.cluster.connection import connected
from tumorview.services.cluster.wire import Sealed
from tumorview.services.journal import Journal
from tumorview.services.journal_records import FileRecord, SliceRecord
from tumorview.services.level_tables import LevelTables
from tumorview.services.levels import Levels
from tumorview.services.scan import ScanOptions, scan_folder
from tumorview.services.scan_worker import row_facts
from tumorview.services.slice_facts import SliceKeeper, facts_of

_SAMPLE = 40
_A_SERIES, _A_STUDY = 60, 300
_CALLS = 300
_PIPELINE = 8
_MEBIBYTE = 1 << 20
_HASHED_MEBIBYTES = 256


@dataclass(frozen=True, slots=True)
class WriterSpeed:
    """The journal alone: files, rows or images a second, and bytes on disk for one row.

    `summed` are the tables of series and studies, `written` is that of frames.
    """

    listed: float
    recorded: float
    written: float
    summed: float
    bytes_a_row: float


@dataclass(frozen=True, slots=True)
class CallCost:
    """An empty call through Dask: alone, several under way, processor time on this side."""

    alone_ms: float
    piped_ms: float
    own_cpu_ms: float


@dataclass(frozen=True, slots=True)
class ScanRun:
    """A whole scan, from its first event after the listing to its end.

    `own_cpu_ms` is the processor time of this process a file: everything where nothing else works,
    what the coordinating machine has to do where workers do the rest.
    """

    workers: int
    files_a_second: float
    own_cpu_ms: float


def measure_writer(place: Path, files: int) -> WriterSpeed:
    """List, record and write `files` files of one image, series of 60, as a scan does."""
    bundle = load_bundle()
    labels = [label.id for label in bundle.manifest.class_labels]
    report = CsvReport(labels)
    row, slices = _example(place, files, labels, report)
    path = place / "speed.journal"
    names = [f"patients/{n // _A_STUDY:05d}/IM{n:07d}.dcm".encode() for n in range(files)]
    record = FileRecord("0" * 64, "recipe", 1, 0, size=524_288, modified_ns=1)
    with Journal(path, resume=False) as journal:
        began = time.perf_counter()
        journal.list_files(names)
        listed = time.perf_counter()
        for name, one in zip(names, slices, strict=True):
            journal.record(name, record, [row], [one])
        journal.commit()
        recorded = time.perf_counter()
        report.write(place / "speed.csv", journal.rows("recipe"))
        written = time.perf_counter()
        LevelTables(Levels(journal, "recipe", labels), bundle).write_csv(place / "speed.csv")
        summed = time.perf_counter()
    return WriterSpeed(
        files / (listed - began),
        files / (recorded - listed),
        files / (written - recorded),
        files / (summed - written),
        path.stat().st_size / files,
    )


def _example(
    place: Path, files: int, labels: list[str], report: CsvReport
) -> tuple[tuple[str, ...], list[SliceRecord]]:
    """The row of one image, and the records of as many images as there are files."""
    bundle = load_bundle()
    path = place / "example.dcm"
    write_dicom(path, head_image(1))
    image = open_image(path)
    with closing(open_engine(bundle, EngineChoice.ONNX, threads=1)) as engine:
        prediction = Predictor(bundle, engine).predict(modality_frame(image.read_frame(1)))
    item = ScanItem(image.header.frames[0].source, "0" * 64, "P-1", "MR", "Benchmark")
    facts = row_facts(item, place, bundle, prediction=prediction)
    known = SliceKeeper(labels, None).record(image.header, facts)
    one = facts_of(known.facts)
    slices = []
    for number in range(files):
        lying = msgspec.structs.replace(
            one, position=(0.0, 0.0, 2.0 * (number % _A_SERIES)), instance_number=number
        )
        study = (number // _A_STUDY).to_bytes(16, "big")
        series = (number // _A_SERIES).to_bytes(16, "big")
        slices.append(SliceRecord(study, series, msgspec.msgpack.encode(lying)))
    return report.row(facts), slices


def measure_hashing(place: Path) -> float:
    """Mebibytes a second of a file that the system still holds in memory."""
    path = place / "hashed"
    path.write_bytes(os.urandom(_MEBIBYTE) * _HASHED_MEBIBYTES)
    began = time.perf_counter()
    with path.open("rb", buffering=0) as stream:
        digest = hashlib.sha256()
        while piece := stream.read(_MEBIBYTE):
            digest.update(piece)
    seconds = time.perf_counter() - began
    path.unlink()
    return _HASHED_MEBIBYTES / seconds


@contextmanager
def local_cluster(place: Path, workers: int) -> Iterator[str]:
    """The address of a scheduler with that many workers of one thread, all on this machine."""
    from tests.unit.services.cluster.processes import Cluster  # noqa: PLC0415 - only for this

    place.mkdir()
    with Cluster(place, Path(os.environ.get("TUMORVIEW_MODELS", ""))) as cluster:
        for _ in range(workers):
            cluster.add_worker()
        yield cluster.address


def measure_call(address: str) -> CallCost:
    """Calls of a function that does nothing."""
    with Attendants() as attendants, connected(address, attendants, CancelToken()) as connection:
        names = list(connection.workers())[:1]

        def call(number: int) -> None:
            connection.client.submit(
                worker.greet, Sealed(b""), key=f"alone-{number}", workers=names, pure=False
            ).result()

        call(0)
        began, cpu = time.perf_counter(), time.process_time()
        for number in range(1, _CALLS + 1):
            call(number)
        alone, own_cpu = time.perf_counter() - began, time.process_time() - cpu
        began = time.perf_counter()
        under_way = []
        for number in range(_CALLS):
            under_way.append(
                connection.client.submit(
                    worker.greet, Sealed(b""), key=f"piped-{number}", workers=names, pure=False
                )
            )
            if len(under_way) == _PIPELINE:
                under_way.pop(0).result()
        for future in under_way:
            future.result()
        piped = time.perf_counter() - began
    return CallCost(*(1e3 * seconds / _CALLS for seconds in (alone, piped, own_cpu)))


def measure_coordination(place: Path, files: int) -> ScanRun:
    """A scan of small images with a tiny model: the workers are fast, so this side has to be."""
    from tests.model_factory import make_model  # noqa: PLC0415 - only for this

    earlier = os.environ.get("TUMORVIEW_MODELS")
    os.environ["TUMORVIEW_MODELS"] = str(make_model(place / "models").parent)
    try:
        folder = make_many(place / "small" / "images", files)
        with local_cluster(place / "cluster-small", 2) as address:
            return measure_scan(folder, place / "small.csv", address, 2)
    finally:
        if earlier is None:
            del os.environ["TUMORVIEW_MODELS"]
        else:
            os.environ["TUMORVIEW_MODELS"] = earlier


def measure_scan(folder: Path, csv_path: Path, address: str | None, workers: int) -> ScanRun:
    """Scan and measure; on this machine with one thread where there is no address."""
    options = ScanOptions(
        folder,
        csv_path,
        engine=EngineChoice.ONNX,
        cluster=address,
        workers=1 if address is None else None,
    )
    began = cpu = 0.0
    files = 0
    last: ScanEvent | None = None
    for last in scan_folder(options, CancelToken()):
        if isinstance(last, ScanStarted):
            files = last.total_files
            began, cpu = time.perf_counter(), time.process_time()
    assert isinstance(last, ScanFinished)
    if last.error is not None:
        raise last.error
    wall, own_cpu = time.perf_counter() - began, time.process_time() - cpu
    return ScanRun(workers, files / wall, 1e3 * own_cpu / files)


def run(images: int, files: int) -> list[Result]:
    """Everything once; the ratios are what counts."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        writer = measure_writer(place, files)
        hashing = measure_hashing(place)
        folder = make_folder(place / "images", images)
        stages = measure_stages(sorted(folder.iterdir())[:_SAMPLE])
        here = measure_scan(folder, place / "here.csv", None, 1)
        there = []
        for workers in (1, 2):
            with local_cluster(place / f"cluster-{workers}", workers) as address:
                if workers == 1:
                    call = measure_call(address)
                # The first one opens the models.
                measure_scan(folder, place / "warm.csv", address, workers)
                there.append(measure_scan(folder, place / f"{workers}.csv", address, workers))
        coordination = measure_coordination(place, files // 10)
    details = _details(images, writer, hashing, stages, [here, *there])
    details |= {"empty_call": asdict(call), "small_files": asdict(coordination)}
    return [
        Result(
            "cores of workers that one coordinating core keeps busy",
            1e3 * stages.total / coordination.own_cpu_ms,
            20.0,
            at_least=True,
            unit="cores",
            details=details,
        ),
        Result(
            "scan on one worker of a cluster over a scan on one thread here",
            there[0].files_a_second / here.files_a_second,
            0.8,
            at_least=True,
            unit="of its speed",
            details=details,
        ),
    ]


def _details(
    images: int,
    writer: WriterSpeed,
    hashing: float,
    stages: StageCosts,
    scans: list[ScanRun],
) -> dict[str, object]:
    return {
        "images": images,
        "journal": asdict(writer),
        "hashed_mebibytes_a_second": hashing,
        "decode_ms": 1e3 * stages.decode,
        "preprocess_ms": 1e3 * stages.preprocess,
        "engine_ms": 1e3 * stages.engine,
        "here_and_on_1_and_2_workers": [asdict(scan) for scan in scans],
        "load_average": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=300)
    parser.add_argument("--files", type=int, default=50_000)
    options = parser.parse_args()
    results = run(options.images, options.files)
    print(json.dumps(results[0].details, indent=2))
    for result in results:
        print(f"{result.name}: {result.measured:.2f}")


if __name__ == "__main__":
    main()
