"""Chapter 2: what a learner's linear layer, counts, gradients and copies do on one case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import outcome
from autograder.probes.watch import aside

Seen = Iterator[tuple[str, Any]]


def arranged(value: Tensor, layout: str) -> Tensor:
    """The same numbers in another memory layout: "contiguous", "transposed" or "strided"."""
    if layout == "transposed":
        return value.mT.contiguous().mT if value.dim() >= 2 else value.clone()
    if layout == "strided":
        return torch.stack([value, value + 1], dim=-1)[..., 0]
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
    upstream: Tensor,
    layout: str,
    freeze: str,
    lr: float,
) -> Seen:
    """A layer is built, given drawn values, called, differentiated, trained a step, loaded and tied."""
    torch.set_default_dtype(getattr(torch, default_dtype))
    layer = Linear(in_features, out_features)
    yield "is_module", isinstance(layer, nn.Module)
    yield "attributes", {name: _shape(getattr(layer, name, None)) for name in ("weight", "bias")}
    registered = dict(nn.Module.named_parameters(layer))
    yield "registered", {name: _shape(registered.get(name)) for name in ("weight", "bias")}
    yield "all_registered", {name: _shape(value) for name, value in list(registered.items())[:8]}
    if not {"weight", "bias"} <= set(registered):
        return
    yield "param_dtype", str(registered["weight"].dtype)
    yield "initial_weight", registered["weight"]
    yield "initial_bias", registered["bias"]
    if registered["weight"].shape != weight.shape or registered["bias"].shape != bias.shape:
        return
    yield "trainable", {name: registered[name].requires_grad for name in ("weight", "bias")}

    if dtype != default_dtype:
        layer = layer.to(getattr(torch, dtype))
    _write(layer, weight, bias)
    if freeze:
        getattr(layer, freeze).requires_grad_(False)
    given, before = arranged(x, layout), x.clone()
    y = layer(given)
    yield "y", y
    yield "x_after", given
    yield (
        "same_storage",
        isinstance(y, Tensor) and y.numel() > 0 and y.data_ptr() == given.data_ptr(),
    )
    yield "y_again", layer(arranged(x, layout))
    yield "y_other_batch", layer(x_2)
    yield "y_rows", torch.stack([layer(row) for row in before]) if x.dim() == 2 else None

    source = arranged(x, layout).requires_grad_()
    y = layer(source)
    wanted = {"grad_x": source, "grad_weight": layer.weight, "grad_bias": layer.bias}
    yield from _gradients(y, {k: v for k, v in wanted.items() if v.requires_grad}, upstream)

    params = [p for p in nn.Module.parameters(layer) if p.requires_grad]
    optimizer = torch.optim.SGD(params, lr=lr) if params else None
    y = layer(before)
    if optimizer is not None and isinstance(y, Tensor) and y.requires_grad:
        optimizer.zero_grad()
        with aside():
            (y * upstream).sum().backward()
        optimizer.step()
    yield "y_after_step", layer(before)

    layer.load_state_dict({"weight": weight_2, "bias": bias_2}, strict=False)
    yield "y_after_load", layer(before)
    other = Linear(in_features, out_features).to(getattr(torch, dtype))
    _write(other, weight, bias)
    other.weight = layer.weight
    yield "y_tied", other(before)
    layer.eval()
    yield "y_eval", layer(before)
    yield "mode_after", layer.training


def _shape(value: Any) -> Any:
    """The shape of a tensor as a tuple; a word for anything else."""
    if isinstance(value, Tensor):
        return tuple(value.shape)
    return None if value is None else "not a tensor"


def _write(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)


def _gradients(y: Tensor, wanted: dict[str, Tensor], upstream: Tensor) -> Seen:
    """The gradient of ``(y * upstream).sum()`` for each of ``wanted``; None where none arrives."""
    if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
        for facet in wanted:
            yield facet, None
        return
    with aside():
        grads = torch.autograd.grad(y, list(wanted.values()), upstream, allow_unused=True)
    yield from zip(wanted, grads, strict=True)


def parameter_count(linear_parameter_count, *, in_features: int, out_features: int) -> Seen:
    """The count with the flag left out, given by name, and given by position."""
    yield "default", linear_parameter_count(in_features, out_features)
    yield "bias_true", linear_parameter_count(in_features, out_features, bias=True)
    yield "bias_false", linear_parameter_count(in_features, out_features, bias=False)
    yield "by_position", linear_parameter_count(in_features, out_features, False)
    yield "by_name", linear_parameter_count(out_features=out_features, in_features=in_features)


def count_parameters(count_parameters, *, kind: str, sizes: list[int]) -> Seen:
    """The count of a module built here, and whether the module is left as it was."""
    with aside():
        module = MODULES[kind](*sizes)
    flags = [p.requires_grad for p in module.parameters()]
    state = {name: value.clone() for name, value in module.state_dict().items()}
    yield "count", count_parameters(module)
    yield "again", count_parameters(module)
    left = module.state_dict()
    yield "flags_after", flags == [p.requires_grad for p in module.parameters()]
    yield (
        "state_after",
        list(state) == list(left) and all(torch.equal(state[name], left[name]) for name in state),
    )
    yield "mode_after", module.training


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


def _frozen(n: int, m: int, k: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m), nn.Linear(m, k))
    module[0].requires_grad_(False)
    return module


def _all_frozen(n: int, m: int) -> nn.Module:
    return nn.Linear(n, m).requires_grad_(False)


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


def _other_buffers(n: int, m: int) -> nn.Module:
    module = nn.Sequential(nn.Linear(n, m))
    module.register_buffer("table", torch.ones(m, n))
    module.register_buffer("scratch", torch.ones(n), persistent=False)
    return module


MODULES = {
    "one layer": lambda n, m: nn.Linear(n, m),
    "no bias": lambda n, m: nn.Linear(n, m, bias=False),
    "nested": _nested,
    "partly frozen": _frozen,
    "all frozen": _all_frozen,
    "tied weight": _tied,
    "one layer used twice": _shared_module,
    "batch norm": lambda n, m: nn.Sequential(nn.Linear(n, m), nn.BatchNorm1d(m)),
    "registered buffers": _other_buffers,
    "own parameters": _Scaled,
    "lists and dicts": _Listed,
    "not only linear": lambda n, m: nn.Sequential(
        nn.Embedding(n, m), nn.LayerNorm(m), nn.Conv1d(m, n, 3)
    ),
    "no parameters": lambda n, m: nn.Sequential(nn.ReLU(), nn.Flatten()),
    "empty parameter": lambda n, m: nn.Sequential(nn.Linear(n, m), nn.Linear(m, 0)),
}


def backward(
    linear_backward,
    *,
    x: Tensor,
    weight: Tensor,
    grad_output: Tensor,
    layout: str,
    upstream: dict[str, Tensor],
) -> Seen:
    """The three gradients, the arguments afterwards, and whether gradients flow through them."""
    given = [arranged(x, layout), arranged(weight, layout), arranged(grad_output, layout)]
    result = linear_backward(*given)
    yield "arguments_after", list(given)
    result = list(result) if isinstance(result, (tuple, list)) else [result]
    yield "how_many", len(result)
    yield from zip(("grad_x", "grad_weight", "grad_bias"), result, strict=False)

    sources = [value.clone().requires_grad_() for value in (x, weight, grad_output)]
    result = linear_backward(*sources)
    if not isinstance(result, (tuple, list)) or len(result) != 3:
        return
    for name, value in zip(("grad_x", "grad_weight", "grad_bias"), result, strict=True):
        yield from _flow(name, value, sources, upstream[name])


def _flow(name: str, value: Any, sources: list[Tensor], upstream: Tensor) -> Seen:
    if not isinstance(value, Tensor) or not value.requires_grad or value.shape != upstream.shape:
        yield f"{name}_flow", None
        return
    with aside():
        flows = torch.autograd.grad(
            value, sources, upstream, allow_unused=True, retain_graph=True, materialize_grads=True
        )
    yield f"{name}_flow", list(flows)


class Holder(nn.Module):
    """A layer-like module of ours: it only holds a weight and perhaps a bias."""

    def __init__(self, weight: Tensor, bias: Tensor | None):
        super().__init__()
        # The bias comes first here and second in PyTorch's: go by name, not by order.
        self.bias = None if bias is None else nn.Parameter(bias.clone())
        self.weight = nn.Parameter(weight.clone())


def _layer(made_by: str, weight: Tensor, bias: Tensor | None) -> nn.Module:
    if made_by == "ours":
        return Holder(weight, bias)
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
    fits: bool,
    freeze: str,
    shift: float,
) -> Seen:
    """The target after the call, and again after the source changed and after a backward pass."""
    with aside():
        source = _layer(source_by, source_weight, source_bias)
        target = _layer(target_by, target_weight, target_bias)
    if freeze:
        (source if freeze == "source" else target).requires_grad_(False)
    objects = _named(target)
    for parameter in objects.values():
        if parameter.requires_grad:
            parameter.grad = torch.ones_like(parameter)
    if fits:
        copy_parameters(source, target)
    else:
        yield "outcome", outcome(copy_parameters, source, target)
    yield "target", _values(target)
    yield "source", _values(source)
    yield "same_parameters", {k: _named(target).get(k) is v for k, v in objects.items()}
    yield "trainable", {k: v.requires_grad for k, v in _named(target).items()}
    yield "source_trainable", {k: v.requires_grad for k, v in _named(source).items()}
    yield "target_grad", {k: v.grad for k, v in _named(target).items()}

    with torch.no_grad():
        for parameter in _named(source).values():
            parameter.add_(shift)
    yield "target_after_source_moved", _values(target)
    yield from _graph(source, target)


def _named(module: nn.Module) -> dict[str, Tensor]:
    """What the attributes hold now, whether or not still registered as parameters."""
    found = {name: getattr(module, name, None) for name in ("weight", "bias")}
    return {name: value for name, value in found.items() if isinstance(value, Tensor)}


def _values(module: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in _named(module).items()}


def _graph(source: nn.Module, target: nn.Module) -> Seen:
    """Where the gradient of the target's sum arrives: at leaves of its own, or back at the source."""
    yield "is_leaf", {name: value.is_leaf for name, value in _named(target).items()}
    everything = [*_named(source).values(), *_named(target).values()]
    for value in everything:
        if value.is_leaf:
            value.grad = None
    total = sum(value.sum() for value in _named(target).values())
    if total.requires_grad:
        with aside():
            total.backward()
    yield "grad_at_source", {k: v.is_leaf and v.grad is not None for k, v in _named(source).items()}
