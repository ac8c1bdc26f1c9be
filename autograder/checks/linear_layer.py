"""Chapter 2, *The linear layer*: five checks with their cases, references and wrong ideas."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, close, same
from autograder.probes.watch import AUTOGRAD, LAYERS

LEARNABLE = "linear-layer/a-matrix-you-can-learn"
EXACTLY = "linear-layer/nn-linear-exactly"
LEARNS = "linear-layer/how-a-layer-learns"
FORWARD = "linear-layer/under-the-hood-forward"
BACKWARD = "linear-layer/under-the-hood-backward"

# ---------------------------------------------------------------------------- forward


class Linear(nn.Module):
    """The reference: y = x Wᵀ + b, weight (out, in), bias (out,)."""

    def __init__(self, in_features: int, out_features: int):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight.T + self.bias


def forward_cases(draw: Draw) -> list[Case]:
    a, b, n = draw.sizes(3)
    c, d, m = draw.sizes(3)
    k, rows = draw.sizes(2)
    layer = {
        "a batch": (a, b, n, {}),
        "a batch in float64": (c, d, m, {"dtype": "float64"}),
        "a single vector, shape (in,)": (b, a, None, {}),
        "as many outputs as inputs": (k, k, rows, {}),
        "as many outputs as inputs, float64": (rows, rows, k, {"dtype": "float64"}),
        "a batch of one row": (d, c, 1, {}),
        "as many rows as outputs": (a, n, n, {"layout": "transposed"}),
        "a square batch for a square layer": (m, m, m, {"layout": "strided"}),
        "a frozen weight": (n, b, a, {"freeze": "weight"}),
        "a frozen bias": (c, m, d, {"freeze": "bias"}),
        "float64 as the default dtype": (b, n, a, {"dtype": "float64", "default": "float64"}),
        "a single vector in float64": (n, a, None, {"dtype": "float64"}),
        "as many outputs as inputs, a single vector": (k, k, None, {}),
    }
    return [_forward_case(draw, label, *spec) for label, spec in layer.items()]


def _forward_case(
    draw: Draw, label: str, in_features: int, out_features: int, rows: int | None, extra: dict
) -> Case:
    dtype = extra.get("dtype", "float32")
    batch = () if rows is None else (rows,)
    other = draw.random.randint(2, 9)

    def tensor(*shape: int) -> Tensor:
        return draw.tensor(*shape, dtype=dtype)

    inputs = {
        "in_features": in_features,
        "out_features": out_features,
        "dtype": dtype,
        "default_dtype": extra.get("default", "float32"),
        "weight": tensor(out_features, in_features),
        "bias": tensor(out_features),
        "weight_2": tensor(out_features, in_features),
        "bias_2": tensor(out_features),
        "x": tensor(*batch, in_features),
        "x_2": tensor(other if other != rows else other + 1, in_features),
        "upstream": tensor(*batch, out_features),
        "layout": extra.get("layout", "contiguous"),
        "freeze": extra.get("freeze", ""),
        "lr": draw.number(0.05, 0.2),
    }
    tags = {"vector" if rows is None else "batch", dtype}
    return Case(label, inputs, frozenset(tags | ({"square"} if in_features == out_features else set())))


def _initial_values(case: Case, facets: dict) -> dict:
    """The drawn start cannot be compared with a truth; that it is finite and varied can."""
    facets = dict(facets)
    weight, bias = facets.pop("initial_weight", None), facets.pop("initial_bias", None)
    if isinstance(weight, Tensor) and isinstance(bias, Tensor):
        finite = bool(weight.isfinite().all()) and bool(bias.isfinite().all())
        varied = weight.numel() < 2 or bool((weight != weight.flatten()[0]).any())
        facets["initial"] = "finite, not all equal" if finite and varied else (
            "all equal" if finite else "not finite"
        )
        facets["start"] = [weight, bias]
    return facets


_FORWARD_WORDS = {
    "is_module": "whether the layer is an nn.Module",
    "attributes": "the shapes of layer.weight and layer.bias",
    "registered": "the layer's parameters by name",
    "param_dtype": "the dtype of layer.weight",
    "initial": "the initial values",
    "y": "layer(x)",
    "x_after": "x after layer(x)",
    "y_again": "layer(x), called a second time",
    "y_other_batch": "layer(x), for another batch size",
    "y_rows": "layer(row) for each row of x",
    "grad_x": "the gradient that reaches x",
    "grad_weight": "the gradient that reaches layer.weight",
    "grad_bias": "the gradient that reaches layer.bias",
    "y_after_step": "layer(x) after one optimizer step",
    "y_after_load": "layer(x) after load_state_dict",
    "y_tied": "another layer whose weight is set to this one's",
    "y_eval": "layer.eval() and then layer(x)",
    "mode_after": "layer.training after layer.eval()",
    "grad_mode_after": "torch.is_grad_enabled() afterwards",
    "default_dtype_after": "torch.get_default_dtype() afterwards",
    "raised": "building and using the layer",
}


def describe_forward(case: Case, facet: str) -> str:
    sizes = f"Linear({case.inputs['in_features']}, {case.inputs['out_features']})"
    return f"{_FORWARD_WORDS.get(facet, facet)}, layer = {sizes}"


def _layer(
    formula: Callable[[nn.Module, Tensor], Any],
    weight: Callable[[int, int], Any] = lambda i, o: nn.Parameter(torch.randn(o, i)),
    bias: Callable[[int, int], Any] = lambda i, o: nn.Parameter(torch.randn(o)),
) -> type:
    """A layer class built on a wrong formula or a wrong constructor."""

    class Model(nn.Module):
        def __init__(self, in_features: int, out_features: int):
            super().__init__()
            self.weight = weight(in_features, out_features)
            self.bias = bias(in_features, out_features)

        def forward(self, x: Tensor) -> Any:
            return formula(self, x)

    return Model


def right(layer: nn.Module, x: Tensor) -> Tensor:
    return x @ layer.weight.T + layer.bias


def _after(function: Callable[[Tensor], Tensor]) -> type:
    return _layer(lambda layer, x: function(right(layer, x)))


def _shapes(evidence: Evidence, where: str) -> list[tuple[Case, Any, Any]]:
    """(case, weight's shape, bias's shape) as reported under ``where``."""
    return [
        (case, answer[where].get("weight"), answer[where].get("bias"))
        for case, answer, _ in evidence.rows()
        if isinstance(answer.get(where), dict)
    ]


def _every(items: list, test: Callable) -> bool:
    return bool(items) and all(test(*item) for item in items)


def _stored_in_out(evidence: Evidence) -> bool:
    found = _shapes(evidence, "attributes") + _shapes(evidence, "registered")
    odd = [item for item in found if item[0].inputs["in_features"] != item[0].inputs["out_features"]]
    return _every(
        [item for item in odd if item[1] is not None],
        lambda case, weight, _: weight
        == (case.inputs["in_features"], case.inputs["out_features"]),
    )


def _missing_super(evidence: Evidence) -> bool:
    raised = evidence.raised()
    return len(raised) == len(evidence.cases) and all(
        r["type"] == "AttributeError" and "__init__() call" in r["text"]
        or r["type"] == "AttributeError"
        and any(f"'{name}'" in r["text"] for name in ("_parameters", "_modules", "_buffers"))
        for r in raised
    )


def _plain_tensor(evidence: Evidence) -> bool:
    kept = list(zip(_shapes(evidence, "attributes"), _shapes(evidence, "registered"), strict=True))
    return bool(kept) and all(
        any(isinstance(a, tuple) and r is None for a, r in zip(attr[1:], reg[1:], strict=True))
        for attr, reg in kept
    )


def _no_bias(evidence: Evidence) -> bool:
    return _every(
        _shapes(evidence, "attributes"),
        lambda case, weight, bias: weight is not None and not isinstance(bias, tuple),
    ) and all(
        isinstance(answer.get("all_registered"), dict) and len(answer["all_registered"]) == 1
        for answer in evidence.answers
    )


def _renamed(evidence: Evidence) -> bool:
    def other_names(case: Case, answer: dict) -> bool:
        found, shape = answer.get("all_registered"), tuple(case.inputs["weight"].shape)
        shapes = [shape, shape[::-1]]
        return isinstance(found, dict) and any(
            value in shapes and name != "weight" for name, value in found.items()
        )

    return all(
        other_names(case, answer) and answer["registered"].get("weight") is None
        or isinstance(answer.get("all_registered"), dict)
        and answer["registered"].get("bias") is None
        and any(value == tuple(case.inputs["bias"].shape) for value in answer["all_registered"].values())
        for case, answer, _ in evidence.rows()
    )


def _bias_shape(evidence: Evidence) -> bool:
    return any(
        isinstance(bias, tuple) and bias != tuple(case.inputs["bias"].shape)
        for case, _, bias in _shapes(evidence, "registered")
    )


def _frozen(evidence: Evidence) -> bool:
    """No gradient arrives at a parameter that does not ask for one."""
    return any(
        isinstance(answer.get("trainable"), dict) and False in answer["trainable"].values()
        for answer in evidence.answers
    )


def _detached(evidence: Evidence) -> bool:
    """The numbers are right and a gradient that is due does not arrive."""
    return "y" not in evidence.wrong_facets and any(
        answer.get(facet, 0) is None and isinstance(truth.get(facet), Tensor)
        for _, answer, truth in evidence.rows()
        for facet in ("grad_x", "grad_weight", "grad_bias")
    )


def _gradient_wrong(evidence: Evidence) -> bool:
    return "y" not in evidence.wrong_facets and any(
        isinstance(found, Tensor) and isinstance(due, Tensor) and not same(found, due)
        for facet in ("grad_x", "grad_weight", "grad_bias")
        for found, due in evidence.values(facet)
    )


def _rows_mixed(evidence: Evidence) -> bool:
    """Each row alone comes out right, the batch does not."""
    batches = [
        (answer, truth)
        for case, answer, truth in evidence.tagged("batch").rows()
        if case.inputs["x"].shape[0] > 1 and "y_rows" in answer
    ]
    return bool(batches) and all(
        same(answer["y_rows"], truth["y_rows"]) and not same(answer["y"], truth["y"])
        for answer, truth in batches
    )


def _input_mutated(evidence: Evidence) -> bool:
    return any(not same(found, due) for found, due in evidence.values("x_after"))


def _dtype_forced(evidence: Evidence) -> bool:
    """All is well in float32; in float64 the dtype comes out wrong, or torch refuses to mix two."""
    odd = [
        answer
        for case, answer, truth in evidence.rows()
        if case.inputs["dtype"] == "float64" and _dtype_trouble(answer, truth)
    ]
    return bool(odd) and all(
        not wrong
        for case, wrong in zip(evidence.cases, evidence.wrong, strict=True)
        if case.inputs["dtype"] == "float32"
    )


def _dtype_trouble(answer: dict, truth: dict) -> bool:
    if "raised" in answer:
        return "dtype" in answer["raised"]["text"].lower() or "Double" in answer["raised"]["text"]
    return any(
        isinstance(answer.get(facet), Tensor) and answer[facet].dtype != truth[facet].dtype
        for facet in ("y", "y_other_batch", "y_rows")
        if isinstance(truth.get(facet), Tensor)
    ) or answer.get("param_dtype") != truth.get("param_dtype")


def _only(evidence: Evidence, tag: str) -> bool:
    """Something is wrong or raised at once for ``tag``, and right for the rest."""
    for case, answer, truth in evidence.rows():
        good = "y" in answer and same(answer["y"], truth["y"])
        if good == (tag in case.tags):
            return False
    return True


def _extra_dimension(evidence: Evidence) -> bool:
    found = [
        (tuple(y.shape), tuple(due.shape))
        for y, due in evidence.values("y")
        if isinstance(y, Tensor) and y.shape != due.shape
    ]
    return bool(found) and all(
        [n for n in shape if n != 1] == [n for n in due if n != 1] for shape, due in found
    )


def _transposed_output(evidence: Evidence) -> bool:
    found = [(y, due) for y, due in evidence.values("y") if isinstance(due, Tensor) and due.dim() == 2]
    return bool(found) and all(
        isinstance(y, Tensor) and y.shape == due.mT.shape and close(y, due.mT) for y, due in found
    )


def _scaled(evidence: Evidence) -> bool:
    """Every output of a case is one constant, not 1, times what is due, with or without the bias."""
    ratios: dict[bool, list[float]] = {True: [], False: []}
    for case, answer, truth in evidence.rows():
        y, due = answer["y"], truth["y"]
        if not isinstance(y, Tensor) or y.shape != due.shape:
            return False
        for with_bias in (True, False):
            shift = 0 if with_bias else case.inputs["bias"]
            ratio = (y - shift) / (due - shift)
            if close(ratio, ratio.flatten()[0].expand_as(ratio).contiguous()):
                ratios[with_bias].append(float(ratio.flatten()[0]))
    return any(
        len(found) == len(evidence.cases) and any(not math.isclose(r, 1, rel_tol=1e-3) for r in found)
        for found in ratios.values()
    )


def _from_start(evidence: Evidence) -> bool:
    """The outputs follow the values the layer was born with, not those it holds now."""
    usable = [row for row in evidence.rows() if "y" in row[1] and "start" in row[1]]
    usable = [row for row in usable if not same(row[1]["y"], row[2]["y"])]
    stale = [
        _like_start(case, answer) or "y" not in answer for case, answer, _ in usable
    ]
    return bool(stale) and all(stale)


def _like_start(case: Case, answer: dict) -> bool:
    weights = (answer["start"][0], case.inputs["weight"])
    biases = (answer["start"][1], case.inputs["bias"])
    x, y = case.inputs["x"], answer["y"]
    return any(
        same(y.to(x.dtype), x @ weight.to(x.dtype).T + bias.to(x.dtype))
        for weight in weights
        for bias in biases
        if weight is not weights[1] or bias is not biases[1]
    )


def _stale(evidence: Evidence) -> bool:
    """The first call is right; a later one, on other rows or after the weights moved, is not."""
    later = ("y_again", "y_other_batch", "y_after_step", "y_after_load", "y_tied")
    firsts = list(evidence.values("y"))
    return (
        bool(firsts)
        and all(same(found, due) for found, due in firsts)
        and any(
            not same(found, due) for facet in later for found, due in evidence.values(facet)
        )
        and not evidence.wrong_facets & {"grad_x", "y_eval_only"}
        or _later_raises(evidence)
    )


def _later_raises(evidence: Evidence) -> bool:
    raised = [answer for answer in evidence.answers if "raised" in answer]
    return bool(raised) and all("y" in answer and "y_other_batch" not in answer for answer in raised) and all(
        same(found, due) for found, due in evidence.values("y")
    )


def _redrawn(evidence: Evidence) -> bool:
    """The same call gives other numbers each time, and none of them follow the weights."""
    pairs = [
        (answer["y"], answer["y_again"], truth["y"])
        for _, answer, truth in evidence.rows()
        if isinstance(answer.get("y"), Tensor) and isinstance(answer.get("y_again"), Tensor)
    ]
    return bool(pairs) and all(not same(y, again) and not same(y, due) for y, again, due in pairs)


def _noisy_in_training(evidence: Evidence) -> bool:
    rows = [a for _, a, _ in evidence.rows() if "y_eval" in a]
    return bool(rows) and "y_eval" not in evidence.wrong_facets and "y" in evidence.wrong_facets


def _returns_none(evidence: Evidence) -> bool:
    found = list(evidence.values("y")) or [(a["y"], None) for a in evidence.answers if "y" in a]
    found = found or [(None, None)] * (
        len(evidence.raised()) == len(evidence.cases)
        and all("NoneType" in r["text"] for r in evidence.raised())
    )
    return bool(found) and all(y is None for y, _ in found)


ACTIVATIONS = (
    torch.relu,
    torch.sigmoid,
    torch.tanh,
    F.gelu,
    F.silu,
    F.elu,
    F.selu,
    F.softplus,
    F.leaky_relu,
    F.relu6,
    F.hardtanh,
    F.hardsigmoid,
    F.hardswish,
    F.softsign,
    F.mish,
    torch.abs,
    torch.square,
    torch.sin,
    torch.exp,
    lambda z: torch.softmax(z, -1),
    lambda z: torch.log_softmax(z, -1),
    lambda z: F.normalize(z, dim=-1),
    lambda z: F.leaky_relu(z, 0.1),
    lambda z: F.leaky_relu(z, 0.2),
    lambda z: F.gelu(z, approximate="tanh"),
    lambda z: z.clamp(-1, 1),
    lambda z: z.clamp(0, 1),
    lambda z: z.clamp(max=0),
)


def _bends(evidence: Evidence) -> bool:
    """Outputs are right where the pre-activation is positive and changed where it is negative."""
    pairs = [(y, z) for y, z in evidence.values("y") if isinstance(y, Tensor) and y.shape == z.shape]
    if len(pairs) != len(evidence.cases):
        return False
    y, z = (torch.cat([pair[i].double().flatten() for pair in pairs]) for i in (0, 1))
    up = z > 0
    return torch.allclose(y[up], z[up], 1e-4, 1e-4) and bool(((y - z).abs()[~up] > 1e-3).all())


FORWARD_IDEAS = (
    Idea(
        "not-a-module",
        "The class is not an nn.Module. Derive it from nn.Module, so that its parameters are found.",
        f"{LEARNABLE}#parameters",
        when=lambda e: any(a.get("is_module") is False for a in e.answers),
    ),
    Idea(
        "missing-super",
        "The constructor does not call super().__init__() before it assigns parameters. nn.Module "
        "keeps its list of parameters there, and nothing can be registered before it exists.",
        f"{LEARNABLE}#parameters",
        when=_missing_super,
    ),
    Idea(
        "weight-stored-in-out",
        "The weight is stored as (in, out). PyTorch stores (out, in): a row of weight is what one "
        "output listens to, and the forward pass multiplies by its transpose.",
        f"{EXACTLY}#weight-shape",
        when=_stored_in_out,
    ),
    Idea(
        "plain-tensor",
        "weight or bias is a plain tensor or a buffer, not an nn.Parameter. It computes, but "
        "parameters() does not list it, so no optimizer will ever move it.",
        f"{LEARNABLE}#parameters",
        when=_plain_tensor,
    ),
    Idea(
        "no-bias",
        "There is no bias: the layer can only give 0 for x = 0. Add one number per output.",
        f"{LEARNABLE}#built-from-tensors",
        when=_no_bias,
    ),
    Idea(
        "state-renamed",
        "The parameters have other names than weight and bias, so state_dict of this layer and of "
        "PyTorch's do not fit each other.",
        f"{EXACTLY}#state-dict",
        when=_renamed,
    ),
    Idea(
        "bias-wrong-shape",
        "bias has another shape than (out,): one number per output, and no further dimension.",
        f"{EXACTLY}#bias-shape",
        when=_bias_shape,
    ),
    Idea(
        "initial-values",
        "The weight starts with all entries equal, or with values that are not finite. Equal rows "
        "get equal gradients and stay equal; draw the start at random.",
        f"{EXACTLY}#at-construction",
        when=lambda e: "initial" in e.wrong_facets,
    ),
    Idea(
        "input-mutated",
        "The forward pass writes into x. The caller's tensor must be as it was: use x + b, not "
        "x += b, and no method that ends in an underscore on it.",
        f"{EXACTLY}#input-untouched",
        when=_input_mutated,
    ),
    Idea(
        "returns-nothing",
        "forward returns None. A function without a return statement does.",
        f"{LEARNABLE}#built-from-tensors",
        when=_returns_none,
    ),
    Idea(
        "dtype-forced",
        "The dtype is forced: the layer works in float32 alone. Compute in the dtype that weight "
        "and x have, and let new parameters follow torch's default dtype.",
        f"{EXACTLY}#dtype",
        when=_dtype_forced,
    ),
    Idea(
        "no-transpose",
        "The product is x @ weight, without the transpose. Where in and out are equal that runs and "
        "gives other numbers: it mixes the columns of weight where its rows are due.",
        f"{EXACTLY}#weight-shape",
        models=(
            _layer(lambda s, x: x @ s.weight + s.bias),
            _layer(
                lambda s, x: (
                    x @ (s.weight if s.weight.shape[0] == s.weight.shape[1] else s.weight.T) + s.bias
                )
            ),
        ),
    ),
    Idea(
        "bias-subtracted",
        "The bias is subtracted. The layer is y = x Wᵀ + b.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: x @ s.weight.T - s.bias),),
    ),
    Idea(
        "bias-unused",
        "There is a bias, and the output does not depend on it. Add it to every row.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: x @ s.weight.T),),
    ),
    Idea(
        "bias-added-twice",
        "The bias is added twice.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: x @ s.weight.T + 2 * s.bias),),
    ),
    Idea(
        "bias-multiplied",
        "The product is multiplied by the bias, where it is due to be added.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: (x @ s.weight.T) * s.bias),),
    ),
    Idea(
        "sign-flipped",
        "The output has the opposite sign, in whole or in the product.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda s, x: -(x @ s.weight.T + s.bias)),
            _layer(lambda s, x: s.bias - x @ s.weight.T),
        ),
    ),
    Idea(
        "input-added",
        "x itself is added to the output, as a residual connection would. The layer is y = x Wᵀ + b.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(
                lambda s, x: (
                    right(s, x) + x if s.weight.shape[0] == s.weight.shape[1] else right(s, x)
                )
            ),
        ),
    ),
    Idea(
        "activation-added",
        "Something is applied to y = x Wᵀ + b: an activation, a softmax, a clamp. A linear layer "
        "ends with the sum; what bends it is a module of its own.",
        f"{LEARNABLE}#no-activation",
        models=tuple(_after(function) for function in ACTIVATIONS),
        when=_bends,
    ),
    Idea(
        "frozen",
        "A parameter has requires_grad=False, so no gradient arrives at it and no optimizer moves it.",
        f"{LEARNS}#gradients-reach-it",
        when=_frozen,
    ),
    Idea(
        "detached",
        "The numbers are right, but no gradient gets through: the graph is cut by no_grad, detach, "
        ".data, or a way through NumPy or Python numbers. Such a layer never learns.",
        f"{LEARNS}#gradients-reach-it",
        when=_detached,
    ),
    Idea(
        "dropout-in-training",
        "In training mode the output is another one than in evaluation mode. A linear layer does "
        "the same in both.",
        f"{LEARNABLE}#no-activation",
        when=_noisy_in_training,
    ),
    Idea(
        "rows-mixed",
        "Each row alone comes out right, a batch of them does not: rows mix. An output row depends "
        "on its own input row and on no other.",
        f"{FORWARD}#rows-do-not-mix",
        when=_rows_mixed,
    ),
    Idea(
        "output-transposed",
        "The output is (out, N) where (N, out) is due: rows are samples, on the way in and out.",
        f"{EXACTLY}#input-shapes",
        when=_transposed_output,
    ),
    Idea(
        "dimension-added-or-lost",
        "The output has a dimension of size 1 too many or too few: (in,) gives (out,) and (N, in) "
        "gives (N, out), also when N is 1.",
        f"{EXACTLY}#input-shapes",
        when=_extra_dimension,
    ),
    Idea(
        "batch-only",
        "A batch (N, in) works, a single vector (in,) does not. The last dimension is what counts.",
        f"{EXACTLY}#input-shapes",
        when=lambda e: _only(e, "vector"),
    ),
    Idea(
        "single-only",
        "A single vector (in,) works, a batch (N, in) does not. The last dimension is what counts.",
        f"{EXACTLY}#input-shapes",
        when=lambda e: _only(e, "batch"),
    ),
    Idea(
        "fixed-at-construction",
        "The output follows the values that the layer was built with, not those it holds now. Use "
        "self.weight and self.bias in forward, not a copy made in the constructor.",
        f"{FORWARD}#nothing-is-cached",
        when=_from_start,
    ),
    Idea(
        "weights-redrawn",
        "The same call gives other numbers each time: forward draws new values. They are drawn once, "
        "in the constructor.",
        f"{FORWARD}#nothing-is-cached",
        when=_redrawn,
    ),
    Idea(
        "output-scaled",
        "The output is a constant multiple of what is due: a mean for the sum, or a division by a "
        "size. Each output is the plain sum of x times its row of weight, plus its bias.",
        f"{LEARNABLE}#mixing",
        when=_scaled,
    ),
    Idea(
        "stale-answer",
        "The first call is right, and a later one is not: an answer or a copy of the weight is kept. "
        "Each call reads self.weight, self.bias and x anew.",
        f"{FORWARD}#nothing-is-cached",
        when=_stale,
    ),
    Idea(
        "gradient-wrong",
        "The numbers are right, and the gradient that arrives is not: part of the computation is cut "
        "off from the graph, or a gradient is changed on the way.",
        f"{LEARNS}#gradients-reach-it",
        when=_gradient_wrong,
    ),
    Idea(
        "grad-mode-left",
        "After the call gradients are switched off, or the default dtype is another one, for everyone "
        "else as well. Use `with torch.no_grad():`, and only where no gradient is wanted.",
        f"{LEARNS}#gradients-reach-it",
        when=lambda e: bool(e.wrong_facets & {"grad_mode_after", "default_dtype_after"}),
    ),
)

FORWARD_CHECK = Check(
    name="linear-layer/forward",
    takes="Linear",
    kind="class",
    parts=(Part("the layer", 4),),
    cases=forward_cases,
    reference=Linear,
    ideas=FORWARD_IDEAS,
    describe=describe_forward,
    page=f"{LEARNABLE}#built-from-tensors",
    inputs=("x", "weight", "bias"),
    derive=_initial_values,
    silent=frozenset({"start", "all_registered", "trainable", "same_storage"}),
    forbidden=LAYERS,
)

# ---------------------------------------------------------------------------- parameter-count


def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """The reference: a weight of out × in entries, and a bias of out."""
    return in_features * out_features + (out_features if bias else 0)


def parameter_count_cases(draw: Draw) -> list[Case]:
    small, mid, large = draw.sizes(2), draw.sizes(2, 10, 90), draw.sizes(2, 300, 4000)
    k = draw.random.randint(2, 9)
    return [
        Case(label, {"in_features": a, "out_features": b}, frozenset())
        for label, (a, b) in {
            "small sizes": small,
            "middling sizes": mid,
            "large sizes": large,
            "more inputs than outputs": sorted(draw.sizes(2, 11, 50), reverse=True),
            "more outputs than inputs": sorted(draw.sizes(2, 11, 50)),
            "as many outputs as inputs": (k, k),
            "one input": (1, mid[0]),
            "one output": (mid[1], 1),
        }.items()
    ]


_COUNT_CALLS = {
    "default": "linear_parameter_count({i}, {o})",
    "bias_true": "linear_parameter_count({i}, {o}, bias=True)",
    "bias_false": "linear_parameter_count({i}, {o}, bias=False)",
    "by_position": "linear_parameter_count({i}, {o}, False)",
    "by_name": "linear_parameter_count(out_features={o}, in_features={i})",
}


def describe_count(case: Case, facet: str) -> str:
    call = _COUNT_CALLS.get(facet, "linear_parameter_count({i}, {o})")
    return call.format(i=case.inputs["in_features"], o=case.inputs["out_features"])


def _formulas(*functions: Callable) -> tuple[Callable, ...]:
    """Functions of (in, out, bias) with the default that the contract names."""

    def wrap(function: Callable) -> Callable:
        return lambda in_features, out_features, bias=True: function(in_features, out_features, bias)

    return tuple(wrap(function) for function in functions)


def _not_an_int(evidence: Evidence, facets: tuple[str, ...]) -> bool:
    found = [f for facet in facets for f, _ in evidence.values(facet)]
    return bool(found) and any(type(value) is not int for value in found)


_COUNTS = tuple(_COUNT_CALLS)

PARAMETER_COUNT_CHECK = Check(
    name="linear-layer/parameter-count",
    takes="linear_parameter_count",
    kind="function",
    parts=(Part("the count", 2),),
    cases=parameter_count_cases,
    reference=linear_parameter_count,
    describe=describe_count,
    page=f"{EXACTLY}#counting",
    forbidden=("nn.Linear", "nn.LazyLinear", "nn.Bilinear"),
    ideas=(
        Idea(
            "not-an-int",
            "The result is not an int. A count is a whole number: multiply and add ints, and return "
            "the result instead of printing it.",
            f"{EXACTLY}#counting",
            when=lambda e: _not_an_int(e, _COUNTS),
        ),
        Idea(
            "bias-forgotten",
            "The bias is not counted: one number per output comes on top of the weight.",
            f"{EXACTLY}#counting",
            models=_formulas(lambda i, o, b: i * o),
        ),
        Idea(
            "bias-counted-as-in",
            "The bias is counted as one number per input. It has one per output.",
            f"{EXACTLY}#bias-shape",
            models=_formulas(lambda i, o, b: i * o + i * b, lambda i, o, b: i * o + i),
        ),
        Idea(
            "bias-counted-as-one",
            "The bias is counted as a single number. It has one per output.",
            f"{EXACTLY}#bias-shape",
            models=_formulas(lambda i, o, b: i * o + b, lambda i, o, b: i * o + 1),
        ),
        Idea(
            "flag-ignored",
            "The bias is counted also with bias=False.",
            f"{EXACTLY}#counting",
            models=_formulas(lambda i, o, b: i * o + o),
        ),
        Idea(
            "flag-inverted",
            "The flag works the wrong way round: with bias=True the bias counts.",
            f"{EXACTLY}#counting",
            models=(
                *_formulas(lambda i, o, b: i * o + o * (not b)),
                lambda in_features, out_features, bias=False: (
                    in_features * out_features + (0 if bias else out_features)
                ),
            ),
        ),
        Idea(
            "default-without-bias",
            "Left out, bias counts as False. Its default is True, as in nn.Linear.",
            f"{EXACTLY}#counting",
            models=(
                lambda in_features, out_features, bias=False: (
                    in_features * out_features + (out_features if bias else 0)
                ),
            ),
        ),
        Idea(
            "sum-for-product",
            "Sizes are added where they are due to be multiplied: every output has a weight for "
            "every input.",
            f"{EXACTLY}#counting",
            models=_formulas(
                lambda i, o, b: i + o + o * b,
                lambda i, o, b: i + o,
                lambda i, o, b: i + o + b,
            ),
        ),
        Idea(
            "bias-on-both-sides",
            "A one is added on the wrong side: (in + 1) · out counts a bias for every output, other "
            "sums count something that is not there.",
            f"{EXACTLY}#counting",
            models=_formulas(
                lambda i, o, b: (i + 1) * (o + 1) if b else i * o,
                lambda i, o, b: i * o + (i + o if b else 0),
                lambda i, o, b: i * o + i + o,
            ),
        ),
        Idea(
            "bias-counted-twice",
            "The bias is counted twice.",
            f"{EXACTLY}#counting",
            models=_formulas(lambda i, o, b: i * o + 2 * o * b),
        ),
        Idea(
            "weight-counted-square",
            "The weight is counted with one size twice. It has in times out entries.",
            f"{EXACTLY}#weight-shape",
            models=_formulas(
                lambda i, o, b: i * i + o * b,
                lambda i, o, b: o * o + o * b,
                lambda i, o, b: i * i + i * b,
            ),
        ),
        Idea(
            "tensors-not-elements",
            "This counts tensors, two with a bias and one without. Count their entries.",
            f"{EXACTLY}#counting",
            models=_formulas(lambda i, o, b: 2 if b else 1),
        ),
        Idea(
            "bias-only",
            "Only the bias is counted; the weight with its in · out entries is missing.",
            f"{EXACTLY}#counting",
            models=_formulas(lambda i, o, b: o * b, lambda i, o, b: o),
        ),
    ),
)

# ---------------------------------------------------------------------------- count-parameters


def count_parameters(module: nn.Module) -> int:
    """The reference: each parameter object once, whatever it is and whether or not it is trained."""
    return sum(parameter.numel() for parameter in module.parameters())


_KINDS = {
    "one layer": 2,
    "no bias": 2,
    "nested": 3,
    "partly frozen": 3,
    "all frozen": 2,
    "tied weight": 2,
    "one layer used twice": 2,
    "batch norm": 2,
    "registered buffers": 2,
    "own parameters": 2,
    "lists and dicts": 2,
    "not only linear": 2,
    "no parameters": 2,
    "empty parameter": 2,
}


def count_parameters_cases(draw: Draw) -> list[Case]:
    return [
        Case(f"a module with: {kind}", {"kind": kind, "sizes": draw.sizes(count, 3, 9)}, frozenset({kind}))
        for kind, count in _KINDS.items()
    ]


_COUNT_WORDS = {
    "count": "count_parameters(module)",
    "again": "count_parameters(module), a second time",
    "flags_after": "whether requires_grad is as before",
    "state_after": "whether the module's values are as before",
    "mode_after": "module.training afterwards",
}


def describe_count_parameters(case: Case, facet: str) -> str:
    return _COUNT_WORDS.get(facet, "count_parameters(module)")


def _counted(evidence: Evidence, *kinds: str) -> bool:
    """Wrong on exactly these kinds of module."""
    wrong = {
        case.inputs["kind"]
        for case, facets in zip(evidence.cases, evidence.wrong, strict=True)
        if facets
    }
    return wrong == set(kinds)


def _everything(module: nn.Module) -> int:
    return sum(p.numel() for p in module.parameters())


def _twice(module: nn.Module) -> int:
    return sum(p.numel() for _, p in module.named_parameters(remove_duplicate=False))


def _children(module: nn.Module) -> int:
    return sum(
        p.numel() for child in module.children() for p in child.parameters(recurse=False)
    )


def _each_module(module: nn.Module) -> int:
    """Adds up parameters() of every module, so that nested ones count once a level."""
    return sum(p.numel() for m in module.modules() for p in m.parameters())


def _linear_only(module: nn.Module) -> int:
    return sum(
        m.weight.numel() + (0 if m.bias is None else m.bias.numel())
        for m in module.modules()
        if isinstance(m, nn.Linear)
    )


def _named_ending(module: nn.Module, ending: str) -> int:
    return sum(p.numel() for name, p in module.named_parameters() if name.endswith(ending))


def _by_dimension(module: nn.Module, keep: Callable[[Tensor], bool]) -> int:
    return sum(p.numel() for p in module.parameters() if keep(p))


def _product_of_two(module: nn.Module) -> int:
    return sum(p.shape[0] * (p.shape[1] if p.dim() > 1 else 1) for p in module.parameters())


COUNT_PARAMETERS_CHECK = Check(
    name="linear-layer/count-parameters",
    takes="count_parameters",
    kind="function",
    parts=(Part("the count", 3),),
    cases=count_parameters_cases,
    reference=count_parameters,
    describe=describe_count_parameters,
    page=f"{EXACTLY}#counting",
    inputs=("sizes",),
    ideas=(
        Idea(
            "not-an-int",
            "The result is not an int. numel() gives one; a tensor, a float or None is not.",
            f"{EXACTLY}#counting",
            when=lambda e: _not_an_int(e, ("count",)),
        ),
        Idea(
            "module-changed",
            "Counting changes the module: its flags, mode or values are others afterwards.",
            f"{EXACTLY}#counting",
            when=lambda e: bool(e.wrong_facets & {"flags_after", "state_after", "mode_after"}),
        ),
        Idea(
            "tied-twice",
            "A parameter that two modules share is counted twice. It is one tensor with one gradient.",
            f"{EXACTLY}#counting",
            models=(
                _twice,
                lambda m: sum(p.numel() for s in m.modules() for p in s.parameters(recurse=False)),
                lambda m: sum(
                    p.numel()
                    for _, s in m.named_modules(remove_duplicate=False)
                    for p in s.parameters(recurse=False)
                ),
            ),
        ),
        Idea(
            "state-dict-counted",
            "state_dict() is counted. It also holds buffers, and lists a shared tensor under each of "
            "its names.",
            f"{EXACTLY}#state-dict",
            models=(lambda m: sum(v.numel() for v in m.state_dict().values()),),
        ),
        Idea(
            "buffers-counted",
            "Buffers are counted, such as a batch norm's running statistics. They are saved and "
            "moved with the module, but no gradient ever reaches them: they are not parameters.",
            f"{EXACTLY}#counting",
            models=(
                lambda m: _everything(m) + sum(b.numel() for b in m.buffers()),
                lambda m: sum(v.numel() for v in {id(v): v for v in m.state_dict(keep_vars=True).values()}.values()),
                lambda m: len({}) + _everything(m) + sum(b.numel() for b in m.buffers() if b.dim()),
            ),
        ),
        Idea(
            "tensors-not-elements",
            "This counts tensors, not their entries. numel() is the number of entries of one.",
            f"{EXACTLY}#counting",
            models=(
                lambda m: len(list(m.parameters())),
                lambda m: len(m.state_dict()),
                lambda m: sum(p.dim() for p in m.parameters()),
            ),
        ),
        Idea(
            "first-dimension-only",
            "Only the first dimension is counted: len(p) and p.shape[0] are not p.numel().",
            f"{EXACTLY}#counting",
            models=(
                lambda m: sum(len(p) for p in m.parameters()),
                lambda m: sum(p.shape[0] for p in m.parameters() if p.dim()),
                lambda m: sum(len(p) if p.dim() else 1 for p in m.parameters()),
                lambda m: sum(sum(p.shape) for p in m.parameters()),
            ),
        ),
        Idea(
            "trainable-only",
            "Frozen parameters are left out. They are parameters all the same; requires_grad only "
            "says whether they are trained.",
            f"{EXACTLY}#counting",
            models=(lambda m: sum(p.numel() for p in m.parameters() if p.requires_grad),),
        ),
        Idea(
            "frozen-only",
            "Only frozen parameters are counted.",
            f"{EXACTLY}#counting",
            models=(lambda m: sum(p.numel() for p in m.parameters() if not p.requires_grad),),
        ),
        Idea(
            "direct-children-only",
            "Only direct children are looked at, so nested modules or the module's own parameters "
            "are missed. parameters() walks the whole tree.",
            f"{EXACTLY}#counting",
            models=(
                _children,
                lambda m: sum(p.numel() for c in m.children() for p in c.parameters()),
                lambda m: _children(m) + sum(p.numel() for p in m.parameters(recurse=False)),
            ),
            when=lambda e: _counted(e, "nested") or _counted(e, "nested", "lists and dicts"),
        ),
        Idea(
            "own-parameters-only",
            "Only the module's own parameters are counted, not those of the modules inside it.",
            f"{EXACTLY}#counting",
            models=(lambda m: sum(p.numel() for p in m.parameters(recurse=False)),),
        ),
        Idea(
            "counted-at-every-level",
            "A nested parameter is counted once for each level above it: modules() walks the whole "
            "tree, and so does parameters() on each of its modules.",
            f"{EXACTLY}#counting",
            models=(_each_module,),
        ),
        Idea(
            "linear-only",
            "Only linear layers are counted. Anything may hold parameters: an embedding, a norm, a "
            "module of one's own.",
            f"{EXACTLY}#counting",
            models=(
                _linear_only,
                lambda m: sum(
                    p.numel()
                    for p in {
                        id(p): p
                        for s in m.modules()
                        if isinstance(s, nn.Linear)
                        for p in s.parameters()
                    }.values()
                ),
            ),
        ),
        Idea(
            "weights-only",
            "Only weights are counted; biases are parameters too.",
            f"{EXACTLY}#counting",
            models=(
                lambda m: _named_ending(m, "weight"),
                lambda m: _by_dimension(m, lambda p: p.dim() > 1),
                lambda m: sum(p.numel() for n, p in m.named_parameters() if "bias" not in n),
            ),
        ),
        Idea(
            "biases-only",
            "Only biases are counted.",
            f"{EXACTLY}#counting",
            models=(lambda m: _named_ending(m, "bias"),),
        ),
        Idea(
            "equal-values-once",
            "Parameters with equal shapes or values are counted once. Two tensors are the same "
            "parameter only if they are one object.",
            f"{EXACTLY}#counting",
            models=(
                lambda m: sum(math.prod(s) for s in {tuple(p.shape) for p in m.parameters()}),
                lambda m: sum({p.numel() for p in m.parameters()}),
            ),
        ),
        Idea(
            "odd-dimensions",
            "Parameters with another number of dimensions than 1 or 2 are miscounted. numel() counts "
            "any shape, a 0-D tensor as 1.",
            f"{EXACTLY}#counting",
            models=(
                lambda m: _by_dimension(m, lambda p: p.dim() > 0),
                lambda m: _by_dimension(m, lambda p: 0 < p.dim() < 3),
                _product_of_two,
                lambda m: sum(p.numel() if p.dim() else 0 for p in m.parameters()),
            ),
            when=lambda e: _counted(e, "own parameters")
            or _counted(e, "not only linear")
            or _counted(e, "own parameters", "not only linear"),
        ),
    ),
)

# ---------------------------------------------------------------------------- backward


def linear_backward(x: Tensor, weight: Tensor, grad_output: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The reference: grad_output @ W, grad_outputᵀ @ x, and the column sums of grad_output."""
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)


