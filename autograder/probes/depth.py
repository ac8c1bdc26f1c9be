"""Chapter 6: what a learner's collapsed layers, nets, training loop and thin layers do on one case.

`xor_net` is built and asked at corners and between them; `MLP` is built and given drawn weights;
`fit` trains models of ours; `collapse` and `low_rank` make layers out of layers of ours, which are
then called, trained, moved and compared.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import outcome
from autograder.probes.watch import aside

Seen = Iterator[tuple[str, Any]]
Values = dict[str, Any]  # {"weight": (out, in), "bias": (out,) or None}


def _linear(values: Values) -> nn.Linear:
    """PyTorch's layer, holding ``values``."""
    weight, bias = values["weight"], values["bias"]
    with aside():
        layer = nn.Linear(weight.shape[1], weight.shape[0], bias is not None, dtype=weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def _held(layers: dict[str, nn.Linear]) -> dict[str, Tensor | None]:
    """What the layers hold now, by names such as "first.bias"."""
    return {
        f"{name}.{part}": getattr(layer, part, None)
        for name, layer in layers.items()
        for part in ("weight", "bias")
    }


def _tensors(layers: dict[str, nn.Linear]) -> dict[str, Tensor]:
    return {name: value for name, value in _held(layers).items() if isinstance(value, Tensor)}


def _kind(value: Any, wanted: type, name: str) -> str | None:
    """``name`` if ``value`` is a ``wanted``; else the name of its own type; None for None."""
    if isinstance(value, wanted):
        return name
    return None if value is None else type(value).__name__


def _push_back(y: Any, upstream: Tensor) -> bool:
    """Send ``upstream`` back from ``y``; False where there is no way back."""
    if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
        return False
    with aside():
        try:
            torch.autograd.backward(y, upstream.to(y.dtype, copy=True))
        except RuntimeError:  # the graph was used before, or its tensors have been written into
            return False
    return True


def _has_gradient(value: Tensor) -> bool:
    return value.is_leaf and value.grad is not None and bool(value.grad.abs().sum() > 0)


def _moved(layers: dict[str, nn.Linear], shift: float) -> None:
    with torch.no_grad():
        for value in _tensors(layers).values():
            value.add_(shift)


def _made(
    result: nn.Module,
    parts: dict[str, nn.Linear],
    given: dict[str, nn.Linear],
    x: Tensor,
    upstream: Tensor,
) -> Seen:
    """Whether the new layers ``parts`` of ``result`` train like any other, apart from ``given``."""
    yield "arguments", _held(given)
    yield "arguments_require_grad", {k: v.requires_grad for k, v in _tensors(given).items()}
    new = _tensors(parts)
    yield "is_leaf", all(value.is_leaf for value in new.values())
    yield "trainable", all(value.requires_grad for value in new.values())
    _push_back(result(x), upstream)
    weights = [layer.weight for layer in parts.values()]
    yield "grads_arrive", all(_has_gradient(weight) for weight in weights)
    reached = [value.grad is not None for value in _tensors(given).values() if value.is_leaf]
    yield "grad_in_arguments", any(reached)


def collapse(
    collapse,
    *,
    first: Values,
    second: Values,
    fits: bool,
    other_first: Values | None = None,
    other_second: Values | None = None,
    third: Values | None = None,
    x: Tensor | None = None,
    vector: Tensor | None = None,
    upstream: Tensor | None = None,
    freeze: str = "",
    shift: float = 0.0,
) -> Seen:
    """One layer out of two; again, out of two others, and out of the result and a third.

    Where the sizes do not fit, only what becomes of the call and of the arguments.
    """
    given = {"first": _linear(first), "second": _linear(second)}
    if freeze:
        given[freeze].requires_grad_(False)
    if not fits:
        yield "outcome", outcome(collapse, *given.values())
        yield "arguments", _held(given)
        return
    layer = collapse(*given.values())
    yield "result", _kind(layer, nn.Linear, "nn.Linear")
    if not isinstance(layer, nn.Linear):
        return
    yield "sizes", {"in_features": layer.in_features, "out_features": layer.out_features}
    yield "weight_shape", tuple(layer.weight.shape)
    yield "dtype", str(layer.weight.dtype)
    yield "y", layer(x)
    yield "y_vector", layer(vector)
    yield from _made(layer, {"layer": layer}, given, x, upstream)
    yield "y_again", collapse(*given.values())(x)
    yield "y_other", collapse(_linear(other_first), _linear(other_second))(x)
    yield "y_chain", collapse(layer, _linear(third))(x)
    _moved(given, shift)
    yield "y_after_move", layer(x)
    with torch.no_grad():
        collapse(*given.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()


def xor_net(
    xor_net,
    *,
    x: Tensor,
    x_2: Tensor,
    between: Tensor,
    edge: Tensor,
    mode: str,
    layout: str,
) -> Seen:
    """A net is built and asked at corners in some order, one by one, and between two of them.

    ``x`` and ``x_2`` hold corners (N, 2), ``between`` points inside the square, ``edge`` two
    neighboring corners: somewhere between them the answer passes 0.5.
    """
    net = xor_net()
    yield "result", _kind(net, nn.Module, "nn.Module")
    if not isinstance(net, nn.Module):
        return
    with contextlib.suppress(Exception):
        net = copy.deepcopy(net)  # it may be one net for all calls, and it is written into below
    if x.dtype != torch.float32:
        net = net.to(x.dtype)
    if mode == "eval":
        net = net.eval()
    given = x.mT.contiguous().mT if layout == "transposed" else x.clone()
    y = net(given)
    yield "y", y
    yield "x_after", given
    yield "y_2", net(x_2.clone())
    yield "y_single", torch.cat([net(row[None]) for row in x_2]) if len(x_2) else None
    yield "y_again", net(x.clone())
    yield "y_between", net(between.clone())
    if not isinstance(y, Tensor) or y.shape != (len(x), 1) or not y.is_floating_point():
        return
    yield from _passage(net, edge)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.zero_()
    yield "y_zeroed", net(edge.clone())


def _passage(net: nn.Module, edge: Tensor) -> Seen:
    """Where the answer passes 0.5 between two corners: how far it jumps there, how it slopes.

    Halving the way until there are no numbers between: a continuous net, however steep, does not
    jump; and where it passes 0.5 it has a slope, unless its answer was rounded.
    """
    low, high = edge[:1], edge[1:]
    with torch.no_grad():
        rises = bool(net(high.clone()) > net(low.clone()))
        for _ in range(60):
            middle = (low + high) / 2
            if torch.equal(middle, low) or torch.equal(middle, high):
                break
            if bool(net(middle.clone()) > 0.5) == rises:
                high = middle
            else:
                low = middle
        yield "jump", net(high.clone()) - net(low.clone())
    ends = torch.cat([low, high]).requires_grad_()
    y = net(ends)
    arrived = _push_back(y, torch.ones_like(y))
    yield "slope", ends.grad if arrived else None


def _layers_in(net: nn.Module) -> list[nn.Module]:
    """Modules with a two-dimensional weight of their own, in the order of registration."""
    found = []
    for module in net.modules():
        weight = dict(nn.Module.named_parameters(module, recurse=False)).get("weight")
        if weight is not None and weight.dim() == 2:
            found.append(module)
    return found


def _bias_of(layer: nn.Module) -> Tensor | None:
    return dict(nn.Module.named_parameters(layer, recurse=False)).get("bias")


def _write_by_shape(net: nn.Module, values: list[Values]) -> list[nn.Module] | None:
    """Give each layer its weight and bias; None where there is no layer of such a shape."""
    rest, written = _layers_in(net), []
    for layer_values in values:
        shape = layer_values["weight"].shape
        layer = next((m for m in rest if m.weight.shape == shape), None)
        if layer is None:
            return None
        rest.remove(layer)
        bias = _bias_of(layer)
        with torch.no_grad():
            layer.weight.copy_(layer_values["weight"])
            if bias is not None and bias.shape == layer_values["bias"].shape:
                bias.copy_(layer_values["bias"])
        written.append(layer)
    return None if rest else written


def mlp(
    MLP: type,  # noqa: N803 (the learner's class goes by its name)
    *,
    sizes: list[int],
    as_tuple: bool,
    fits: bool,
    layers: list[Values] | None = None,
    other_layers: list[Values] | None = None,
    x: Tensor | None = None,
    x_2: Tensor | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """A net is built, given drawn weights, called, trained a step back, and called again.

    Layers are found by the shapes of their weights; of equal shapes, in order of registration.
    Where there are too few sizes, only what becomes of building a net.
    """
    given = tuple(sizes) if as_tuple else list(sizes)
    if not fits:
        yield "outcome", outcome(MLP, given)
        yield "sizes_after", list(given)
        return
    net = MLP(given)
    yield "is_module", isinstance(net, nn.Module)
    yield "sizes_after", list(given)
    if not isinstance(net, nn.Module):
        return
    found = _layers_in(net)
    yield "layers", sorted([m.weight.shape[1], m.weight.shape[0]] for m in found)
    yield "biases", sum(_bias_of(m) is not None for m in found)
    yield "loose_tensors", _loose_tensors(net)
    twin = MLP(list(given))
    net, twin = net.to(x.dtype), twin.to(x.dtype)
    written = _write_by_shape(net, layers)
    if written is None:
        with contextlib.suppress(Exception):
            yield "y_unwritten", net(x.clone())
        return
    _write_by_shape(twin, other_layers)
    yield "y", net(source := x.clone())
    yield "x_after", source
    yield "y_2", net(x_2.clone())
    yield "y_same_shape", net(x.flip(-1))
    yield "trainable", all(p.requires_grad for p in net.parameters())
    yield "y_again", net(x.clone())
    source = x.clone().requires_grad_()
    arrived = _push_back(net(source), upstream)
    yield "grad_x", source.grad if arrived else None
    yield "grads", {f"{i}.weight": m.weight.grad for i, m in enumerate(written)}
    yield "training_after", net.training
    net.eval()
    yield "y_eval", net(x.clone())


def _loose_tensors(net: nn.Module) -> int:
    """How many layers and tensors the net keeps in plain lists and dictionaries of its own."""
    count = 0
    for value in vars(net).values():
        if type(value) in (list, tuple):
            count += sum(isinstance(item, (Tensor, nn.Module)) for item in value)
    for name, value in vars(net).items():
        if type(value) is dict and not name.startswith("_"):
            count += sum(isinstance(item, (Tensor, nn.Module)) for item in value.values())
    return count


class _Curved(nn.Module):
    """A net of one's own: a parameter beside its layers, and one that is never used."""

    def __init__(self, i: int, h: int, o: int):
        super().__init__()
        self.hidden = nn.Linear(i, h)
        self.scale = nn.Parameter(torch.ones(h))
        self.unused = nn.Parameter(torch.ones(2))
        self.out = nn.Linear(h, o)

    def forward(self, x: Tensor) -> Tensor:
        return self.out(torch.tanh(self.hidden(x)) * self.scale)


def _tied(i: int, h: int, o: int) -> nn.Module:
    """Two layers with one weight between them."""
    first, second = nn.Linear(h, h), nn.Linear(h, h)
    second.weight = first.weight
    ends = nn.Linear(i, h), nn.Linear(h, o)
    return nn.Sequential(ends[0], nn.Tanh(), first, nn.Tanh(), second, nn.Tanh(), ends[1])


def _half_frozen(i: int, h: int, o: int) -> nn.Module:
    model = nn.Sequential(nn.Linear(i, h), nn.Tanh(), nn.Linear(h, o))
    model[0].requires_grad_(False)
    return model


MODELS: dict[str, Callable[[int, int, int], nn.Module]] = {
    "a linear layer": lambda i, h, o: nn.Linear(i, o),
    "a linear layer without bias": lambda i, h, o: nn.Linear(i, o, bias=False),
    "two layers with ReLU": lambda i, h, o: nn.Sequential(
        nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o)
    ),
    "a frozen first layer": _half_frozen,
    "two layers with one weight": _tied,
    "an unused parameter": _Curved,
}


def _model(kind: str, sizes: list[int], values: dict[str, Tensor]) -> nn.Module:
    """A model of ours, holding ``values`` by name."""
    with aside():
        model = MODELS[kind](*sizes).to(next(iter(values.values())).dtype)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(values[name])
    return model


def _values_of(model: nn.Module) -> dict[str, Tensor]:
    return dict(nn.Module.named_parameters(model))


def fit(
    fit,
    *,
    kind: str,
    sizes: list[int],
    values: dict[str, Tensor],
    other_values: dict[str, Tensor],
    x: Tensor,
    y: Tensor,
    x_2: Tensor,
    y_2: Tensor,
    steps: int,
    steps_2: int,
    lr: float,
    lr_2: float,
    stale: float,
    fits: bool,
) -> Seen:
    """A model is trained, trained on with other data, and another model is trained.

    Gradients from before are in the way: ``stale`` everywhere. Where targets do not fit, only what
    becomes of the call and of the model.
    """
    model = _model(kind, sizes, values)
    objects = _values_of(model)
    flags = {name: parameter.requires_grad for name, parameter in objects.items()}
    for parameter in objects.values():
        parameter.grad = torch.full_like(parameter, stale) if parameter.requires_grad else None
    if not fits:
        yield "outcome", outcome(fit, model, x, y, steps, lr)
        yield "parameters", _values_of(model)
        return
    returned = fit(model, x, y, steps, lr)
    yield "returned", returned
    yield "parameters", _values_of(model)
    yield "data", {"x": x, "y": y}
    now = _values_of(model)
    yield "same_parameters", all(now.get(name) is value for name, value in objects.items())
    yield "flags_kept", flags == {name: value.requires_grad for name, value in now.items()}
    yield "training_after", model.training
    yield "returned_2", fit(model, x_2, y_2, steps_2, lr_2)
    yield "parameters_2", _values_of(model)
    other = _model(kind, sizes, other_values)
    yield "returned_other", fit(other, x_2, y_2, steps_2, lr)
    yield "parameters_other", _values_of(other)
    yield "returned_kept", returned


def low_rank(
    low_rank,
    *,
    linear: Values,
    rank: int,
    fits: bool,
    other: Values | None = None,
    x: Tensor | None = None,
    vector: Tensor | None = None,
    upstream: Tensor | None = None,
    freeze: bool = False,
    shift: float = 0.0,
) -> Seen:
    """Two thin layers out of one; again, and out of another one of the same sizes.

    Where the rank does not fit, only what becomes of the call and of the argument.
    """
    given = {"linear": _linear(linear)}
    if freeze:
        given["linear"].requires_grad_(False)
    if not fits:
        yield "outcome", outcome(low_rank, given["linear"], rank)
        yield "arguments", _held(given)
        return
    pair = low_rank(given["linear"], rank)
    yield "result", _kind(pair, nn.Sequential, "nn.Sequential")
    if not isinstance(pair, nn.Sequential):
        return
    yield "parts", [_kind(part, nn.Linear, "nn.Linear") for part in pair]
    if len(pair) != 2 or not all(isinstance(part, nn.Linear) for part in pair):
        return
    first, second = pair
    yield "shapes", [tuple(first.weight.shape), tuple(second.weight.shape)]
    yield "sizes", [first.in_features, first.out_features, second.in_features, second.out_features]
    yield "first_bias", "none" if first.bias is None else "a bias"
    yield "dtype", str(first.weight.dtype)
    yield "weight", second.weight @ first.weight
    yield "y", pair(x)
    yield "y_zero", pair(torch.zeros_like(x))
    yield "y_vector", pair(vector)
    yield from _made(pair, {"first": first, "second": second}, given, x, upstream)
    again = low_rank(given["linear"], rank)
    yield "y_again", again(x)
    yield "y_other", low_rank(_linear(other), rank)(x)
    _moved(given, shift)
    yield "y_after_move", pair(x)
    with torch.no_grad():
        low_rank(given["linear"], rank)
        yield "grad_mode_kept", not torch.is_grad_enabled()
