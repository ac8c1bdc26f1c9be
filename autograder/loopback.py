"""A Dask scheduler and its workers as processes of this machine, for tests and measurements."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class Processes:
    """A scheduler on a port of loopback, and workers; all end with it.

    Args:
        allowed_failures: how many workers a task may lose before Dask gives it up.
        worker_ttl: after how long a worker that says nothing is taken for lost.
    """

    def __init__(self, allowed_failures: int = 3, worker_ttl: str = "5 minutes"):
        self.folder = tempfile.TemporaryDirectory(prefix="dask-", ignore_cleanup_errors=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"tcp://127.0.0.1:{probe.getsockname()[1]}"
        self.environment = os.environ | {
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures),
            "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": worker_ttl,
            "OMP_NUM_THREADS": "1",
        }
        self.scheduler: subprocess.Popen | None = None
        self.workers: list[subprocess.Popen] = []

    def __enter__(self) -> Processes:
        self.start_scheduler()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for process in [*self.workers, self.scheduler]:
            self._end(process)
        self.folder.cleanup()

    def _end(self, process: subprocess.Popen | None) -> None:
        """At once, with all that it started; a server of learners' code ends with its owner."""
        if process is not None:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(
        self, name: str, command: list[str], environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen:
        self.log = Path(self.folder.name) / f"{name}.log"
        with self.log.open("ab") as file:
            return subprocess.Popen(
                command,
                cwd=self.folder.name,
                env=self.environment | dict(environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def start_scheduler(self) -> None:
        """Start it, the first time or after `kill_scheduler`, and wait until it listens."""
        command = [sys.executable, "-m", "dask", "scheduler", "--dashboard-address", "127.0.0.1:0"]
        port = self.url.rpartition(":")[2]
        self.scheduler = self._start(
            "scheduler", [*command, "--no-show", "--host", "127.0.0.1", "--port", port]
        )
        end = time.monotonic() + 60
        while True:
            try:
                with socket.create_connection(("127.0.0.1", int(port)), 1):
                    return
            except OSError:
                if time.monotonic() > end or self.scheduler.poll() is not None:
                    raise RuntimeError(self.log.read_text()) from None
                time.sleep(0.1)

    def kill_scheduler(self) -> None:
        self.scheduler.kill()
        self.scheduler.wait()

    def start_workers(
        self,
        count: int,
        threads: int = 1,
        wrapper: tuple[str, ...] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start ``count`` worker processes, each looked after by a nanny, as Dask calls it."""
        more = ["--nworkers", str(count), "--nthreads", str(threads), "--no-dashboard"]
        folder = ["--local-directory", self.folder.name, "--host", "127.0.0.1"]
        name = f"workers-{len(self.workers)}"
        command = [*wrapper, sys.executable, "-m", "dask", "worker", self.url, *more, *folder]
        self.workers.append(self._start(name, command, environment))

    def await_workers(self, count: int, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while len(self.worker_pids()) < count:
            if time.monotonic() > end:
                raise RuntimeError(self.log.read_text())
            time.sleep(0.1)

    def scheduler_seconds(self) -> float:
        """The processor time that the scheduler has used."""
        fields = Path(f"/proc/{self.scheduler.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # see proc(5)

    def worker_pids(self) -> list[int]:
        """The worker processes: the nannies' children."""
        nannies = [nanny.pid for nanny in self.workers]
        return [pid for nanny in nannies for pid in _children(nanny, b"spawn_main")]

    def grader_pids(self) -> list[int]:
        """The processes that grade: the workers' children."""
        return [p for worker in self.worker_pids() for p in _children(worker, b"cluster_worker")]


def _children(pid: int, word: bytes) -> list[int]:
    """The children of ``pid`` whose command has ``word`` in it."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # ended meanwhile
            found += map(int, task.read_text().split())
    return [child for child in found if word in _command(child)]


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""
