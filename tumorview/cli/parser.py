"""The grammar of the command line."""

from __future__ import annotations

import argparse
import difflib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tumorview import __version__
from tumorview.cli.exit_codes import ExitCode
from tumorview.imaging.limits import LARGEST_FACTOR

_DESCRIPTION = """\
Shows what a tumour model sees in brain images and how far to trust it.
Research use only; not cleared as a medical device.

  tumorview [PATH ...]        open the window, on these files or folders
  tumorview analyze PATH      the model's answer for one file or folder
  tumorview scan FOLDER       a whole folder into a CSV table
  tumorview watch FOLDER      what arrives in a folder into a CSV table
  tumorview models            the installed models
  tumorview doctor            what works on this machine and what does not
  tumorview errors [CODE]     what an error code means and what can be done"""

_LONGEST_SECONDS = 86_400.0

COMMANDS = ("gui", "analyze", "scan", "watch", "models", "doctor", "errors")


NEW_WINDOW = "--new-window"


class UsageError(Exception):
    """The command line cannot be understood or names something that is not there."""

    def __init__(self, sentence: str, exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for; a field that a command does not have keeps its default."""

    command: Callable[[Options], int] | None
    paths: tuple[Path, ...] = ()
    verbose: bool = False
    json: bool = False
    heatmap: Path | None = None
    model: str | None = None
    engine: str = "auto"
    frame: int | None = None
    csv: Path | None = None
    resume: bool = False
    heatmaps: Path | None = None
    parametric_maps: bool = False
    workers: int | None = None
    codes: tuple[str, ...] = ()
    limits: int = 1
    retry_failed: bool = False
    pseudonyms: Path | None = None
    make_key: bool = False
    parquet: Path | None = None
    cluster: str | None = None
    settle: float = 5.0
    poll: float = 2.0
    new_window: bool = False


class _Parser(argparse.ArgumentParser):
    """Raises `UsageError`, where argparse would print and exit with a code of its own."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}. See: {self.prog} --help")


def parse(arguments: Sequence[str]) -> Options:
    """Understand the arguments; `command` is None when --help or --version was all.

    A first word that is no command is a file or folder to open in the window.

    Raises
    ------
    UsageError
        With a sentence that says what is wrong and the exit code.
    """
    given = list(arguments)
    if not given:
        given = ["gui"]
    elif given[0] == NEW_WINDOW:
        given = ["gui", *given]
    elif given[0] not in COMMANDS and (not given[0].startswith("-") or given[0] == "--"):
        paths = given[1:] if given[0] == "--" else given
        _refuse_typos(paths)
        given = ["gui", *given]
    try:
        found = _build().parse_args(given)
    except SystemExit:
        return Options(None)
    values = vars(found)
    if values.get("make_key") and values["pseudonyms"] is None:
        raise UsageError("--make-key needs --pseudonyms KEYFILE, which says where the key goes.")
    if values.get("parametric_maps") and values["heatmaps"] is None:
        raise UsageError("--parametric-maps needs --heatmaps DIR, which says where they go.")
    if values.get("cluster") is not None and values["workers"] is not None:
        raise UsageError(
            "--workers is for this machine; how many files a worker of the cluster does at once is "
            "said where it is started (dask worker --nthreads N)."
        )
    command = values.pop("name", None)
    if command is None:
        raise UsageError("no command was given. See: tumorview --help")
    for name in ("paths", "codes"):
        values[name] = tuple(values.get(name, ()))
    return Options(command=_commands()[command], **values)


def _refuse_typos(words: Sequence[str]) -> None:
    """A first word that is neither a command nor a path is more likely a misspelt command."""
    if not words or os.path.lexists(words[0]):
        return
    word = words[0]
    if os.sep not in word and "." not in word:
        close = difflib.get_close_matches(word.lower(), COMMANDS, n=1, cutoff=0.6)
        if close:
            raise UsageError(f"there is no command {word!r}. Did you mean: tumorview {close[0]}?")
    raise UsageError(
        f"{word!r} is neither a file or folder nor a command. See: tumorview --help",
        ExitCode.INPUT,
    )


