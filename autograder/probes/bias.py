"""Chapter 3: what a learner's layer with a flag, lines and matrices do on one case."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import outcome
from autograder.probes.linear_layer import arranged, flow, unset_memory_shows
from autograder.probes.watch import aside

Seen = Iterator[tuple[str, Any]]
NAMES = ("weight", "bias")


# ---------------------------------------------------------------------------- the layer

# The ways of asking for a layer, with a bias and without.
WAYS: dict[str, Callable[[type, int, int], Any]] = {
    "left out": lambda make, i, o: make(i, o),
    "True by name": lambda make, i, o: make(i, o, bias=True),
    "True by position": lambda make, i, o: make(i, o, True),
    "False by name": lambda make, i, o: make(i, o, bias=False),
    "False by position": lambda make, i, o: make(i, o, False),
}


def linear(
    Linear: type,  # noqa: N803 (the learner's class goes by its name)
    *,
    way: str,
    in_features: int,
    out_features: int,
    dtype: str,
    default_dtype: str,
    values: dict[str, Tensor],
    values_2: dict[str, Tensor],
    x: Tensor,
    x_2: Tensor,
    upstream: Tensor,
    layout: str,
    lr: float,
) -> Seen:
    """A layer is built, given drawn values, called, trained a step, loaded and called again.

    ``values`` and ``values_2`` hold a weight, and a bias where one is asked for; the layer gets the
    second later. ``x_2`` is a batch of another size. After the first call a layer with the other
    flag is built, which must make no difference.
    """
    torch.set_default_dtype(getattr(torch, default_dtype))
    with unset_memory_shows():
        layer = WAYS[way](Linear, in_features, out_features)
    has_bias = "bias" in values
    yield "is_module", isinstance(layer, nn.Module)
    yield "attributes", {name: _form(layer, name) for name in NAMES}
    registered = dict(nn.Module.named_parameters(layer))
    yield "registered", _shapes(registered)
    yield "state", _shapes(layer.state_dict())
    if registered.get("weight") is None or registered["weight"].shape != values["weight"].shape:
        return
    if has_bias and (
        registered.get("bias") is None or registered["bias"].shape != values["bias"].shape
    ):
        return
    yield "param_dtype", {name: str(registered[name].dtype) for name in values}
    yield "trainable", {name: registered[name].requires_grad for name in values}
    yield "start", {name: getattr(layer, name, None) for name in NAMES}
    if dtype != default_dtype:
        layer = layer.to(x.dtype)
    zeros = torch.zeros_like(x)
    if not has_bias:
        yield "y_zero_at_start", layer(zeros)
    _write(layer, values)
    yield "y_first", layer(x.clone())
    with contextlib.suppress(Exception):  # a case with that flag shows what is wrong with it
        Linear(in_features, out_features, bias=not has_bias)
    yield from _answers(layer, x, x_2, zeros, layout)
    yield from _training(layer, x, zeros, upstream, layout, lr, list(values))
    layer.eval()
    layer.load_state_dict(values_2, strict=False)
    yield "y_loaded", layer(x)


def _form(layer: Any, name: str) -> Any:
    """The shape of a tensor, None, or words for what else stands under ``name``."""
    value = getattr(layer, name, "missing")
    if isinstance(value, Tensor):
        return tuple(value.shape)
    return value if value is None or value == "missing" else f"a {type(value).__name__}"[:80]


def _shapes(found: dict[str, Tensor]) -> dict[str, Any]:
    return {name: tuple(found[name].shape) if name in found else None for name in NAMES}


def _write(layer: nn.Module, values: dict[str, Tensor]) -> None:
    with torch.no_grad():
        for name, value in values.items():
            getattr(layer, name).copy_(value)


def _answers(layer: nn.Module, x: Tensor, x_2: Tensor, zeros: Tensor, layout: str) -> Seen:
    given, before = arranged(x, layout), _random_state()
    yield "y", layer(given)
    yield "x_after", given
    yield "x_requires_grad_after", given.requires_grad
    yield "held_after", {name: getattr(layer, name) for name in NAMES}
    yield "y_zero", layer(zeros)
    yield "y_other_batch", layer(x_2)
    yield "y_single", layer(x_2[0])
    yield "random_state_kept", before == _random_state()


def _training(
    layer: nn.Module,
    x: Tensor,
    zeros: Tensor,
    upstream: Tensor,
    layout: str,
    lr: float,
    names: list[str],
) -> Seen:
    """What flows back, and the answers after a step of whatever parameters there are."""
    source = arranged(x, layout).requires_grad_()
    y = layer(source)
    yield "y_again", y
    arrived = _push_back(y, upstream)
    yield "grad_x", source.grad if arrived else None
    yield "grads", {name: getattr(layer, name).grad for name in names}
    with torch.no_grad():
        for parameter in nn.Module.parameters(layer):
            if parameter.grad is not None:
                parameter.sub_(lr * parameter.grad)
        yield "y_zero_after_step", layer(zeros)
        yield "y_after_step", layer(x)
        yield "grad_mode_kept", not torch.is_grad_enabled()


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


def _random_state() -> tuple:
    return torch.get_rng_state().numpy().tobytes(), random.getstate()


# ---------------------------------------------------------------------------- lines


def fit_line(
    fit_line: Callable,
    *,
    way: str,
    x: Tensor,
    y: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor] | None = None,
) -> Seen:
    """Slope and intercept, of a second call with other points too.

    Where the shapes do not fit, only what becomes of the call and of the arguments. No call is made
    under no_grad: whoever fits by gradients needs them.
    """
    given = {"x": arranged(x, layout), "y": arranged(y, layout)}
    call = LINES[way]
    if not fits:
        yield "outcome", outcome(call, fit_line, given["x"], given["y"])
        yield "arguments_after", given
        return
    result = call(fit_line, given["x"], given["y"])
    yield "arguments_after", given
    yield "arguments_require_grad_after", [value.requires_grad for value in given.values()]
    yield "result", _size(result)
    yield from zip(("slope", "intercept"), _items(result), strict=False)
    result = call(fit_line, second["x"], second["y"])
    yield from zip(("slope_second", "intercept_second"), _items(result), strict=False)


LINES: dict[str, Callable[[Callable, Tensor, Tensor], Any]] = {
    "left out": lambda fit, x, y: fit(x, y),
    "True by name": lambda fit, x, y: fit(x, y, bias=True),
    "True by position": lambda fit, x, y: fit(x, y, True),
    "False by name": lambda fit, x, y: fit(x, y, bias=False),
    "False by position": lambda fit, x, y: fit(x, y, False),
}


def _size(result: Any) -> Any:
    """How many results came back; of what type, if it is not several."""
    if isinstance(result, (tuple, list)):
        return len(result)
    return None if result is None else type(result).__name__[:80]


def _items(result: Any) -> list:
    return list(result) if isinstance(result, (tuple, list)) else []


# ---------------------------------------------------------------------------- matrices


def augment(
    augment: Callable,
    *,
    x: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: Tensor | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The longer rows, of another x of the same shape too, and what flows back through them."""
    given = arranged(x, layout)
    if not fits:
        yield "outcome", outcome(augment, given)
        return
    yield "longer", augment(given)
    yield "x_after", given
    yield "x_requires_grad_after", given.requires_grad
    sources = {"x": second.clone().requires_grad_()}
    longer = augment(sources["x"])
    yield "longer_second", longer
    if second.numel():  # of nothing, nothing flows
        yield "longer_flow", flow(longer, sources, upstream)
    with torch.no_grad():
        augment(sources["x"])
        yield "grad_mode_kept", not torch.is_grad_enabled()


def absorb_bias(
    absorb_bias: Callable,
    *,
    weight: Tensor,
    bias: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor] | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The wider matrix, that of other numbers too, and what flows back through it.

    Where the shapes do not fit, only what becomes of the call and of the arguments.
    """
    given = {"weight": arranged(weight, layout), "bias": arranged(bias, layout)}
    if not fits:
        yield "outcome", outcome(absorb_bias, *given.values())
        yield "arguments_after", given
        return
    yield "wide", absorb_bias(*given.values())
    yield "arguments_after", given
    yield "arguments_require_grad_after", [value.requires_grad for value in given.values()]
    sources = {name: value.clone().requires_grad_() for name, value in second.items()}
    wide = absorb_bias(*sources.values())
    yield "wide_second", wide
    yield "wide_flow", flow(wide, sources, upstream)
    with torch.no_grad():
        absorb_bias(*sources.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()
