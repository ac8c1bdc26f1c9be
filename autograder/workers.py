"""Processes that work on many tasks: a bounded number at once, and none lost with its worker.

A worker that dies takes with it what the others were doing. All of that is tried again, each task
alone; one that loses its worker even then is given up, and the rest goes on.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from typing import Any

from autograder import lean  # noqa: F401

WINDOW = 2  # tasks in flight for each worker: none waits, and a class need not fit into memory
AHEAD = 8  # tasks for each worker that are looked through for one of its kind


def run(
    function: Callable,
    tasks: Iterable[Any],
    fixed: tuple,
    jobs: int,
    executor: Executor | None = None,
    apart: bool = False,
    kind: Callable[[Any], int] | None = None,
) -> Iterator[tuple[Any, Any]]:
    """``(task, function(task, *fixed))`` for each of ``tasks``, in the order of completion.

    Args:
        function: to be found by its name in a module, as ``fixed`` is to be pickled.
        tasks: taken one by one as there is room, so it may be a generator.
        fixed: sent to each worker once.
        jobs: how many at once, each in a process of its own; 1 stays in this process.
        executor: where to work instead; it stays open. If it has ``jobs``, that number counts, and
            it is asked each time: its workers may come and go.
        apart: whether even a single one works in a process of its own.
        kind: a number for a task. Tasks of one kind go to the same worker where that keeps nobody
            waiting: it may know from the last one what the next one needs.

    The first tasks are at work as soon as this returns, unless the work stays in this process: what
    the caller has to prepare for the results, it can prepare meanwhile.

    Where a task loses its worker even when it is alone, `Lost` stands for the result. An exception
    of ``function`` is raised here and ends it all, as closing this generator does: the workers are
    ended at once.
    """
    results = _results(function, tasks, fixed, jobs, executor, apart, kind)
    next(results)
    return results


class Lost(str):
    """Instead of a result: why there is none."""


def _results(
    function: Callable,
    tasks: Iterable[Any],
    fixed: tuple,
    jobs: int,
    executor: Executor | None,
    apart: bool,
    kind: Callable[[Any], int] | None,
) -> Iterator[Any]:
    """Nothing, once the work has begun; then the results."""
    if executor is None and jobs <= 1 and not apart:
        yield
        for task in tasks:
            yield task, function(task, *fixed)
        return
    if executor is not None:  # which of its workers gets a task is for it to say
        pool, kind = _Given(function, fixed, jobs, executor), None
    else:
        pool = _Pool(function, fixed, jobs)
    try:
        yield from _drive(pool, _Queue(tasks, pool.jobs, kind))
        pool.close()
    except BaseException:
        pool.kill()
        raise


class _Queue:
    """What is still to be done, with a look ahead."""

    def __init__(self, tasks: Iterable[Any], jobs: int, kind: Callable[[Any], int] | None):
        self.tasks, self.jobs, self.kind = iter(tasks), jobs, kind
        self.ahead: deque = deque()

    def next_for(self, worker: int) -> Any:
        """The first task that is of ``worker``'s kind, or else the first; None at the end."""
        if self.kind is None:
            return next(self.tasks, None)
        while len(self.ahead) < AHEAD * self.jobs and (task := next(self.tasks, None)) is not None:
            self.ahead.append(task)
        kinds = (self.kind(task) % self.jobs for task in self.ahead)
        place = next((i for i, kind in enumerate(kinds) if kind == worker), 0)
        if not self.ahead:
            return None
        task = self.ahead[place]
        del self.ahead[place]
        return task


def _drive(pool: _Pool | _Given, tasks: _Queue) -> Iterator[Any]:
    """Nothing, once the first tasks are in flight; then the results."""
    flying: dict[Any, tuple[int, Any]] = {}  # by future: the worker and the task
    suspects: deque = deque()  # what was in flight when a worker was lost
    alone = 0  # how often the only task in flight has been tried alone

    def fill() -> None:
        busy = Counter(worker for worker, _ in flying.values())
        for worker in sorted(range(pool.jobs), key=busy.__getitem__) * WINDOW:
            if busy[worker] < WINDOW and (task := tasks.next_for(worker)) is not None:
                try:
                    flying[pool.submit(worker, task)] = worker, task
                except BrokenExecutor:  # lost since the last look
                    suspects.extend([*(other for _, other in flying.values()), task])
                    flying.clear()
                    pool.restart()
                    return
                busy[worker] += 1

    fill()
    yield
    while True:
        if suspects and not flying:
            task, alone = suspects.popleft(), alone + 1
            flying[pool.submit(0, task)] = 0, task
        elif not suspects:
            alone = 0
            fill()
        if not flying:
            if suspects:
                continue
            return
        lost = []
        for future in wait(flying, return_when=FIRST_COMPLETED).done:
            _, task = flying.pop(future)
            try:
                yield task, future.result()
                alone = 0
            except BrokenExecutor as error:
                lost.append(task)
                reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        if lost:
            lost += [task for _, task in flying.values()]
            for future in flying:
                future.cancel()  # they are asked again, and one answer is enough
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
        # One for each worker, because an executor does not say which of its workers gets a task.
        self.executors = [
            ProcessPoolExecutor(1, context, _begin, arguments) for _ in range(self.jobs)
        ]

    def submit(self, worker: int, task: Any) -> Future:
        return self.executors[worker].submit(_work, task)

    def close(self) -> None:
        with ThreadPoolExecutor(self.jobs) as threads:  # each takes a moment to end
            list(threads.map(ProcessPoolExecutor.shutdown, self.executors))
        self._hang_up()

    def kill(self) -> None:
        self._hang_up()
        for executor in self.executors:
            executor.shutdown(wait=False, cancel_futures=True)

    def restart(self) -> None:
        self.kill()
        self._start()

    def _hang_up(self) -> None:
        self.writer.close()
        self.reader.close()


class _Given:
    """Somebody else's executor."""

    def __init__(self, function: Callable, fixed: tuple, jobs: int, executor: Executor):
        self.function, self.fixed, self.executor = function, fixed, executor
        self._jobs = jobs

    @property
    def jobs(self) -> int:
        return getattr(self.executor, "jobs", self._jobs)

    def submit(self, worker: int, task: Any) -> Future:
        return self.executor.submit(self.function, task, *self.fixed)

    def close(self) -> None:
        pass

    kill = restart = close


_own: dict[str, Any] = {}  # in a worker: what it was sent once


def _begin(function: Callable, fixed: tuple, line: Any) -> None:
    """In a new worker: Ctrl-C is for the parent, and when the parent hangs up, this ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Registered first and so called last: torch takes half a second to be taken apart.
    atexit.register(os._exit, 0)
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
