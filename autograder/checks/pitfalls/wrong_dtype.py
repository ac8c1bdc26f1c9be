"""pitfalls/wrong-dtype: a model that was given NumPy's numbers as they come, mended. No points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls.pages import LEARNABLE, MESSAGES


def predict(model: nn.Module, data: Any) -> Tensor:
    """The reference: the data are converted to the dtype that the model has."""
    return model(torch.from_numpy(data).to(next(model.parameters()).dtype))


def _via(*path: str) -> Callable[[nn.Module, Any], Tensor]:
    """The data go through the dtypes of ``path`` on their way to that of the model."""

    def model(model: nn.Module, data: Any) -> Tensor:
        x = torch.from_numpy(data)
        for dtype in path:
            x = x.to(getattr(torch, dtype))
        return model(x.to(next(model.parameters()).dtype))

    return model


def wrong_dtype_cases(draw: Draw) -> list[Case]:
    """Eight pairs of a model's and an array's dtype."""
    pairs = [
        ("float32", "float64"),
        ("float32", "float32"),
        ("float32", "int64"),
        ("float32", "int32"),
        ("float64", "float64"),
        ("float64", "float32"),
        ("float64", "int64"),
        ("float64", "int32"),
    ]
    cases = []
    for dtype, array in pairs:
        n, m, rows, other = draw.sizes(4)
        layout = draw.random.choice(("contiguous", "transposed"))
        inputs = {
            "values": [draw.tensor(m, n, dtype="float64"), draw.tensor(m, dtype="float64")],
            "dtype": dtype,
            "data": _array(draw, rows, n, array),
            "data_2": _array(draw, other, n, array),
            "layout": layout,
        }
        cases.append(Case(f"a model of {dtype}, an array of {array}", inputs, frozenset({dtype})))
    return cases


def _array(draw: Draw, rows: int, columns: int, dtype: str) -> Tensor:
    kind = getattr(torch, dtype)
    value = draw.tensor(rows, columns, dtype="float64")
    return value.to(kind) if kind.is_floating_point else (4 * value).round().to(kind)


_WORDS = {
    "y": "predict(model, data)",
    "y_other": "predict(model, data) for another array",
    "model_dtypes_after": "the dtypes of the model's parameters after predict(model, data)",
    "model_after": "the model's parameters after predict(model, data)",
    "array_after": "data after predict(model, data)",
    "raised": "predict(model, data)",
}


def describe_wrong_dtype(case: Case, facet: str) -> str:
    return _WORDS.get(facet, f"{facet} of predict(model, data)")


# ---------------------------------------------------------------------------- recognizers


def _refused(evidence: Evidence) -> list[tuple[str, str]]:
    """(model's dtype, array's dtype) wherever PyTorch refused to multiply the two."""
    rows = zip(evidence.cases, evidence.answers, strict=True)
    return [
        (case.inputs["dtype"], str(case.inputs["data"].dtype).removeprefix("torch."))
        for case, answer in rows
        if "same dtype" in answer.get("raised", {}).get("text", "")
    ]


def _not_converted(evidence: Evidence) -> bool:
    """Refused, or answered with something made up, exactly where the dtypes differ."""
    rows = list(zip(evidence.cases, evidence.wrong, strict=True))
    return all(
        bool(wrong) == (str(case.inputs["data"].dtype) != f"torch.{case.inputs['dtype']}")
        for case, wrong in rows
    )


def _refused_for(dtype: str) -> Callable[[Evidence], bool]:
    def holds(evidence: Evidence) -> bool:
        models = [model for model, _ in _refused(evidence)]
        return len(models) == 4 and set(models) == {dtype}

    return holds


def _another_dtype(evidence: Evidence) -> bool:
    """Right numbers, in another dtype."""
    found = [(f, d) for _, _, f, d in evidence.wrong_values("y")]
    return bool(found) and all(
        f.dtype != d.dtype and torch.allclose(f.double(), d.double(), rtol=1e-4, atol=1e-4)
        for f, d in found
    )


def _not_a_tensor(evidence: Evidence) -> bool:
    return any(not isinstance(found, Tensor) for found, _ in evidence.values("y"))


def _imprecise(evidence: Evidence) -> bool:
    """Nearly right numbers."""
    found = [(f, d) for _, _, f, d in evidence.wrong_values("y")]
    return bool(found) and all(f.dtype == d.dtype and (f - d).abs().max() < 0.1 for f, d in found)


_DTYPE = f"{MESSAGES}#message-dtype"
IDEAS = (
    Idea(
        "returns-something-else",
        "What is to be returned is the tensor that the model gives; printing is not returning.",
        f"{LEARNABLE}#built-from-tensors",
        when=_not_a_tensor,
    ),
    Idea(
        "default-dtype-left",
        "The default dtype is another one afterwards, for everything that is made later. Convert "
        "the data, and nothing else.",
        _DTYPE,
        when=lambda e: "default_dtype_after" in e.wrong_facets,
    ),
    Idea(
        "model-converted",
        "The model has another dtype afterwards, or other numbers: converting works in place. It "
        "belongs to somebody else; the data are yours to convert.",
        _DTYPE,
        when=lambda e: bool(e.wrong_facets & {"model_dtypes_after", "model_after"}),
    ),
    Idea(
        "array-changed",
        "The array holds other numbers afterwards: from_numpy shares its memory. Leave it as it "
        "was.",
        f"{MESSAGES}#message-not-a-tensor",
        when=lambda e: "array_after" in e.wrong_facets,
    ),
    Idea(
        "not-converted",
        "Where the array has another dtype than the model, it is still given to it as it is, or "
        "the error is caught and something else returned. A layer converts nothing.",
        _DTYPE,
        when=_not_converted,
    ),
    Idea(
        "float-hard-coded",
        "float32 is written into the code, which fits most models and not all. The model knows "
        "its dtype.",
        _DTYPE,
        when=_refused_for("float64"),
    ),
    Idea(
        "double-hard-coded",
        "float64 is written into the code, which does not fit most models. The model knows its "
        "dtype.",
        _DTYPE,
        when=_refused_for("float32"),
    ),
    Idea(
        "result-in-another-dtype",
        "The numbers are right, and their dtype is not that of the model: the result was converted "
        "once more.",
        _DTYPE,
        when=_another_dtype,
    ),
    Idea(
        "whole-numbers-lost",
        "On the way the data become whole numbers, and what stands behind the point is lost.",
        _DTYPE,
        models=(_via("int64"),),
    ),
    Idea(
        "computed-in-another-dtype",
        "The numbers are nearly right: somewhere on the way they were stored with fewer digits.",
        _DTYPE,
        when=_imprecise,
    ),
)

WRONG_DTYPE_CHECK = Check(
    name="pitfalls/wrong-dtype",
    takes="predict",
    kind="function",
    parts=(Part("the predictions", 0),),
    cases=wrong_dtype_cases,
    reference=predict,
    answers=frozenset({"y", "y_other"}),
    ideas=IDEAS,
    describe=describe_wrong_dtype,
    page=_DTYPE,
)
