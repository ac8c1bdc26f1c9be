"""Notices when a learner's code calls what the exercise asks them to build.

This is a courtesy for honest learners, who get a message of its own instead of a pass. It runs
inside the learner's process and proves nothing against someone determined: reading the submitted
code and a person's judgement do that.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import torch
import torch.autograd
import torch.autograd.forward_ad
from torch import nn
from torch.overrides import TorchFunctionMode

LAYERS = ("nn.Linear", "nn.LazyLinear", "nn.Bilinear", "F.linear", "torch._C._nn.linear")
AUTOGRAD = ("autograd",)
# Ready-made products of vectors and matrices, by the names people write. At run time `a @ b` and
# `a.matmul(b)` are one and the same.
MATMUL = "@ (matmul)"
PRODUCTS = (
    MATMUL,
    "dot",
    "vdot",
    "vecdot",
    "inner",
    "einsum",
    "tensordot",
    "multi_dot",
    "mm",
    "mv",
    "bmm",
    "addmm",
    "addmv",
    "F.linear",
)

_CLASSES = {"nn.Linear": nn.Linear, "nn.LazyLinear": nn.LazyLinear, "nn.Bilinear": nn.Bilinear}
# F.linear and torch._C._nn.linear are one and the same object; it goes by the name people write.
_FUNCTIONS = {torch.nn.functional.linear: "F.linear"}
# The dispatcher's names of the same, as torch.ops.aten.linear and torch.ops.aten.linear.default.
_DISPATCHED = (torch._ops.OpOverload, torch._ops.OpOverloadPacket)
_OPERATORS = {"aten.linear": "F.linear", "aten.linear.default": "F.linear"}
# torch's own names of PRODUCTS that are not the names themselves; a trailing "_" does not count.
_PRODUCT_NAMES = {
    **{name: name for name in PRODUCTS},
    **dict.fromkeys(("matmul", "__matmul__", "__rmatmul__", "linalg_matmul"), MATMUL),
    "linalg_vecdot": "vecdot",
    "linalg_multi_dot": "multi_dot",
    "chain_matmul": "multi_dot",
    "baddbmm": "bmm",
    "addbmm": "bmm",
}
# grad(), backward() and torch.func.grad all end in the first; forward mode starts with the second.
_DERIVATIVES = (
    (torch.autograd, "_engine_run_backward"),
    (torch.autograd.forward_ad, "enter_dual_level"),
)
# What can be noticed while it runs; other names are for reading the code.
WATCHED = frozenset({*_CLASSES, *_FUNCTIONS.values(), *_OPERATORS.values(), *AUTOGRAD})
# Those that only a look at every call of a function notices, which makes each of them slower.
_BY_CALLS = frozenset({*_FUNCTIONS.values(), *_OPERATORS.values(), *_PRODUCT_NAMES.values()})
# Probes use torch for their own purposes too: what they do under `aside` is not the learner's.
_active: list[_Recorder] = []
_hooked: list[None] = []  # as many as there are `hooks` around what runs now
# Those of the names that a function is: probes make thousands of calls, of a few dozen functions.
_known: dict[tuple[str, ...], dict[Any, tuple[str, ...]]] = {}


class _Recorder(TorchFunctionMode):
    def __init__(self, names: tuple[str, ...], used: set[str]):
        super().__init__()
        self.names, self.used, self.paused = names, used, False
        self.known = _known.setdefault(names, {})

    def note(self, name: str) -> None:
        if not self.paused:
            self.used.add(name)

    def __torch_function__(self, func, types, args=(), kwargs=None):
        names = self.known.get(func)
        if names is None:
            names = self.known[func] = tuple(n for n in _names_of(func) if n in self.names)
        for name in names:
            self.note(name)
        return func(*args, **kwargs) if kwargs else func(*args)


def _names_of(func: Any) -> tuple[str | None, str | None]:
    """The forbidden layer and the forbidden product that a function of torch's is, if any."""
    if type(func) in _DISPATCHED:
        text = str(func)  # "aten.mv.default"
        return _OPERATORS.get(text), _PRODUCT_NAMES.get(text.split(".")[1])
    name = getattr(func, "__name__", "")
    return _FUNCTIONS.get(func), _PRODUCT_NAMES.get(name) or _PRODUCT_NAMES.get(name.rstrip("_"))


@contextlib.contextmanager
def recording(names: tuple[str, ...]) -> Iterator[set[str]]:
    """A set that fills with those of ``names`` that are used inside."""
    used: set[str] = set()
    if WATCHED.isdisjoint(names):
        yield used
        return
    recorder = _Recorder(names, used)
    _active.append(recorder)
    try:
        with contextlib.ExitStack() as stack:
            if not _hooked:
                stack.enter_context(hooks())
            if not _BY_CALLS.isdisjoint(names):
                stack.enter_context(recorder)
            yield used
    finally:
        _active.remove(recorder)


@contextlib.contextmanager
def hooks() -> Iterator[None]:
    """Inside, layers that are made and derivatives that are taken are noted by who is `recording`.

    `recording` does so by itself. Around many of them it is quicker: what Python has learned of the
    classes that are changed for it is lost each time.
    """
    _hooked.append(None)
    try:
        with contextlib.ExitStack() as stack:
            for name, layer in _CLASSES.items():
                stack.enter_context(_wrapped(layer, "__init__", name))
            for owner, attribute in _DERIVATIVES:
                if hasattr(owner, attribute):
                    stack.enter_context(_wrapped(owner, attribute, "autograd"))
            yield
    finally:
        _hooked.pop()


# Around calls of the probe's own through which no learner's code runs: nothing looks at them, which
# takes as long as many of them do.
unwatched = torch._C.DisableTorchFunction


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """Inside, calls are the probe's own and are not recorded."""
    before = [recorder.paused for recorder in _active]
    for recorder in _active:
        recorder.paused = True
    try:
        yield
    finally:
        for recorder, paused in zip(_active, before, strict=True):
            recorder.paused = paused


@contextlib.contextmanager
def _wrapped(owner: Any, attribute: str, name: str) -> Iterator[None]:
    original: Callable = getattr(owner, attribute)

    @wraps(original)
    def noting(*args, **kwargs):
        for recorder in _active:
            if name in recorder.names:
                recorder.note(name)
        return original(*args, **kwargs)

    setattr(owner, attribute, noting)
    try:
        yield
    finally:
        setattr(owner, attribute, original)
