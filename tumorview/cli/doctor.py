"""``tumorview doctor``: what works on this machine, said also when things are broken."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np

from tumorview import __version__
from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.logs import log_file
from tumorview.cli.output import print_line, shown
from tumorview.cli.parser import Options
from tumorview.errors import TumorViewError
from tumorview.paths import model_dirs, state_dir

_PACKAGES = (
    "numpy",
    "opencv-python-headless",
    "pydicom",
    "imagecodecs",
    "pyjpegls",
    "pylibjpeg",
    "pylibjpeg-openjpeg",
    "msgspec",
    "onnxruntime",
    "tensorflow",
    "keras",
    "PySide6-Essentials",
)
_OPTIONAL = frozenset({"tensorflow", "keras"})
_TOLERANCE = 1e-4
"""Largest difference of a probability from the model's golden answer."""


class _CheckError(Exception):
    """A check found something that keeps TumorView from working."""


_Lines = Iterator[str]


def run(_options: Options) -> int:
    """Print every check; 0 when TumorView can work here, else 1."""
    print_line(f"TumorView {__version__}")
    problems = 0
    for title, check in _CHECKS:
        print_line()
        print_line(title)
        try:
            for line in check():
                print_line(f"  {line}")
        except Exception as error:  # noqa: BLE001 - the doctor goes on whatever is broken
            problems += 1
            print_line(f"  PROBLEM: {_words(error)}")
    print_line()
    print_line("No problem found." if problems == 0 else f"Problems found: {problems}.")
    return ExitCode.DONE if problems == 0 else ExitCode.FAILED


def _words(error: Exception) -> str:
    if isinstance(error, TumorViewError):
        return error.sentence()
    if isinstance(error, _CheckError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _system() -> _Lines:
    yield f"Python {platform.python_version()} ({sys.executable and shown(sys.executable)})"
    yield platform.platform()
    yield f"{os.cpu_count()} logical cores"


def _packages() -> _Lines:
    missing = []
    for name in _PACKAGES:
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            # A frozen bundle has the code without the metadata; the checks below run it.
            optional = name in _OPTIONAL or hasattr(sys, "_MEIPASS")
            yield f"{name} not found{' (optional)' if optional else ''}"
            if not optional:
                missing.append(name)
    if missing:
        raise _CheckError(f"install: {', '.join(missing)}")


def _decoders() -> _Lines:
    from tumorview.imaging.decoders import decoders  # noqa: PLC0415 - may be what is broken

    missing = []
    for found in decoders():
        yield f"{found.name} ({found.transfer_syntax_uid}): {found.decoder or 'NO DECODER'}"
        if not found.decoder:
            missing.append(found.name)
    if missing:
        raise _CheckError(f"images in these encodings cannot be read: {', '.join(missing)}")


def _models() -> _Lines:
    from tumorview.inference.registry import (  # noqa: PLC0415 - may be what is broken
        list_models,
        load_bundle,
        verify_all,
    )

    listings = list_models()
    if not listings:
        places = ", ".join(shown(place) for place in model_dirs())
        raise _CheckError(f"no model is installed; looked in {places}")
    broken = []
    for listing in listings:
        try:
            if listing.problem is not None:
                raise listing.problem
            verify_all(load_bundle(listing.id))
        except TumorViewError as error:
            broken.append(listing.id)
            yield f"{listing.id}: CANNOT BE USED: {error.sentence()}"
        else:
            yield f"{listing.id} {listing.version}: every file as its manifest states"
    if broken:
        raise _CheckError(f"models that cannot be used: {', '.join(broken)}")


def _engine() -> _Lines:
    from tumorview.inference.engines.select import (  # noqa: PLC0415 - may be what is broken
        nvidia_driver_present,
        open_engine,
        tensorflow_installed,
    )
    from tumorview.inference.probabilities import (  # noqa: PLC0415 - see above
        sigmoid_probabilities,
        softmax_probabilities,
    )
    from tumorview.inference.registry import load_bundle  # noqa: PLC0415 - see above

    yield f"NVIDIA driver: {'present' if nvidia_driver_present() else 'not present'}"
    yield f"TensorFlow: {'installed' if tensorflow_installed() else 'not installed (optional)'}"
    bundle = load_bundle()
    with closing(open_engine(bundle)) as engine:
        yield f"{bundle.manifest.id} runs on {engine.name}, {engine.device}"
        if not bundle.has("golden"):
            yield "the model has no golden answer to compare with"
            return
        with np.load(bundle.verified_path("golden")) as golden:
            inputs, expected = golden["inputs"], golden["probabilities"]
        to_probabilities = (
            sigmoid_probabilities
            if bundle.manifest.activation == "sigmoid"
            else softmax_probabilities
        )
        answer = to_probabilities(
            engine.infer(inputs).logits, bundle.manifest.calibration_temperature
        )
    difference = float(np.abs(answer - expected).max())
    yield f"largest difference from the model's golden answer: {difference:.1e}"
    if not difference <= _TOLERANCE:
        raise _CheckError(f"the answers differ by more than {_TOLERANCE}; do not rely on them here")


def _settings() -> _Lines:
    from tumorview.services.settings import (  # noqa: PLC0415 - may be what is broken
        load_settings,
        settings_path,
    )

    load_settings()
    yield f"settings: {shown(settings_path())}"
    yield f"log: {shown(log_file())}"
    place = state_dir()
    while not place.exists():
        place = place.parent
    if not os.access(place, os.W_OK):
        raise _CheckError(f"{shown(place)} cannot be written, so there will be no log")


_CHECKS: tuple[tuple[str, Callable[[], _Lines]], ...] = (
    ("System", _system),
    ("Packages", _packages),
    ("Decoders", _decoders),
    ("Models", _models),
    ("Engine", _engine),
    ("Settings and log", _settings),
)
