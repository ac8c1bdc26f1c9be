"""What the checks of mended classes share: cases, words and recognizers for a module's whole life.

The probe builds the learner's module, writes drawn values into its parameters, calls it, sends a
drawn gradient back, takes a step, copies it through its state_dict, converts and evaluates it. A
repair that hides the symptom shows in one of these. Where there is a ReLU, all of that is done in
float64: in float32 an honest rounding could fall on either side of the bend, and the gradient with
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Draw, Evidence, same

ANSWERS = frozenset(
    {
        "y",
        "y_other_batch",
        "y_again",
        "y_kept",
        "y_after_step",
        "y_twin",
        "y_converted",
        "y_evaluated",
    }
)
# Where the parameters may be if they are not registered: evidence only.
SILENT = frozenset(
    {
        "y_initial",
        "record_initial",
        "first_values",
        "new_leaves",
        "buffers",
        "tensors_kept",
        "layers_kept",
        "shape_of_y",
        "count_after_call",
    }
)
STARTS_WELL = "finite numbers, drawn anew for each module"


def life_case(
    draw: Draw,
    label: str,
    build: dict[str, Any],
    parameters: dict[str, tuple[int, ...]],
    x: tuple[int, ...],
    y: tuple[int, ...],
    *,
    dtype: str = "float64",
    named: bool = False,
    layout: str = "contiguous",
    tags: Iterable[str] = (),
) -> Case:
    """A module's life on a batch of shape ``x``, with an output of shape ``y``.

    ``parameters`` are names and shapes; weights are drawn small enough for the numbers to stay near
    one, whatever the depth.
    """
    other = draw.random.choice([rows for rows in range(2, 8) if rows != x[0]])
    values = {}
    for name, shape in parameters.items():
        value = draw.tensor(*shape, dtype=dtype)
        values[name] = value if len(shape) == 1 else value * (2 / shape[-1])
    inputs = build | {
        "values": values,
        "named": named,
        "default_dtype": dtype,
        "x": draw.tensor(*x, dtype=dtype),
        "x_2": draw.tensor(other, *x[1:], dtype=dtype),
        "upstream": draw.tensor(*y, dtype=dtype),
        "lr": draw.number(0.05, 0.2),
        "layout": layout,
    }
    return Case(label, inputs, frozenset({dtype, *tags}))


def read_start(case: Case, facets: dict) -> dict:
    """The drawn start cannot be compared with a truth; that it is finite, varied and new can."""
    facets = dict(facets)
    first, again = facets.pop("initial", None), facets.pop("initial_again", None)
    if isinstance(first, dict) and isinstance(again, dict) and first.keys() == again.keys():
        facets["start"] = _start(first, again)
        facets["first_values"] = first
    return facets


def _start(first: dict[str, Tensor], again: dict[str, Tensor]) -> str:
    if not all(bool(value.isfinite().all()) for value in first.values()):
        return "not finite"
    # Two drawn numbers agree by chance with 2^-24; three only with 2^-46, in each case.
    weights = {k: v for k, v in first.items() if v.dim() > 1 and v.numel() > 2}
    if any(bool((value == value.flatten()[0]).all()) for value in weights.values()):
        return "all entries of a weight are equal"
    if weights and all(torch.equal(value, again[name]) for name, value in weights.items()):
        return "the same numbers in every module"
    return STARTS_WELL


WORDS = {
    "is_module": "whether {m} is an nn.Module",
    "registered": "the shapes of what {m} has registered as parameters",
    "listed": "the shapes that {m}.parameters() lists, sorted",
    "trainable": "requires_grad of the parameters of {m}",
    "start": "the first values of the parameters of {m}",
    "y": "{m}(x)",
    "x_after": "x after {m}(x)",
    "y_other_batch": "{m}(x) for a batch of another size",
    "y_again": "{m}(x), called once more",
    "y_kept": "the first answer, after {m} was called again",
    "grads": "the gradients that reach the parameters of {m}",
    "grad_x": "the gradient that reaches x through {m}",
    "y_after_step": "{m}(x) after one optimizer step",
    "y_twin": "the answer of a new module that has loaded the state_dict of {m}",
    "y_converted": "{m}(x) after {m} was converted to another dtype",
    "y_evaluated": "{m}(x) in evaluation mode",
    "record_built": "{m}.seen before {m} is called",
    "record": "{m}.seen after {m}(x)",
    "record_on_graph": "{m}.seen.requires_grad after {m}(x)",
    "record_other_batch": "{m}.seen after a batch of another size",
    "record_converted": "{m}.seen after {m} was converted to another dtype",
    "record_evaluated": "{m}.seen after a call in evaluation mode",
    "raised": "building {m} and using it",
}


def describe_life(name: str, call: Callable[[Case], str]) -> Callable[[Case, str], str]:
    """The words for a facet, with ``name = call(case)`` said once."""

    def describe(case: Case, facet: str) -> str:
        # A name that is not ours comes from the process, and is no format.
        words = WORDS[facet].format(m=name) if facet in WORDS else facet
        return f"{words}, with {name} = {call(case)}"

    return describe


def show_life(case: Case, facet: str) -> dict[str, Any]:
    """The batch behind an answer."""
    if facet in ("y", "y_again", "y_kept", "x_after"):
        return {"x": case.inputs["x"]}
    return {"x": case.inputs["x_2"]} if facet == "y_other_batch" else {}


# ---------------------------------------------------------------------------- recognizers


def returns_nothing(evidence: Evidence) -> bool:
    found = [value for value, _ in evidence.values("y")]
    return bool(found) and all(value is None for value in found)


def not_a_module(evidence: Evidence) -> bool:
    return "is_module" in evidence.wrong_facets


def set_by_hand(evidence: Evidence) -> bool:
    return "start" in evidence.wrong_facets


def registered_otherwise(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    """(case, answer, truth) wherever what is registered is not what is due."""
    return [
        (case, answer, truth)
        for case, answer, truth in evidence.rows()
        if "registered" in answer and not same(answer["registered"], truth["registered"])
    ]


def symptom_hidden(evidence: Evidence) -> bool:
    """parameters() is right and what is registered is not: it has been made to say so."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(answer["listed"] == truth["listed"] for _, answer, truth in rows)


def registered_late(evidence: Evidence) -> bool:
    """The right number of parameters is there after the first call."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(
        answer.get("count_after_call") == len(case.inputs["values"]) for case, answer, _ in rows
    )


def nothing_registered(evidence: Evidence) -> bool:
    rows = registered_otherwise(evidence)
    return bool(rows) and all(not answer["registered"] for _, answer, _ in rows)


def other_parameters_used(evidence: Evidence) -> bool:
    """What is written into the parameters makes no difference to the answer."""
    rows = [answer for _, answer, truth in evidence.rows() if _wrong(answer, truth, "y")]
    return len(rows) > 1 and all(same(answer["y"], answer["y_initial"]) for answer in rows)


def not_trainable(evidence: Evidence) -> bool:
    """Right answers, but frozen parameters, or parameters that no gradient reaches."""
    if "y" in evidence.wrong_facets:
        return False
    missing = any(
        value is None
        for _, answer, truth in evidence.rows()
        if _wrong(answer, truth, "grads") and isinstance(answer["grads"], dict)
        for value in answer["grads"].values()
    )
    return missing or "trainable" in evidence.wrong_facets


def _wrong(answer: dict, truth: dict, facet: str) -> bool:
    return facet in answer and facet in truth and not same(answer[facet], truth[facet])