def backward_cases(draw: Draw) -> list[Case]:
    a, b, n = draw.sizes(3)
    c, d, m = draw.sizes(3)
    k, rows = draw.sizes(2)
    specs = {
        "three different sizes": (a, b, n, "float32", "contiguous"),
        "three different sizes, float64": (c, d, m, "float64", "contiguous"),
        "as many outputs as inputs": (k, k, rows, "float64", "contiguous"),
        "one row": (d, c, 1, "float32", "contiguous"),
        "as many rows as outputs": (a, n, n, "float32", "contiguous"),
        "as many rows as inputs": (n, b, n, "float64", "contiguous"),
        "all sizes equal": (m, m, m, "float64", "contiguous"),
        "transposed in memory": (b, a, m, "float32", "transposed"),
        "strided in memory": (m, c, d, "float64", "strided"),
        "one output": (a, 1, n, "float32", "contiguous"),
        "one input": (1, b, n, "float64", "contiguous"),
    }
    return [_backward_case(draw, label, *spec) for label, spec in specs.items()]


def _backward_case(
    draw: Draw, label: str, in_features: int, out_features: int, rows: int, dtype: str, layout: str
) -> Case:
    shapes = {
        "grad_x": (rows, in_features),
        "grad_weight": (out_features, in_features),
        "grad_bias": (out_features,),
    }
    inputs = {
        "x": draw.tensor(rows, in_features, dtype=dtype),
        "weight": draw.tensor(out_features, in_features, dtype=dtype),
        "grad_output": draw.tensor(rows, out_features, dtype=dtype),
        "layout": layout,
        "upstream": {name: draw.tensor(*shape, dtype=dtype) for name, shape in shapes.items()},
    }
    return Case(label, inputs, frozenset({"square"} if in_features == out_features else ()))