def _build() -> _Parser:
    codes = "\n".join(f"  {code.value:<4} {code.meaning}" for code in ExitCode)
    parser = _Parser(
        prog="tumorview",
        description=_DESCRIPTION,
        epilog=f"exit codes:\n{codes}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="tumorview [--version] [--help] [COMMAND or PATH ...]",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"TumorView {__version__}")
    commands = parser.add_subparsers(dest="name", metavar="COMMAND", parser_class=_Parser)

    def add(name: str, text: str) -> _Parser:
        command: _Parser = commands.add_parser(
            name, help=text, description=text, allow_abbrev=False
        )
        command.add_argument(
            "--verbose", action="store_true", help="also log details, such as file paths"
        )
        return command

    gui = add("gui", "Open the window.")
    gui.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders to open")

    gui.add_argument(
        NEW_WINDOW,
        action="store_true",
        help="in a window of its own, also where one is there already",
    )

    analyze = add("analyze", "The model's answer for a file, or for all images of a folder.")
    analyze.add_argument("paths", nargs=1, type=Path, metavar="PATH", help="file or folder")
    analyze.add_argument("--json", action="store_true", help="machine-readable answer")
    analyze.add_argument(
        "--heatmap", type=Path, metavar="PNG", help="write the frame with its heatmap there"
    )
    analyze.add_argument(
        "--frame", type=_positive, metavar="N", help="only this frame of the file, counted from 1"
    )
    _add_limits(analyze)
    _add_model_options(analyze)

    scan = add("scan", "Analyse a whole folder into a CSV table with one row a frame.")
    scan.add_argument("paths", nargs=1, type=Path, metavar="FOLDER")
    scan.add_argument("--csv", type=Path, required=True, metavar="OUT", help="the table to write")
    scan.add_argument(
        "--resume", action="store_true", help="go on with a scan that was cancelled or killed"
    )
    scan.add_argument(
        "--retry-failed",
        action="store_true",
        help="go on with a scan and also do the files again that failed",
    )
    scan.add_argument(
        "--parquet", type=Path, metavar="FILE", help="write the table there as Parquet too"
    )
    scan.add_argument(
        "--cluster",
        type=_address,
        metavar="ADDRESS",
        help="let the workers of the Dask cluster with this scheduler do it (HOST:PORT, "
        "tls://HOST:PORT); paths are the same on all machines",
    )
    _add_table_options(scan)

    watch = add(
        "watch", "Analyse what arrives in a folder, until Ctrl+C; one row a frame in a CSV table."
    )
    watch.add_argument("paths", nargs=1, type=Path, metavar="FOLDER")
    watch.add_argument(
        "--csv", type=Path, required=True, metavar="OUT", help="the table to write or go on with"
    )
    watch.add_argument(
        "--settle",
        type=_seconds,
        default=5.0,
        metavar="SECONDS",
        help="how long a file must not have changed before it is analysed (default: 5)",
    )
    watch.add_argument(
        "--poll",
        type=_seconds,
        default=2.0,
        metavar="SECONDS",
        help="how often the folder is looked at (default: every 2)",
    )
    _add_table_options(watch)

    models = add("models", "List the installed models.")
    models.add_argument("--json", action="store_true", help="machine-readable list")
    add("doctor", "Say what works on this machine: versions, engines, decoders, models.")
    errors = add("errors", "Say what error codes mean and what can be done about them.")
    errors.add_argument("codes", nargs="*", metavar="CODE", help="all of them without any")
    return parser


def _add_table_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--heatmaps", type=Path, metavar="DIR", help="write a picture with heatmap of each frame"
    )
    parser.add_argument(
        "--parametric-maps",
        action="store_true",
        help="with --heatmaps: each heatmap as a DICOM parametric map beside its picture too",
    )
    parser.add_argument(
        "--workers",
        type=_positive,
        metavar="N",
        help="files at once (default: one more than cores)",
    )
    parser.add_argument(
        "--pseudonyms",
        type=Path,
        metavar="KEYFILE",
        help="write pseudonyms in place of ids and paths, made with the secret in this file",
    )
    parser.add_argument(
        "--make-key", action="store_true", help="make KEYFILE with a new random secret first"
    )
    _add_limits(parser)
    _add_model_options(parser)


def _add_model_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="ID", help="model to use (default: the first one)")
    parser.add_argument(
        "--engine",
        choices=("auto", "onnx", "keras"),
        default="auto",
        help="what runs the model (default: auto, TensorFlow only where it has a GPU)",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limits",
        type=_limit_factor,
        default=1,
        metavar="N",
        help="let a file ask for N times as much memory, frames and elements as usual, for files "
        f"that you trust (1 to {LARGEST_FACTOR})",
    )


def _limit_factor(text: str) -> int:
    number = _positive(text)
    if number > LARGEST_FACTOR:
        raise argparse.ArgumentTypeError(f"at most {LARGEST_FACTOR} was expected, not {text!r}")
    return number


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 was expected, not {text!r}")
    return number


def _address(text: str) -> str:
    from tumorview.services.cluster.connection import is_address  # noqa: PLC0415 - see below

    if not is_address(text):
        raise argparse.ArgumentTypeError(
            f"HOST:PORT, tcp://HOST:PORT or tls://HOST:PORT was expected, not {text!r}"
        )
    return text


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= _LONGEST_SECONDS:
        raise argparse.ArgumentTypeError(
            f"a number of seconds from 0 to {_LONGEST_SECONDS:g} was expected, not {text!r}"
        )
    return number


def _commands() -> dict[str, Callable[[Options], int]]:
    return {
        "gui": _gui,
        "analyze": _analyze,
        "scan": _scan,
        "watch": _watch,
        "models": _models,
        "doctor": _doctor,
        "errors": _errors,
    }


def _gui(options: Options) -> int:
    from tumorview.ui.app import run_gui  # noqa: PLC0415 - commands import what they need

    return run_gui(list(options.paths), new_window=options.new_window)


def _analyze(options: Options) -> int:
    from tumorview.cli.analyze import run  # noqa: PLC0415 - see above

    return run(options)


def _scan(options: Options) -> int:
    from tumorview.cli.scan import run  # noqa: PLC0415 - see above

    return run(options)


def _watch(options: Options) -> int:
    from tumorview.cli.watch import run  # noqa: PLC0415 - see above

    return run(options)


def _models(options: Options) -> int:
    from tumorview.cli.models import run  # noqa: PLC0415 - see above

    return run(options)


def _doctor(options: Options) -> int:
    from tumorview.cli.doctor import run  # noqa: PLC0415 - see above

    return run(options)


def _errors(options: Options) -> int:
    from tumorview.cli.errors import run  # noqa: PLC0415 - see above

    return run(options)
