"""``tumorview models``: what is installed."""

from __future__ import annotations

import json

from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.output import print_error, print_line, shown
from tumorview.cli.parser import Options
from tumorview.inference.registry import ModelListing, list_models
from tumorview.paths import model_dirs


def run(options: Options) -> int:
    """Print each model folder, broken ones with what is wrong; 0 when at least one can be used."""
    listings = list_models()
    if options.json:
        print_line(json.dumps([_as_json(listing) for listing in listings], indent=2))
    elif listings:
        for listing in listings:
            _print(listing)
    else:
        places = ", ".join(shown(place) for place in model_dirs())
        print_error(f"no model is installed. Looked in: {places}.")
    usable = any(listing.problem is None for listing in listings)
    return ExitCode.DONE if usable else ExitCode.FAILED


def _print(listing: ModelListing) -> None:
    print_line(f"{listing.id} {listing.version}".rstrip())
    if listing.problem is None:
        print_line(f"  {listing.title}")
    else:
        print_line(f"  CANNOT BE USED: {listing.problem.sentence()}")
    print_line(f"  {shown(listing.folder)}")


def _as_json(listing: ModelListing) -> dict[str, object]:
    problem = listing.problem
    return {
        "id": listing.id,
        "title": listing.title,
        "version": listing.version,
        "folder": shown(listing.folder),
        "problem": None if problem is None else {"code": problem.code, "text": problem.sentence()},
    }