_BACKWARD_WORDS = {
    "arguments_after": "x, weight and grad_output after the call",
    "how_many": "how many results come back",
    "grad_x": "the first result, grad_x",
    "grad_weight": "the second result, grad_weight",
    "grad_bias": "the third result, grad_bias",
    "grad_x_flow": "gradients through grad_x",
    "grad_weight_flow": "gradients through grad_weight",
    "grad_bias_flow": "gradients through grad_bias",
}


def describe_backward(case: Case, facet: str) -> str:
    x, weight = case.inputs["x"], case.inputs["weight"]
    call = f"linear_backward for x {tuple(x.shape)}, weight {tuple(weight.shape)}"
    return f"{_BACKWARD_WORDS.get(facet, call)}, {call}" if facet in _BACKWARD_WORDS else call


def _three(
    grad_x: Callable = lambda x, w, g: g @ w,
    grad_weight: Callable = lambda x, w, g: g.T @ x,
    grad_bias: Callable = lambda x, w, g: g.sum(0),
) -> Callable:
    """The right three gradients with some of them replaced."""
    return lambda x, weight, grad_output: tuple(
        function(x, weight, grad_output) for function in (grad_x, grad_weight, grad_bias)
    )


def _square(weight: Tensor) -> bool:
    return weight.shape[0] == weight.shape[1]


