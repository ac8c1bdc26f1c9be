"""What a worker of a cluster does: it has a process of its own grade, one submission at a time.

The worker itself is Dask's, with threads that draw random numbers and do much else meanwhile. What
is due on an exam is worked out in a process where nothing else happens, as on one machine; that is
also the process which owns the warm server, and which first looks whether it may grade at all.
"""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable
from functools import lru_cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from autograder.version import everything

SAME = "Install on every worker what the machine that grades has, with the same constraints.txt"

Answer = tuple[str, Any]  # "done" with a pickled result; "unfit", "error" or "died" with words


def pack(function: Callable, fixed: tuple) -> bytes:
    return zlib.compress(pickle.dumps((function, fixed)))


@lru_cache(maxsize=4)
def _unpack(packed: bytes) -> tuple[Callable, tuple]:
    return pickle.loads(zlib.decompress(packed))


# ------------------------------------------------------------------------- in Dask's process

_one_at_a_time = threading.Lock()  # for workers with several threads
_grader: _Grader | None = None


def work(expected: dict[str, str], confined: bool, packed: bytes, task: bytes) -> Answer:
    """``function(task, *fixed)``, from the process that grades.

    Args:
        expected: `version.everything` of those who ask. Nothing is unpickled unless it is ours.
        confined: whether learners' code has to be confined.
        packed: the function and what is fixed, by `pack`.
        task: pickled.
    """
    global _grader
    with _one_at_a_time:
        if _grader is None:
            _grader = _Grader()
        kind, what = _grader.ask((expected, confined, packed, task))
        if kind == "died":
            _grader = None
    return kind, what if kind == "done" else f"{_where()}: {what}"


def _where() -> str:
    from distributed import get_worker

    return f"worker {get_worker().address} on {socket.gethostname()}"


class _Grader:
    """The process that grades. It ends when this one does, whatever ends it."""

    def __init__(self):
        self.connection, theirs = Pipe()
        held, self.lifeline = os.pipe()
        try:
            # Not by multiprocessing: to it Dask's workers are daemons, which have no children.
            self.process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno()), str(held)],
                pass_fds=[theirs.fileno(), held],
                stdin=subprocess.DEVNULL,
                cwd="/",
            )
        finally:
            theirs.close()
            os.close(held)

    def ask(self, parts: tuple) -> Answer:
        try:
            self.connection.send(parts)
            return self.connection.recv()
        except (EOFError, OSError):
            code = self.process.wait()
            os.close(self.lifeline)
            self.connection.close()
            return "died", f"the process that grades ended with {code}"


# --------------------------------------------------------------------- in the process that grades


def main() -> None:
    from autograder.workers import _end_with

    connection = Connection(int(sys.argv[1]))
    lifeline = Connection(int(sys.argv[2]), writable=False)
    looking = False
    while True:
        try:
            parts = connection.recv()
        except EOFError:
            return
        answer = _answer(*parts)
        if not looking:
            # Not before the self-test, which forks and so wants to be the only thread.
            threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
            looking = True
        connection.send(answer)


def _answer(expected: dict[str, str], confined: bool, packed: bytes, task: bytes) -> Answer:
    from autograder.errors import UserError

    if why := _difference(expected) or (_unconfined() if confined else ""):
        return "unfit", why
    import torch

    torch.set_num_threads(1)  # there are as many workers as cores
    try:
        function, fixed = _unpack(packed)
        return "done", pickle.dumps(function(pickle.loads(task), *fixed))
    except UserError as error:  # nobody can be graded here
        return "unfit", str(error).rstrip(".")
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())
        return "error", words[:300]


def _difference(expected: dict[str, str]) -> str:
    """In words, if this is not the grader that was expected."""
    here = everything()
    for name, version in expected.items():
        if here.get(name) != version:
            return f"{name} {here.get(name, 'none')}, expected {version}. {SAME}"
    return ""


@lru_cache(maxsize=1)
def _unconfined() -> str:
    """Why learners' code cannot be confined here; empty if it can."""
    from autograder import selftest
    from autograder.errors import UserError

    try:
        selftest.require()
    except UserError as error:
        return str(error).rstrip(".")
    return ""


if __name__ == "__main__":
    main()
