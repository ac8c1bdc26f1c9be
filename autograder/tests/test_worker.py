"""The child's side: cells as IPython takes them, answers as they were, and sent in time."""

from __future__ import annotations

import socket
from types import SimpleNamespace

import nbformat
import pytest
import torch
from IPython.core.async_helpers import _should_be_async
from IPython.core.inputtransformer2 import TransformerManager
from torch import nn

from autograder import wire, worker
from autograder.probes import watch
from autograder.release import assignments, course_root, notebook_path
from autograder.sample_class import CORPUS

ODD_CELLS = [
    "",
    "\n",
    "  \n\t\n",
    "\n\nx = 1",
    "  x = 1\n  y = 2",
    "%matplotlib inline\nx = 1",
    "%%time\nx = 1",
    "x = %pwd",
    "files = !ls",
    "!ls",
    "print?",
    "x = 3\nx??",
    "'''what?\n%not magic\n!nor a command'''",
    "x = 7 \\\n% 4",
    "x = (7\n% 4)",
    "/print 1",
    ",print a b",
    ">>> x = 1\n>>> x",
    "x = 'a\\\n>>> b'",
    ">>> for i in range(2):\n...     print(i)",
    "In [1]: x = 1",
    "In [1]: x = 1\n   ...: y = 2",
    "'''\n>>> x = 1\n1\n'''",
    "def f():\n    '''\n    >>> f()\n    '''",
    "class A:\n    ...",
    "def f(): ...",
    "x = [\n...\n]",
    "await f()",
    "async def f():\n    pass",
    "async with f():\n    pass",
    "[x async for x in f()]",
    "awaited = 'await'",
    "x = 1;",
    "x = '\\d'",
    "x = 1\r\ny = 2\r\n",
    "x = 1\x0cy = 2",
    "x = '\ud800'",
    "def f(:\n    pass",
    "x = 1\n\n\n",
    "x = 'a\u2028b'",
    "return 1",
    "# only a remark",
    "# coding: latin-1\nx = 'é'",
    "x = 1 if True else 2 # ?",
    "help?\nx = 1",
    "\ufeffx = 1",
    "x\0y",
]


def real_cells() -> list[str]:
    """All code of this course: notebooks handed out, solutions and what learners may hand in."""
    root = course_root()
    notebooks = [
        nbformat.read(notebook_path(name, root, folder), as_version=4)
        for name in assignments(root)
        for folder in ("exercises", "solutions")
    ]
    cells = [cell.source for nb in notebooks for cell in nb.cells if cell.cell_type == "code"]
    return [*cells, *(path.read_text("utf-8") for path in sorted(CORPUS.rglob("*.py")))]


def shell() -> SimpleNamespace:
    """What of IPython's shell decides what becomes of a cell."""
    return SimpleNamespace(
        input_transformer_manager=TransformerManager(),
        should_run_async=lambda raw, *, transformed_cell: _should_be_async(transformed_cell),
    )


def taken(shell: SimpleNamespace, cell: str) -> tuple:
    """The code that runs for ``cell`` and whether it is awaited, or what is raised."""
    try:
        code = shell.input_transformer_manager.transform_cell(cell)
        return code, shell.should_run_async(cell, transformed_cell=code)
    except Exception as error:
        return type(error), str(error)


def test_cells_become_what_ipython_makes_of_them():
    usual, ours = shell(), shell()
    searched = []
    search = ours.input_transformer_manager.transform_cell

    def noted(cell: str) -> str:
        searched.append(cell)
        return search(cell)

    ours.input_transformer_manager.transform_cell = noted
    worker._take_python_as_it_is(ours)
    real = real_cells()
    for cell in [*ODD_CELLS, *real]:
        assert taken(ours, cell) == taken(usual, cell), cell
    assert len(real) > 500 and len(searched) < len(real) / 10


def test_transformers_that_a_notebook_brings_along_are_used():
    ours = shell()
    worker._take_python_as_it_is(ours)
    manager = ours.input_transformer_manager
    assert manager.transform_cell("x = 1") == "x = 1\n"
    manager.line_transforms.append(lambda lines: [line.replace("1", "2") for line in lines])
    assert manager.transform_cell("x = 1") == "x = 2\n"


# ---------------------------------------------------------------- what an answer holds