def _backward_order(evidence: Evidence) -> bool:
    names = ("grad_x", "grad_weight", "grad_bias")
    usable = [(a, t) for _, a, t in evidence.rows() if all(name in a for name in names)]
    orders = [(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
    return bool(usable) and any(
        all(
            all(same(a[names[i]], t[names[j]]) for i, j in enumerate(order)) for a, t in usable
        )
        for order in orders
    )


def _backward_detached(evidence: Evidence) -> bool:
    values = {"grad_x", "grad_weight", "grad_bias"}
    flows = {f"{name}_flow" for name in values}
    return not evidence.wrong_facets & values and bool(evidence.wrong_facets & flows)


def _keeps_dimension(evidence: Evidence) -> bool:
    pairs = list(evidence.values("grad_bias"))
    return bool(pairs) and all(
        isinstance(found, Tensor)
        and found.numel() == due.numel()
        and found.dim() == 2
        and close(found.flatten(), due)
        for found, due in pairs
    )


_MEAN = {
    "grad_weight": lambda x, w, g: g.T @ x / len(x),
    "grad_bias": lambda x, w, g: g.mean(0),
}

BACKWARD_IDEAS = (
    Idea(
        "not-three-results",
        "Three results are due, as a tuple: grad_x, grad_weight, grad_bias.",
        f"{BACKWARD}#grad-weight",
        when=lambda e: any(a.get("how_many", 3) != 3 for a in e.answers),
    ),
    Idea(
        "input-mutated",
        "An argument is written into. Make new tensors, and no in-place operation on what is given.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: "arguments_after" in e.wrong_facets,
    ),
    Idea(
        "wrong-order",
        "The three are right, in another order. Due: grad_x, grad_weight, grad_bias.",
        f"{BACKWARD}#grad-weight",
        when=_backward_order,
    ),
    Idea(
        "mean-for-sum",
        "The rows' gradients are averaged. They add up: if the loss is a mean, its 1/N is already in "
        "grad_output.",
        f"{BACKWARD}#mean-loss",
        models=(
            _three(**_MEAN),
            _three(grad_weight=_MEAN["grad_weight"]),
            _three(grad_bias=_MEAN["grad_bias"]),
            _three(lambda x, w, g: g @ w / len(x), **_MEAN),
            _three(lambda x, w, g: g @ w / len(x)),
        ),
    ),
    Idea(
        "batch-not-summed",
        "The batch dimension is still there: grad_bias or grad_weight has an entry for every row. "
        "One bias served all rows, so their gradients add up.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _three(grad_bias=lambda x, w, g: g),
            _three(grad_weight=lambda x, w, g: g[:, :, None] * x[:, None, :]),
            _three(
                grad_weight=lambda x, w, g: g[:, :, None] * x[:, None, :],
                grad_bias=lambda x, w, g: g,
            ),
        ),
    ),
    Idea(
        "one-row-only",
        "Only one row of the batch is counted. The rows' gradients add up.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _three(grad_bias=lambda x, w, g: g[0]),
            _three(grad_bias=lambda x, w, g: g[-1]),
            _three(grad_weight=lambda x, w, g: torch.outer(g[0], x[0])),
            _three(
                grad_weight=lambda x, w, g: torch.outer(g[0], x[0]), grad_bias=lambda x, w, g: g[0]
            ),
            _three(
                grad_weight=lambda x, w, g: torch.outer(g[-1], x[-1]),
                grad_bias=lambda x, w, g: g[-1],
            ),
        ),
    ),
    Idea(
        "summed-over-outputs",
        "grad_bias is summed over the outputs. Sum over the rows: one number per output remains.",
        f"{BACKWARD}#grad-bias",
        models=(
            _three(grad_bias=lambda x, w, g: g.sum(1)),
            _three(grad_bias=lambda x, w, g: g.sum()),
            _three(grad_bias=lambda x, w, g: g.sum(1, keepdim=True)),
        ),
    ),
    Idea(
        "kept-dimension",
        "grad_bias has a dimension too many: its shape is that of bias, (out,).",
        f"{BACKWARD}#grad-bias",
        when=_keeps_dimension,
    ),
    Idea(
        "grad-weight-transposed",
        "grad_weight is transposed. It has the shape of weight, (out, in): row j is what output j "
        "got to hear of x.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(grad_weight=lambda x, w, g: x.T @ g),
            _three(
                grad_weight=lambda x, w, g: x.T @ g if _square(w) else g.T @ x
            ),
        ),
    ),
    Idea(
        "no-transpose-on-square",
        "grad_x uses the transposed weight. Forward goes through weightᵀ; back goes through weight: "
        "grad_output @ weight.",
        f"{BACKWARD}#grad-x",
        models=(
            _three(lambda x, w, g: g @ w.T),
            _three(lambda x, w, g: g @ (w.T if _square(w) else w)),
            _three(
                lambda x, w, g: g @ (w.T if _square(w) else w),
                lambda x, w, g: x.T @ g if _square(w) else g.T @ x,
            ),
        ),
    ),
    Idea(
        "grad-output-ignored",
        "grad_output is left out somewhere: the gradient is that of a plain sum of the outputs. "
        "What arrives from above scales every term.",
        f"{BACKWARD}#grad-weight",
        models=tuple(
            _three(*variant)
            for variant in (
                [lambda x, w, g: torch.ones_like(g) @ w],
                [lambda x, w, g: g @ w, lambda x, w, g: torch.ones_like(g).T @ x],
                [
                    lambda x, w, g: g @ w,
                    lambda x, w, g: g.T @ x,
                    lambda x, w, g: torch.ones_like(g).sum(0),
                ],
                [lambda x, w, g: g @ w, lambda x, w, g: g.T @ x, lambda x, w, g: torch.ones_like(g[0])],
                [
                    lambda x, w, g: torch.ones_like(g) @ w,
                    lambda x, w, g: torch.ones_like(g).T @ x,
                    lambda x, w, g: torch.ones_like(g).sum(0),
                ],
                [
                    lambda x, w, g: torch.ones_like(g) @ w,
                    lambda x, w, g: torch.ones_like(g).T @ x,
                    lambda x, w, g: g.sum(0),
                ],
                [lambda x, w, g: w.sum(0).expand_as(x)],
            )
        ),
    ),
    Idea(
        "sign-flipped",
        "A gradient has the wrong sign. The step against it is the optimizer's work.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(grad_x=lambda x, w, g: -g @ w),
            _three(grad_weight=lambda x, w, g: -g.T @ x),
            _three(grad_bias=lambda x, w, g: -g.sum(0)),
            lambda x, weight, grad_output: (
                -grad_output @ weight,
                -grad_output.T @ x,
                -grad_output.sum(0),
            ),
        ),
    ),
    Idea(
        "bias-gradient-from-x",
        "grad_bias is built from x, or from the weight's gradient. The bias is added whatever x is, "
        "so only grad_output counts.",
        f"{BACKWARD}#grad-bias",
        models=(
            _three(grad_bias=lambda x, w, g: x.sum(0)),
            _three(grad_bias=lambda x, w, g: (g.T @ x).sum(1)),
            _three(grad_bias=lambda x, w, g: (g.T @ x).mean(1)),
        ),
    ),
    Idea(
        "detached",
        "The numbers are right, and no gradient flows through them: the graph is cut. These are "
        "tensors like any others and can be differentiated again.",
        f"{LEARNS}#gradients-reach-it",
        when=_backward_detached,
    ),
)

