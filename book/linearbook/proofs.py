"""Runs the proofs of claims.yml and holds what they do against their checks.

A proof is a short program that ends by printing, or in an error that is the point. It sees torch,
nn, optim, F, math, io, copy and the tools below, in a namespace of its own, with seed 0; afterwards
the dtype, grad mode, threads, warnings and random numbers are what they were before.

A check is an expression over what came out, in these words only:

    printed            all that was printed, without the blanks around it
    lines              the same, line by line
    numbers            every number in it, in order, as floats (nan and inf too)
    raised(kind, text) it ended in an error of this kind, with these words in its message
    warned(text)       it warned with these words
    isnan, abs, all, any, len, max, min, set, sorted, and the names of the built-in errors

An error that the check does not ask for is a mismatch.
"""

from __future__ import annotations

import builtins
import contextlib
import copy
import importlib.util
import io
import math
import pickle
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name, which the proofs use
import yaml
from torch import nn, optim
from torch.utils._python_dispatch import TorchDispatchMode

# On Windows a thread's clock ticks too slowly.
CLOCK = time.perf_counter if sys.platform == "win32" else time.thread_time
CLAIMS = Path(__file__).resolve().parents[1] / "claims.yml"


class ProofFailed(Exception):
    """What a proof did does not fit its check."""


@dataclass(frozen=True)
class Outcome:
    """What a proof did; `skipped` says why it was not run, and is empty where it was."""

    printed: str = ""
    error: Exception | None = None
    warned: tuple[str, ...] = ()
    seconds: float = 0.0
    skipped: str = ""


def load(path: Path = CLAIMS) -> dict:
    """The content of claims.yml: sources, topics, claims and facts."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast
    return yaml.load(path.read_text(encoding="utf8"), loader)


# --- What a proof may use -------------------------------------------------------------------------


def count_parameters(module: nn.Module) -> int:
    """How many numbers the parameters of `module` hold, frozen ones included."""
    return sum(parameter.numel() for parameter in module.parameters())


def saved_bytes(module: nn.Module) -> int:
    """How many bytes `torch.save` writes for the module's state_dict."""
    file = io.BytesIO()
    torch.save(module.state_dict(), file)
    return file.tell()


def milliseconds(one: Callable, *others: Callable, repeats: int = 15) -> list[float]:
    """Median time of each function, in milliseconds; they take turns, so that none is favored.

    The clock is this thread's own, which stands still while another program has the processor.
    """
    times: list[list[float]] = [[] for _ in (one, *others)]
    with torch.no_grad():
        for _ in range(repeats + 2):
            for function, taken in zip((one, *others), times, strict=True):
                start = CLOCK()
                function()
                taken.append(1000 * (CLOCK() - start))
    return [median(taken[2:]) for taken in times]  # the first two warm up


