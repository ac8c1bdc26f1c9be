"""Chapter 8: what a learner's drop-in for nn.Linear does, one contract a probe.

Each probe builds the layer in the plainest way its contract allows, mostly ``Linear(in, out)``, so
that a fault in one contract does not show in the others. Parameters go by name, x by position.
"""

from __future__ import annotations

import contextlib
import copy
import io
import pickle
import random
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import is_stub
from autograder.probes.watch import aside

Seen = Iterator[tuple[str, Any]]
Values = dict[str, Tensor]
NAMES = ("weight", "bias")
OLD = 7.0  # what parameters hold before they are drawn anew: far outside of any initialization
FEW = 8  # numbers by which two draws are told apart


def arranged(value: Tensor, layout: str) -> Tensor:
    """The same numbers in another memory layout.

    ``layout`` is "contiguous", "swapped" (the first two dimensions lie in memory the other way
    round), "gaps" (every second number) or "expanded" (one row in memory; all have to be equal).
    """
    if layout == "swapped":
        return value.transpose(0, 1).contiguous().transpose(0, 1)
    if layout == "gaps":
        return torch.stack([value, value + 1], dim=-1)[..., 0]
    if layout == "expanded":
        return value[:1].clone().expand_as(value)
    return value.clone()


def _write(layer: nn.Module, values: Values) -> None:
    """Put drawn numbers into the parameters, by name; what is None on either side stays."""
    with torch.no_grad():
        for name, value in values.items():
            parameter = getattr(layer, name)
            if isinstance(parameter, Tensor):
                parameter.copy_(value)


def _built(Linear: type, values: Values) -> nn.Module:  # noqa: N803 (the learner's name)
    """``Linear(in, out)`` of the dtype of ``values``, holding them."""
    out_features, in_features = values["weight"].shape
    layer = Linear(in_features, out_features)
    if values["weight"].dtype != torch.float32:
        layer = layer.to(values["weight"].dtype)
    _write(layer, values)
    return layer


def _set_flags(layer: nn.Module, frozen: str) -> None:
    """All parameters ask for gradients but the one called ``frozen``, whatever they did before."""
    for name, parameter in nn.Module.named_parameters(layer):
        parameter.requires_grad_(name != frozen)


def _apart(found: Any, due: Any, like: Tensor) -> Any:
    """The largest difference of two answers; a word where there is none. Two answers of one class
    tell whether two of its layers are alike, whatever its formula is. In the dtype of ``like``: how
    close is close depends on it."""
    if isinstance(found, Tensor) and isinstance(due, Tensor) and found.shape == due.shape:
        return (found.detach() - due.detach()).abs().max().to(like.dtype)
    return "no two tensors of one shape"


def _held(layer: nn.Module) -> dict[str, Any]:
    return {name: getattr(layer, name, None) for name in NAMES}


def _shape(value: Any) -> Any:
    if isinstance(value, Tensor):
        return tuple(value.shape)
    return None if value is None else "no tensor"


def outcome(call: Callable[[], Any], done: str) -> str:
    """``done``, or "an exception"; a stub's NotImplementedError goes on to the caller."""
    try:
        call()
    except Exception as error:
        if is_stub(error):
            raise
        return "an exception"
    return done


def _random_state() -> tuple:
    return torch.get_rng_state().numpy().tobytes(), random.getstate()


# ---------------------------------------------------------------------------- forward


