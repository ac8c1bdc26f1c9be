"""The warm process: started clean, imports what learners use once, and forks a child a submission.

It never sees a submission: it gets one end of a socket from the runner and hands it to the child
it forks. It is a program of its own (``python -m autograder.server FD confined FOLDER``) with one
thread, so that a fork is safe. Descriptor FD is its control socket: when that closes, it ends all
children, removes what they left in their scratch folders, and ends itself.
"""

from __future__ import annotations

import array
import base64
import contextlib
import ctypes
import gc
import json
import os
import select
import signal
import socket
import struct
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder import confine
from autograder.hugepages import HugePages

CONTROL_MESSAGE = 64 * 1024  # bytes
FRAME = struct.Struct("<I")
SETTLED = b"\0"  # what a child says first: it is confined, and nothing of a learner's has run
RENEW = 50  # forks after which memory that was copied in small pages is made one again
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def main() -> None:
    """Warm up, say so, and serve until the control socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    # All scratch folders are in it, so that none is left when the runner is killed.
    place = Path(tempfile.mkdtemp(prefix="submissions-", dir=sys.argv[3]))
    try:
        place.chmod(0o711)  # a child with an identity of its own has to reach its folder
        # Or what is imported makes folders elsewhere, and leaves them behind.
        os.environ.update({name: str(place) for name in ("HOME", "TMPDIR", "IPYTHONDIR")})
        os.environ.setdefault("MPLCONFIGDIR", str(place))
        tempfile.tempdir = None
        _serve(control, place, confined=sys.argv[2] == "confined")
    except BrokenPipeError:
        pass  # the runner was gone before it heard that all is ready
    finally:
        confine.remove_tree(place)


def _serve(control: socket.socket, place: Path, confined: bool) -> None:
    try:
        confinement = confine.prepare() if confined else None
    except confine.ConfineError as error:
        _send(control, {"cannot_confine": str(error)})
        return
    warm = Warm(control, warm_up(), Memory(), confinement)
    _adopt_orphans()
    private = confinement is not None and confinement.private
    _send(control, {"place": str(place), "private": private})
    children: set[int] = set()
    try:
        while True:
            request, descriptor = _receive(control)
            if request is None:
                return
            _send(control, _handle(request, descriptor, children, warm))
    finally:
        for pid in list(children):
            end(pid, children)


class Memory:
    """This process's memory, made ready for each fork."""

    def __init__(self) -> None:
        self.forks = 0
        self.large: HugePages | None = None

    def settle(self) -> None:
        # A collection in a child would write to every object's header and so copy its memory.
        gc.freeze()
        if self.large is None:  # at the first fork all that makes one slow has been imported
            self.large = HugePages()
        elif self.forks % RENEW == 0:
            self.large.renew()
        self.forks += 1


@dataclass(frozen=True)
class Warm:
    """What every child is forked with."""

    control: socket.socket
    collector: Any
    memory: Memory
    confinement: confine.Confinement | None  # None: isolated as a process, and no more


def warm_up() -> Any:
    """Import and touch once whatever would cost every child time; returns what runs cells."""
    import matplotlib

    matplotlib.use("module://matplotlib_inline.backend_inline")
    import matplotlib.font_manager
    import matplotlib.pyplot
    import numpy  # noqa: F401
    import torch

    torch.set_num_threads(1)

    import autograder
    from autograder import probes, worker

    for chapter in probes.MODULES:
        probes.load(chapter)
    _seed()  # the first time imports what it seeds
    _hide_checks(autograder)
    return worker.make_collector()


def _hide_checks(package: ModuleType) -> None:
    """A learner's own cells may call check() again: here it does nothing, and holds no answers."""

    def check(name: str, *objects: Any) -> None:
        """Checks are made by the grader, outside this process."""

    def progress() -> None:
        """Progress is kept where the learner works, not here."""

    class CheckFailed(Exception):
        """Never raised here."""

    package.check, package.progress, package.CheckFailed = check, progress, CheckFailed
    sys.modules["autograder.checks"] = None  # an import of it fails, as it would under Landlock
    sys.modules["autograder.kernel"] = None


def _handle(request: dict, descriptor: int | None, children: set[int], warm: Warm) -> dict:
    if request["op"] == "fork" and descriptor is not None:
        threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1
        if threads != 1:
            os.close(descriptor)
            return {"error": f"the server has {threads} threads and must not fork"}
        parent = os.getpid()
        warm.memory.settle()
        pid = os.fork()
        if pid == 0:
            _child(request, descriptor, warm, parent)
        os.close(descriptor)
        children.add(pid)
        return {"pid": pid}
    if request["op"] == "end":
        return end(request["pid"], children)
    if request["op"] == "warm":
        _exercise(base64.b64decode(request["probe"]))
        return {}
    if request["op"] == "optimize":
        _optimize()
        return {}
    return {"error": f"unknown request {request.get('op')!r}"}


