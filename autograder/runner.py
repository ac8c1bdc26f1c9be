"""The parent's side of one submission: deadlines, one answer a request, replay after a kill."""

from __future__ import annotations

import atexit
import base64
import contextlib
import json
import os
import secrets
import select
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from autograder import confine, wire
from autograder.checks.core import Check
from autograder.checks.judge import Stopped
from autograder.errors import UserError
from autograder.results import CellRun, Verdict
from autograder.server import CONTROL_MESSAGE, FRAME, SETTLED
from autograder.worker import NONCE, SHOWN

MAX_REPLY = 16 * 2**20  # bytes of one answer
MAX_TOTAL = 64 * 2**20  # bytes of all answers of one run of a submission
AHEAD = 48 * 1024  # bytes of requests on their way; a socket holds more, so none is waited for
SETTLE_SECONDS = 60.0  # how long a child may take to be confined: milliseconds, unless all is stuck


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Seconds are wall-clock time."""

    cell_seconds: float = 30.0
    probe_seconds: float = 10.0  # one case of one check
    total_seconds: float = 180.0
    forks: int = 12  # how often a submission is started again after a kill
    process: confine.Limits = field(default_factory=confine.Limits)  # memory, files, CPU time


class ServerLost(RuntimeError):
    """The warm process is gone or does not answer: a fault of ours, not of a submission."""


class Runner:
    """Owns one warm server and starts sessions in it, one at a time."""

    def __init__(self, limits: Limits | None = None, sandbox: bool = True):
        self.limits, self.sandbox = limits or Limits(), sandbox
        self.process: subprocess.Popen | None = None
        self.control: socket.socket | None = None
        self.owner = os.getpid()
        self.warmed: set[object] = set()
        self.private = False  # whether the kernel bounds a submission's scratch folder
        self.place = Path()  # where scratch folders are made; the server removes it at its end
        self.said: IO[bytes] | None = None  # what the server writes to its standard error

    def start(self) -> None:
        """Start the server if it is not running; takes seconds the first time."""
        if self.process and self.process.poll() is None:
            return
        self.close()
        self.warmed.clear()
        ours, theirs = socket.socketpair()
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 (closed by close)
        with theirs:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-I", "-m", "autograder.server", str(theirs.fileno())),
                    "confined" if self.sandbox else "unsandboxed",
                    tempfile.gettempdir(),
                ],
                pass_fds=[theirs.fileno()],
                env=_clean_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.said,
                start_new_session=True,
            )
        self.control = ours
        greeting = self._receive(120)
        if "cannot_confine" in greeting:
            self.close()
            raise UserError(
                f"This machine cannot confine submissions: {greeting['cannot_confine']}. Grade on "
                "another one, or add --unsandboxed if you trust every submission."
            )
        self.place, self.private = Path(greeting["place"]), bool(greeting["private"])

    def warm(
        self, key: object, probes: Callable[[], Iterable[bytes]], optimizers: bool = False
    ) -> None:
        """Let the server make ``probes`` on stand-ins, once for each ``key``, before it forks.

        With ``optimizers`` it makes torch.optim ready too, which most notebooks do without.
        """
        self.start()
        if key in self.warmed:
            return
        self.warmed.add(key)
        if optimizers:
            self.ask({"op": "optimize"})
        for probe in probes():
            text = base64.b64encode(probe).decode()
            if len(text) < CONTROL_MESSAGE - 1000:
                self.ask({"op": "warm", "probe": text})

    def ask(self, request: dict, descriptor: int | None = None) -> dict:
        """Send one control request and return its answer. Raises `ServerLost`."""
        if self.control is None:
            raise ServerLost("the server is gone")
        body = json.dumps(request).encode()
        message = FRAME.pack(len(body)) + body
        try:
            self.control.settimeout(30)
            if descriptor is None:
                self.control.sendall(message)
            else:
                socket.send_fds(self.control, [message], [descriptor])
        except OSError as error:
            self._give_up()
            raise ServerLost(str(error)) from error
        return self._receive(30)

    def _receive(self, seconds: float) -> dict:
        assert self.control is not None
        deadline = time.monotonic() + seconds
        try:
            head = _read(self.control, FRAME.size, deadline)
            body = _read(self.control, FRAME.unpack(head)[0], deadline) if head else None
        except BaseException as error:
            # A late answer would be taken for the answer to the next question.
            self._give_up()
            if isinstance(error, OSError):  # TimeoutError is one
                raise ServerLost(f"the server does not answer: {error!r}") from error
            raise
        if body is None:
            said = self._give_up()
            raise ServerLost(f"the server stopped: {said.decode('utf-8', 'replace').strip()}")
        return json.loads(body)

    def _give_up(self) -> bytes:
        """End a server that cannot be talked to any more; the last of what it said."""
        said = b""
        if self.process is not None and self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
            if self.said is not None:
                self.said.seek(0)
                said = self.said.read()[-2000:]
        self.close()
        return said

    @contextlib.contextmanager
    def session(self, deadline: float | None = None) -> Iterator[Session]:
        """A submission's processes and scratch folder, all gone afterwards.

        At ``deadline``, of time.monotonic(), it is over; default: after the time of one submission.
        """
        self.start()
        scratch = Path(tempfile.mkdtemp(prefix="submission-", dir=self.place))
        session = Session(self, scratch, deadline or self.deadline())
        try:
            yield session
        finally:
            try:
                session.stop()
            finally:
                confine.remove_tree(scratch)

    def deadline(self) -> float:
        """When a submission that begins now has to be done with, by time.monotonic()."""
        return time.monotonic() + self.limits.total_seconds

    def close(self) -> None:
        """End the server and with it everything it started."""
        if self.control is not None:
            self.control.close()
            self.control = None
        if self.process is not None and self.owner == os.getpid():
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            if self.place.name:  # the server removed it, unless it was killed
                confine.remove_tree(self.place)
        if self.said is not None:
            self.said.close()
        self.process, self.said, self.place = None, None, Path()


def _clean_environment() -> dict[str, str]:
    """Nothing of the instructor's environment but where programs are; one thread; small arenas.

    And large pages, where the kernel gives them to who asks: a fork copies a table of all pages.
    """
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        **_font_cache(),
    }


def _font_cache() -> dict[str, str]:
    """Where matplotlib keeps its list of fonts between starts; scanning them takes seconds."""
    path = Path(tempfile.gettempdir()) / f"autograder-fonts-{os.getuid()}"
    with contextlib.suppress(OSError):
        path.mkdir(mode=0o700)
    with contextlib.suppress(OSError):
        found = path.lstat()
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid():
            return {"MPLCONFIGDIR": str(path)}
    return {}  # what is there is somebody else's: better scan again


def probe_request(check: Check, names: tuple[str, ...], inputs: dict, slot: str = "") -> bytes:
    """What asks a child to probe the objects called ``names``, or held in ``slot``.

    The same for every submission that gets the same case, so it is encoded once.
    """
    return wire.encode(
        {
            "op": "probe",
            "check": check.name,
            "kind": check.kind,
            "forbidden": list(check.forbidden),
            "names": list(names),
            "slot": slot,
            "inputs": inputs,
        }
    )


@dataclass
class Session:
    """One run of one submission. After a kill the next request starts again: a fork, then the cells
    that did not do harm, then the request."""

    runner: Runner
    scratch: Path
    deadline: float
    done: list[str] = field(default_factory=list)  # sources to replay
    pid: int = 0
    channel: socket.socket | None = None
    forks: int = 0
    received: int = 0
    buffer: bytearray = field(default_factory=bytearray)  # what came and was not looked at yet

    def ready(self) -> None:
        """Start the child now, as the first request would."""
        self._ensure()

    @property
    def runs(self) -> bool:
        """Whether there is a child that answered everything so far."""
        return self.channel is not None

    def cell(self, cell_id: str, source: str, keep: bool) -> CellRun:
        """Run one cell; ``keep`` what it printed. "killed" and "timeout" are outcomes."""
        request = {"op": "cell", "source": source, "keep": keep}
        try:
            reply = self._request(request, self.runner.limits.cell_seconds)
        except Stopped as stop:
            return CellRun(cell_id, stopped=stop.verdict.value)
        self.done.append(source)
        outputs, stopped = reply.get("outputs"), reply.get("stopped")
        outputs = list(map(_output, outputs)) if isinstance(outputs, list) else []
        failed = isinstance(stopped, str) and stopped == "error"
        return CellRun(cell_id, [output for output in outputs if output], "error" if failed else "")

    def hold(self, slots: dict[str, tuple[str, ...]]) -> None:
        """Keep what some names mean now, for probes that come later; by slot."""
        request = {"op": "hold", "slots": {slot: list(names) for slot, names in slots.items()}}
        self._request(request, self.runner.limits.probe_seconds)

    def probes(self, requests: Sequence[bytes]) -> Iterator[bytes]:
        """The answers to `probe_request`s, in order, for `facets`. Raises `Stopped`: timeout,
        killed; what was not answered then is not asked any more."""
        if requests:
            self._ensure()
            yield from self._exchange(requests, self.runner.limits.probe_seconds)

    def _request(self, request: dict, seconds: float) -> dict:
        self._ensure()
        return self._told(request, seconds)

    def _told(self, request: dict, seconds: float) -> dict:
        """The answer to ``request``, read."""
        (answer,) = self._exchange([wire.encode(request)], seconds)
        try:
            return _read_answer(answer)
        except wire.WireError as error:
            self.stop()
            raise Stopped(Verdict.KILLED, _cause(None, error)) from None

    def _ensure(self) -> None:
        """A child that has run all harmless cells so far."""
        while self.channel is None:
            if self.forks >= self.runner.limits.forks or time.monotonic() > self.deadline:
                raise Stopped(Verdict.TIMEOUT, "The submission's total time was up.")
            self._fork()
            with contextlib.suppress(Stopped):
                for index, source in enumerate(self.done):
                    request = {"op": "cell", "source": source, "keep": False}
                    try:
                        self._told(request, self.runner.limits.cell_seconds)
                    except Stopped:
                        del self.done[index]  # harmless once, and not now
                        raise

    def _fork(self) -> None:
        if self.forks and not self.runner.private:
            confine.remove_tree(self.scratch)  # what the last one left is not for the next
            self.scratch.mkdir(mode=0o700)
        self.forks += 1
        ours, theirs = socket.socketpair()
        request = {
            "op": "fork",
            "scratch": str(self.scratch),
            "limits": asdict(self.runner.limits.process),
        }
        with theirs:
            reply = self.runner.ask(request, theirs.fileno())
        if "pid" not in reply:
            ours.close()
            raise ServerLost(str(reply.get("error")))
        self.pid, self.channel = reply["pid"], ours
        try:
            settled = _read(ours, len(SETTLED), time.monotonic() + SETTLE_SECONDS)
        except OSError:
            settled = None
        if settled != SETTLED:
            self.stop()
            raise ServerLost("a process could not be confined")

    def _exchange(self, requests: Sequence[bytes], seconds: float) -> Iterator[bytes]:
        """One answer a request, each within ``seconds`` of the one before.

        The next requests are there before the child is done with one: two processes that wait for
        one another at each step take far longer than their work.
        """
        assert self.channel is not None
        if self.buffer or _ready(self.channel, select.POLLIN, 0):
            self.stop()  # it speaks without being asked: whatever it says is no answer
            raise Stopped(Verdict.KILLED, "The process broke off, or wrote where it must not.")
        flying: deque[tuple[bytes, int]] = deque()  # nonces and sizes of what was sent
        ahead, left = 0, deque(requests)
        while left or flying:
            deadline = min(time.monotonic() + seconds, self.deadline)
            try:
                while left and (not flying or ahead + len(left[0]) <= AHEAD):
                    nonce, message = secrets.token_bytes(NONCE), left.popleft()
                    size = NONCE + len(message)
                    _write(self.channel, FRAME.pack(size) + nonce + message, deadline)
                    flying.append((nonce, size))
                    ahead += size
                nonce, size = flying.popleft()
                ahead -= size
                reply = self._reply(nonce, deadline)
            except TimeoutError:
                self.stop()
                why = f"It took longer than {seconds:g} seconds."
                raise Stopped(Verdict.TIMEOUT, why) from None
            except (OSError, EOFError, wire.WireError) as error:
                code = self.stop()
                raise Stopped(Verdict.KILLED, _cause(code, error)) from None
            self._bound_scratch()
            yield reply

    def _bound_scratch(self) -> None:
        """Where the kernel does not bound the scratch folder, look at it between steps."""
        if self.runner.private:
            return
        most = self.runner.limits.process
        size, count = confine.scratch_used(self.scratch, most.scratch_files + 1)
        if size > most.scratch_size or count > most.scratch_files:
            self.stop()
            raise Stopped(Verdict.KILLED, "It wrote more, or more files, than allowed.")

    def _reply(self, nonce: bytes, deadline: float) -> bytes:
        self._receive(FRAME.size, deadline)
        (size,) = FRAME.unpack_from(self.buffer)
        if size > MAX_REPLY or self.received + size > MAX_TOTAL:
            raise wire.WireError("more output than allowed")
        self.received += size
        self._receive(FRAME.size + size, deadline)
        body = bytes(self.buffer[FRAME.size : FRAME.size + size])
        del self.buffer[: FRAME.size + size]
        if body[:NONCE] != nonce:
            raise wire.WireError("an answer to no question")
        return body[NONCE:]

    def _receive(self, count: int, deadline: float) -> None:
        """Have ``count`` bytes in the buffer. Raises TimeoutError at ``deadline``, EOFError."""
        while len(self.buffer) < count:
            assert self.channel is not None
            _until(self.channel, deadline)
            chunk = self.channel.recv(max(64 * 1024, min(count - len(self.buffer), 2**20)))
            if not chunk:
                raise EOFError
            self.buffer += chunk

    def stop(self) -> int | None:
        """End the child and all it started. Its exit code, negative for a signal."""
        if self.channel is None:
            return None
        self.channel.close()
        self.channel = None
        self.buffer.clear()
        if self.runner.control is None:
            return None  # the server is gone, and its children with it
        return self.runner.ask({"op": "end", "pid": self.pid}).get("code")


def _read_answer(answer: bytes) -> dict:
    reply = wire.decode(answer)
    if not isinstance(reply, dict):
        raise wire.WireError("not an answer")
    return reply


def _output(said: Any) -> dict:
    """An output of a cell as nbformat has it, whatever the process made of it; {} for no output."""
    kind = said.get("output_type") if isinstance(said, dict) else None
    match said:
        case {"name": "stdout" | "stderr" as name, "text": str(text)} if kind == "stream":
            return {"output_type": kind, "name": name, "text": text}
        case {"ename": str(name), "evalue": str(value), "traceback": list(lines)} if (
            kind == "error"
        ):
            lines = [line for line in lines if isinstance(line, str)]
            return {"output_type": kind, "ename": name, "evalue": value, "traceback": lines}
        case {"data": dict(data)} if kind in ("display_data", "execute_result"):
            data = {key: v for key, v in data.items() if key in SHOWN and isinstance(v, str)}
            count = {"execution_count": None} if kind == "execute_result" else {}
            return {"output_type": kind, "metadata": {}, "data": data, **count}
    return {}


def facets(answer: bytes, names: tuple[str, ...]) -> dict:
    """What a probe of ``names`` saw, from its answer. Raises `Stopped`: missing, or unreadable.

    Nothing that is said then is the process's own word: it may have seen a hidden case.
    """
    try:
        reply = _read_answer(answer)
    except wire.WireError as error:
        raise Stopped(Verdict.KILLED, _cause(None, error)) from None
    if "missing" in reply:
        name = reply["missing"] if reply["missing"] in names else names[0]
        raise Stopped(
            Verdict.MISSING, f"There is no `{name}` in the notebook where this check is made."
        )
    if not isinstance(reply.get("facets"), dict):
        raise Stopped(Verdict.KILLED, "The answer was too large, or none came.")
    return reply["facets"]


_CRASHES = {
    getattr(signal, name, None) for name in ("SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGABRT")
}
_PROCESSOR = getattr(signal, "SIGXCPU", None)


def _cause(code: int | None, error: Exception) -> str:
    """How a process ended, in one of few ways: in which one may be its own choice."""
    if isinstance(error, wire.WireError):
        return "What came back was no answer, or more than allowed."
    if code is not None and -code in _CRASHES:
        return "The process crashed."
    if code is not None and -code == _PROCESSOR:
        return "It used more processor time than allowed."
    return "The process ended in the middle, or used more memory than allowed."


def _ready(channel: socket.socket, event: int, seconds: float) -> bool:
    """Whether ``event`` comes in time. Not select(), which stops at 1,024 open files."""
    poll = select.poll()
    poll.register(channel, event)
    return bool(poll.poll(seconds * 1000))


def _read(channel: socket.socket, count: int, deadline: float) -> bytes | None:
    """``count`` bytes, or None at the end. Raises TimeoutError at ``deadline``."""
    chunks, missing = [], count
    while missing:
        _until(channel, deadline)
        chunk = channel.recv(min(missing, 2**20))
        if not chunk:
            return None
        chunks.append(chunk)
        missing -= len(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _write(channel: socket.socket, message: bytes, deadline: float) -> None:
    _until(channel, deadline)
    channel.sendall(message)  # within the time of all of it


def _until(channel: socket.socket, deadline: float) -> None:
    """Let the next call on ``channel`` raise TimeoutError at ``deadline``."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    channel.settimeout(left)


_shared: dict[tuple[int, bool], Runner] = {}


def shared(sandbox: bool = True) -> Runner:
    """This process's runner, started on first use and closed at exit."""
    key = os.getpid(), sandbox  # a fork's copy of another process's runner is not ours to use
    if key not in _shared:
        _shared[key] = Runner(sandbox=sandbox)
        atexit.register(_shared[key].close)
    return _shared[key]