def forward(
    Linear: type,  # noqa: N803
    *,
    values: Values,
    values_2: Values,
    x: Tensor,
    x_2: Tensor,
    other: Tensor,
    too_long: Tensor,
    layout: str,
) -> Seen:
    """A layer is called, called again, in evaluation mode, with other values, and with a misfit.

    ``x_2`` has the shape of ``x``; ``other`` has another leading shape.
    """
    layer = _built(Linear, values)
    yield "shapes", {name: _shape(value) for name, value in _held(layer).items()}
    given, random_before = arranged(x, layout), _random_state()
    y = layer(given)
    yield "y", y
    yield "x_after", given
    yield "x_requires_grad_after", given.requires_grad
    yield "held_after", _held(layer)
    yield "training_after", layer.training
    yield "y_same_shape", layer(arranged(x_2, layout))
    yield "y_kept", y
    yield "y_other_shape", layer(other)
    yield "random_state_kept", random_before == _random_state()
    layer.eval()
    yield "y_eval", layer(arranged(x, layout))
    yield "training_after_eval", layer.training
    _write(layer, values_2)
    yield "y_other_values", layer(arranged(x, layout))
    yield "too_long", outcome(lambda: layer(too_long), "no error")


# ---------------------------------------------------------------------------- options


def options(
    Linear: type,  # noqa: N803
    *,
    sizes: list[int],
    given: dict[str, Any],
    how: str,
    default_dtype: str,
    default_device: str,
    values: Values,
    x: Tensor,
) -> Seen:
    """A layer is built with the options ``given`` (bias, device, dtype), ``how`` "by name" (the
    sizes too), "by position" or "mixed" (the sizes by position, the options by name)."""
    options = {name: _option(name, value) for name, value in given.items()}
    torch.set_default_dtype(getattr(torch, default_dtype))
    device = torch.device(default_device) if default_device != "cpu" else contextlib.nullcontext()
    try:
        with device:
            layer = _construct(Linear, sizes, options, how)
    finally:  # what is left set afterwards counts as the learner's
        torch.set_default_dtype(torch.float32)
    held = _held(layer)
    tensors = {name: value for name, value in held.items() if isinstance(value, Tensor)}
    yield "in_features", getattr(layer, "in_features", "no attribute of this name")
    yield "out_features", getattr(layer, "out_features", "no attribute of this name")
    yield "words", layer.extra_repr()
    yield "repr", repr(layer).partition("(")[2]
    yield "bias", _shape(layer.bias)  # a missing attribute raises
    yield "parameters", [n for n in NAMES if n in dict(nn.Module.named_parameters(layer))]
    yield "state_without", "bias" not in layer.state_dict() if layer.bias is None else None
    yield "dtypes", {name: str(value.dtype) for name, value in tensors.items()}
    yield "devices", {name: value.device.type for name, value in tensors.items()}
    x = x.to(tensors["weight"].dtype)
    if "meta" in str(given.get("device", default_device)):
        yield "y_meta", _shape(layer(x.to("meta")))
        layer = layer.to_empty(device="cpu")
    _write(layer, values)
    yield "y", _shape(layer(x))  # its numbers are another check's


def _option(name: str, value: Any) -> Any:
    if name == "dtype" and value is not None:
        return getattr(torch, value)
    return torch.device(value[6:]) if name == "device" and str(value)[:6] == "torch:" else value


def _construct(Linear: type, sizes: list[int], options: dict, how: str) -> nn.Module:  # noqa: N803
    if how == "by position":
        return Linear(*sizes, *options.values())
    if how == "by name":
        return Linear(in_features=sizes[0], out_features=sizes[1], **options)
    return Linear(*sizes, **options)


# ---------------------------------------------------------------------------- initialization