def _optimize() -> None:
    """Step an optimizer once: the first step in a process imports most of a second's modules.

    Not for every assignment, because what is in memory makes each fork dearer.
    """
    import torch

    parameter = torch.nn.Parameter(torch.zeros(1))
    parameter.grad = torch.zeros(1)
    torch.optim.SGD([parameter], lr=0.0).step()


def _exercise(message: bytes) -> None:
    """Make one probe on a stand-in, so that what is slow the first time is done before a fork.

    The case is a published one. The stand-in is PyTorch's own layer, or a function that gives back
    its first argument: nothing here knows an answer.
    """
    import torch

    from autograder import probes, wire

    probe = wire.decode(message)
    stand_in = torch.nn.Linear if probe["kind"] == "class" else lambda *arguments: arguments[0]
    forbidden = tuple(probe["forbidden"])
    inputs, writer = probe["inputs"], wire.Writer()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        seen = probes.run(
            probe["check"], probe["kind"], forbidden, (stand_in,), inputs, writer.write
        )
    writer.message({"facets": seen})


def _child(request: dict, descriptor: int, warm: Warm, parent: int) -> None:
    """Confined, then at the learner's service; never returns."""
    status = 70
    try:
        os.setsid()
        warm.control.close()
        _die_with(parent)
        channel = _settle(request, descriptor, warm.confinement)
        _seed()
        channel.sendall(SETTLED)
        from autograder import worker

        worker.serve(channel, warm.collector)
        status = 0
    finally:
        # Not sys.exit: nothing the learner registered is to run in the server's name.
        os._exit(status)


def _seed() -> None:
    """Random numbers that a notebook draws without a seed of its own: the same when it is regraded,
    by whatever server."""
    import random

    import numpy
    import torch

    random.seed(1)
    numpy.random.seed(1)
    torch.default_generator.manual_seed(1)


def _settle(
    request: dict, descriptor: int, confinement: confine.Confinement | None
) -> socket.socket:
    """No terminal, no descriptors but the channel, a folder of one's own, confinement."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    scratch, limits = Path(request["scratch"]), confine.Limits(**request["limits"])
    if confinement is None:
        confine.isolate(scratch, (descriptor,), limits)
    else:
        confinement.apply(scratch, (descriptor,), limits)
    sys.path.insert(0, "")  # as in Jupyter: a module written by a cell can be imported
    return socket.socket(fileno=descriptor)


def _die_with(parent: int) -> None:
    """If the server is killed, its children must not live on."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(70)


def _adopt_orphans() -> None:
    """Processes that a child started and left behind become ours, so that they can be ended."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def end(pid: int, children: set[int]) -> dict:
    """Kill ``pid``, its process group and whatever it left behind; how it ended."""
    if pid not in children:
        return {"error": "no child of mine"}
    # It may have ended by itself; its status tells, and SIGKILL on a zombie changes nothing.
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    children.discard(pid)
    while orphans := [other for other in _descendants() if other not in children]:
        for orphan in orphans:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(orphan, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(orphan, 0)
    code = os.waitstatus_to_exitcode(status)
    return {"ended": pid, "code": code, "cpu_seconds": used.ru_utime + used.ru_stime}


def _descendants() -> list[int]:
    path = f"/proc/{os.getpid()}/task/{os.getpid()}/children"
    try:
        return [int(pid) for pid in Path(path).read_text().split()]
    except OSError:
        return []


def _send(control: socket.socket, message: dict) -> None:
    body = json.dumps(message).encode()
    control.sendall(FRAME.pack(len(body)) + body)


def _receive(control: socket.socket) -> tuple[dict | None, int | None]:
    """The next request and the descriptor that came with it; (None, None) at the end."""
    select.select([control], [], [])
    room = socket.CMSG_SPACE(array.array("i", [0]).itemsize)
    head, ancillary, _, _ = control.recvmsg(FRAME.size, room)
    descriptor = None
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptor = array.array("i", data[:4])[0]
    if len(head) < FRAME.size:
        return None, None
    (size,) = FRAME.unpack(head)
    body = b""
    while len(body) < min(size, CONTROL_MESSAGE):
        chunk = control.recv(size - len(body))
        if not chunk:
            return None, None
        body += chunk
    return json.loads(body), descriptor


if __name__ == "__main__":
    main()
    os._exit(0)  # the runner waits, and taking torch apart takes half a second
