"""Chapter 2: what a learner's linear layer, counts, gradients and copies do on one case."""

from __future__ import annotations

import contextlib
import copy
import random
from collections.abc import Iterator
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
import torch.utils.deterministic
from torch import Tensor, nn

from autograder.probes import outcome
from autograder.probes.watch import aside, unwatched

Seen = Iterator[tuple[str, Any]]


def arranged(value: Tensor, layout: str) -> Tensor:
    """The same numbers in another memory layout.

    ``layout`` is "contiguous", "transposed" (columns lie together), "strided" (every second number)
    or "expanded" (all rows are one row in memory; they have to be equal).
    """
    with unwatched():
        if layout == "transposed" and value.dim() >= 2:
            return value.mT.contiguous().mT
        if layout == "strided":
            return torch.stack([value, value + 1], dim=-1)[..., 0]
        if layout == "expanded":
            return value[:1].clone().expand_as(value)
        return value.clone()


def forward(
    Linear: type,  # noqa: N803 (the learner's class goes by its name)
    *,
    in_features: int,
    out_features: int,
    dtype: str,
    default_dtype: str,
    weight: Tensor,
    bias: Tensor,
    weight_2: Tensor,
    bias_2: Tensor,
    x: Tensor,
    x_2: Tensor,
    x_3: Tensor,
    upstream: Tensor,
    upstream_2: Tensor,
    layout: str,
    freeze: str,
    lr: float,
) -> Seen:
    """A layer is built, given drawn values, called, trained a step, tied, loaded and called again.

    ``weight``, ``bias`` are what the layer holds, ``weight_2``, ``bias_2`` what its twin holds and
    the layer later; ``x_2`` is a batch of another size, ``x_3`` has the shape of ``x``.
    """
    torch.set_default_dtype(getattr(torch, default_dtype))
    with unset_memory_shows():
        layer = Linear(in_features, out_features)
    yield "is_module", isinstance(layer, nn.Module)
    yield "state_built", _state()
    yield from _construction(layer)
    found = dict(nn.Module.named_parameters(layer))
    if not {"weight", "bias"} <= set(found):
        yield "registered_after_call", _registered_after_call(layer, x)
        return
    if found["weight"].shape != weight.shape or found["bias"].shape != bias.shape:
        return
    twin = Linear(in_features, out_features)
    if dtype != default_dtype:
        layer, twin = layer.to(x.dtype), twin.to(x.dtype)
    _write(layer, weight, bias)
    _write(twin, weight_2, bias_2)
    if freeze:
        getattr(layer, freeze).requires_grad_(False)
    yield from _answers(layer, x, x_3, layout)
    yield from _training(layer, x, x_2, upstream, upstream_2, layout)
    yield from _step(layer, twin, x, lr)
    yield from _evaluation(layer, x, upstream, (weight, bias), (weight_2, bias_2))
    yield "x_2_after", x_2


@contextlib.contextmanager
def unset_memory_shows() -> Iterator[None]:
    """What torch.empty returns is NaN inside, so that values never set do not pass by luck.

    It comes with torch's deterministic mode; the public switch would import the compiler for it.
    """
    before = (
        torch.are_deterministic_algorithms_enabled(),
        torch.is_deterministic_algorithms_warn_only_enabled(),
        torch.utils.deterministic.fill_uninitialized_memory,
    )
    torch._C._set_deterministic_algorithms(True, warn_only=True)
    torch.utils.deterministic.fill_uninitialized_memory = True
    try:
        yield
    finally:
        torch._C._set_deterministic_algorithms(before[0], warn_only=before[1])
        torch.utils.deterministic.fill_uninitialized_memory = before[2]


def _state() -> dict[str, Any]:
    return {
        "torch.is_grad_enabled()": torch.is_grad_enabled(),
        "torch.get_default_dtype()": str(torch.get_default_dtype()),
    }


def _construction(layer: nn.Module) -> Seen:
    """What exists before the first call."""
    found = dict(nn.Module.named_parameters(layer))
    names = ("weight", "bias")
    yield "attributes", {name: _shape(getattr(layer, name, None)) for name in names}
    yield "registered", {name: _shape(found.get(name)) for name in names}
    yield "all_registered", {name: _shape(value) for name, value in list(found.items())[:8]}
    if not set(names) <= set(found):
        return
    yield "param_dtype", str(found["weight"].dtype)
    yield "initial_weight", found["weight"]
    yield "initial_bias", found["bias"]
    yield "trainable", _trainable(layer)