BACKWARD_CHECK = Check(
    name="linear-layer/backward",
    takes="linear_backward",
    kind="function",
    parts=tuple(
        Part(name, 1, frozenset({name, f"{name}_flow", "arguments_after", "how_many"}))
        for name in ("grad_x", "grad_weight", "grad_bias")
    ),
    cases=backward_cases,
    reference=linear_backward,
    ideas=BACKWARD_IDEAS,
    describe=describe_backward,
    page=f"{BACKWARD}#grad-weight",
    inputs=("x", "weight", "grad_output"),
    forbidden=AUTOGRAD,
)

# ---------------------------------------------------------------------------- copy-parameters


def copy_parameters(source: nn.Module, target: nn.Module) -> None:
    """The reference: look at everything first, then write the values in place, unrecorded."""
    pairs = [(source.weight, target.weight), (source.bias, target.bias)]
    for given, kept in pairs:
        if (given is None) != (kept is None) or given is not None and given.shape != kept.shape:
            raise ValueError("source and target do not have the same shapes")
    with torch.no_grad():
        for given, kept in pairs:
            if kept is not None:
                kept.copy_(given)


def copy_parameters_cases(draw: Draw) -> list[Case]:
    o, i = draw.sizes(2)
    p, q = draw.sizes(2)
    makers = ["ours", "torch"]

    def case(label: str, shape=None, other=None, fits=True, **extra) -> Case:
        source, target = shape or (o, i, o), other or shape or (o, i, o)
        dtype = extra.get("dtype", "float32")

        def pair(spec: tuple) -> tuple[Tensor, Tensor | None]:
            bias = None if spec[2] is None else draw.tensor(spec[2], dtype=dtype)
            return draw.tensor(spec[0], spec[1], dtype=dtype), bias

        (source_weight, source_bias), (target_weight, target_bias) = pair(source), pair(target)
        return Case(
            label,
            {
                "source_by": extra.get("source_by", draw.random.choice(makers)),
                "target_by": extra.get("target_by", draw.random.choice(makers)),
                "source_weight": source_weight,
                "source_bias": source_bias,
                "target_weight": target_weight,
                "target_bias": target_bias,
                "fits": fits,
                "freeze": extra.get("freeze", ""),
                "shift": draw.number(1.0, 2.0),
            },
            frozenset({"fits" if fits else "refused"}),
        )

    ours, torchs = {"source_by": "ours"}, {"source_by": "torch"}
    return [
        case("from a layer of ours to PyTorch's", **ours, target_by="torch"),
        case("from PyTorch's to a layer of ours", (p, q, p), **torchs, target_by="ours"),
        case("from PyTorch's to PyTorch's", **torchs, target_by="torch"),
        case("from a layer of ours to another of ours", **ours, target_by="ours"),
        case("as many outputs as inputs", (p, p, p)),
        case("both without bias", (o, i, None), **torchs, target_by="torch"),
        case("both without bias, ours", (q, p, None), **ours, target_by="ours"),
        case("float64", (q, p, q), dtype="float64"),
        case("a frozen target", freeze="target"),
        case("a frozen source", freeze="source"),
        case("another number of inputs", (o, i, o), (o, i + 1, o), False),
        case("another number of outputs", (o, i, o), (o + 1, i, o + 1), False),
        case("in and out swapped", (o, i, o), (i, o, i), False),
        case("one row against several", (1, i, 1), (o, i, o), False),
        case("one column against several", (o, 1, o), (o, i, o), False),
        case("as many entries in another shape", (2, 6, 2), (3, 4, 3), False),
        case("a bias only in the source", (o, i, o), (o, i, None), False),
        case("a bias only in the target", (o, i, None), (o, i, o), False),
        case("the same weight shape, another bias shape", (o, i, 1), (o, i, o), False, **ours, target_by="ours"),
        case("a bias that is too long", (o, i, o + 1), (o, i, o), False, **ours, target_by="ours"),
    ]


