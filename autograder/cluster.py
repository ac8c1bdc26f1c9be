"""Grading on the workers of a Dask scheduler, which may be on other machines.

Bytes go out and results come back: a worker needs nothing but this package, in the same version as
here, and a machine that confines learners' code. Both are looked at on the worker itself, before
its first submission. The journal, the gradebook and every file stay on this side.

What happens to a worker or to the scheduler decides when a result comes, and never which: a task
that is sent again has the same seed, and of two answers the first one counts.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from autograder import cluster_worker
from autograder.errors import UserError
from autograder.version import everything

CONNECT_SECONDS = 10.0  # for a scheduler to answer
RECONNECT_SECONDS = 60.0  # for one that was lost to be there again
NO_WORKERS_SECONDS = 300.0  # as long as nobody works, somebody may still come
LOOK_SECONDS = 1.0  # between two looks at the connection and at who works
ANSWER_SECONDS = 30.0  # for the scheduler to say who works

GO_ON = (
    "What is graded is recorded; the same command goes on, and so does `--resume` without "
    "`--scheduler`, on this machine"
)


@contextmanager
def connect(
    url: str, confined: bool = True, say: Callable[[str], None] = lambda words: None
) -> Iterator[Cluster]:
    """The workers of the scheduler at ``url``, once there is one; disconnected in the end.

    Raises:
        UserError: no scheduler answers there, or no worker comes for `NO_WORKERS_SECONDS`.
    """
    cluster = Cluster(url, confined, say)
    try:
        yield cluster
    finally:
        cluster.shutdown()


class Cluster(Executor):
    """A Dask scheduler's workers as an executor, for one function of a module.

    The exception of a future is a `BrokenExecutor` if the task's workers died, again and again, and
    a `UserError` if nobody can be graded there any more.
    """

    def __init__(self, url: str, confined: bool, say: Callable[[str], None]):
        self.url, self.confined, self.say = url, confined, say
        self.jobs = 1  # worker processes at the last look; a class goes on if there are none
        self._lock = threading.RLock()
        # What there is no answer to: what was sent, and Dask's future of the last time.
        self._flying: dict[Future, tuple[tuple, Future | None]] = {}
        self._dropped: set[Future] = set()  # of these: sent to a scheduler that is gone
        self._failed: UserError | None = None
        self._packed: tuple[Any, bytes] = (None, b"")
        self._closed = threading.Event()
        self._connect(CONNECT_SECONDS)
        try:
            self._await_workers()
        except BaseException:
            self._disconnect()
            raise
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def submit(self, function: Callable, task: Any, *fixed: Any) -> Future:
        """As `concurrent.futures.Executor.submit`. ``fixed`` should be the same objects each time:
        they are then pickled, and unpickled on a worker, only once."""
        future: Future = Future()
        with self._lock:
            if self._failed:
                raise self._failed
            what = (function, *fixed)
            if self._packed[0] is None or not _are(self._packed[0], what):
                self._packed = what, cluster_worker.pack(function, fixed)
            # The release is compressed and travels with every task, so that a worker who comes
            # later, or a new scheduler, needs nothing else.
            parts = everything(), self.confined, self._packed[1], pickle.dumps(task)
            self._send(future, parts)
        future.add_done_callback(self._forget)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._closed.set()
        self._watcher.join(ANSWER_SECONDS if wait else 0)
        self._disconnect()

    # ------------------------------------------------------------------- sending and receiving

    def _send(self, future: Future, parts: tuple) -> None:
        try:
            theirs = self._executor.submit(pickle.loads, pickle.dumps(_Call(parts)))
        except Exception:  # the connection is gone; the watcher sees it, too
            self._flying[future] = parts, None
            self._dropped.add(future)
            return
        self._flying[future] = parts, theirs
        theirs.add_done_callback(partial(self._arrived, future))
        # Given up by those who asked: whoever works on it need not.
        future.add_done_callback(lambda done: theirs.cancel() if done.cancelled() else None)

    def _arrived(self, future: Future, theirs: Future) -> None:
        from distributed import KilledWorker

        with self._lock:
            if theirs.cancelled():
                if self._flying.get(future, (None, None))[1] is theirs:
                    self._dropped.add(future)
                return
            if self._flying.pop(future, None) is None:
                return  # another answer came first, or nobody waits for one
            self._dropped.discard(future)
        error = theirs.exception()
        if isinstance(error, KilledWorker):
            reason = f"{error.allowed_failures + 1} workers died of it"
            _settle(future, error=BrokenExecutor(reason))
        elif error is not None:
            words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            why = f"a worker cannot take the work ({words}). {cluster_worker.SAME}"
            _settle(future, error=self._error(why))
        else:
            kind, what = theirs.result()
            if kind == "done":
                _settle(future, pickle.loads(what))
            elif kind == "died":
                _settle(future, error=BrokenExecutor(what))
            else:
                _settle(future, error=self._error(what))

    def _forget(self, future: Future) -> None:
        with self._lock:
            self._flying.pop(future, None)
            self._dropped.discard(future)

    # ------------------------------------------------------------------- the connection

    def _error(self, why: str) -> UserError:
        return UserError(f"{self.url}: {why}. {GO_ON}.")

    def _connect(self, seconds: float) -> None:
        import dask
        from distributed import Client

        for name in ("distributed", "tornado.application", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is said here
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        try:
            # Asked first, because a client that was refused goes on trying until this process ends.
            with ThreadPoolExecutor(1) as thread:  # a notebook's own has an event loop already
                kind = thread.submit(asyncio.run, _kind(self.url, seconds)).result()
            if kind != "Scheduler":
                raise ValueError(f"it is a {kind}")
            self._client = Client(
                self.url, timeout=seconds, set_as_default=False, name="autograder"
            )
        except (OSError, ValueError, TypeError, ImportError, asyncio.TimeoutError) as error:
            words = " ".join(str(error).split())[:200] or f"nothing in {seconds:.0f} s"
            raise UserError(
                f"{self.url or 'no URL'}: no Dask scheduler answers ({words}). Expected "
                "tcp://HOST:PORT as `dask scheduler` prints it; without `--scheduler` this machine "
                "grades."
            ) from None
        self._executor = self._client.get_executor(pure=False)

    def _disconnect(self) -> None:
        with suppress(Exception):  # nobody may be there to hear it
            self._client.close(timeout=2)

    def _count(self) -> int:
        """How many processes work. Raises where the scheduler does not say so."""
        client = self._client
        if client.status != "running":
            raise OSError(f"the connection is {client.status}")
        found = client.sync(client.scheduler.ncores, callback_timeout=ANSWER_SECONDS)
        return len(found)

    def _await_workers(self) -> None:
        began, told = time.monotonic(), False
        while True:
            try:
                count = self._count()
            except Exception:
                raise self._error("the scheduler was lost") from None
            if count:
                self.jobs = count
                return
            if time.monotonic() - began > NO_WORKERS_SECONDS:
                raise self._no_workers()
            if not told:
                minutes = f"{NO_WORKERS_SECONDS / 60:.0f} minutes"
                self.say(f"{self.url} has no worker yet; waiting for one, up to {minutes}")
                told = True
            time.sleep(LOOK_SECONDS / 2)

    def _no_workers(self) -> UserError:
        return self._error(
            f"there was no worker for {NO_WORKERS_SECONDS / 60:.3g} minutes. Start one with "
            f"`dask worker {self.url} --nthreads 1`"
        )

    def _watch(self) -> None:
        """Until all is over: look who works, connect again what was lost, send again what was
        dropped. Whatever ends this ends the waiting for answers, too."""
        try:
            self._look_after()
        except UserError as error:
            self._fail(error)
        except BaseException as error:  # a fault of ours must not keep anybody waiting
            self._fail(self._error(f"{type(error).__name__}: {error}"))

    def _look_after(self) -> None:
        seen = time.monotonic()
        while not self._closed.wait(LOOK_SECONDS):
            try:
                count = self._count()
            except Exception:
                self._reconnect()
                seen = time.monotonic()
                continue
            if count:
                self.jobs, seen = count, time.monotonic()
            elif time.monotonic() - seen > NO_WORKERS_SECONDS:
                raise self._no_workers()
            with self._lock:
                dropped, self._dropped = self._dropped, set()
                for future in dropped:
                    if future in self._flying:
                        self._send(future, self._flying[future][0])

    def _reconnect(self) -> None:
        """A new connection, on which all that is not answered is dropped, to be sent again."""
        self.say(f"{self.url}: the connection is lost; trying to get it back")
        self._disconnect()
        began = time.monotonic()
        while not self._closed.is_set():
            try:
                with self._lock:
                    self._connect(CONNECT_SECONDS)
                    self._dropped.update(self._flying)
                self.say(f"{self.url}: connected again")
                return
            except UserError:
                if time.monotonic() - began > RECONNECT_SECONDS:
                    raise self._error(
                        f"the connection is lost, and for {RECONNECT_SECONDS:.0f} seconds no "
                        "scheduler answered there"
                    ) from None
                self._closed.wait(LOOK_SECONDS)

    def _fail(self, error: UserError) -> None:
        with self._lock:
            self._failed = error
            flying, self._flying = self._flying, {}
        for future in flying:
            _settle(future, error=error)


class _Call:
    """Becomes ``cluster_worker.work(*parts)`` where it is unpickled.

    To be unpickled by the task itself: a worker that does not have this function would end if Dask
    had to find it, and so says why.
    """

    def __init__(self, parts: tuple):
        self.parts = parts

    def __reduce__(self) -> tuple:
        return cluster_worker.work, self.parts


async def _kind(url: str, seconds: float) -> str:
    """What answers at ``url``, in Dask's own words; TimeoutError if nothing does."""
    from distributed import rpc

    async with rpc(url) as other:
        return (await asyncio.wait_for(other.identity(), seconds))["type"]


def _are(some: tuple, others: tuple) -> bool:
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))


def _settle(future: Future, result: Any = None, error: BaseException | None = None) -> None:
    """Give ``future`` its result, unless those who asked do not wait any more."""
    if not future.set_running_or_notify_cancel():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