def test_what_is_written_is_what_was_there_at_that_moment():
    writer, numbers, items = wire.Writer(), torch.ones(3), [1]
    seen = {"numbers": writer.write(numbers), "items": writer.write(items)}
    numbers.add_(1)
    items.append(2)
    sent = wire.decode(writer.message({"facets": seen}))["facets"]
    assert sent["numbers"].tolist() == [1, 1, 1] and sent["items"] == [1]


@pytest.mark.parametrize(
    "value",
    [
        torch.arange(6.0).reshape(2, 3).T,
        torch.ones(3).requires_grad_(),
        nn.Parameter(torch.ones(2, 2)) * 2,
        torch.arange(12.0)[3:7],
        torch.arange(12.0)[::3],
        torch.ones(1, 2).expand(3, 2),
        torch.ones(0, 4),
        torch.tensor(2.5),
        torch.ones(3, dtype=torch.bfloat16),
        torch.ones(2, device="meta"),
        torch.eye(2).to_sparse(),
        torch.ones(2, dtype=torch.complex64).conj(),
        {"a": [torch.ones(2), (None, 1.5, "x")]},
    ],
    ids=str,
)
def test_written_or_encoded_it_is_the_same(value):
    writer = wire.Writer()
    written = writer.message({"facets": {"y": writer.write(value)}})
    copied = wire.encode({"facets": {"y": wire.snapshot(value)}})
    assert repr(wire.decode(written)) == repr(wire.decode(copied))


def test_one_tensor_too_large_is_named_and_many_are_no_message():
    writer, large = wire.Writer(), torch.zeros(wire.MAX_MESSAGE // 4 + 1)
    sent = wire.decode(writer.message({"y": writer.write(large)}))
    assert "16 MiB" in sent["y"].kind
    writer, half = wire.Writer(), torch.zeros(wire.MAX_MESSAGE // 8 + 1)
    facets = {"first": writer.write(half), "second": writer.write(half)}
    with pytest.raises(wire.WireError):
        writer.message(facets)


# ---------------------------------------------------------------- when an answer is sent


@pytest.fixture
def line():
    """Both ends of a line, and the answers of this side."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.setblocking(False)
        yield worker._Answers(ours), theirs


def arrived(channel: socket.socket) -> bytes:
    try:
        return channel.recv(2**20)
    except BlockingIOError:
        return b""


def frames(*bodies: bytes) -> bytes:
    return b"".join(worker.FRAME.pack(len(body)) + body for body in bodies)


def test_an_answer_is_sent_at_once_when_nothing_else_is_asked(line):
    answers, asker = line
    answers.give(b"one", keep=True)
    assert arrived(asker) == frames(b"one")
    answers.give(b"two", keep=True)
    assert arrived(asker) == frames(b"two")


def test_answers_wait_for_one_another_while_there_is_more_to_do(line):
    answers, asker = line
    asker.sendall(b"another request")
    answers.give(b"one", keep=True)
    assert arrived(asker) == b""
    answers.give(b"two", keep=False)  # it may settle the check
    assert arrived(asker) == frames(b"one", b"two")
    answers.give(b"x" * worker.KEPT_BYTES, keep=True)
    assert len(arrived(asker)) > worker.KEPT_BYTES


def test_no_answer_waits_for_long(line, monkeypatch):
    answers, asker = line
    asker.sendall(b"another request")
    now = 100.0
    monkeypatch.setattr(worker, "monotonic", lambda: now)
    answers.give(b"one", keep=True)
    now += worker.KEPT_SECONDS / 2
    answers.give(b"two", keep=True)
    assert arrived(asker) == b""
    now += worker.KEPT_SECONDS
    answers.give(b"three", keep=True)
    assert arrived(asker) == frames(b"one", b"two", b"three")


# ---------------------------------------------------------------- what is watched, and how


def test_only_what_calls_can_tell_is_looked_for_at_every_call():
    layer, x = nn.Linear(2, 2), torch.ones(1, 2, requires_grad=True)
    for names, seen in ((("F.linear",), {"F.linear"}), (watch.AUTOGRAD, {"autograd"})):
        with watch.recording(names) as used:
            modes = torch._C._len_torch_function_stack()
            layer(x).sum().backward()
        assert used == seen and bool(modes) == ("F.linear" in names)