def _registered_after_call(layer: nn.Module, x: Tensor) -> list[str]:
    """The names of the parameters that a first call brings into being."""
    with contextlib.suppress(Exception):
        layer(x.clone())
    return list(dict(nn.Module.named_parameters(layer)))[:8]


def _answers(layer: nn.Module, x: Tensor, x_3: Tensor, layout: str) -> Seen:
    """A first call and what it leaves behind; then the same tensor object holding other numbers."""
    given, random_before = arranged(x, layout), _random_state()
    y = layer(given)
    yield "y", y
    yield "x_after", given
    yield "x_requires_grad_after", given.requires_grad
    yield "held_after", _held(layer)
    yield "trainable_after", _trainable(layer)
    yield "training_after", layer.training
    yield "y_same_shape", layer(_overwritten(given, x_3, layout))
    yield "y_kept", y
    rows = x.clone()
    yield "y_single", layer(rows[-1]) if x.dim() == 2 else None
    yield "y_last_row", layer(rows[-1:]) if x.dim() == 2 else None
    yield "random_state_kept", random_before == _random_state()


def _overwritten(given: Tensor, x: Tensor, layout: str) -> Tensor:
    """``given`` itself, holding the numbers of ``x``; another tensor where that cannot be."""
    if layout == "expanded" or given.shape != x.shape:
        return arranged(x, layout)
    with torch.no_grad():
        return given.copy_(x)


def _training(
    layer: nn.Module, x: Tensor, x_2: Tensor, upstream: Tensor, upstream_2: Tensor, layout: str
) -> Seen:
    """Two passes back and forth without clearing: what arrives, and what it adds up to."""
    source = arranged(x, layout).requires_grad_()
    y = layer(source)
    yield "y_again", y
    arrived = _push_back(y, upstream)
    yield "grad_x", source.grad if arrived else None
    for name in ("weight", "bias"):
        yield f"grad_{name}", getattr(layer, name).grad
    y = layer(x_2)
    yield "y_other_batch", y
    _push_back(y, upstream_2)
    yield "grad_sums", _gradients(layer)


def _step(layer: nn.Module, twin: nn.Module, x: Tensor, lr: float) -> Seen:
    """One step of gradient descent, looked at without gradients; then the twin gets the weight."""
    with torch.no_grad():
        # By hand: the first use of torch.optim in a process takes more than a second.
        with unwatched():
            for parameter in nn.Module.parameters(layer):
                if parameter.grad is not None:
                    parameter.sub_(lr * parameter.grad)
        yield "y_after_step", layer(x)
        yield "grad_mode_kept", not torch.is_grad_enabled()
    twin.weight = layer.weight
    yield "y_tied", twin(x)


def _evaluation(layer: nn.Module, x: Tensor, upstream: Tensor, first: tuple, second: tuple) -> Seen:
    """In evaluation mode, with other values loaded, then with the first ones written back."""
    layer.eval()
    layer.load_state_dict(dict(zip(("weight", "bias"), second, strict=True)), strict=False)
    yield "y_eval", layer(x)
    _write(layer, *first)
    for parameter in nn.Module.parameters(layer):
        parameter.grad = None
    y = layer(x)
    yield "y_eval_again", y
    _push_back(y, upstream)
    yield "grad_eval", _gradients(layer)
    yield "training_after_eval", layer.training
    yield "x_at_the_end", x


def _random_state() -> tuple:
    with unwatched():
        return torch.get_rng_state().numpy().tobytes(), random.getstate()


def _shape(value: Any) -> Any:
    """The shape of a tensor as a tuple; a word for anything else."""
    if isinstance(value, Tensor):
        with unwatched():
            return tuple(value.shape)
    return None if value is None else "not a tensor"


def _held(layer: nn.Module) -> dict[str, Any]:
    """What the attributes are; one that is missing raises. A learner's own property may answer."""
    return {name: getattr(layer, name) for name in ("weight", "bias")}


def _trainable(layer: nn.Module) -> dict[str, bool]:
    held = _held(layer)
    with unwatched():
        return {name: value.requires_grad for name, value in held.items()}


