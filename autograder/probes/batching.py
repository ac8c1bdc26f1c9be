"""Chapter 4: what a learner's functions on batches, images and batch norms do on one case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import is_stub, outcome
from autograder.probes.linear_layer import arranged, flow
from autograder.probes.watch import aside

Seen = Iterator[tuple[str, Any]]


def _laid_out(value: Tensor, layout: str) -> Tensor:
    """The same numbers in another memory layout: one of `arranged`, or one of these.

    "channels last" is PyTorch's format for images; "leading swapped" has the first two dimensions
    in the other order in memory.
    """
    if layout == "channels last":
        return value.clone(memory_format=torch.channels_last)
    if layout == "leading swapped":
        return value.transpose(0, 1).contiguous().transpose(0, 1)
    return arranged(value, layout)


def _sources(given: dict[str, Tensor | None]) -> dict[str, Tensor]:
    """Copies that want gradients, of those that are there."""
    return {k: v.clone().requires_grad_() for k, v in given.items() if v is not None}


def _wanting_grad(given: dict[str, Tensor | None]) -> list[bool]:
    return [value.requires_grad for value in given.values() if value is not None]


def _answered(function: Callable, *args: Any) -> tuple[str, Any]:
    """What `outcome` says, and what came back: None where something was raised."""
    try:
        return "no error", function(*args)
    except Exception as error:
        if is_stub(error):
            raise
        return "ValueError" if isinstance(error, ValueError) else type(error).__name__, None


def linear(
    linear: Callable,
    *,
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor | None] | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The output, of a second call with other numbers too, and what flows back through it.

    Where the shapes do not fit, only what becomes of the call and of the arguments.
    """
    given = {"x": _laid_out(x, layout), "weight": weight}
    given |= {} if bias is None else {"bias": bias}
    if not fits:
        yield "outcome", outcome(linear, *given.values())
        yield "arguments_after", given
        return
    yield "y", linear(*given.values())
    yield "arguments_after", given
    yield "arguments_require_grad_after", _wanting_grad(given)

    sources = _sources(second)
    # By name here, and with a None in words.
    y = linear(sources["x"], sources["weight"], bias=sources.get("bias"))
    yield "y_second", y
    yield "y_flow", flow(y, sources, upstream)
    with torch.no_grad():
        linear(*sources.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()


def flatten_images(
    flatten_images: Callable,
    *,
    images: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: Tensor | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The rows, of other images of the same size too, and what flows back through them.

    Whether the rows share memory with the images is not asked: both are in order.
    """
    given = _laid_out(images, layout)
    if not fits:
        yield "outcome", outcome(flatten_images, given)
        yield "images_after", given
        return
    yield "rows", flatten_images(given)
    yield "images_after", given
    yield "images_require_grad_after", given.requires_grad
    sources = _sources({"images": second})
    rows = flatten_images(sources["images"])
    yield "rows_second", rows
    if len(second):  # of nothing, nothing flows
        yield "rows_flow", flow(rows, sources, upstream)


class _Watched(nn.Module):
    """A model that notes how many rows it is given at a time.

    The model itself decides nothing: what it says about a row depends on that row alone.
    """

    def __init__(self, inner: nn.Module):
        super().__init__()
        self.inner = inner
        self.sizes: list[int] = []

    def forward(self, x: Tensor) -> Tensor:
        self.sizes.append(len(x))
        return self.inner(x)


class _Curved(nn.Module):
    """(N, in) to (N, out): a product with a weight of its own, bent by a tanh."""

    def __init__(self, weight: Tensor):
        super().__init__()
        self.weight = nn.Parameter(weight.clone())

    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x.flatten(1) @ self.weight.T) + x.flatten(1).sum(1, keepdim=True)


class _Reshaped(nn.Module):
    """Rows in another shape: "(N,)" or "(N, out, 1)"."""

    def __init__(self, shape: str):
        super().__init__()
        self.shape = shape

    def forward(self, y: Tensor) -> Tensor:
        return y[:, 0] if self.shape == "(N,)" else y.unsqueeze(-1)


def _batch_norm(weight: Tensor) -> nn.Module:
    norm = nn.BatchNorm1d(len(weight), dtype=weight.dtype)
    with torch.no_grad():
        norm.running_mean.copy_(weight[:, 0])
        norm.running_var.copy_(weight[:, -1].abs())
    return norm


# By name, the parts of a model that follow on the product with a drawn weight.
_TAILS: dict[str, Callable[[Tensor], list[nn.Module]]] = {
    "a product": lambda weight: [],
    "a batch norm in evaluation mode": lambda weight: [_batch_norm(weight)],
    "a dropout in evaluation mode": lambda weight: [nn.Dropout(0.5)],
    "one number a row": lambda weight: [_Reshaped("(N,)")],
    "a column a row": lambda weight: [_Reshaped("(N, out, 1)")],
}


def _model(tail: str, weight: Tensor, training: bool) -> _Watched:
    """A model in the mode ``training``, except for parts in evaluation mode by their name."""
    with aside():
        model = _Watched(nn.Sequential(_Curved(weight), *_TAILS[tail](weight)))
    model.train(training)
    for part in model.modules():  # these two stay frozen, as in a model that is trained in part
        if isinstance(part, (nn.BatchNorm1d, nn.Dropout)):
            part.eval()
    return model


def predict_in_batches(
    predict_in_batches: Callable,
    *,
    tail: str,
    weight: Tensor,
    weight_second: Tensor,
    training: bool,
    freeze: bool,
    x: Tensor,
    x_second: Tensor,
    x_requires_grad: bool,
    batch_size: int,
    fits: bool,
) -> Seen:
    """The rows, how the model was asked for them, what is left of it; and once more with other
    numbers in the model and another number of rows, and then with the first x."""
    model = _model(tail, weight, training)
    model.inner[0].weight.requires_grad_(not freeze)
    given = x.clone().requires_grad_(x_requires_grad)
    if not fits:
        yield "outcome", outcome(predict_in_batches, model, given, batch_size)
        yield "modes", _modes(model)
        return
    rows = predict_in_batches(model, given, batch_size)
    yield "rows", rows
    yield "batches", list(model.sizes[:50])
    yield "graph", isinstance(rows, Tensor) and rows.requires_grad
    yield "modes", _modes(model)
    yield "trainable", {k: p.requires_grad for k, p in nn.Module.named_parameters(model)}
    yield "model_after", {k: v.detach() for k, v in nn.Module.state_dict(model).items()}
    yield "no_grads_after", all(p.grad is None for p in nn.Module.parameters(model))
    yield "x_after", given
    yield "x_requires_grad_after", given.requires_grad
    with torch.no_grad():
        model.inner[0].weight.copy_(weight_second)
    model.sizes.clear()
    with torch.no_grad():
        yield "rows_second", predict_in_batches(model, x_second, batch_size)
        yield "grad_mode_kept", not torch.is_grad_enabled()
    yield "batches_second", list(model.sizes[:50])
    with torch.no_grad():
        yield "rows_again", predict_in_batches(model, x, batch_size)


def _modes(model: nn.Module) -> dict[str, bool]:
    return {name or "model": part.training for name, part in nn.Module.named_modules(model)}


def mse(
    mse: Callable,
    *,
    prediction: Tensor,
    target: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor] | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The loss, of a second call with other numbers too, and what flows back through it.

    Where the shapes differ, what becomes of the call, and what came back if anything did.
    """
    given = {"prediction": _laid_out(prediction, layout), "target": _laid_out(target, layout)}
    if not fits:
        said, loss = _answered(mse, *given.values())
        yield "outcome", said
        yield "loss_of_misfits", loss
        yield "arguments_after", given
        return
    yield "loss", mse(*given.values())
    yield "arguments_after", given
    yield "arguments_require_grad_after", _wanting_grad(given)
    sources = _sources(second)
    loss = mse(*sources.values())
    yield "loss_second", loss
    yield "loss_flow", flow(loss, sources, upstream)


def per_sample_weight_grads(
    per_sample_weight_grads: Callable,
    *,
    x: Tensor,
    grad_output: Tensor,
    fits: bool,
    layout: str = "contiguous",
    second: dict[str, Tensor] | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """The gradients, of a second call with other numbers too, and what flows back through them."""
    given = {"x": _laid_out(x, layout), "grad_output": _laid_out(grad_output, layout)}
    if not fits:
        yield "outcome", outcome(per_sample_weight_grads, *given.values())
        yield "arguments_after", given
        return
    yield "grads", per_sample_weight_grads(*given.values())
    yield "arguments_after", given
    yield "arguments_require_grad_after", _wanting_grad(given)
    sources = _sources(second)
    grads = per_sample_weight_grads(*sources.values())
    yield "grads_second", grads
    if len(sources["x"]):  # of nothing, nothing flows
        yield "grads_flow", flow(grads, sources, upstream)
    with torch.no_grad():
        per_sample_weight_grads(*sources.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()


def _filled(module: nn.Module, values: dict[str, Tensor | None]) -> None:
    with torch.no_grad():
        for name, value in values.items():
            if value is not None:
                getattr(module, name).copy_(value)


def _layer_and_norm(
    linear: dict[str, Tensor | None],
    norm: dict[str, Tensor | None],
    features: int,
    eps: float,
    training: bool,
) -> tuple[nn.Linear, nn.BatchNorm1d]:
    """Both layers holding the drawn numbers; None stands for what a layer does not have."""
    weight = linear["weight"]
    layer = nn.Linear(weight.shape[1], len(weight), linear["bias"] is not None, dtype=weight.dtype)
    bn = nn.BatchNorm1d(
        features,
        eps=eps,
        affine=norm["weight"] is not None,
        track_running_stats=norm["running_mean"] is not None,
        dtype=weight.dtype,
    )
    _filled(layer, linear)
    _filled(bn, norm)
    return layer.train(training), bn.train(training)


def fold_batchnorm(
    fold_batchnorm: Callable,
    *,
    linear: dict[str, Tensor | None],
    norm: dict[str, Tensor | None],
    features: int,
    eps: float,
    training: bool,
    frozen: bool,
    x: Tensor,
    fits: bool,
    second: dict[str, dict[str, Tensor | None]] | None = None,
) -> Seen:
    """The new layer's sizes, parameters and answers, before and after the given layers change.

    What is left of both given layers: their values, modes and flags.
    """
    layer, bn = _layer_and_norm(linear, norm, features, eps, training)
    for module in (layer, bn):
        module.requires_grad_(not frozen)
    if not fits:
        yield "outcome", outcome(fold_batchnorm, layer, bn)
        yield "given_after", _left_of(layer, bn)
        return
    folded = fold_batchnorm(layer, bn)
    yield "result", _kind(folded)
    yield "given_after", _left_of(layer, bn)
    yield "flags_after", _flags(layer, bn)
    if not isinstance(folded, nn.Linear):
        return
    yield "sizes", [folded.in_features, folded.out_features]
    yield "parameters", _parameter_shapes(folded)
    with torch.no_grad():
        yield "y", folded(x)
        yield "y_single", folded(x[0])
        for value in (*nn.Module.parameters(layer), *nn.Module.parameters(bn)):
            value.add_(1)
        bn.running_mean.add_(1)
        bn.running_var.mul_(2)
        yield "y_kept", folded(x)
        other = fold_batchnorm(
            *_layer_and_norm(**second, features=features, eps=eps, training=training)
        )
        yield "grad_mode_kept", not torch.is_grad_enabled()
        yield "y_second", other(x) if isinstance(other, nn.Linear) else other


def _kind(result: Any) -> str | None:
    """What came back, by its type's name; a Linear of the learner's own has the plain name."""
    if isinstance(result, nn.Linear):
        return "nn.Linear"
    return None if result is None else type(result).__name__[:80]


def _left_of(layer: nn.Module, bn: nn.Module) -> dict[str, Tensor]:
    """Every number that the two given layers hold."""
    held = {"linear": nn.Module.state_dict(layer), "bn": nn.Module.state_dict(bn)}
    return {f"{k}.{name}": v.detach() for k, state in held.items() for name, v in state.items()}


def _flags(layer: nn.Module, bn: nn.Module) -> dict[str, Any]:
    """Modes, and which parameters want gradients or have collected some."""
    flags: dict[str, Any] = {"linear.training": layer.training, "bn.training": bn.training}
    for owner, module in (("linear", layer), ("bn", bn)):
        for name, parameter in nn.Module.named_parameters(module):
            flags[f"{owner}.{name}.requires_grad"] = parameter.requires_grad
            flags[f"{owner}.{name}.grad is None"] = parameter.grad is None
    return flags


def _parameter_shapes(layer: nn.Module) -> dict[str, tuple[int, ...]]:
    """The shapes of what the layer has registered; of at most eight."""
    found = list(nn.Module.named_parameters(layer))[:8]
    return {name: tuple(value.shape) for name, value in found}
