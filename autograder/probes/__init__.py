"""How a learner's object is exercised on one case. Torch only: no probe knows a right answer.

A probe is a generator function of the learner's objects and a case's inputs. It yields pairs
``(facet, value)``: what came out, as tensors and plain values. `run` collects them, also when the
learner's code raises halfway, so that what was seen before still counts as evidence.
"""

from __future__ import annotations

import contextlib
import dis
import importlib
import io
import logging
import os
import pkgutil
import random
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import torch

from autograder import wire
from autograder.probes import watch

Facets = dict[str, Any]
Probe = Callable[..., Iterator[tuple[str, Any]]]

# The chapters with exercises, and their assignments.
CHAPTERS = {
    "vectors": "01-vectors",
    "linear-layer": "02-linear-layer",
    "bias": "03-bias",
    "batching": "04-batching",
    "init": "05-init",
    "depth": "06-depth",
    "pitfalls": "07-pitfalls",
    "capstone": "08-capstone",
}


def modules(package: str, folder: str) -> dict[str, str]:
    """The module or package of each chapter that stands in ``folder``, in the order of chapters."""
    there = {info.name for info in pkgutil.iter_modules([folder])}
    names = {chapter: chapter.replace("-", "_") for chapter in CHAPTERS}
    return {chapter: f"{package}.{name}" for chapter, name in names.items() if name in there}


MODULES = modules(__name__, os.path.dirname(__file__))


def load(chapter: str) -> ModuleType:
    """The module with the probes of ``chapter``."""
    return importlib.import_module(MODULES[chapter])


def find(name: str) -> Probe:
    """The probe of the check called ``name``, such as ``linear-layer/forward``."""
    chapter, exercise = name.split("/")
    return getattr(load(chapter), exercise.replace("-", "_"))


def run(
    name: str,
    kind: str,
    forbidden: tuple[str, ...],
    objects: tuple,
    inputs: dict,
    keep: Callable[[Any], Any] = wire.snapshot,
) -> Facets:
    """Everything the probe ``name`` saw of a learner's ``objects`` on one case.

    ``kind`` is "class" or "function": what the first object has to be. Names of ``forbidden``
    callables that ran are recorded under ``forbidden``. ``keep`` copies each value at once.
    """
    wrong_kind = _wrong_kind(kind, objects[0])
    if wrong_kind:
        return {"kind": wrong_kind}
    with watch.recording(forbidden) as used:
        seen = look(name, objects, inputs, keep=keep)
    return seen | {"forbidden": sorted(used)} if used else seen


def look(
    name: str,
    objects: tuple,
    inputs: dict,
    stop: Callable[[str, Any], bool] | None = None,
    keep: Callable[[Any], Any] = wire.snapshot,
) -> Facets:
    """What the probe ``name`` sees of ``objects`` on one case.

    An exception ends the probe and is recorded under ``raised``. Global state of torch is set anew
    before and put back after; what was made of it is recorded too. The probe goes no further than
    the first facet and value for which ``stop`` is true.
    """
    seen: Facets = {}
    with contextlib.ExitStack() as stack:
        if not _keeping:
            stack.enter_context(_kept_state())
        stack.enter_context(torch.inference_mode(False))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        _set_anew()
        try:
            for facet, value in find(name)(*objects, **inputs):
                with torch._C.DisableTorchFunction():
                    seen[facet] = keep(value)
                if stop is not None and stop(facet, seen[facet]):
                    return seen
        except Exception as error:
            seen["raised"] = _describe(error)
        seen["grad_mode_after"] = torch.is_grad_enabled()
        seen["default_dtype_after"] = str(torch.get_default_dtype())
    return seen


def _wrong_kind(kind: str, found: Any) -> str:
    if found is None:
        return "None"
    if kind == "class" and not isinstance(found, type):
        return (
            f"an instance of {type(found).__name__}"
            if not callable(found) or isinstance(found, torch.nn.Module)
            else f"a {type(found).__name__}"
        )
    if kind == "function" and (isinstance(found, type) or not callable(found)):
        is_class = isinstance(found, type)
        return (
            f"the class {found.__name__}" if is_class else f"a value of type {type(found).__name__}"
        )
    return ""


def _describe(error: BaseException) -> dict:
    """An exception as plain values; its text may be anything, or fail."""
    try:
        text = str(error)
    except BaseException:  # their own __str__ may raise anything
        text = ""
    names = [cls.__name__ for cls in type(error).__mro__]
    return {"type": names[0], "bases": names, "text": text[:400], "stub": is_stub(error)}


_TORCH = os.path.dirname(torch.__file__) + os.sep
_RAISE = dis.opmap["RAISE_VARARGS"]


def is_stub(error: BaseException) -> bool:
    """Whether a ``raise NotImplementedError`` of the learner's own was reached.

    torch raises the same class, from C++ for a dtype that an operator lacks and from Python for a
    module without forward. Neither means that nothing has been written yet.
    """
    if not isinstance(error, NotImplementedError) or error.__traceback__ is None:
        return False
    innermost = error.__traceback__
    while innermost.tb_next is not None:
        innermost = innermost.tb_next
    code = innermost.tb_frame.f_code
    return code.co_code[innermost.tb_lasti] == _RAISE and not code.co_filename.startswith(_TORCH)


def outcome(function: Callable, *args: Any) -> str:
    """``"no error"``, or the class of what ``function(*args)`` raised.

    ValueError stands for its subclasses too. A stub's NotImplementedError goes on to the caller.
    """
    try:
        function(*args)
    except ValueError:
        return "ValueError"
    except Exception as error:
        if is_stub(error):
            raise
        return type(error).__name__
    return "no error"


def _set_anew() -> None:
    """torch's defaults, and random numbers from a seed."""
    torch.set_default_device(None)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.default_generator.manual_seed(2)
    random.seed(2)


_keeping: list[None] = []  # as many as there are `_kept_state` around what runs now


@contextlib.contextmanager
def series() -> Iterator[None]:
    """Around many probes in a row: what each of them sets up and takes down, only once.

    It takes as long as a small case does.
    """
    with _kept_state(), watch.hooks():
        yield


@contextlib.contextmanager
def _kept_state() -> Iterator[None]:
    """torch's defaults and the random states are afterwards what they were before."""
    dtype, grad = torch.get_default_dtype(), torch.is_grad_enabled()
    torch_state, python_state = torch.get_rng_state(), random.getstate()
    device = torch.get_default_device()
    _keeping.append(None)
    try:
        yield
    finally:
        _keeping.pop()
        torch.set_default_device(None if device.type == "cpu" else device)
        torch.set_default_dtype(dtype)
        torch.set_grad_enabled(grad)
        torch.set_rng_state(torch_state)
        random.setstate(python_state)


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Inside, what a learner's code prints or logs does not count and is not shown.

    For a whole check and not for each case: switching logging off and on again is slow.
    """
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        logging.disable(level)
