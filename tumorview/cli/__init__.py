"""The command line; the window is one of its commands.

Importing this package is cheap: each command imports what it needs when it runs.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.output import print_error, use_safe_streams
from tumorview.cli.parser import UsageError, parse
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.limits import Limits, use_limits

__all__ = ["ExitCode", "gui_main", "main"]

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code (see `ExitCode`); never raises, never exits."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--decode-worker"]:
        # How the packaged application, which has no Python to start, decodes in a process apart.
        from tumorview.imaging.decode_worker import main as decode_worker  # noqa: PLC0415

        return decode_worker(int(given[1]))
    if given[:1] == ["--header-worker"]:
        from tumorview.imaging.header_worker import main as header_worker  # noqa: PLC0415

        return header_worker(given[1])
    use_safe_streams()
    try:
        return _run_and_flush(given)
    except UsageError as error:
        print_error(str(error))
        return error.exit_code
    except (Cancelled, KeyboardInterrupt):
        print_error("Cancelled.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone. Python would complain once more while shutting down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ExitCode.DONE
    except TumorViewError as error:
        print_error(error.sentence())
        return _exit_code_of(error)
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
        return _unforeseen(error)


def gui_main() -> int:
    """Start of the windowed program: the arguments are files and folders to open."""
    return main(["gui", *sys.argv[1:]])


def _run_and_flush(given: list[str]) -> int:
    exit_code = _run(given)
    if sys.stdout is not None:
        # Here, not while Python shuts down, where a reader that has gone could not be told.
        sys.stdout.flush()
    return exit_code


def _run(given: list[str]) -> int:
    options = parse(given)
    if options.command is None:
        return ExitCode.DONE
    from tumorview.cli.logs import configure_logging  # noqa: PLC0415 - not for --help

    configure_logging(verbose=options.verbose)
    use_limits(Limits().times(options.limits))
    return options.command(options)


def _exit_code_of(error: TumorViewError) -> int:
    from tumorview.inference.errors import ModelNotFoundError  # noqa: PLC0415 - see above
    from tumorview.reporting.errors import OutputError  # noqa: PLC0415 - see above

    if isinstance(error, OutputError):
        return ExitCode.OUTPUT
    if isinstance(error, ModelNotFoundError) and isinstance(error.received, str):
        return ExitCode.USAGE
    if error.code == "input_folder":
        return ExitCode.INPUT
    if error.code == "pseudonym_key":
        return ExitCode.USAGE
    return ExitCode.FAILED


def _unforeseen(error: Exception) -> int:
    from tumorview.cli.logs import log_file  # noqa: PLC0415 - only when something is wrong
    from tumorview.services.incident import log_incident  # noqa: PLC0415 - see above

    log_incident(_log, "A command ended unexpectedly", error)
    print_error(
        f"Something went wrong that TumorView did not foresee ({type(error).__name__}). "
        f"Details are in the log {log_file()}; please report them."
    )
    return ExitCode.FAILED
