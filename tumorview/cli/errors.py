"""``tumorview errors``: what each error code means and what can be done."""

from __future__ import annotations

from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.output import print_line
from tumorview.cli.parser import Options, UsageError
from tumorview.error_catalogue import CATALOGUE


def run(options: Options) -> int:
    """Print the kinds that were asked for, or all."""
    unknown = [code for code in options.codes if code not in CATALOGUE]
    if unknown:
        raise UsageError(f"there is no error code {unknown[0]!r}. All: tumorview errors")
    for code in options.codes or CATALOGUE:
        kind = CATALOGUE[code]
        print_line(code)
        print_line(f"  {kind.cause}")
        print_line(f"  {kind.remedy}")
    return ExitCode.DONE