def _gradients(layer: nn.Module) -> dict[str, Tensor | None]:
    held = _held(layer)
    with unwatched():
        return {name: value.grad for name, value in held.items()}


def _write(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    held = layer.weight, layer.bias
    with unwatched(), torch.no_grad():
        held[0].copy_(weight)
        held[1].copy_(bias)


def _push_back(y: Any, upstream: Tensor) -> bool:
    """Send ``upstream`` back from ``y``; False where there is no way back."""
    with unwatched():
        if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
            return False
        # A copy: .grad may end up being this very tensor, and then be added to.
        upstream = upstream.to(y.dtype, copy=True)
    with aside():
        try:
            torch.autograd.backward(y, upstream)
        except RuntimeError:  # the graph was used before, or its tensors have been written into
            return False
    return True


def parameter_count(
    linear_parameter_count, *, in_features: int, out_features: int, calls: list[str]
) -> Seen:
    """The counts that ``calls`` name, in this order: an answer kept from one shows in the next."""
    i, o = in_features, out_features
    ways = {
        "default": lambda: linear_parameter_count(i, o),
        "bias_true": lambda: linear_parameter_count(i, o, bias=True),
        "bias_false": lambda: linear_parameter_count(i, o, bias=False),
        "by_position": lambda: linear_parameter_count(i, o, False),
        "by_name": lambda: linear_parameter_count(out_features=o, in_features=i),
        "swapped": lambda: linear_parameter_count(o, i),
    }
    for name in calls:
        yield name, ways[name]()


def count_parameters(
    count_parameters, *, kind: str, sizes: list[int], other_sizes: list[int], extra: int
) -> Seen:
    """The count of a module, of another of its kind, and of the first when it has grown.

    Whether the first is left as it was is shown by its values, flags and mode.
    """
    with aside():
        module, other = MODULES[kind](*sizes), MODULES[kind](*other_sizes)
    before = _module_state(module)
    yield "count", count_parameters(module)
    yield "again", count_parameters(module)
    yield "other", count_parameters(other)
    after = _module_state(module)
    yield "values_kept", _equal(before["values"], after["values"])
    yield "flags_kept", before["flags"] == after["flags"]
    yield "modes_kept", before["modes"] == after["modes"]
    module.register_parameter("one_more", nn.Parameter(torch.rand(extra)))
    yield "grown", count_parameters(module)


def _module_state(module: nn.Module) -> dict[str, dict]:
    parameters = dict(nn.Module.named_parameters(module))
    return {
        "values": {name: value.clone() for name, value in module.state_dict().items()},
        "flags": {name: (p.requires_grad, p.grad is None) for name, p in parameters.items()},
        "modes": {name: part.training for name, part in module.named_modules()},
    }


def _equal(first: dict, second: dict) -> bool:
    return list(first) == list(second) and all(
        torch.equal(value, second[name]) for name, value in first.items()
    )


class _Scaled(nn.Module):
    """Parameters of its own beside a child's, one of them 0-D."""

    def __init__(self, n: int, m: int):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.offset = nn.Parameter(torch.zeros(n, m))
        self.inner = nn.Linear(n, m)


class _Listed(nn.Module):
    """Parameters in a ParameterList and modules in a ModuleDict."""

    def __init__(self, n: int, m: int):
        super().__init__()
        self.vectors = nn.ParameterList([nn.Parameter(torch.ones(n)), nn.Parameter(torch.ones(m))])
        self.parts = nn.ModuleDict({"a": nn.Linear(n, m), "b": nn.Linear(m, n, bias=False)})


class _Noted(nn.Module):
    """A tensor that is a mere attribute beside a layer."""

    def __init__(self, n: int, m: int):
        super().__init__()
        self.inner = nn.Linear(n, m)
        self.note = torch.ones(m, n)


class _Sliced(nn.Module):
    """Two parameters that are slices of one piece of memory."""

    def __init__(self, n: int, m: int):
        super().__init__()
        memory = torch.rand(n + m, m)
        self.upper = nn.Parameter(memory[:n])
        self.lower = nn.Parameter(memory[n:])


def _partly_frozen(n: int, m: int, k: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m), nn.Linear(m, k))
    module[0].requires_grad_(False)
    return module


def _tied(n: int, m: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m), nn.Linear(n, m))
    module[1].weight = module[0].weight
    return module


