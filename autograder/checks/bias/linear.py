"""bias/linear: a class `Linear` whose bias can be left out, and is then really not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.bias.pages import COLUMN, EXACTLY, FORWARD, LEARNABLE, LEARNS
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.probes.watch import LAYERS


class Linear(nn.Module):
    """The reference: y = x Wᵀ + b, or y = x Wᵀ; weight (out, in), bias (out,) or None."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x: Tensor) -> Tensor:
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias


def linear_cases(draw: Draw) -> list[Case]:
    """Six layers with a bias and seven without; five of them small, to be read in a message."""
    (p, q, r), (a, b, n), (c, d) = draw.sizes(3, 2, 4), draw.sizes(3, 4, 7), draw.sizes(2, 5, 8)
    small, double = {"readable": True}, {"dtype": "float64"}
    layers = {  # way, in, out, rows, more
        "a batch, the flag left out": ("left out", p, q, r, small),
        "a single vector, bias=True": ("True by name", 3, 2, None, small),
        "as many outputs as inputs, True by position": ("True by position", a, a, b, double),
        "the flag left out, as many rows as outputs": ("left out", b, n, n, {}),
        "float64 as the default dtype, bias=True": (
            "True by name",
            n,
            b,
            a,
            {**double, "default": "float64"},
        ),
        "one output and one row, True by position": ("True by position", d, 1, 1, double),
        "a batch, bias=False": ("False by name", q, p, r, small),
        "a single vector, bias=False": ("False by name", 2, 3, None, small),
        "as many outputs as inputs, False by position": ("False by position", 2, 2, 3, small),
        "as many outputs as inputs, bias=False": ("False by name", c, c, d, double),
        "float64 as the default dtype, False by position": (
            "False by position",
            c,
            d,
            a,
            {**double, "default": "float64"},
        ),
        "one output and one row, bias=False": ("False by name", c, 1, 1, {}),
        "x with gaps in memory, bias=False": ("False by name", b, a, n, {"layout": "strided"}),
    }
    return [_case(draw, label, *spec) for label, spec in layers.items()]


def _case(
    draw: Draw, label: str, way: str, in_: int, out: int, rows: int | None, extra: dict
) -> Case:
    dtype, has_bias = extra.get("dtype", "float32"), not way.startswith("False")
    batch = () if rows is None else (rows,)

    def tensor(*shape: int) -> Tensor:
        return draw.readable(*shape) if "readable" in extra else draw.tensor(*shape, dtype=dtype)

    def values() -> dict[str, Tensor]:
        weight = {"weight": tensor(out, in_)}
        return weight | {"bias": tensor(out)} if has_bias else weight

    inputs = {
        "way": way,
        "in_features": in_,
        "out_features": out,
        "dtype": dtype,
        "default_dtype": extra.get("default", "float32"),
        "values": values(),
        "values_2": values(),
        "x": tensor(*batch, in_),
        "x_2": draw.tensor((rows or 1) + 1, in_, dtype=dtype),
        "upstream": tensor(*batch, out),
        "layout": extra.get("layout", "contiguous"),
        "lr": draw.number(0.05, 0.2),
    }
    return Case(label, inputs, frozenset({"with" if has_bias else "without"}))


def initial_values(case: Case, facets: dict) -> dict:
    """The drawn start cannot be compared with a truth; that it is finite and varied can."""
    facets = dict(facets)
    start = facets.get("start")
    weight = start.get("weight") if isinstance(start, dict) else None
    if isinstance(weight, Tensor):
        varied = weight.numel() < 2 or bool((weight != weight.flatten()[0]).any())
        finite = all(
            bool(value.isfinite().all()) for value in start.values() if isinstance(value, Tensor)
        )
        equal = "finite, not all equal" if varied else "all entries of weight are equal"
        facets["initial"] = equal if finite else "not finite"
    return facets