_COPY_WORDS = {
    "outcome": "copy_parameters(source, target)",
    "target": "the target's values afterwards",
    "source": "the source's values afterwards",
    "same_parameters": "whether the target's Parameters are the same objects as before",
    "trainable": "requires_grad of the target afterwards",
    "source_trainable": "requires_grad of the source afterwards",
    "target_grad": ".grad of the target afterwards",
    "target_after_source_moved": "the target's values after the source changed later",
    "is_leaf": "whether the target's parameters are leaves",
    "grad_at_source": "whether a gradient of the target reaches the source",
}


def describe_copy(case: Case, facet: str) -> str:
    return _COPY_WORDS.get(facet, "copy_parameters(source, target)")


def _refused(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in evidence.rows() if not row[0].inputs["fits"]]


def _good_copy(evidence: Evidence) -> bool:
    return not any(
        facets
        for case, facets in zip(evidence.cases, evidence.wrong, strict=True)
        if case.inputs["fits"]
    )


def _half_copied(evidence: Evidence) -> bool:
    """It raises, and by then the target is no longer what it was."""
    return any(
        answer.get("outcome") != "returned" and "target" in answer and not same(answer["target"], truth["target"])
        for _, answer, truth in _refused(evidence)
    )


def _outcomes(evidence: Evidence) -> set[str]:
    return {str(answer.get("outcome")) for _, answer, _ in _refused(evidence)}