def initialization(
    Linear: type,  # noqa: N803
    *,
    in_features: int,
    out_features: int,
    dtype: str,
    frozen: bool,
    seeds: Tensor,
    mark: float,
) -> Seen:
    """What a new layer holds, what reset_parameters makes of old numbers, and a subclass's start.

    ``seeds``: for the construction, which is also repeated with it, and for what comes after.
    """

    def build(kind: type, seed: Tensor) -> nn.Module:
        torch.default_generator.manual_seed(int(seed))
        return kind(in_features, out_features).to(getattr(torch, dtype))

    layer = build(Linear, seeds[0])
    yield from _held(layer).items()
    yield "first", _few(layer)
    yield "same_seed", _few(build(Linear, seeds[0]))
    yield "other_seed", _few(build(Linear, seeds[1]))

    class Marked(Linear):
        """As a learner's colleague would write it: another start by another method."""

        def reset_parameters(self) -> None:
            with torch.no_grad():
                for parameter in nn.Module.parameters(self):
                    parameter.fill_(mark)

    yield "subclass", _few(build(Marked, seeds[0]))
    with torch.no_grad():
        for parameter in nn.Module.parameters(layer):
            parameter.fill_(OLD)
    _set_flags(layer, "weight" if frozen else "")
    before = _held(layer)
    memory = {n: v.detach() for n, v in before.items() if isinstance(v, Tensor)}
    for parameter in nn.Module.parameters(layer):
        parameter.grad = torch.ones_like(parameter) if parameter.requires_grad else None
    _, error = _made(lambda layer: layer.reset_parameters(), layer)
    yield "called", error or "done"
    if error:
        return
    after = _held(layer)
    for name, value in after.items():
        yield f"{name}_reset", value
    yield "objects", {name: after[name] is value for name, value in before.items()}
    yield "reset", _few(layer)
    yield "memory", {name: _few_of(value) for name, value in memory.items()}
    yield "recorded", {n: not getattr(v, "is_leaf", True) for n, v in after.items()}
    yield "trained", {n: getattr(v, "requires_grad", None) for n, v in after.items()}
    yield "grad_after", {n: _few_of(getattr(v, "grad", None)) for n, v in after.items()}
    layer.reset_parameters()
    yield "reset_again", _few(layer)


def _few(layer: nn.Module) -> dict[str, Any]:
    return {name: _few_of(value) for name, value in _held(layer).items()}


def _few_of(value: Any) -> Any:
    return value.detach().flatten()[:FEW].clone() if isinstance(value, Tensor) else None


# ---------------------------------------------------------------------------- state_dict


def state_dict(
    Linear: type,  # noqa: N803
    *,
    ours: Values,
    theirs: Values,
    other: Values,
    x: Tensor,
    misfits: list[dict[str, Tensor]],
) -> Seen:
    """A state goes from ours to PyTorch's layer and back, alone and inside a network.

    ``ours``, ``theirs``, ``other``: what the two layers hold, and a third state. ``misfits``:
    states that have to be refused.
    """
    layer = _built(Linear, ours)
    with aside():
        partner = nn.Linear(*reversed(theirs["weight"].shape), dtype=theirs["weight"].dtype)
    # Out.
    state = layer.state_dict()
    yield "keys", sorted(map(str, state))
    yield "values", dict(state)
    yield "detached", {str(k): getattr(v, "requires_grad", None) for k, v in state.items()}
    yield "they_load", outcome(lambda: partner.load_state_dict(state), "loaded")
    with aside():
        yield "y_theirs", partner(x)
    _write(layer, other)
    yield "values_later", dict(layer.state_dict())
    # In.
    _write(partner, theirs)
    _set_flags(layer, "")
    objects, taken = _held(layer), partner.state_dict()
    like_theirs = _built(Linear, theirs)(x.clone())
    yield "we_load", outcome(lambda: layer.load_state_dict(taken), "loaded")
    yield "y_ours", _apart(layer(x.clone()), like_theirs, x)
    yield "objects", {name: getattr(layer, name) is value for name, value in objects.items()}
    yield "trainable", {n: getattr(v, "requires_grad", None) for n, v in _held(layer).items()}
    _write(partner, other)
    yield "y_ours_later", _apart(layer(x.clone()), like_theirs, x)
    # Inside a network.
    network, networked = nn.Sequential(nn.ReLU(), layer), nn.Sequential(nn.ReLU(), partner)
    found: dict[str, Any] = {}
    yield "asked_inside", outcome(lambda: found.update(network.state_dict()), "a state")
    yield "keys_inside", sorted(map(str, found))
    yield "they_load_inside", outcome(lambda: networked.load_state_dict(found), "loaded")
    _write(partner, ours)
    inner = networked.state_dict()
    yield "we_load_inside", outcome(lambda: network.load_state_dict(inner), "loaded")
    yield "y_inside", _apart(layer(x.clone()), _built(Linear, ours)(x.clone()), x)
    # What must not be loaded.
    refused = [outcome(lambda m=m: layer.load_state_dict(m), "no error") for m in misfits]
    yield "refused", refused
    assigned = {name: value.clone() for name, value in theirs.items()}
    yield "assigned", outcome(lambda: layer.load_state_dict(assigned, assign=True), "loaded")
    yield "y_assigned", _apart(layer(x.clone()), like_theirs, x)