_WORDS = {
    "is_module": "whether layer is an nn.Module",
    "attributes": "the shapes of layer.weight and layer.bias",
    "registered": "the shapes of weight and bias among layer.named_parameters()",
    "state": "the shapes of weight and bias in layer.state_dict()",
    "param_dtype": "the dtype of the parameters",
    "trainable": "requires_grad of the parameters",
    "initial": "the initial values of layer.weight",
    "y_zero_at_start": "layer(x) for an x of zeros, before anything is trained",
    "y_first": "layer(x)",
    "y": "layer(x), after a layer with the other flag was built",
    "x_after": "x after layer(x)",
    "x_requires_grad_after": "x.requires_grad after layer(x)",
    "held_after": "layer.weight and layer.bias after layer(x)",
    "y_zero": "layer(x) for an x of zeros",
    "y_other_batch": "layer(x) for a batch of another size",
    "y_single": "layer(x) for a single vector",
    "random_state_kept": "whether the random state is the same before and after layer(x)",
    "y_again": "layer(x), called once more",
    "grad_x": "the gradient that reaches x",
    "grads": "the gradients that reach the parameters",
    "y_after_step": "layer(x) after one optimizer step",
    "y_zero_after_step": "layer(x) for an x of zeros, after one optimizer step",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    "y_loaded": "layer(x) after layer.eval() and load_state_dict",
    "raised": "building layer and calling layer(x)",
}
_FLAGS = {
    "left out": "",
    "True by name": ", bias=True",
    "True by position": ", True",
    "False by name": ", bias=False",
    "False by position": ", False",
}


def describe_linear(case: Case, facet: str) -> str:
    sizes = f"{case.inputs['in_features']}, {case.inputs['out_features']}"
    call = f"Linear({sizes}{_FLAGS[case.inputs['way']]})"
    return f"{_WORDS.get(facet, facet)}, with layer = {call}"


_SHOWN = {
    "y_first": ("x", "values"),
    "y": ("x", "values"),
    "y_again": ("x", "values"),
    "y_other_batch": ("x_2", "values"),
    "y_loaded": ("x", "values_2"),
    "grad_x": ("x", "values"),
    "grads": ("x", "values"),
    "raised": ("x",),
    "x_after": ("x",),
}


def show_linear(case: Case, facet: str) -> dict[str, Any]:
    """The numbers behind a facet: x, and what weight and bias hold at that time."""
    shown: dict[str, Any] = {}
    for name in _SHOWN.get(facet, ()):
        value = case.inputs[name]
        shown |= value if isinstance(value, dict) else {"x": value}
    return shown


# ---------------------------------------------------------------------------- models

Formula = Callable[[Tensor, Tensor | None, Tensor], Any]  # of weight, bias and x


def right(weight: Tensor, bias: Tensor | None, x: Tensor) -> Tensor:
    """What is due."""
    return x @ weight.T if bias is None else x @ weight.T + bias


def _layer(formula: Formula) -> type:
    """A layer class built on a wrong formula."""

    class Model(nn.Module):
        def __init__(self, in_features: int, out_features: int, bias: bool = True):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(out_features, in_features))
            self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

        def forward(self, x: Tensor) -> Any:
            return formula(self.weight, self.bias, x)

    return Model


def _after(function: Callable[[Tensor], Tensor]) -> tuple[type, type]:
    """``function`` at the end, of any layer or only where there is no bias."""
    return (
        _layer(lambda w, b, x: function(right(w, b, x))),
        _layer(lambda w, b, x: function(right(w, b, x)) if b is None else right(w, b, x)),
    )


# ---------------------------------------------------------------------------- recognizers

Row = tuple[Case, dict, dict]


def _rows(evidence: Evidence, tag: str) -> list[Row]:
    return [row for row in evidence.rows() if tag in row[0].tags]


def _biases(evidence: Evidence, tag: str) -> list[Any]:
    """What stands under layer.bias: a shape, None, or words."""
    return [a["attributes"]["bias"] for _, a, _ in _rows(evidence, tag) if "attributes" in a]


def _are_tensors(found: list) -> bool:
    return bool(found) and all(isinstance(item, tuple) for item in found)


def _none_is_a_tensor(found: list) -> bool:
    return bool(found) and not any(isinstance(item, tuple) for item in found)


def _all_raise(*words: str) -> Callable[[Evidence], bool]:
    """Whatever is raised has one of ``words`` in its text."""

    def when(evidence: Evidence) -> bool:
        texts = [raised["text"] for raised in evidence.raised()]
        return bool(texts) and all(any(word in text for word in words) for text in texts)

    return when


def _default_false(evidence: Evidence) -> bool:
    """No bias where the flag is left out, and one where it is True."""
    left_out = [
        (case.inputs["way"] == "left out", answer["attributes"]["bias"])
        for case, answer, _ in _rows(evidence, "with")
        if "attributes" in answer
    ]
    return _none_is_a_tensor([bias for out, bias in left_out if out]) and _are_tensors(
        [bias for out, bias in left_out if not out]
    )