def _aliased(evidence: Evidence) -> bool:
    """Right at first, and the target moves when the source is changed afterwards."""
    fits = [row for row in evidence.rows() if row[0].inputs["fits"]]
    return any(
        same(a.get("target"), t["target"])
        and not same(a.get("target_after_source_moved"), t["target_after_source_moved"])
        for _, a, t in fits
    )


def _replaced(evidence: Evidence) -> bool:
    return any(
        isinstance(found, dict) and False in found.values()
        for found, _ in evidence.values("same_parameters")
    )


def _graph_recorded(evidence: Evidence) -> bool:
    return bool(evidence.wrong_facets & {"is_leaf", "grad_at_source"}) or any(
        "leaf Variable" in r["text"] or "leaf variable" in r["text"] for r in evidence.raised()
    )


def _copy_models() -> dict[str, Callable]:
    def only(*names: str) -> Callable:
        def copy(source: nn.Module, target: nn.Module) -> None:
            with torch.no_grad():
                for name in names:
                    given, kept = getattr(source, name), getattr(target, name)
                    if given is None or kept is None:
                        continue
                    if given.shape != kept.shape:
                        raise ValueError
                    kept.copy_(given)

        return copy

    def reversed_(source: nn.Module, target: nn.Module) -> None:
        copy_parameters(target, source)

    def nothing(source: nn.Module, target: nn.Module) -> None:
        for name in ("weight", "bias"):
            given, kept = getattr(source, name), getattr(target, name)
            if (given is None) != (kept is None) or given is not None and given.shape != kept.shape:
                raise ValueError

    return {
        "weight": only("weight"),
        "bias": only("bias"),
        "reversed": reversed_,
        "nothing": nothing,
    }