def operations(function: Callable) -> list[str]:
    """The names of the operations that PyTorch ran for `function()`, in their order."""
    names = []

    class Listener(TorchDispatchMode):
        def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
            names.append(operation.overloadpacket.__name__)
            return operation(*args, **(kwargs or {}))

    with Listener():
        function()
    return names


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr=0.01, steps=500) -> float:
    """Fit `model` to x and y with Adam on the mean squared error; the loss after the last step."""
    optimizer = optim.Adam(model.parameters(), lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        F.mse_loss(model(x), y).backward()
        optimizer.step()
    with torch.no_grad():
        return F.mse_loss(model(x), y).item()


def initialize(layer: nn.Linear, how: str) -> nn.Linear:
    """Draw the layer anew: "default", "he", "xavier", "normal" (standard deviation 1) or "zero"."""
    if how != "default":
        nn.init.zeros_(layer.bias)
    if how == "he":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    elif how == "xavier":
        nn.init.xavier_normal_(layer.weight)
    elif how == "normal":
        nn.init.normal_(layer.weight)
    elif how == "zero":
        nn.init.zeros_(layer.weight)
    return layer


class Signal(NamedTuple):
    size: float  # standard deviation of all activations
    spread: float  # the same between inputs, averaged over the units


@cache
def signal_after(depth: int, how: str, width: int = 512, batch_size: int = 256) -> Signal:
    """Send random rows through `depth` layers, each with a ReLU, and measure what comes out."""
    with torch.random.fork_rng(), torch.no_grad():
        torch.manual_seed(0)
        x = torch.randn(batch_size, width)
        for _ in range(depth):
            x = F.relu(initialize(nn.Linear(width, width), how)(x))
    return Signal(x.std().item(), x.std(dim=0).mean().item())


def relu_stack(sizes: list[int], how: str) -> nn.Sequential:
    """Linear layers of these sizes, initialized `how`, with a ReLU after each."""
    net = nn.Sequential()
    for in_features, out_features in zip(sizes, sizes[1:], strict=False):
        net.append(initialize(nn.Linear(in_features, out_features), how))
        net.append(nn.ReLU())
    return net


@cache
def gradient_norms(how: str, depth: int = 50, width: int = 256) -> tuple[float, float]:
    """Norms of the weight gradients of the first and the last of `depth` layers with ReLU."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        net = relu_stack([width] * (depth + 1), how)
        net(torch.randn(64, width)).square().mean().backward()
    return net[0].weight.grad.norm().item(), net[-2].weight.grad.norm().item()


@cache
def train_deep(how: str, depth: int = 20, steps: int = 300, lr: float = 0.05) -> float:
    """Train `depth` hidden layers on sin(3 a) * b by gradient descent; the last loss.

    A model that ignores its input can reach 0.171, the variance of what is to be learned.
    """
    with torch.random.fork_rng():
        torch.manual_seed(1)
        x = 2 * torch.rand(256, 2) - 1
        y = torch.sin(3 * x[:, :1]) * x[:, 1:]
        torch.manual_seed(0)
        net = relu_stack([2] + [64] * depth, how).append(nn.Linear(64, 1))
        optimizer = optim.SGD(net.parameters(), lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            loss = F.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
    return loss.item()


TOOLS = (
    count_parameters,
    saved_bytes,
    milliseconds,
    operations,
    train,
    initialize,
    relu_stack,
    signal_after,
    gradient_norms,
    train_deep,
)
MODULES = {"torch": torch, "nn": nn, "optim": optim, "F": F, "math": math, "io": io, "copy": copy}


# --- Running --------------------------------------------------------------------------------------


def run(entry: dict) -> Outcome:
    """Run the proof of a claim or fact; what it printed, raised and warned."""
    package = entry.get("needs")
    if package and importlib.util.find_spec(package) is None:
        return Outcome(skipped=f"not run: it needs the package {package}, which is not installed")
    namespace = MODULES | {tool.__name__: tool for tool in TOOLS} | {"__name__": entry["id"]}
    out, error = io.StringIO(), None
    code = compile(entry["proof"], f"<proof of {entry['id']}>", "exec")
    start = time.perf_counter()
    with as_it_was(), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with contextlib.redirect_stdout(out):
            try:
                exec(code, namespace)
            except Exception as raised:
                error = raised.with_traceback(None)
    seconds = time.perf_counter() - start
    warned = dict.fromkeys(f"{each.category.__name__}: {each.message}" for each in caught)
    return Outcome(out.getvalue().strip(), error, tuple(warned), seconds)


@contextlib.contextmanager
def as_it_was() -> Iterator[None]:
    """Seed 0, float32, gradients on and one thread; on leaving, whatever was set before."""
    dtype, threads, grad = torch.get_default_dtype(), torch.get_num_threads(), None
    grad, numbers = torch.is_grad_enabled(), torch.get_rng_state()
    torch.set_default_dtype(torch.float32)
    torch.set_num_threads(1)
    torch.set_grad_enabled(True)
    torch.manual_seed(0)
    try:
        yield
    finally:
        torch.set_default_dtype(dtype)
        torch.set_num_threads(threads)
        torch.set_grad_enabled(grad)
        torch.set_rng_state(numbers)


# --- Checking -------------------------------------------------------------------------------------

NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)(?!\w)")
ERRORS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
} | {"UnpicklingError": pickle.UnpicklingError}
PLAIN = {kind.__name__: kind for kind in (abs, all, any, len, max, min, set, sorted)}


def holds(check: str, outcome: Outcome) -> bool:
    """Whether `outcome` is what the check asks for."""
    error = outcome.error
    asked_for_an_error = False

    def raised(kind: type[Exception], text: str) -> bool:
        nonlocal asked_for_an_error
        asked_for_an_error = True
        return isinstance(error, kind) and text in str(error)

    words = {
        "printed": outcome.printed,
        "lines": outcome.printed.splitlines(),
        "numbers": [float(number) for number in NUMBER.findall(outcome.printed)],
        "raised": raised,
        "warned": lambda text: any(text in warning for warning in outcome.warned),
        "isnan": math.isnan,
        "__builtins__": PLAIN | ERRORS,
    }
    try:
        right = bool(eval(check, words))
    except (IndexError, ValueError):  # fewer lines or numbers than were asked for
        return False
    return right and (error is None or asked_for_an_error)


def run_all(entries: Iterable[dict]) -> dict[str, Outcome]:
    """Run every proof; raises ProofFailed, naming the claims, unless all of them hold."""
    outcomes = {entry["id"]: (entry, run(entry)) for entry in entries if "proof" in entry}
    wrong = [
        f"{name}: the check {entry['check']!r} does not hold for\n{text_of(outcome)}"
        for name, (entry, outcome) in outcomes.items()
        if not outcome.skipped and not holds(entry["check"], outcome)
    ]
    if wrong:
        raise ProofFailed("\n".join(wrong))
    return {name: outcome for name, (_, outcome) in outcomes.items()}


def text_of(outcome: Outcome) -> str:
    """What a reader sees of an outcome: the printed lines, then warnings, then the error."""
    warned = [" ".join(warning.split()) for warning in outcome.warned]
    lines = [outcome.printed, *(_shorten(warning) for warning in warned)]
    if outcome.error is not None:
        lines.append(_shorten(f"{type(outcome.error).__name__}: {outcome.error}", keep_lines=True))
    return "\n".join(filter(None, [*lines, outcome.skipped]))


def _shorten(text: str, limit: int = 400, keep_lines: bool = False) -> str:
    text = text if keep_lines else " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
