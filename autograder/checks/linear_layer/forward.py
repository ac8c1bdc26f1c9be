"""linear-layer/forward: a class `Linear` of the learner's own, against y = x Wᵀ + b."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Part
from autograder.checks.linear_layer.forward_ideas import FORWARD_IDEAS
from autograder.checks.linear_layer.pages import LEARNABLE
from autograder.probes.watch import LAYERS


class Linear(nn.Module):
    """The reference: y = x Wᵀ + b, weight (out, in), bias (out,)."""

    def __init__(self, in_features: int, out_features: int):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight.T + self.bias


def forward_cases(draw: Draw) -> list[Case]:
    """Fourteen layers. Four are small, with numbers that are good to read in a message."""
    (p, q, r), (a, b, n), (c, d, m) = draw.sizes(3, 2, 4), draw.sizes(3), draw.sizes(3)
    k, rows = draw.sizes(2, 2, 3)
    small, double = {"readable": True}, {"dtype": "float64"}
    layers = {
        "a batch": (p, q, r, small),
        "a single vector, shape (in,)": (r, p, None, small),
        "as many outputs as inputs": (k, k, rows, small),
        "as many outputs as inputs, a single vector": (2, 2, None, small),
        "as many rows as outputs, in float64": (c, d, d, double),
        "as many outputs as inputs, in float64": (n, n, a, double),
        "a single vector in float64": (n, a, None, double),
        "float64 as the default dtype": (b, n, a, {**double, "default": "float64"}),
        "a batch of one row": (d, c, 1, {}),
        "as many rows as outputs, x transposed in memory": (a, n, n, {"layout": "transposed"}),
        "rows, inputs and outputs equal, x with gaps in memory": (m, m, m, {"layout": "strided"}),
        "one row repeated by expand": (b, a, n, {"layout": "expanded"}),
        "one output, and a frozen weight": (a, 1, n, {"freeze": "weight"}),
        "one input, and a frozen bias": (1, d, m, {"freeze": "bias"}),
    }
    return [_forward_case(draw, label, *spec) for label, spec in layers.items()]


def _forward_case(
    draw: Draw, label: str, in_features: int, out_features: int, rows: int | None, extra: dict
) -> Case:
    dtype = extra.get("dtype", "float32")
    batch = () if rows is None else (rows,)
    other = draw.random.choice([size for size in range(2, 10) if size != rows])

    def tensor(*shape: int) -> Tensor:
        return draw.readable(*shape) if "readable" in extra else draw.tensor(*shape, dtype=dtype)

    x = tensor(*batch, in_features)
    if extra.get("layout") == "expanded":
        x = x[:1].repeat(rows, 1)
    inputs = {
        "in_features": in_features,
        "out_features": out_features,
        "dtype": dtype,
        "default_dtype": extra.get("default", "float32"),
        "weight": tensor(out_features, in_features),
        "bias": tensor(out_features),
        "weight_2": tensor(out_features, in_features),
        "bias_2": tensor(out_features),
        "x": x,
        "x_2": draw.tensor(other, in_features, dtype=dtype),
        # The same numbers in another order: their sum does not tell the two apart.
        "x_3": x.flip(-1),
        "upstream": tensor(*batch, out_features),
        "upstream_2": draw.tensor(other, out_features, dtype=dtype),
        "layout": extra.get("layout", "contiguous"),
        "freeze": extra.get("freeze", ""),
        "lr": draw.number(0.05, 0.2),
    }
    return Case(label, inputs, frozenset({"vector" if rows is None else "batch", dtype}))


def _initial_values(case: Case, facets: dict) -> dict:
    """The drawn start cannot be compared with a truth; that it is finite and varied can."""
    facets = dict(facets)
    weight, bias = facets.pop("initial_weight", None), facets.pop("initial_bias", None)
    if isinstance(weight, Tensor) and isinstance(bias, Tensor):
        finite = bool(weight.isfinite().all()) and bool(bias.isfinite().all())
        # Two drawn numbers agree by chance with 2^-24; three only with 2^-46, in each case.
        varied = weight.numel() < 3 or bool((weight != weight.flatten()[0]).any())
        equal = "finite, not all equal" if varied else "all entries of weight are equal"
        facets["initial"] = equal if finite else "not finite"
        facets["start"] = {"weight": weight, "bias": bias}
    return facets


_FORWARD_WORDS = {
    "is_module": "whether layer is an nn.Module",
    "state_built": "torch's global state after building layer",
    "attributes": "the shapes of layer.weight and layer.bias",
    "registered": "the shapes of weight and bias among layer.named_parameters()",
    "param_dtype": "the dtype of layer.weight",
    "initial": "the initial values of layer.weight and layer.bias",
    "trainable": "requires_grad of the parameters",
    "y": "layer(x)",
    "x_after": "x after layer(x)",
    "x_requires_grad_after": "x.requires_grad after layer(x)",
    "held_after": "layer.weight and layer.bias after layer(x)",
    "trainable_after": "requires_grad of the parameters after layer(x)",
    "training_after": "layer.training after layer(x)",
    "y_same_shape": "layer(x) for a second x of the same shape",
    "y_kept": "the first answer, after layer was called again",
    "y_single": "layer(x) for a single vector, after a batch",
    "y_last_row": "layer(x) for a batch of one row, after a larger one",
    "random_state_kept": "whether the random state is the same before and after layer(x)",
    "y_again": "layer(x), called once more",
    "grad_x": "the gradient that reaches x",
    "grad_weight": "the gradient that reaches layer.weight",
    "grad_bias": "the gradient that reaches layer.bias",
    "y_other_batch": "layer(x) for a batch of another size",
    "grad_sums": ".grad of the parameters after two calls and two backward passes",
    "y_after_step": "layer(x) after one optimizer step",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    "y_tied": "layer(x) after layer.weight was set to another layer's weight",
    "y_eval": "layer(x) after layer.eval() and load_state_dict",
    "y_eval_again": "layer(x) in evaluation mode, after weight and bias changed",
    "grad_eval": "the gradients that reach the parameters in evaluation mode",
    "training_after_eval": "layer.training after layer.eval() and layer(x)",
    "x_at_the_end": "x after several calls",
    "x_2_after": "x after layer(x)",
    "raised": "building layer and calling layer(x)",
}


def describe_forward(case: Case, facet: str) -> str:
    sizes = f"Linear({case.inputs['in_features']}, {case.inputs['out_features']})"
    return f"{_FORWARD_WORDS.get(facet, facet)}, with layer = {sizes}"


_SHOWN = {
    "y_same_shape": ("x_3", "weight", "bias"),
    "y_other_batch": ("x_2", "weight", "bias"),
    "y_eval": ("x", "weight_2", "bias_2"),
    "x_after": ("x",),
    "held_after": (),
    "y_after_step": (),
    "y_tied": (),
    "raised": ("x",),
}


def show_forward(case: Case, facet: str) -> dict[str, Any]:
    """The numbers behind a facet: x, and what weight and bias hold at that time."""
    default = ("x", "weight", "bias") if facet.startswith(("y", "grad_")) else ()
    names = () if facet.startswith("grad_mode") else _SHOWN.get(facet, default)
    shown = {name.split("_")[0]: case.inputs[name] for name in names}
    rows = {"y_single": -1, "y_last_row": slice(-1, None)}
    return shown | {"x": shown["x"][rows[facet]]} if facet in rows else shown


FORWARD_CHECK = Check(
    name="linear-layer/forward",
    takes="Linear",
    kind="class",
    parts=(Part("the layer", 4),),
    cases=forward_cases,
    reference=Linear,
    answers=frozenset(
        {
            "y",
            "y_same_shape",
            "y_single",
            "y_last_row",
            "y_again",
            "y_other_batch",
            "y_eval",
            "y_eval_again",
        }
    ),
    ideas=FORWARD_IDEAS,
    describe=describe_forward,
    show=show_forward,
    page=f"{LEARNABLE}#built-from-tensors",
    derive=_initial_values,
    silent=frozenset({"start", "all_registered", "registered_after_call"}),
    forbidden=LAYERS,
    instead="Write it from tensors: `@`, `matmul`, `mm`, `addmm` and `einsum` are fine.",
)
