"""Processes that work on many tasks: a bounded number at once, and none lost with its worker.

A worker that dies takes with it what the others were doing. All of that is tried again, each task
alone; one that loses its worker even then is given up, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, ProcessPoolExecutor, wait
from typing import Any

WINDOW = 2  # tasks in flight for each worker: none waits, and a class need not fit into memory


def run(
    function: Callable,
    tasks: Iterable[Any],
    fixed: tuple,
    jobs: int,
    executor: Executor | None = None,
    apart: bool = False,
) -> Iterator[tuple[Any, Any]]:
    """``(task, function(task, *fixed))`` for each of ``tasks``, in the order of completion.

    Args:
        function: to be found by its name in a module, as ``fixed`` is to be pickled.
        tasks: taken one by one as there is room, so it may be a generator.
        fixed: sent to each worker once.
        jobs: how many at once, each in a process of its own; 1 stays in this process.
        executor: where to work instead; it stays open.
        apart: whether even a single one works in a process of its own.

    Where a task loses its worker even when it is alone, `Lost` stands for the result. An exception
    of ``function`` is raised here and ends it all, as closing this generator does: the workers are
    ended at once.
    """
    if executor is None and jobs <= 1 and not apart:
        for task in tasks:
            yield task, function(task, *fixed)
        return
    pool = _Given(function, fixed, jobs, executor) if executor else _Pool(function, fixed, jobs)
    try:
        yield from _drive(pool, iter(tasks))
        pool.close()
    except BaseException:
        pool.kill()
        raise


class Lost(str):
    """Instead of a result: why there is none."""


def _drive(pool: _Pool | _Given, tasks: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
    flying: dict[Any, Any] = {}
    suspects: deque = deque()  # what was in flight when a worker was lost
    alone = 0  # how often the only task in flight has been tried alone
    while True:
        if suspects and not flying:
            task, alone = suspects.popleft(), alone + 1
            flying[pool.submit(task)] = task
        elif not suspects:
            alone = 0
            while len(flying) < WINDOW * pool.jobs and (task := next(tasks, None)) is not None:
                flying[pool.submit(task)] = task
        if not flying:
            return
        lost = []
        for future in wait(flying, return_when=FIRST_COMPLETED).done:
            task = flying.pop(future)
            try:
                yield task, future.result()
                alone = 0
            except BrokenExecutor as error:
                lost.append(task)
                reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        if lost:
            lost += flying.values()
            flying.clear()
            pool.restart()
            if alone == 2:
                yield lost[0], Lost(f"its process ended by itself, twice ({reason})")
                alone = 0
            else:
                suspects.extendleft(reversed(lost))


class _Pool:
    """Processes here, which end when this one does, whatever ends it."""

    def __init__(self, function: Callable, fixed: tuple, jobs: int):
        self.function, self.fixed, self.jobs = function, fixed, jobs
        self._start()

    def _start(self) -> None:
        # Not forked: torch's threads do not survive a fork.
        context = multiprocessing.get_context("spawn")
        self.reader, self.writer = context.Pipe(duplex=False)
        arguments = (self.function, self.fixed, self.reader)
        self.executor = ProcessPoolExecutor(self.jobs, context, _begin, arguments)

    def submit(self, task: Any):
        return self.executor.submit(_work, task)

    def close(self) -> None:
        self.executor.shutdown()
        self._hang_up()

    def kill(self) -> None:
        self._hang_up()
        self.executor.shutdown(wait=False, cancel_futures=True)

    def restart(self) -> None:
        self.kill()
        self._start()

    def _hang_up(self) -> None:
        self.writer.close()
        self.reader.close()


class _Given:
    """Somebody else's executor."""

    def __init__(self, function: Callable, fixed: tuple, jobs: int, executor: Executor):
        self.function, self.fixed, self.jobs, self.executor = function, fixed, jobs, executor

    def submit(self, task: Any):
        return self.executor.submit(self.function, task, *self.fixed)

    def close(self) -> None:
        pass

    kill = restart = close


_own: dict[str, Any] = {}  # in a worker: what it was sent once


def _begin(function: Callable, fixed: tuple, line: Any) -> None:
    """In a new worker: Ctrl-C is for the parent, and when the parent hangs up, this ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own.update(function=function, fixed=fixed)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Any) -> None:
    # Nothing is ever sent: what ends the wait is that the parent closed its end, or is gone.
    try:
        line.recv()
    except (EOFError, OSError):
        os._exit(1)


def _work(task: Any) -> Any:
    return _own["function"](task, *_own["fixed"])
