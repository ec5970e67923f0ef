"""A Dask cluster of processes on this machine: one scheduler, and workers that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

CHECKOUT = Path(__file__).parents[4]
HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Worker:
    """A running worker without a nanny, so that its process is the one that works."""

    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """SIGKILL, as the system does to one that takes too much memory."""
        self.process.kill()
        self.process.wait()

    @property
    def address(self) -> str | None:
        """Where it listens; None while it is still starting."""
        for line in self.log.read_text("utf-8").splitlines():
            if "Start worker at:" in line:
                return line.split()[-1]
        return None


class Cluster:
    """A scheduler; workers are started one by one. A context manager.

    Parameters
    ----------
    place
        A folder for logs and scratch files.
    models
        Where the workers look for models.
    """

    def __init__(self, place: Path, models: Path, options: Sequence[str] = ()) -> None:
        self.place = place
        self._models = models
        self._options = tuple(options)
        self._protocol = "tls" if options else "tcp"
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        with socket.socket() as found:
            found.bind((HERE, 0))
            port = found.getsockname()[1]
        self.address = f"{self._protocol}://{HERE}:{port}"
        self.scheduler_log = self.place / "scheduler.log"
        self.scheduler = self._start(
            ["scheduler", "--host", self.address, "--no-dashboard"],
            self.scheduler_log,
            {},
        )
        _wait_for(self.scheduler, self.scheduler_log, "Scheduler at:")
        return self

    def __exit__(self, *_: object) -> None:
        # Nannies first get the chance to end their workers.
        for process in reversed(self._started):
            process.terminate()
        for process in reversed(self._started):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def add_worker(
        self,
        *,
        models: Path | None = None,
        threads: int = 1,
        preload: str | None = None,
        nanny: bool = False,
        wait: bool = True,
    ) -> Worker:
        """Start a worker; `preload` is a module that it imports first."""
        log = self.place / f"worker-{len(self._started)}.log"
        words = ["worker", self.address, "--nthreads", str(threads), "--no-dashboard"]
        words += ["--host", HERE, "--local-directory", str(self.place / "scratch")]
        words += [] if nanny else ["--no-nanny"]
        words += [] if preload is None else ["--preload", preload]
        environment = {"TUMORVIEW_MODELS": str(models or self._models)}
        process = self._start(words, log, environment)
        if wait:
            _wait_for(process, log, "Registered to:")
        return Worker(process, log)

    def logs(self) -> str:
        """Everything that scheduler and workers have written."""
        return "".join(path.read_text("utf-8") for path in sorted(self.place.glob("*.log")))

    def _start(
        self, words: list[str], log: Path, environment: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, *self._options],
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                cwd=self.place,
                env=os.environ
                | {"PYTHONPATH": str(CHECKOUT), "OPENBLAS_NUM_THREADS": "1"}
                | environment,
            )
        self._started.append(process)
        return process


def end_self() -> None:
    """What a process does that the system kills."""
    os.kill(os.getpid(), signal.SIGKILL)


def _wait_for(process: subprocess.Popen[bytes], log: Path, words: str) -> None:
    deadline = time.monotonic() + 100
    while words not in (text := log.read_text("utf-8")):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the cluster did not start:\n{text}")
        time.sleep(0.05)