# ---------------------------------------------------------------------------- copies


def copying(
    Linear: type,  # noqa: N803
    *,
    values: Values,
    later: Values,
    x: Tensor,
    upstream: Tensor,
    frozen: str,
    training: bool,
) -> Seen:
    """A layer in use, its deep copy and what comes back from a pickle; then each goes its way."""
    layer = _built(Linear, values)
    _push(layer(x.clone()), upstream)  # layers are copied after they were used, too
    like_later = _built(Linear, later).train(training)(x.clone())
    for way, make in (("copy", copy.deepcopy), ("pickle", _pickled)):
        like_before = layer.train(training)(x.clone())
        layer.train(training)  # a call may have changed it
        _set_flags(layer, frozen)
        twin, error = _made(make, layer)
        yield f"{way}_made", error or "made"
        if error:
            continue
        yield f"{way}_class", "the same class" if type(twin) is type(layer) else "another class"
        yield f"{way}_values", _held(twin)
        yield f"{way}_parameters", [n for n in NAMES if n in dict(nn.Module.named_parameters(twin))]
        yield f"{way}_trainable", {n: v.requires_grad for n, v in _held(twin).items()}
        yield f"{way}_training", twin.training
        yield f"{way}_y", _apart(twin(x.clone()), like_before, x)
        _write(twin, later)
        yield f"{way}_original", _held(layer)
        yield f"{way}_original_y", _apart(layer(x.clone()), like_before, x)
        yield f"{way}_y_later", _apart(twin(x.clone()), like_later, x)
        _write(layer, values)


def _made(make: Callable, layer: nn.Module) -> tuple[Any, str]:
    """``make(layer)``, or the words of the exception that it raised: one way tells nothing of the
    other."""
    try:
        return make(layer), ""
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"[:300]


class _Pickler(pickle.Pickler):
    """Classes and functions of the learner's program travel by reference, as from a module.

    Where a program is run decides whether pickle finds its names; that is not the learner's affair.
    What no module could hold, a lambda or an inner function, is refused as always.
    """

    def __init__(self, file: io.BytesIO, home: str):
        super().__init__(file)
        self.home, self.known = home, []

    def persistent_id(self, value: Any) -> int | None:
        if type(value) is _FUNCTION:
            named = "<" not in value.__qualname__
        else:
            named = isinstance(value, type)
        if not named or value.__module__ != self.home or value.__module__ == "builtins":
            return None
        self.known.append(value)
        return len(self.known) - 1


_FUNCTION = type(lambda: None)


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, known: list):
        super().__init__(file)
        self.known = known

    def persistent_load(self, place: int) -> Any:
        return self.known[place]


def _pickled(layer: nn.Module) -> nn.Module:
    """``layer`` through bytes and back, all in this process: nobody else ever loads them."""
    file = io.BytesIO()
    pickler = _Pickler(file, type(layer).__module__)
    pickler.dump(layer)
    return _Unpickler(io.BytesIO(file.getvalue()), pickler.known).load()


# ---------------------------------------------------------------------------- gradients