def _shared_module(n: int, m: int) -> nn.Module:
    layer = nn.Linear(n, n)
    return nn.Sequential(layer, nn.ReLU(), layer, nn.Linear(n, m))


def _nested(n: int, m: int, k: int) -> nn.Module:
    return nn.Sequential(
        nn.Linear(n, m), nn.Sequential(nn.Linear(m, k), nn.Sequential(nn.Linear(k, n)))
    )


def _with_buffers(n: int, m: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m))
    module.register_buffer("table", torch.ones(m, n))
    module.register_buffer("scratch", torch.ones(n), persistent=False)
    return module


def _equal_values(n: int, m: int) -> nn.Module:
    first = nn.Linear(n, m)
    return nn.Sequential(first, copy.deepcopy(first))


def _with_gradients(n: int, m: int, k: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m), nn.Linear(m, k))
    for parameter in module[1].parameters():
        parameter.grad = torch.ones_like(parameter)
    return module


MODULES = {
    "one layer": lambda n, m: nn.Linear(n, m),
    "no bias": lambda n, m: nn.Linear(n, m, bias=False),
    "nested": _nested,
    "partly frozen": _partly_frozen,
    "all frozen": lambda n, m: nn.Linear(n, m).requires_grad_(False),
    "tied weight": _tied,
    "one layer used twice": _shared_module,
    "batch norm": lambda n, m: nn.Sequential(nn.Linear(n, m), nn.BatchNorm1d(m)),
    "registered buffers": _with_buffers,
    "own parameters": _Scaled,
    "lists and dicts": _Listed,
    "a tensor as attribute": _Noted,
    "slices": _Sliced,
    "equal values": _equal_values,
    "some gradients": _with_gradients,
    "not only linear": lambda n, m: nn.Sequential(
        nn.Embedding(n, m), nn.LayerNorm(m), nn.Conv1d(m, n, 3)
    ),
    "no parameters": lambda n, m: nn.Sequential(nn.ReLU(), nn.Flatten()),
    "empty parameter": lambda n, m: nn.Sequential(nn.Linear(n, m), nn.Linear(m, 0)),
}

_GRADIENTS = ("grad_x", "grad_weight", "grad_bias")


def backward(
    linear_backward,
    *,
    x: Tensor,
    weight: Tensor,
    grad_output: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor] | None = None,
    upstream: dict[str, Tensor] | None = None,
) -> Seen:
    """The three gradients, twice with other numbers, what flows through them, and the arguments.

    Where the shapes do not fit, only what becomes of the call and of the arguments.
    """
    given = {"x": x, "weight": weight, "grad_output": grad_output}
    given = {name: arranged(value, layout) for name, value in given.items()}
    if not fits:
        yield "outcome", outcome(linear_backward, *given.values())
        yield "arguments_after", given
        return
    result = linear_backward(*given.values())
    yield "arguments_after", given
    yield "arguments_require_grad_after", [value.requires_grad for value in given.values()]
    yield "result", _form(result)
    named = _named_gradients(result)
    yield from named.items()
    with torch.no_grad():
        for value in given.values():
            value.add_(1)
    for name in _GRADIENTS:
        yield f"{name}_kept", named.get(name)

    sources = {name: value.clone().requires_grad_() for name, value in second.items()}
    named = _named_gradients(linear_backward(*sources.values()))
    for name in _GRADIENTS:
        yield f"{name}_second", named.get(name)
        yield f"{name}_flow", flow(named.get(name), sources, upstream[name], keep_graph=True)
    with torch.no_grad():
        linear_backward(*sources.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()


def _form(result: Any) -> Any:
    """What came back, apart from its numbers: how many, or of what type."""
    if isinstance(result, (tuple, list)):
        return len(result)
    return None if result is None else f"a value of type {type(result).__name__}"


def _named_gradients(result: Any) -> dict[str, Any]:
    if not isinstance(result, (tuple, list)):
        result = [] if result is None else [result]
    return dict(zip(_GRADIENTS, result, strict=False))


def flow(value: Any, sources: dict[str, Tensor], upstream: Tensor, keep_graph: bool = False) -> Any:
    """What ``upstream`` becomes on its way from ``value`` back to each of ``sources``.

    None where there is no way back, or where the graph was used before or written into.
    """
    if not isinstance(value, Tensor) or not value.requires_grad or value.shape != upstream.shape:
        return None
    with aside():
        try:
            flows = torch.autograd.grad(
                value,
                list(sources.values()),
                upstream.to(value.dtype),
                allow_unused=True,
                retain_graph=keep_graph,
                materialize_grads=True,
            )
        except RuntimeError:
            return None
    return dict(zip(sources, flows, strict=True))


class OurLayer(nn.Module):
    """A linear layer of ours, whose parameters are registered in either order."""

    def __init__(self, weight: Tensor, bias: Tensor, bias_first: bool):
        super().__init__()
        values = {"weight": weight, "bias": bias}
        for name in sorted(values, reverse=not bias_first):
            self.register_parameter(name, nn.Parameter(values[name].clone()))

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight, self.bias)


