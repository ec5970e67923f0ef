"""What must hold of the repository as a whole, whoever changes it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

MEBIBYTE = 1 << 20
TOP_LEVEL = {
    *("tumorview", "resources", "models", "training", "tests", "benchmarks", "docs", "typings"),
    *("requirements", ".ci", "dev", "pyproject.toml", "tumorview.spec"),
    *("README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md"),
    *(".gitignore", ".gitattributes", ".editorconfig"),
}
# Spelt in pieces, so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:" + r"work|root|home|Users)/[\w.]|(?<![\w.}])/tm" + "p/")
REGISTRY = re.compile(
    "py" + r"pi\.org|python" + r"hosted|registry\.npm|conda\.anaconda|--(?:extra-)?index" + "-url|"
    "--find" + "-links|/releases/" + r"download/|file:/" + "/"
)


@pytest.fixture(scope="module")
def tracked(checkout: Path) -> list[Path]:
    if not (checkout / ".git").exists():
        pytest.skip("not a git checkout, so it is not known which files are tracked")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=checkout, capture_output=True, text=True, check=True
    ).stdout
    return [checkout / name for name in listing.split("\0") if name and (checkout / name).exists()]


def texts(paths: list[Path]) -> list[tuple[Path, str]]:
    found = []
    for path in paths:
        raw = path.read_bytes()
        if b"\0" not in raw[:8000]:
            found.append((path, raw.decode("utf-8", "replace")))
    return found


def test_no_tracked_file_names_a_place_on_one_machine(tracked: list[Path]) -> None:
    hits = [
        f"{path.name}: {match.group()}"
        for path, text in texts(tracked)
        for match in MACHINE_PATH.finditer(text)
    ]
    assert not hits


def test_no_tracked_file_names_a_package_registry_or_a_download(tracked: list[Path]) -> None:
    hits = [
        f"{path.name}: {match.group()}"
        for path, text in texts(tracked)
        for match in REGISTRY.finditer(text)
    ]
    assert not hits


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (MACHINE_PATH, "see /" + "work/x"),
        (MACHINE_PATH, '"/' + 'root/.cache"'),
        (REGISTRY, "pip --index" + "-url x"),
    ],
)
def test_the_two_searches_find_what_they_are_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_no_tracked_file_is_larger_than_40_mib(tracked: list[Path]) -> None:
    assert [p.name for p in tracked if p.stat().st_size > 40 * MEBIBYTE] == []


def test_the_top_level_holds_only_what_was_agreed(checkout: Path, tracked: list[Path]) -> None:
    assert {p.relative_to(checkout).parts[0] for p in tracked} <= TOP_LEVEL


def locked_versions(lock: Path) -> dict[tuple[str, str], str]:
    """{(package, marker): version}; a package can be locked differently for two Pythons."""
    found = {}
    for line in lock.read_text().splitlines():
        match = re.match(r"([a-z0-9-]+)(?:\[.*?\])?==(\S+)(?: ; (.*?))? \\$", line)
        if match:
            found[match[1], match[3] or ""] = match[2]
    return found


def direct_dependencies(checkout: Path) -> set[str]:
    """Packages that the application itself asks for, as locks spell them."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text())["project"]
    return {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in project["dependencies"]}


@pytest.mark.parametrize("name", ["run", "dev", "cuda", "hunt", "cluster"])
def test_every_locked_package_carries_hashes(checkout: Path, name: str) -> None:
    text = (checkout / "requirements" / f"{name}.txt").read_text()
    entries = [entry for entry in re.split(r"\n(?=[a-z])", text) if "==" in entry]
    locked = {entry.split("==")[0].split("[")[0] for entry in entries}
    assert direct_dependencies(checkout) <= locked
    assert [entry[:40] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "http" not in text


@pytest.mark.parametrize("name", ["run", "cuda", "hunt", "cluster"])
def test_the_locks_agree_on_every_version(checkout: Path, name: str) -> None:
    folder = checkout / "requirements"
    smaller, whole = locked_versions(folder / f"{name}.txt"), locked_versions(folder / "dev.txt")
    versions: dict[str, set[str]] = {}
    for (package, _), version in whole.items():
        versions.setdefault(package, set()).add(version)
    shared = [key for key in smaller if key[0] in versions]
    assert direct_dependencies(checkout) <= {package for package, _ in shared}
    assert [key for key in shared if smaller[key] not in versions[key[0]]] == []
    if name == "run":
        assert {package for package, _ in smaller} <= set(versions)


def test_the_sample_study_is_the_one_its_checksums_name(checkout: Path) -> None:
    folder = checkout / "resources" / "sample_study"
    lines = folder.with_name("sample_study.sha256").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    present = {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }
    assert present == listed


def test_the_scripts_are_executable_posix_shell(checkout: Path) -> None:
    for name in ("dev", ".ci/run"):
        path = checkout / name
        assert path.stat().st_mode & 0o111, name
        assert path.read_text().startswith("#!/bin/sh\n")
        subprocess.run(["sh", "-n", str(path)], check=True)