def _push(y: Any, upstream: Tensor) -> bool:
    """Send ``upstream`` back from ``y``; False where there is no way back."""
    if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
        return False
    with aside():
        try:
            torch.autograd.backward(y, upstream.to(y.dtype, copy=True))
        except RuntimeError:
            return False
    return True


def gradients(
    Linear: type,  # noqa: N803
    *,
    values: Values,
    x: Tensor,
    x_2: Tensor,
    upstream: Tensor,
    upstream_2: Tensor,
    pull: Values,
    frozen: str,
    training: bool,
) -> Seen:
    """First derivatives against ``upstream``, their sums over two calls, then second ones.

    ``pull`` (x, weight, bias) is what the first derivatives are multiplied with for the second.
    """
    layer = _built(Linear, values).train(training)
    if frozen:
        getattr(layer, frozen).requires_grad_(False)
    source = x.clone().requires_grad_()
    y = layer(source)
    yield "trainable", {n: getattr(v, "requires_grad", None) for n, v in _held(layer).items()}
    _push(y, upstream)
    yield "grad_x", source.grad
    for name in NAMES:
        yield f"grad_{name}", getattr(layer, name).grad
    _push(layer(x_2), upstream_2)
    yield "grad_sums", {name: getattr(layer, name).grad for name in NAMES}
    # Asked only for the parameters: x is data.
    for name in NAMES:
        getattr(layer, name).grad = None
    _push(layer(x_2), upstream_2)
    yield "grad_data", {name: getattr(layer, name).grad for name in NAMES}
    yield "second", _second(layer, x, upstream, pull)
    with torch.no_grad():
        y = layer(x)
        yield "recorded", isinstance(y, Tensor) and y.requires_grad
        yield "grad_mode_kept", not torch.is_grad_enabled()


def _second(layer: nn.Module, x: Tensor, upstream: Tensor, pull: Values) -> Any:
    """The gradients of sum(pull * first gradients), by name; a word where there are none."""
    x = x.clone().requires_grad_()
    upstream = upstream.clone().requires_grad_()
    held = {"x": x, **_held(layer)}
    sources = {n: v for n, v in held.items() if isinstance(v, Tensor) and v.requires_grad}
    y = layer(x)
    if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
        return "no way back"
    with aside():
        try:
            first = torch.autograd.grad(
                y, list(sources.values()), upstream, create_graph=True, allow_unused=True
            )
            total = sum(
                (grad * pull[name]).sum()
                for name, grad in zip(sources, first, strict=True)
                if grad is not None
            )
            sources["upstream"] = upstream
            found = torch.autograd.grad(total, list(sources.values()), materialize_grads=True)
        except RuntimeError:
            return "no second derivatives"
    return dict(zip(sources, found, strict=True))


# ---------------------------------------------------------------------------- PyTorch's inputs


def pytorch_inputs(
    Linear: type,  # noqa: N803
    *,
    sizes: list[int],
    bias: dict[str, bool],
    values: Values,
    x: Tensor,
    upstream: Tensor,
) -> Seen:
    """One of PyTorch's inputs, values and gradients, in float32 and in float64.

    ``bias``: the keyword as PyTorch's own test gives it, or nothing.
    """
    for dtype in (torch.float32, torch.float64):
        name = str(dtype).removeprefix("torch.")
        layer = Linear(*sizes, **bias).to(dtype)
        yield f"shapes_{name}", {n: _shape(v) for n, v in _held(layer).items()}
        _write(layer, {n: v.to(dtype) for n, v in values.items()})
        source = x.to(dtype, copy=True).requires_grad_()
        y = layer(source)
        yield f"y_{name}", y
        _push(y, upstream.to(dtype))
        held = {"x": source, **_held(layer)}
        yield (
            f"grads_{name}",
            {n: v.grad for n, v in held.items() if isinstance(v, Tensor) and v.is_leaf},
        )