def _layer(made_by: str, weight: Tensor, bias: Tensor | None) -> nn.Module:
    """A layer "torch", "ours" or "ours, bias first"; only PyTorch's may be without a bias."""
    if made_by != "torch":
        return OurLayer(weight, bias, bias_first=made_by.endswith("first"))
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias is not None, dtype=weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def copy_parameters(
    copy_parameters,
    *,
    source_by: str,
    target_by: str,
    source_weight: Tensor,
    source_bias: Tensor | None,
    target_weight: Tensor,
    target_bias: Tensor | None,
    x: Tensor,
    fits: bool,
    freeze: str,
    shift: float,
) -> Seen:
    """Both layers after the call, after the source moved, and after the copy was made again."""
    with aside():
        source = _layer(source_by, source_weight, source_bias)
        target = _layer(target_by, target_weight, target_bias)
    if freeze:
        (source if freeze == "source" else target).requires_grad_(False)
    objects = _named(target)
    for layer, value in ((source, 2.0), (target, 1.0)):
        for parameter in nn.Module.parameters(layer):
            parameter.grad = torch.full_like(parameter, value) if parameter.requires_grad else None
    if fits:
        copy_parameters(source, target)
    else:
        yield "outcome", outcome(copy_parameters, source, target)
    yield "target", _values(target)
    yield "source", _values(source)
    yield "same_parameters", {k: _named(target).get(k) is v for k, v in objects.items()}
    yield "trainable", {k: v.requires_grad for k, v in _named(target).items()}
    yield "source_trainable", {k: v.requires_grad for k, v in _named(source).items()}
    yield "target_grad", {k: _grad(v) for k, v in _named(target).items()}
    yield "source_grad", {k: _grad(v) for k, v in _named(source).items()}
    yield "modes", {"source": source.training, "target": target.training}
    yield "is_leaf", {k: v.is_leaf for k, v in _named(target).items()}
    if not fits:
        return
    _move(source, shift)
    with torch.no_grad():
        target(x)
    yield "target_after_source_moved", _values(target)
    yield "grad_at_source", _grad_at_source(source, target)
    with torch.no_grad():
        copy_parameters(source, target)
        yield "grad_mode_kept", not torch.is_grad_enabled()
    yield "target_after_second_copy", _values(target)


def _named(module: nn.Module) -> dict[str, Tensor]:
    """What the attributes hold now, whether or not still registered as parameters."""
    found = {name: getattr(module, name, None) for name in ("weight", "bias")}
    return {name: value for name, value in found.items() if isinstance(value, Tensor)}


def _values(module: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in _named(module).items()}


def _grad(value: Tensor) -> Tensor | None:
    return value.grad if value.is_leaf else None


def _move(layer: nn.Module, shift: float) -> None:
    with torch.no_grad():
        for parameter in _named(layer).values():
            parameter.add_(shift)


def _grad_at_source(source: nn.Module, target: nn.Module) -> dict[str, bool]:
    """Whether the gradient of the target's sum runs on, back into the source's own values."""
    leaves = [value for value in _named(source).values() if value.is_leaf and value.requires_grad]
    total = sum(value.sum() for value in _named(target).values())
    reached: tuple = (None,) * len(leaves)
    if leaves and total.requires_grad:
        with aside():
            reached = torch.autograd.grad(total, leaves, allow_unused=True)
    arrived = [leaf for leaf, grad in zip(leaves, reached, strict=True) if grad is not None]
    return {k: any(v is leaf for leaf in arrived) for k, v in _named(source).items()}