_COPIES = _copy_models()


def _unchanged_target(evidence: Evidence, name: str) -> bool:
    """In every fitting case the target's ``name`` keeps its old values."""
    fits = [
        (case, answer)
        for case, answer, _ in evidence.rows()
        if case.inputs["fits"] and case.inputs[f"target_{name}"] is not None
    ]
    return bool(fits) and all(
        isinstance(a.get("target"), dict)
        and same(a["target"].get(name), case.inputs[f"target_{name}"])
        for case, a in fits
    )


def _reversed(evidence: Evidence) -> bool:
    fits = [row for row in evidence.rows() if row[0].inputs["fits"]]
    return bool(fits) and all(
        isinstance(a.get("source"), dict)
        and same(a["source"].get("weight"), case.inputs["target_weight"])
        for case, a, _ in fits
    )


COPY_IDEAS = (
    Idea(
        "reversed",
        "The copy goes the wrong way: the source is overwritten with the target's values.",
        f"{EXACTLY}#copying",
        models=(_COPIES["reversed"],),
        when=_reversed,
    ),
    Idea(
        "parameter-replaced",
        "The target gets new Parameter objects, or the source's own. An optimizer that knows the old "
        "ones would go on moving those. Write values into the Parameters that are there.",
        f"{EXACTLY}#copying",
        when=lambda e: _replaced(e) and not _aliased(e),
    ),
    Idea(
        "aliasing",
        "Source and target share memory now: change one later and the other changes too. Copy the "
        "values.",
        f"{EXACTLY}#copying",
        when=_aliased,
    ),
    Idea(
        "nothing-copied",
        "The target still has its old values: a copy was made somewhere, and not in the target.",
        f"{EXACTLY}#copying",
        when=lambda e: _unchanged_target(e, "weight") and _unchanged_target(e, "bias"),
    ),
    Idea(
        "weight-only",
        "The bias is not copied.",
        f"{EXACTLY}#copying",
        models=(_COPIES["weight"],),
        when=lambda e: _unchanged_target(e, "bias"),
    ),
    Idea(
        "bias-only",
        "The weight is not copied.",
        f"{EXACTLY}#copying",
        models=(_COPIES["bias"],),
        when=lambda e: _unchanged_target(e, "weight"),
    ),
    Idea(
        "graph-recorded",
        "The copy is recorded by autograd, so the target is no longer a leaf, or a gradient runs back "
        "into the source. Copy under torch.no_grad().",
        f"{EXACTLY}#copying",
        when=_graph_recorded,
    ),
    Idea(
        "source-changed",
        "The source is not as it was. Only the target is to change.",
        f"{EXACTLY}#copying",
        when=lambda e: bool(e.wrong_facets & {"source", "source_trainable"}),
    ),
    Idea(
        "half-copied",
        "When the layers do not fit, part of the target has been overwritten before the error. Look "
        "at both shapes first, then copy.",
        f"{EXACTLY}#copying",
        when=_half_copied,
    ),
    Idea(
        "flags-copied",
        "requires_grad of the target changed. Values only: whether a parameter is trained is the "
        "target's own affair.",
        f"{EXACTLY}#copying",
        when=lambda e: "trainable" in e.wrong_facets,
    ),
    Idea(
        "grad-touched",
        ".grad of the target changed. Values only.",
        f"{EXACTLY}#copying",
        when=lambda e: "target_grad" in e.wrong_facets,
    ),
    Idea(
        "missing-bias-mishandled",
        "Layers without a bias are not handled: bias is None there, and None on both sides fits.",
        f"{EXACTLY}#copying",
        when=lambda e: any(
            facets and case.inputs["source_bias"] is None and case.inputs["fits"]
            for case, facets in zip(e.cases, e.wrong, strict=True)
        )
        and not any(
            facets and case.inputs["source_bias"] is not None and case.inputs["fits"]
            for case, facets in zip(e.cases, e.wrong, strict=True)
        ),
    ),
    Idea(
        "broadcast",
        "A shape that does not fit is accepted: copy_ broadcasts one row or one column to many. "
        "Compare the shapes yourself and raise ValueError.",
        f"{EXACTLY}#copying",
        when=lambda e: _good_copy(e)
        and {c.label for c, a, _ in _refused(e) if a.get("outcome") == "returned"}
        <= {
            "one row against several",
            "one column against several",
            "the same weight shape, another bias shape",
        }
        and "returned" in _outcomes(e),
    ),
    Idea(
        "no-error-on-mismatch",
        "Layers that do not fit are let through in silence. Raise ValueError where a shape differs or "
        "only one of the two has a bias.",
        f"{EXACTLY}#copying",
        when=lambda e: _good_copy(e) and "returned" in _outcomes(e),
    ),
    Idea(
        "wrong-error",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{EXACTLY}#copying",
        when=lambda e: _good_copy(e) and bool(_outcomes(e) - {"ValueError", "returned"}),
    ),
)

COPY_CHECK = Check(
    name="linear-layer/copy-parameters",
    takes="copy_parameters",
    kind="function",
    parts=(
        Part("copies values that fit", 3, tag="fits"),
        Part("refuses what does not fit", 1, tag="refused", needs="copies values that fit"),
    ),
    cases=copy_parameters_cases,
    reference=copy_parameters,
    ideas=COPY_IDEAS,
    describe=describe_copy,
    page=f"{EXACTLY}#copying",
    inputs=("source_weight", "target_weight"),
)

CHECKS = (
    FORWARD_CHECK,
    PARAMETER_COUNT_CHECK,
    COUNT_PARAMETERS_CHECK,
    BACKWARD_CHECK,
    COPY_CHECK,
)
