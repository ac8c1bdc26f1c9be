"""Chapter 5: what a learner's bound, initializers, signals and test for symmetry do on one case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import outcome

Seen = Iterator[tuple[str, Any]]
OLD = 7.0  # what tensors hold before they are filled: far outside of any initialization
FEW = 8  # numbers by which two draws are told apart


def plain(value: Any) -> Any:
    """A float for whatever is one, numpy's float64 included; anything else as it is."""
    return float.__add__(value, 0.0) if isinstance(value, float) else value


def type_name(value: Any) -> str:
    return "float" if isinstance(value, float) else type(value).__name__


def default_bound(default_bound, *, in_features: int, other: int) -> Seen:
    """The bound for ``in_features``, for ``other``, and for the first once more."""
    for facet, size in (("bound", in_features), ("other", other), ("again", in_features)):
        found = default_bound(size)
        yield f"{facet}_type", type_name(found)
        yield facet, plain(found)


# ---------------------------------------------------------------------------- drawing


def reset_parameters(
    reset_parameters,
    *,
    in_features: int,
    out_features: int,
    bias: bool,
    dtype: str,
    layout: str,
    frozen: bool,
    training: bool,
    how: str,
    seeds: Tensor,
) -> Seen:
    """A layer is filled three times; its weight may be frozen or lie in memory by columns."""
    layer = nn.Linear(in_features, out_features, bias, dtype=getattr(torch, dtype))
    layer.weight = nn.Parameter(_old((out_features, in_features), layer.weight.dtype, layout))
    if bias:
        layer.bias = nn.Parameter(torch.full_like(layer.bias, OLD))
    layer.weight.requires_grad_(not frozen)
    for parameter in nn.Module.parameters(layer):
        parameter.grad = torch.ones_like(parameter) if parameter.requires_grad else None
    layer.train(training)

    def held() -> dict[str, Any]:
        found = {name: getattr(layer, name, None) for name in ("weight", "bias")}
        return {name: value for name, value in found.items() if value is not None}

    def fill(generator: torch.Generator | None) -> Any:
        return _call(reset_parameters, layer, generator, how)

    yield from _filling(fill, held, how, seeds)
    yield "training_after", layer.training


def xavier_uniform(xavier_uniform_, **inputs: Any) -> Seen:
    yield from _initializer(xavier_uniform_, **inputs)


def kaiming_normal(kaiming_normal_, **inputs: Any) -> Seen:
    yield from _initializer(kaiming_normal_, **inputs)


def _initializer(
    init_: Callable,
    *,
    shape: list[int],
    dtype: str,
    layout: str,
    kind: str,
    how: str,
    seeds: Tensor,
) -> Seen:
    """A tensor, a parameter or a frozen parameter (``kind``) is filled three times.

    What has not two dimensions is expected to be refused and left as it is.
    """
    tensor = _old(tuple(shape), getattr(torch, dtype), layout)
    if kind != "tensor":
        tensor = nn.Parameter(tensor, requires_grad=kind == "parameter")
        tensor.grad = torch.ones_like(tensor) if tensor.requires_grad else None
    if len(shape) != 2:
        yield "outcome", outcome(init_, tensor)
        yield "refused_after", tensor
        return
    returned: list[Any] = []

    def fill(generator: torch.Generator | None) -> None:
        returned.append(_call(init_, tensor, generator, how))

    for facet, value in _filling(fill, lambda: {"tensor": tensor}, how, seeds):
        if facet == "objects":  # one and the same here; what comes back is asked in its place
            yield "returned", "the tensor" if returned[0] is tensor else type_name(returned[0])
        else:
            yield facet, value


def _old(shape: tuple[int, ...], dtype: torch.dtype, layout: str) -> Tensor:
    """A tensor full of `OLD` that lies in memory by "rows", by "columns" or with "gaps"."""
    if layout == "columns":
        return torch.full(shape[::-1], OLD, dtype=dtype).mT
    if layout == "gaps":
        return torch.full((*shape, 2), OLD, dtype=dtype)[..., 0]
    return torch.full(shape, OLD, dtype=dtype)


def _call(function: Callable, first: Any, generator: torch.Generator | None, how: str) -> Any:
    if how == "omitted":
        return function(first)
    if how == "by position":
        return function(first, generator)
    return function(first, generator=generator)


def _filling(
    fill: Callable[[torch.Generator | None], Any],
    held: Callable[[], dict[str, Any]],
    how: str,
    seeds: Tensor,
) -> Seen:
    """Fill, fill again, and fill from the seed of the first time.

    ``held`` gives the tensors to be filled, by name. A generator is given unless ``how`` says that
    it is "omitted" or "none". ``seeds``: the first for what is drawn from, the second for the
    global generator when another is given, the third for the global generator the last time.
    """
    given = torch.Generator() if how not in ("omitted", "none") else None
    source = torch.default_generator if given is None else given
    torch.default_generator.manual_seed(int(seeds[1]))
    source.manual_seed(int(seeds[0]))
    state = torch.get_rng_state()
    before = held()
    trained = {name: value.requires_grad for name, value in before.items()}
    memory = {name: value.detach() for name, value in before.items()}
    fill(given)
    after = held()
    yield "names", list(after)
    yield from after.items()
    yield "objects", {name: after.get(name) is value for name, value in before.items()}
    yield "first", _few(after)
    yield "memory", _few(memory)
    yield "recorded", {name: not getattr(after.get(name), "is_leaf", True) for name in before}
    yield "trained", {name: getattr(after.get(name), "requires_grad", None) for name in trained}
    yield "grad", {name: _few_of(getattr(value, "grad", None)) for name, value in after.items()}
    if given is not None:
        yield "global_state_kept", torch.equal(state, torch.get_rng_state())
    with torch.no_grad():
        fill(given)
        yield "grad_mode_kept", not torch.is_grad_enabled()
    yield "second", _few(held())
    torch.set_grad_enabled(True)
    torch.default_generator.manual_seed(int(seeds[2]))
    source.manual_seed(int(seeds[0]))
    fill(given)
    yield "third", _few(held())