def _flag_inverted(evidence: Evidence) -> bool:
    return _none_is_a_tensor(_biases(evidence, "with")) and _are_tensors(
        _biases(evidence, "without")
    )


def _never_a_bias(evidence: Evidence) -> bool:
    return _none_is_a_tensor([*_biases(evidence, "with"), *_biases(evidence, "without")])


def _flag_shared(evidence: Evidence) -> bool:
    """Right, until a layer with the other flag is built."""
    wrong = evidence.wrong_facets
    return "y" in wrong and not wrong & {"y_first", "attributes", "raised"}


def _flag_ignored(evidence: Evidence) -> bool:
    """Without a bias there is one all the same, and it shows from the start."""
    return _are_tensors(_biases(evidence, "without")) and all(
        not same(answer.get("y_zero_at_start"), truth["y_zero_at_start"])
        for _, answer, truth in _rows(evidence, "without")
    )


def _zero_bias_kept(evidence: Evidence) -> bool:
    starts = [answer.get("start", {}).get("bias") for _, answer, _ in _rows(evidence, "without")]
    return bool(starts) and all(
        isinstance(bias, Tensor) and bias.numel() > 0 and not bias.any() for bias in starts
    )


def _attribute_missing(evidence: Evidence) -> bool:
    said = [bias == "missing" for bias in _biases(evidence, "without")]
    return any(said) and "missing" not in _biases(evidence, "with")


def _not_none(evidence: Evidence) -> bool:
    return any(isinstance(bias, str) for bias in _biases(evidence, "without"))


def _still_in_state(evidence: Evidence) -> bool:
    return any(
        answer.get(where, {}).get("bias") is not None
        for _, answer, _ in _rows(evidence, "without")
        for where in ("state", "registered")
    )


def _offset_hidden(evidence: Evidence) -> bool:
    """No bias is there to be seen, and zero does not go to zero."""
    zeros = ("y_zero_at_start", "y_zero", "y_zero_after_step")
    return any(
        isinstance(answer.get(facet), Tensor) and not same(answer[facet], truth[facet])
        for _, answer, truth in _rows(evidence, "without")
        for facet in zeros
    )


def _none_not_handled(evidence: Evidence) -> bool:
    """Only layers without a bias raise, and it is about None."""
    with_bias = any("raised" in answer for _, answer, _ in _rows(evidence, "with"))
    about = _all_raise("None", "must be Tensor")(evidence)
    return about and (
        not with_bias or all("NoneType" in raised["text"] for raised in evidence.raised())
    )


def _returns_nothing(evidence: Evidence) -> bool:
    found = [found for _, _, found, _ in evidence.wrong_values()]
    return bool(found) and all(value is None for value in found)


def _stored_in_out(evidence: Evidence) -> bool:
    found = [
        (answer["attributes"]["weight"], (i, o))
        for case, answer, _ in evidence.rows()
        for i, o in [(case.inputs["in_features"], case.inputs["out_features"])]
        if i != o and "attributes" in answer
    ]
    return bool(found) and all(shape == sizes for shape, sizes in found)


def _registered(evidence: Evidence) -> list[tuple[Any, Any, int]]:
    """Of layers with a bias: the attribute's shape, the parameter's, and how many are due."""
    return [
        (a["attributes"]["bias"], a["registered"]["bias"], case.inputs["out_features"])
        for case, a, _ in _rows(evidence, "with")
        if "registered" in a
    ]


def _plain_tensor(evidence: Evidence) -> bool:
    found = _registered(evidence)
    return bool(found) and all(isinstance(a, tuple) and r is None for a, r, _ in found)


def _bias_shape(evidence: Evidence) -> bool:
    return any(isinstance(r, tuple) and r != (out,) for _, r, out in _registered(evidence))


def _detached(evidence: Evidence) -> bool:
    right_so_far = not evidence.wrong_facets & {"y_first", "y", "y_again", "raised"}
    return right_so_far and bool(evidence.wrong_facets & {"grad_x", "grads"})


