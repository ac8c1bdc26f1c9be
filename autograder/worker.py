"""Inside the forked child: runs the learner's cells and answers probes. Nothing here is trusted.

Every request carries a nonce and gets exactly one answer. No right answer is ever in this process.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import re
import select
import socket
import struct
import sys
from time import monotonic  # by name: a learner's code may put something else into the module
from typing import Any

from autograder import probes, wire

FRAME = struct.Struct("<I")
NONCE = 16  # bytes

KEPT_SECONDS = 0.02  # how long an answer may wait for the next one
KEPT_BYTES = 64 * 1024  # of answers that wait; a socket holds more
MAX_TEXT = 64 * 1024  # characters of one text output
MAX_IMAGE = 2 * 2**20  # bytes of one figure
MAX_OUTPUTS = 100  # of one cell
MAX_CELL = 6 * 2**20  # characters of all outputs of one cell
IMAGES = ("image/png", "image/jpeg")
TEXTS = ("text/plain", "text/html", "text/markdown", "text/latex")
SHOWN = frozenset({*IMAGES, *TEXTS})  # forms of a rich output; the others are dropped


def receive(channel: socket.socket, count: int) -> bytes:
    """Exactly ``count`` bytes; EOFError if the other side is gone."""
    chunks = []
    while count:
        chunk = channel.recv(min(count, 2**20))
        if not chunk:
            raise EOFError
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def serve(channel: socket.socket, collector: Collector) -> None:
    """Answer requests until the other side hangs up."""
    held: dict[str, tuple] = {}
    series: contextlib.ExitStack | None = None
    answers = _Answers(channel)
    while True:
        try:
            (size,) = FRAME.unpack(receive(channel, FRAME.size))
            message = receive(channel, size)
        except (EOFError, OSError):
            return
        nonce, request = message[:NONCE], wire.decode(message[NONCE:])
        if series is None and request["op"] == "probe":
            series = contextlib.ExitStack()
            series.enter_context(probes.series())
        elif series is not None and request["op"] != "probe":
            series.close()
            series = None
        writer = wire.Writer()
        reply = _answer(request, collector, held, writer)
        try:
            body = nonce + writer.message(reply)
        except wire.WireError:
            body = nonce + wire.encode({"too_large": True})
        answers.give(body, keep="raised" not in reply.get("facets", {"raised": None}))


class _Answers:
    """Sends answers several at once while the next requests are there already.

    Each sending wakes the other side, which takes longer than a small case does. None is kept back
    for long, or its time would seem to be up; and none that may settle all by itself, or it would
    be lost where the next request ends this process.
    """

    def __init__(self, channel: socket.socket):
        self.channel, self.poll = channel, select.poll()
        self.poll.register(channel, select.POLLIN)
        self.kept: list[bytes] = []
        self.size, self.since = 0, 0.0

    def give(self, body: bytes, keep: bool) -> None:
        now = monotonic()
        if not self.kept:
            self.size, self.since = 0, now
        self.kept += [FRAME.pack(len(body)), body]
        self.size += len(body)
        soon = self.size < KEPT_BYTES and now - self.since < KEPT_SECONDS
        if not (keep and soon and self.poll.poll(0)):
            self.channel.sendall(b"".join(self.kept))
            self.kept = []


def _answer(
    request: dict, collector: Collector, held: dict[str, tuple], writer: wire.Writer
) -> dict:
    shell = collector.shell
    if request["op"] == "cell":
        return collector.run(request["source"], request["keep"])
    if request["op"] == "hold":
        held.update((slot, _named(shell, names)) for slot, names in request["slots"].items())
        return {}
    names = request["names"]
    objects = held[request["slot"]] if request["slot"] else _named(shell, names)
    if len(objects) < len(names):
        return {"missing": names[len(objects)][:100]}
    try:
        return {
            "facets": probes.run(
                request["check"],
                request["kind"],
                tuple(request["forbidden"]),
                objects,
                request["inputs"],
                writer.write,
            )
        }
    except BaseException as error:  # SystemExit and KeyboardInterrupt are answers, not exits
        return {"facets": {"raised": probes._describe(error)}}


def _named(shell: Any, names: list[str]) -> tuple:
    """What ``names`` mean in the notebook now, up to the first that means nothing."""
    objects = []
    for name in names:
        if name not in shell.user_ns:
            break
        objects.append(shell.user_ns[name])
    return tuple(objects)


class Collector:
    """Runs a cell in IPython and keeps its outputs as nbformat has them, bounded."""

    def __init__(self, shell: Any):
        self.shell = shell
        self.outputs: list[dict] | None = None
        self.size = 0
        shell.display_pub.publish = self._publish
        shell._showtraceback = self._traceback
        shell.displayhook.__class__ = _hook_class(type(shell.displayhook), self)

    def run(self, source: str, keep: bool) -> dict:
        self.outputs, self.size = ([] if keep else None), 0
        stdout, stderr = _Stream(self, "stdout"), _Stream(self, "stderr")
        stopped = ""
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
            try:
                result = self.shell.run_cell(source, store_history=True)
                stopped = "" if result.success else "error"
            except BaseException:  # noqa: B036 (a learner may raise anything, also past IPython)
                stopped = "error"
            with contextlib.suppress(BaseException):
                _flush_figures()
        outputs, self.outputs = self.outputs or [], None
        return {"outputs": outputs, "stopped": stopped}

    def add(self, output: dict, size: int) -> None:
        if self.outputs is None or self.size > MAX_CELL or len(self.outputs) >= MAX_OUTPUTS:
            return
        self.size += size
        self.outputs.append(output)

    def stream(self, name: str, text: str) -> None:
        if self.outputs is None or not text:  # IPython ends what it shows with an empty text
            return
        last = self.outputs[-1] if self.outputs else None
        if last and last["output_type"] == "stream" and last["name"] == name:
            last["text"] += text[: max(0, MAX_TEXT - len(last["text"]))]
        else:
            self.add({"output_type": "stream", "name": name, "text": text[:MAX_TEXT]}, len(text))

    def _publish(self, data: dict, metadata: Any = None, **_: Any) -> None:
        data = _bounded(data)
        if data:
            size = sum(map(len, data.values()))
            self.add({"output_type": "display_data", "metadata": {}, "data": data}, size)

    def result(self, data: dict) -> None:
        data = _bounded(data)
        output = {
            "output_type": "execute_result",
            "metadata": {},
            "data": data,
            "execution_count": None,
        }
        self.add(output, sum(map(len, data.values())))

    def _traceback(self, kind: type, value: BaseException, frames: list[str]) -> None:
        text = "\n".join(str(frame) for frame in frames)[:MAX_TEXT]
        error = {
            "output_type": "error",
            "ename": str(getattr(kind, "__name__", kind))[:200],
            "evalue": _safe_str(value)[:2000],
            "traceback": [text],
        }
        self.add(error, len(text))


def _hook_class(base: type, collector: Collector) -> type:
    """IPython's display hook, with `_` as ever and the output handed to ``collector``."""

    class Hook(base):
        def write_output_prompt(self) -> None:
            pass

        def write_format_data(self, data: dict, metadata: Any = None) -> None:
            collector.result(data)

    return Hook