def _few(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _few_of(value) for name, value in values.items()}


def _few_of(value: Any) -> Any:
    return value.detach().flatten()[:FEW].clone() if isinstance(value, Tensor) else None


# ---------------------------------------------------------------------------- signals


def signal_stats(
    signal_stats,
    *,
    depth: int,
    width: int,
    scale: float,
    weights: Tensor,
    returns: str,
    default_dtype: str,
    seeds: Tensor,
) -> Seen:
    """The pairs of two runs in a row from one generator.

    ``weights`` (2 * depth, width, width) are what the layers get, one after the other; if empty,
    the numbers come from the generator, normal with a standard deviation of ``scale``.
    """
    torch.set_default_dtype(getattr(torch, default_dtype))
    torch.default_generator.manual_seed(int(seeds[1]))
    generator = torch.Generator().manual_seed(int(seeds[0]))
    shapes: list[tuple] = []
    passed: list[bool] = []

    def init_(weight: Tensor, generator: torch.Generator | None = None) -> Tensor | None:
        with torch.no_grad():
            if len(weights):
                weight.copy_(weights[len(shapes) % len(weights)])
            else:
                weight.normal_(0, scale, generator=generator)
        shapes.append(tuple(weight.shape))
        passed.append(generator is given)
        return weight if returns == "the weight" else None

    given = generator
    for facet in ("first", "second"):
        del passed[:]
        found = signal_stats(init_, depth, width, generator)
        yield f"{facet}_form", form(found)
        yield facet, _numbers(found)
        yield f"{facet}_passed", list(passed)
    yield "shapes", list(shapes)


def form(found: Any) -> str:
    """What came back, in words: "a list of 3 pairs of floats", "NoneType"."""
    if isinstance(found, Tensor):
        return "a tensor with a graph" if found.requires_grad else "a tensor"
    if not isinstance(found, (list, tuple)):
        return type_name(found)
    pairs = all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in found)
    if not pairs:
        return f"a {type(found).__name__} of {len(found)}, not all of them pairs"
    values = [value for pair in found for value in pair]
    if any(isinstance(value, Tensor) and value.requires_grad for value in values):
        of = "tensors with a graph"
    elif all(isinstance(value, float) for value in values):
        of = "floats"
    else:
        of = next(type_name(value) for value in values if not isinstance(value, float)) + "s"
    return f"a {type(found).__name__} of {len(found)} pairs of {of}"


def _numbers(found: Any) -> Any:
    """The numbers of pairs as a tensor (pairs, 2) of float64, whatever holds them; else None."""
    try:
        rows = [[float(value) for value in pair] for pair in found]
        return torch.tensor(rows, dtype=torch.float64).reshape(len(rows), 2)
    except (TypeError, ValueError, RuntimeError):
        return None


# ---------------------------------------------------------------------------- symmetry


def has_symmetric_units(
    has_symmetric_units,
    *,
    first_weight: Tensor,
    first_bias: Tensor | None,
    second_weight: Tensor,
    second_bias: Tensor | None,
    changed: str,
    place: list[int],
    value: float,
    fits: bool,
) -> Seen:
    """The answer for two layers, and for the same two after one of their numbers was changed.

    ``changed`` names the parameter, such as "first.bias"; the entry at ``place`` becomes ``value``.
    """
    layers = {
        "first": _layer(first_weight, first_bias),
        "second": _layer(second_weight, second_bias),
    }
    pair = tuple(layers.values())
    if not fits:
        yield "outcome", outcome(has_symmetric_units, *pair)
        yield "values_after", _values(layers)
        return
    yield from _answer("answer", has_symmetric_units(*pair))
    yield "values_after", _values(layers)
    yield "trained_after", [p.requires_grad for layer in pair for p in layer.parameters()]
    layer, name = changed.split(".")
    with torch.no_grad():
        getattr(layers[layer], name)[tuple(place)] = value
    yield from _answer("changed", has_symmetric_units(*pair))
    with torch.no_grad():
        has_symmetric_units(*pair)
        yield "grad_mode_kept", not torch.is_grad_enabled()


def _answer(facet: str, found: Any) -> Seen:
    yield f"{facet}_type", type_name(found)
    yield facet, found


def _layer(weight: Tensor, bias: Tensor | None) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias is not None, dtype=weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def _values(layers: dict[str, nn.Linear]) -> dict[str, Tensor]:
    return {
        f"{name}.{parameter_name}": parameter.detach().clone()
        for name, layer in layers.items()
        for parameter_name, parameter in layer.named_parameters()
    }
