"""Chapter 7: what mended programs, a diagnosis and a learner's own tests do on one case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.probes import is_stub
from autograder.probes.pitfalls_modules import PATIENTS, TRAINED, candidate, layer_maker

Seen = Iterator[tuple[str, Any]]


# ---------------------------------------------------------------------------- mended classes


def list_of_layers(
    Stack: type,  # noqa: N803 (the learner's class goes by its name)
    *,
    sizes: list[int],
    **life: Any,
) -> Seen:
    """A model of drawn sizes, through its whole life (see `_life`)."""
    yield from _life(lambda: Stack(list(sizes)), **life)


def plain_tensor(
    SmallLinear: type,  # noqa: N803
    *,
    in_features: int,
    out_features: int,
    **life: Any,
) -> Seen:
    """A layer whose parameters have names, through its whole life."""
    yield from _life(lambda: SmallLinear(in_features, out_features), **life)


def detached_forward(
    TwoStage: type,  # noqa: N803
    *,
    in_features: int,
    hidden: int,
    out_features: int,
    **life: Any,
) -> Seen:
    """A model with a record of its hidden units, which is looked at after each of several calls."""
    yield from _life(lambda: TwoStage(in_features, hidden, out_features), record="seen", **life)


def missing_super(
    Net: type,  # noqa: N803
    *,
    in_features: int,
    hidden: int,
    **life: Any,
) -> Seen:
    """A model of two layers, through its whole life."""
    yield from _life(lambda: Net(in_features, hidden), **life)


def forgotten_flatten(
    Classifier: type,  # noqa: N803
    *,
    image: list[int],
    classes: int,
    **life: Any,
) -> Seen:
    """A layer on images in a drawn memory layout, through its whole life."""
    yield from _life(lambda: Classifier(*image, classes), **life)


def _life(
    make: Callable[[], nn.Module],
    *,
    values: dict[str, Tensor],
    named: bool,
    default_dtype: str,
    x: Tensor,
    x_2: Tensor,
    upstream: Tensor,
    lr: float,
    layout: str = "contiguous",
    record: str = "",
) -> Seen:
    """A module is built, given ``values``, called, trained a step, copied, converted, evaluated.

    ``values`` are what its parameters hold, by names which they need to have if ``named``; else
    they go by shape and order. ``record`` names an attribute that each call has to set anew.
    """
    torch.set_default_dtype(getattr(torch, default_dtype))
    module = make()
    yield "is_module", isinstance(module, nn.Module)
    if not isinstance(module, nn.Module):
        return
    # What the learner's own parameters() says is asked too, but it proves nothing.
    found = dict(nn.Module.named_parameters(module))
    yield "registered", _described(found, values, named)
    yield "listed", sorted(tuple(p.shape) for p in module.parameters())
    parameters = _matched(found, values, named)
    if parameters is None:
        yield from _whereabouts(module, x)
        return
    yield "trainable", {name: p.requires_grad for name, p in parameters.items()}
    twin = make()
    twins = _matched(dict(nn.Module.named_parameters(twin)), values, named)
    yield "initial", dict(parameters)
    yield "initial_again", dict(twins or {})
    if record:
        yield "record_built", getattr(module, record, "no such attribute")
    yield "y_initial", module(_arranged(x, layout))
    if record:
        yield "record_initial", getattr(module, record, None)
    _write(parameters.values(), values.values())
    yield from _calls(module, x, x_2, layout, record)
    yield from _gradients(module, parameters, x, upstream, layout)
    with torch.no_grad():
        # By hand: the first use of torch.optim in a process takes more than a second.
        for parameter in nn.Module.parameters(module):
            if parameter.grad is not None:
                parameter.sub_(lr * parameter.grad)
        yield "y_after_step", module(x.clone())
    twin.load_state_dict(module.state_dict())
    yield "y_twin", twin(x.clone())
    other = torch.float32 if x.dtype == torch.float64 else torch.float64
    if other == torch.float64:
        # New values first: what the step has rounded to float32 would be compared as float64.
        _write(parameters.values(), [0.5 * value for value in values.values()])
    module.to(other)
    yield "y_converted", module(x.to(other))
    if record:
        yield "record_converted", getattr(module, record, None)
    module.eval()
    yield "y_evaluated", module(_arranged(x_2, layout).to(other))
    if record:
        yield "record_evaluated", getattr(module, record, None)


def _calls(module: nn.Module, x: Tensor, x_2: Tensor, layout: str, record: str) -> Seen:
    """Two batches and the first once more, what was recorded of them, and what became of ``x``."""
    given = _arranged(x, layout)
    y = module(given)
    yield "y", y
    if record:
        kept = getattr(module, record, None)
        yield "record", kept
        yield "record_on_graph", kept.requires_grad if isinstance(kept, Tensor) else None
    yield "x_after", given
    yield "y_other_batch", module(_arranged(x_2, layout))
    if record:
        yield "record_other_batch", getattr(module, record, None)
    yield "y_again", module(_arranged(x, layout))
    yield "y_kept", y


def _gradients(
    module: nn.Module, parameters: dict[str, Tensor], x: Tensor, upstream: Tensor, layout: str
) -> Seen:
    """What ``upstream`` becomes on its way back to x and to the parameters."""
    for parameter in parameters.values():
        parameter.grad = None
    source = _arranged(x, layout).requires_grad_()
    y = module(source)
    _push_back(y, upstream)
    yield "grads", {name: p.grad for name, p in parameters.items()}
    yield "grad_x", source.grad
    yield "new_leaves", _new_leaves(y, [source, *parameters.values()])


def _described(found: dict[str, Tensor], values: dict[str, Tensor], named: bool) -> Any:
    """The shapes of what is registered: by name, or in the order of ``values`` where they fit."""
    if named:
        return {name: tuple(p.shape) for name, p in list(found.items())[:8]}
    shapes = [tuple(p.shape) for p in found.values()]
    ordered = []
    for value in values.values():
        if tuple(value.shape) in shapes:
            shapes.remove(tuple(value.shape))
            ordered.append(tuple(value.shape))
    return [*ordered, *shapes][:16]


def _matched(
    found: dict[str, Tensor], values: dict[str, Tensor], named: bool
) -> dict[str, Tensor] | None:
    """The parameter for each of ``values``; None if they do not correspond one to one."""
    if len(found) != len(values):
        return None
    if named:
        fits = all(name in found and found[name].shape == v.shape for name, v in values.items())
        return {name: found[name] for name in values} if fits else None
    left, matched = list(found.values()), {}
    for name, value in values.items():
        place = next((i for i, p in enumerate(left) if p.shape == value.shape), None)
        if place is None:
            return None
        matched[name] = left.pop(place)
    return matched


def _whereabouts(module: nn.Module, x: Tensor) -> Seen:
    """Where the parameters may be instead: evidence for naming the idea, never right or wrong."""
    yield "buffers", [name for name, _ in nn.Module.named_buffers(module)][:8]
    kept = {name: value for name, value in vars(module).items() if not name.startswith("_")}
    yield "tensors_kept", [name for name, value in kept.items() if isinstance(value, Tensor)][:8]
    yield "layers_kept", any(_holds_layers(value) for value in kept.values())
    try:
        shape = tuple(module(x.clone()).shape)
    except Exception:
        shape = None
    yield "shape_of_y", shape
    yield "count_after_call", len(list(nn.Module.named_parameters(module)))


def _holds_layers(value: Any) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return any(map(_holds_layers, value))
    return isinstance(value, (nn.Module, Tensor))


def _new_leaves(y: Any, known: list[Tensor]) -> int:
    """How many tensors the graph of ``y`` begins with beside ``known``."""
    start = getattr(y, "grad_fn", None)
    stack, nodes, leaves = [start] if start is not None else [], set(), []
    while stack:
        node = stack.pop()
        if node is None or node in nodes:
            continue
        nodes.add(node)
        if hasattr(node, "variable"):
            leaves.append(node.variable)
        stack.extend(following for following, _ in node.next_functions)
    return sum(not any(leaf is other for other in known) for leaf in leaves)


def _arranged(value: Tensor, layout: str) -> Tensor:
    """The same numbers in another memory layout: "contiguous", "transposed" or "channels last"."""
    if layout == "transposed":
        return value.mT.contiguous().mT
    if layout == "channels last":
        return value.clone().to(memory_format=torch.channels_last)
    return value.clone()


def _write(parameters: Iterable[Tensor], values: Iterable[Tensor]) -> None:
    with torch.no_grad():
        for parameter, value in zip(parameters, values, strict=True):
            parameter.copy_(value)


def _push_back(y: Any, upstream: Tensor) -> None:
    """Send ``upstream`` back from ``y``, as far as there is a way back."""
    if not isinstance(y, Tensor) or not y.requires_grad or y.shape != upstream.shape:
        return
    try:
        torch.autograd.backward(y, upstream.to(y.dtype, copy=True))
    except RuntimeError:  # the tensors of the graph have been written into
        return


# ---------------------------------------------------------------------------- mended training


def exhausted_generator(
    count_and_fit, *, model: str, values: list[Tensor], stale: bool, **data: Any
) -> Seen:
    """Count and training of a drawn model, then of the same model once more."""
    module = _trained(model, values, stale)
    for again in ("", "_again"):
        given = {name: data[name].clone() for name in ("x", "y")}
        result = count_and_fit(module, given["x"], given["y"], data["steps"], data["lr"])
        yield f"result{again}", _form(result)
        pair = result if isinstance(result, tuple) and len(result) == 2 else (None, None)
        yield f"count{again}", pair[0]
        yield f"losses{again}", pair[1]
        yield f"values_after{again}", _values(module)
        yield f"data_after{again}", given
    yield "trainable_after", [p.requires_grad for p in module.parameters()]


def broadcast_loss(
    fit_column, *, model: str, values: list[Tensor], stale: bool, **data: Any
) -> Seen:
    """Training of a drawn model with one output, then of the same model once more."""
    module = _trained(model, values, stale)
    for again in ("", "_again"):
        given = {name: data[name].clone() for name in ("x", "y")}
        yield (
            f"losses{again}",
            fit_column(module, given["x"], given["y"], data["steps"], data["lr"]),
        )
        yield f"values_after{again}", _values(module)
        yield f"data_after{again}", given


def stale_optimizer(
    fit_new_head,
    *,
    model: str,
    values: list[Tensor],
    stale: bool,
    head_weight: Tensor,
    head_bias: Tensor,
    shift: float,
    **data: Any,
) -> Seen:
    """A drawn model gets a new last layer and is trained; then that layer alone is moved."""
    module = _trained(model, values, stale)
    head = nn.Linear(*head_weight.T.shape, dtype=head_weight.dtype)
    _write((head.weight, head.bias), (head_weight, head_bias))
    if stale:
        _set_stale(head)
    body, old = list(module[:-1].parameters()), module[-1]
    given = {name: data[name].clone() for name in ("x", "y")}
    result = fit_new_head(module, head, given["x"], given["y"], data["steps"], data["lr"])
    yield "losses", result
    yield "head_after", {"weight": head.weight, "bias": head.bias}
    yield "body_after", {f"parameter {i}": p for i, p in enumerate(body)}
    yield "old_layer_after", {"weight": old.weight, "bias": old.bias}
    yield "data_after", given
    with torch.no_grad():
        y = module(given["x"])
        yield "y_after", y
        head.bias.add_(shift)
        y_moved = module(given["x"])
        yield "y_after_head_moved", y_moved
    yield "head_in_use", y.shape == y_moved.shape and not torch.equal(y, y_moved)


def _trained(model: str, values: list[Tensor], stale: bool) -> nn.Module:
    """A model of the kind ``model`` whose parameters hold ``values``, with old gradients if so."""
    module = TRAINED[model](values)
    _write(module.parameters(), values)
    if stale:
        _set_stale(module)
    return module


def _set_stale(module: nn.Module) -> None:
    for parameter in module.parameters():
        parameter.grad = torch.ones_like(parameter) if parameter.requires_grad else None


def _values(module: nn.Module) -> dict[str, Tensor]:
    return {f"parameter {i}": p for i, p in enumerate(module.parameters())}


def _form(result: Any) -> Any:
    """What came back, apart from its numbers."""
    many = isinstance(result, tuple)
    return len(result) if many else f"a value of type {type(result).__name__}"


# ---------------------------------------------------------------------------- other repairs


def wrong_dtype(
    predict, *, values: list[Tensor], dtype: str, data: Tensor, data_2: Tensor, layout: str
) -> Seen:
    """Predictions for two arrays, and what became of model and array."""
    weight, bias = (value.to(getattr(torch, dtype)) for value in values)
    model = nn.Sequential(nn.Linear(*weight.T.shape, dtype=weight.dtype), nn.ReLU())
    _write(model.parameters(), (weight, bias))
    array = _arranged(data, layout).numpy()
    before = array.copy()
    y = predict(model, array)
    yield "y", y
    yield "model_dtypes_after", [str(p.dtype) for p in model.parameters()]
    yield "model_after", {f"parameter {i}": p for i, p in enumerate(model.parameters())}
    kept = array.dtype == before.dtype and array.shape == before.shape
    yield "array_after", torch.from_numpy(array).clone() if kept else None
    yield "y_other", predict(model, data_2.numpy())


def lazy_first_call(
    build_and_count, *, hidden: int, out_features: int, sample: Tensor, **life: Any
) -> Seen:
    """The count, then the model through its whole life."""
    torch.set_default_dtype(sample.dtype)
    given = sample.clone()
    result = build_and_count(hidden, out_features, given)
    yield "result", _form(result)
    if not isinstance(result, tuple) or len(result) != 2:
        return
    model, count = result
    yield "count", count
    yield "sample_after", given
    if isinstance(model, nn.Module):
        waiting = sum(map(nn.parameter.is_lazy, nn.Module.parameters(model)))
        yield "without_size", waiting
        yield "training", model.training
        if waiting:
            return
    made = [model]

    def make() -> nn.Module:
        """The model of this call, then those of calls of their own."""
        return made.pop() if made else build_and_count(hidden, out_features, sample.clone())[0]

    yield from _life(make, **life)


# ---------------------------------------------------------------------------- tests by the learner


def why_no_parameters(why_no_parameters, *, patient: str, sizes: list[int]) -> Seen:
    """What is said of two modules of one kind, twice of the first, and what became of it."""
    module, other = PATIENTS[patient](*sizes), PATIENTS[patient](*sizes[::-1])
    before = _outside(module)
    yield "label", why_no_parameters(module)
    yield "label_other", why_no_parameters(other)
    yield "module_kept", before == _outside(module)
    yield "label_again", why_no_parameters(module)


def _outside(module: nn.Module) -> dict[str, Any]:
    """The attributes, flags and modes of a module and of what is registered inside it."""
    parameters = vars(module).get("_parameters", {})
    parts = vars(module).get("_modules", {})
    return {
        "attributes": sorted(vars(module)),
        "parts": {name: part and _outside(part) for name, part in parts.items()},
        "flags": {name: p is not None and p.requires_grad for name, p in parameters.items()},
        "mode": vars(module).get("training"),
    }


def impostor(is_correct, *, lineup: list[dict]) -> Seen:
    """What is said of each class of a lineup: True, False, "error" or the type of something else.

    The lineup's plans are taken apart before the first class is shown, so that no frame above
    the learner's function still holds them. That is tidiness and no protection: the process knows
    what it builds, and a determined reader of its own memory finds the numbers behind each class.
    Which of them are impostors stands nowhere in it.
    """
    candidates = [candidate(plan) for plan in lineup]
    lineup.clear()
    yield "said", [_said(is_correct, shown) for shown in candidates]


def _said(is_correct: Callable, shown: type) -> Any:
    try:
        answer = is_correct(shown)
    except Exception as error:
        if is_stub(error):
            raise
        return "error"
    return answer if type(answer) is bool else f"a value of type {type(answer).__name__}"


def experiment(experiment, *, lineup: list[int]) -> Seen:
    """What comes out for each kind of layer in a lineup; an error is a result too."""
    makers = [layer_maker(code) for code in lineup]
    lineup.clear()
    yield "results", [_outcome(experiment, maker) for maker in makers]


def _outcome(experiment: Callable, maker: Callable) -> Any:
    try:
        return {"returned": experiment(maker)}
    except Exception as error:
        if is_stub(error):
            raise
        return {"raised": type(error).__name__}