class _Stream(io.TextIOBase):
    def __init__(self, collector: Collector, name: str):
        self.collector, self.name = collector, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.collector.stream(self.name, text)
        return len(text)


def _bounded(data: Any) -> dict[str, str]:
    """Text and images of a rich output, as strings of bounded size; the rest is dropped."""
    kept = {}
    for kind, value in dict(data).items():
        if kind in IMAGES:
            value = base64.b64encode(value).decode() if isinstance(value, bytes) else value
            limit = MAX_IMAGE
        elif kind in TEXTS:
            limit = MAX_TEXT
        else:
            continue
        if isinstance(value, str) and (len(value) <= limit or kind.startswith("text/plain")):
            kept[kind] = value[:limit]
    return kept


def _safe_str(value: Any) -> str:
    try:
        return str(value)
    except BaseException:  # noqa: B036 (the learner's own __str__)
        return ""


def _flush_figures() -> None:
    """What plt.show() would show at the end of a cell."""
    if "matplotlib.pyplot" in sys.modules:
        from matplotlib_inline.backend_inline import flush_figures

        flush_figures()


def make_collector() -> Collector:
    """A `Collector` around IPython without history, colors or terminal, as cells expect it."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.xmode = "Context"
    shell = InteractiveShell.instance(config=config)
    shell.enable_gui = lambda gui=None: None  # %matplotlib asks for one; there is no screen
    shell.display_formatter.active_types = list(shell.display_formatter.formatters)
    _take_python_as_it_is(shell)
    collector = Collector(shell)
    _exercise(shell)
    return collector


# Where IPython may make something else of what is valid Python: prompts that were pasted, blank
# lines at the beginning, code to be awaited.
_PERHAPS_CHANGED = re.compile(r"\A\s|^[ \t]*(?:>>>|\.\.\.|In \[)|\b(?:await|async)\b", re.MULTILINE)


def _take_python_as_it_is(shell: Any) -> None:
    """Let cells that are plain Python pass IPython's search for magics and prompts unsearched.

    The search takes several times as long as Python's own parser does. What that parser accepts
    holds no magic, no `!command` and no `help?`, none of which is Python.
    """
    manager = shell.input_transformer_manager
    search, is_async = manager.transform_cell, shell.should_run_async
    passed = ""  # what was passed unsearched last

    def transformers() -> list:
        lists = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers)
        return [list(transforms) for transforms in lists]

    def transform_cell(cell: str) -> str:
        nonlocal passed
        # A learner may bring transformers along, as an extension does.
        if _PERHAPS_CHANGED.search(cell) or transformers() != usual or not _is_python(cell):
            return search(cell)
        passed = cell if cell.endswith("\n") else f"{cell}\n"
        return passed

    def should_run_async(raw_cell: str, **known: Any) -> bool:
        return known.get("transformed_cell") != passed and is_async(raw_cell, **known)

    usual = transformers()
    manager.transform_cell, shell.should_run_async = transform_cell, should_run_async


def _is_python(cell: str) -> bool:
    try:
        # With the name that IPython gives to a cell that it compiles only to see whether it can.
        compile(cell, "<>", "exec", ast.PyCF_ONLY_AST)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True


# What most notebooks do; run before a fork, so that not every child is the first to do it.
_USUAL_CELL = """
import matplotlib.pyplot as plt
import torch
from torch import nn
class Layer(nn.Module):
    def forward(self, x):
        return x @ x.T
def function(x):
    return [x for _ in range(3)]
function(1)
"""


def _exercise(shell: Any) -> None:
    """Run usual cells until Python has specialized the code behind them; leaves no trace."""
    hook, before = shell.displayhook, dict(shell.user_ns)
    size, hook.cache_size = hook.cache_size, 0  # it notes nothing under `_` and `Out`
    for _ in range(12):  # Python 3.11 specializes what has run eight times
        shell.run_cell(_USUAL_CELL, store_history=False)
        _flush_figures()  # the first time imports what shows them
    hook.cache_size = size
    shell.user_ns.clear()
    shell.user_ns.update(before)
