"""The `dev` script on machines that lack something, played by a folder of stand-in programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="dev is a POSIX shell script")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH with nothing but the basic tools."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "dirname", "cmp", "uname", "cat", "grep", "rm", "cp", "mkdir", "cksum"):
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"this machine has no {name}")
        (folder / name).symlink_to(found)
    return folder


def stand_in(programs: Path, name: str, script: str) -> None:
    path = programs / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def dev(checkout: Path, tmp_path: Path, programs: Path) -> Run:
    """Runs a copy of the script in a checkout that has its locks and nothing else."""
    copy = tmp_path / "check out"
    shutil.copytree(checkout / "requirements", copy / "requirements")
    shutil.copy(checkout / "dev", copy / "dev")

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(copy / "dev"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={"PATH": str(programs), "HOME": str(tmp_path), **environment},
            timeout=60,
        )

    return run


def test_the_usage_names_every_command(dev: Run) -> None:
    help_text = dev("--help")
    assert help_text.returncode == 0
    for command in ("run", "test", "lint", "bench", "screenshots", "package", "lock"):
        assert f"\n  {command} " in help_text.stdout


@pytest.mark.parametrize("arguments", [(), ("rnu",)])
def test_a_mistyped_command_is_a_usage_error(dev: Run, arguments: tuple[str, ...]) -> None:
    answer = dev(*arguments)
    assert answer.returncode == 3
    assert "usage: ./dev COMMAND" in answer.stderr


def test_a_machine_without_a_fitting_python_is_told_which_ones_fit(
    dev: Run, programs: Path
) -> None:
    stand_in(programs, "python3", "exit 1")
    answer = dev("run")
    assert answer.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13 and found none" in answer.stderr
    assert "making" not in answer.stdout.lower()


@pytest.fixture
def python_without_venv(programs: Path) -> None:
    stand_in(
        programs,
        "python3",
        'case "$*" in *ensurepip* | *"-m venv"*) exit 1 ;; esac\n' + f'exec {sys.executable} "$@"',
    )


@pytest.mark.usefixtures("python_without_venv")
def test_a_user_is_told_what_to_type_where_only_root_could_install(
    dev: Run, programs: Path
) -> None:
    stand_in(programs, "id", "echo 1000")
    stand_in(programs, "apt-get", 'echo "apt-get was called"')
    answer = dev("run")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert answer.returncode == 1
    assert f"sudo apt-get install python{version}-venv" in answer.stderr
    assert "apt-get was called" not in answer.stdout + answer.stderr


@pytest.mark.usefixtures("python_without_venv")
def test_root_gets_the_missing_package_installed(dev: Run, programs: Path, tmp_path: Path) -> None:
    stand_in(programs, "id", "echo 0")
    stand_in(programs, "apt-get", f'echo "$*" >>"{tmp_path}/apt.log"')
    answer = dev("run")
    calls = (tmp_path / "apt.log").read_text().splitlines()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert calls[0].startswith("update")
    assert calls[1].startswith("install")
    assert calls[1].endswith(f"python{version}-venv")
    # The stand-in installs nothing, so making the environment is what fails next.
    assert answer.returncode == 1
    assert "could not be made" in answer.stderr


def test_a_second_start_calls_no_pip(dev: Run, tmp_path: Path) -> None:
    venv = tmp_path / "check out" / ".venv"
    (venv / "bin").mkdir(parents=True)
    stand_in(venv / "bin", "python", f'echo "$*" >>"{tmp_path}/python.log"')
    shutil.copy(tmp_path / "check out" / "requirements" / "run.txt", venv / "run.lock")
    (venv / "qt-libraries-checked").touch()
    if Path("/proc/driver/nvidia/version").exists():
        shutil.copy(tmp_path / "check out" / "requirements" / "cuda.txt", venv / "cuda.lock")
    answer = dev("run", "some image.png", DISPLAY=":7")
    assert answer.returncode == 0
    assert (tmp_path / "python.log").read_text() == "-P -m tumorview some image.png\n"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS always has a screen")
def test_without_a_screen_a_given_path_is_not_opened_and_the_way_out_is_said(
    dev: Run, tmp_path: Path
) -> None:
    test_a_second_start_calls_no_pip(dev, tmp_path)
    answer = dev("run", "x.png")
    assert answer.returncode == 1
    assert "There is no screen here" in answer.stderr
    assert "analyze FILE" in answer.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries that Qt needs")
def test_a_user_is_told_which_library_is_missing_and_the_window_is_tried_all_the_same(
    dev: Run, programs: Path, tmp_path: Path
) -> None:
    test_a_second_start_calls_no_pip(dev, tmp_path)
    (tmp_path / "check out" / ".venv" / "qt-libraries-checked").unlink()
    stand_in(programs, "ldconfig", "echo libGL.so.1")
    stand_in(programs, "id", "echo 1000")
    stand_in(programs, "apt-get", "exit 9")
    answer = dev("run", "x.png", DISPLAY=":7")
    assert answer.returncode == 0
    assert "libEGL.so.1" in answer.stderr
    assert "libGL.so.1" not in answer.stderr
    assert "sudo apt-get install libegl1" in answer.stderr