def _dtype_forced(evidence: Evidence) -> bool:
    """Right in float32; in float64 another dtype or float32's digits."""
    if "param_dtype" in evidence.wrong_facets:
        return True
    wrong = list(evidence.wrong_values())
    return bool(wrong) and all(
        case.inputs["dtype"] == "float64"
        and isinstance(y, Tensor)
        and y.shape == due.shape
        and (y.dtype != due.dtype or torch.allclose(y, due, 1e-5, 1e-5))
        for case, _, y, due in wrong
    )


# ---------------------------------------------------------------------------- the ideas

_DECISION = f"{COLUMN}#bias-false"

LINEAR_IDEAS = (
    Idea(
        "not-a-module",
        "The class is not an nn.Module. Derive it from nn.Module, so that its parameters are "
        "found.",
        f"{LEARNABLE}#parameters",
        when=lambda e: "is_module" in e.wrong_facets,
    ),
    Idea(
        "missing-super",
        "The constructor does not call super().__init__() before it assigns parameters. nn.Module "
        "keeps its list of parameters there.",
        f"{LEARNABLE}#parameters",
        when=_all_raise("__init__() call", "'_parameters'", "'_modules'"),
    ),
    Idea(
        "flag-required",
        "The flag has no default. Linear(2, 3) has a bias, and nobody has to say so: give the "
        "argument its default.",
        f"{EXACTLY}#at-construction",
        when=_all_raise("required positional argument"),
    ),
    Idea(
        "flag-missing",
        "The constructor does not take the flag. It is the third argument, is called bias, and is "
        "given by name or by position.",
        f"{EXACTLY}#at-construction",
        when=_all_raise("unexpected keyword argument", "positional arguments but"),
    ),
    Idea(
        "default-false",
        "Left out, the flag counts as False. Its default is True, as in nn.Linear.",
        _DECISION,
        when=_default_false,
    ),
    Idea(
        "flag-inverted",
        "The flag works the wrong way round: with bias=True there is a bias.",
        _DECISION,
        when=_flag_inverted,
    ),
    Idea(
        "still-in-state",
        "layer.bias is None, yet a bias is still registered or saved: the state_dict has it. "
        "Without a bias there is nothing to save or to load under that name.",
        _DECISION,
        when=lambda e: _still_in_state(e) and not _are_tensors(_biases(e, "without")),
    ),
    Idea(
        "never-a-bias",
        "No layer has a bias, whatever the flag says. With bias=True there is a parameter with "
        "one number for each output.",
        f"{EXACTLY}#bias-shape",
        when=_never_a_bias,
    ),
    Idea(
        "flag-ignored",
        "With bias=False there is a bias all the same, and it is added: the flag is not asked, or "
        "not in a way that False answers with no.",
        _DECISION,
        when=_flag_ignored,
    ),
    Idea(
        "plain-tensor",
        "The bias is a plain tensor or a buffer. It is added, but parameters() does not list it, "
        "so no optimizer will ever move it.",
        f"{LEARNABLE}#parameters",
        when=_plain_tensor,
    ),
    Idea(
        "zero-bias-kept",
        "With bias=False the layer keeps a bias of zeros. Zeros are where training starts, not "
        "where it ends, and they are saved as well. layer.bias has to be None.",
        _DECISION,
        when=_zero_bias_kept,
    ),
    Idea(
        "bias-kept",
        "With bias=False layer.bias is still a tensor, one that is not used or has no numbers. It "
        "has to be None: whoever meets the layer asks for that.",
        _DECISION,
        when=lambda e: any(isinstance(bias, tuple) for bias in _biases(e, "without")),
    ),
    Idea(
        "attribute-missing",
        "With bias=False there is no attribute bias at all, and whoever reads layer.bias gets an "
        "error. It has to be there, and be None.",
        _DECISION,
        when=_attribute_missing,
    ),
    Idea(
        "not-none",
        "With bias=False layer.bias is not a tensor, and not None either, but a number or a flag. "
        "None is what others ask for.",
        _DECISION,
        when=_not_none,
    ),
    Idea(
        "truth-of-a-tensor",
        "A bias is asked whether it is true, as `if` and `or` do. With several numbers in it there "
        "is no answer. Ask whether it is None.",
        _DECISION,
        when=_all_raise("Boolean value of Tensor"),
    ),
    Idea(
        "none-not-handled",
        "Without a bias, None is used as if it were a tensor. Look first, wherever the bias is "
        "used: in forward, and where it gets its values.",
        _DECISION,
        when=_none_not_handled,
    ),
    Idea(
        "returns-nothing",
        "forward returns None, at least where there is no bias. Every way through it needs a "
        "return.",
        f"{LEARNABLE}#built-from-tensors",
        when=_returns_nothing,
    ),
    Idea(
        "weight-stored-in-out",
        "The weight is stored as (in, out). PyTorch stores (out, in), and the forward pass "
        "multiplies by its transpose.",
        f"{EXACTLY}#weight-shape",
        when=_stored_in_out,
    ),
    Idea(
        "bias-wrong-shape",
        "bias has another shape than (out,): one number for each output, and no further dimension.",
        f"{EXACTLY}#bias-shape",
        when=_bias_shape,
    ),
    Idea(
        "initial-values",
        "The weight starts with all entries equal, or with values that are not finite. Draw the "
        "start at random.",
        f"{EXACTLY}#at-construction",
        when=lambda e: "initial" in e.wrong_facets,
    ),
    Idea(
        "frozen",
        "A parameter has requires_grad=False, so no gradient arrives at it and no optimizer moves "
        "it.",
        f"{LEARNS}#gradients-reach-it",
        when=lambda e: "trainable" in e.wrong_facets,
    ),
    Idea(
        "input-mutated",
        "The forward pass changes x. The caller's tensor must stay as it was.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: bool(e.wrong_facets & {"x_after", "x_requires_grad_after"}),
    ),
    Idea(
        "flag-shared",
        "A layer forgets its bias once a layer with the other flag is built: the flag is kept for "
        "all layers in one place, a global or the class. Keep it on self.",
        f"{FORWARD}#nothing-is-cached",
        when=_flag_shared,
    ),
    Idea(
        "bias-unused",
        "There is a bias, and the output does not depend on it, at least for some inputs. Add it "
        "to every row; y + b gives a new tensor, which has to be kept.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda w, b, x: x @ w.T),
            _layer(lambda w, b, x: right(w, b if x.dim() > 1 else None, x)),
        ),
    ),
    Idea(
        "bias-subtracted",
        "The bias is subtracted. The layer is y = x Wᵀ + b.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda w, b, x: right(w, None if b is None else -b, x)),),
    ),
    Idea(
        "no-transpose",
        "The product is x @ weight, without the transpose. Where in and out are equal that runs "
        "and gives other numbers.",
        f"{EXACTLY}#weight-shape",
        models=(
            _layer(lambda w, b, x: right(w.T, b, x)),
            _layer(lambda w, b, x: right(w.T if w.shape[0] == w.shape[1] else w, b, x)),
        ),
    ),
    Idea(
        "activation-added",
        "Something is applied to the sum or to the product. A linear layer ends with the sum; what "
        "bends it is a module of its own.",
        f"{LEARNABLE}#no-activation",
        models=(*_after(torch.relu), *_after(torch.sigmoid), *_after(torch.tanh)),
    ),
    Idea(
        "offset-hidden",
        "layer.bias is None, and zero still does not go to zero, at once or after a step of "
        "training: something else is added that does the work of a bias.",
        f"{COLUMN}#bias-false",
        when=_offset_hidden,
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced. Compute in the dtype that weight and x have, and let new parameters "
        "follow torch's default.",
        f"{EXACTLY}#dtype",
        when=_dtype_forced,
    ),
    Idea(
        "detached",
        "The numbers are right, but no gradient gets through, or not to every parameter: the graph "
        "is cut by no_grad, detach or .data.",
        f"{LEARNS}#gradients-reach-it",
        when=_detached,
    ),
)

LINEAR_CHECK = Check(
    name="bias/linear",
    takes="Linear",
    kind="class",
    parts=(
        Part("a layer with a bias", 2, tag="with"),
        Part("a layer without one", 2, tag="without", needs=("a layer with a bias",)),
    ),
    cases=linear_cases,
    reference=Linear,
    answers=frozenset(
        {
            "y_zero_at_start",
            "y_first",
            "y",
            "y_zero",
            "y_other_batch",
            "y_single",
            "y_again",
            "y_after_step",
            "y_zero_after_step",
            "y_loaded",
        }
    ),
    ideas=LINEAR_IDEAS,
    describe=describe_linear,
    show=show_linear,
    page=f"{COLUMN}#bias-false",
    derive=initial_values,
    silent=frozenset({"start"}),
    forbidden=LAYERS,
    instead="Write it from tensors: `@`, `matmul`, `mm`, `addmm` and `einsum` are fine.",
)
