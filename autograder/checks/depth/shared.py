"""What several checks of this chapter recognize in the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Draw, Evidence, Idea, same
from autograder.checks.depth.pages import EXACTLY, NO_PARAMETERS

Row = tuple[Case, dict, dict]
When = Callable[[Evidence], bool]


def layer_values(
    draw: Draw, out: int, in_: int, dtype: str, bias: bool = True, readable: bool = False
) -> dict[str, Tensor | None]:
    """Drawn numbers for one linear layer: weight (out, in) and bias (out,) or None."""

    def tensor(*shape: int) -> Tensor:
        return draw.readable(*shape) if readable else draw.tensor(*shape, dtype=dtype)

    return {"weight": tensor(out, in_), "bias": tensor(out) if bias else None}


def fitting(evidence: Evidence) -> list[Row]:
    return [row for row in evidence.rows() if row[0].inputs.get("fits", True)]


def misfits(evidence: Evidence) -> list[Row]:
    return [row for row in evidence.rows() if not row[0].inputs.get("fits", True)]


def wrong_fitting(evidence: Evidence) -> list[tuple[Case, list[str], dict, dict]]:
    """(case, wrong facets, answer, truth) of the cases that fit and in which anything is wrong."""
    return [
        (case, wrong, answer, truth)
        for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if wrong and case.inputs.get("fits", True)
    ]


def texts(evidence: Evidence) -> list[str]:
    return [raised["text"] for raised in evidence.raised()]


def differs(*facets: str) -> When:
    """Recognizes by any of ``facets`` being wrong in a case that fits."""
    return lambda e: any(set(facets) & set(wrong) for _, wrong, _, _ in wrong_fitting(e))


def all_raise(*words: str) -> When:
    """Recognizes by exceptions alone, each with one of ``words`` in its text."""

    def when(evidence: Evidence) -> bool:
        found = texts(evidence)
        return bool(found) and all(any(word in text for word in words) for text in found)

    return when


def found_instead(evidence: Evidence, facet: str) -> list[Any]:
    """The wrong values of ``facet``, whatever they are."""
    return [found for _, _, found, _ in evidence.wrong_values(facet)]


def is_always(facet: str, value: Any) -> When:
    """Recognizes by ``facet`` being wrong, and ``value``, wherever it is seen."""

    def when(evidence: Evidence) -> bool:
        found = found_instead(evidence, facet)
        return bool(found) and all(type(item) is type(value) and item == value for item in found)

    return when


def returns_nothing(facet: str) -> When:
    return is_always(facet, None)


def dtype_forced(*answers: str) -> When:
    """Right in float32; in float64 another dtype, float32's digits, or a refusal to mix."""

    def trouble(facet: str, answer: dict, truth: dict) -> bool:
        found, due = answer.get(facet), truth.get(facet)
        if facet == "raised":
            words = ("dtype", "Double", "double", "Float")
            return any(word in answer["raised"]["text"] for word in words)
        if facet == "dtype":
            return True
        if isinstance(found, Tensor) and isinstance(due, Tensor) and found.shape == due.shape:
            return found.dtype != due.dtype or torch.allclose(found, due, 1e-4, 1e-4)
        return facet not in answers

    def when(evidence: Evidence) -> bool:
        rows = wrong_fitting(evidence)
        if any("dtype" in wrong for _, wrong, _, _ in rows):
            return True
        return bool(rows) and all(
            case.inputs["x"].dtype == torch.float64 and trouble(wrong[0], answer, truth)
            for case, wrong, answer, truth in rows
        )

    return when


def frozen(evidence: Evidence) -> bool:
    """A new parameter asks for no gradient, or gets none although the answers are right."""
    no_answer_wrong = not evidence.wrong_facets & (evidence.check.answers | {"raised"})
    return differs("trainable")(evidence) or (no_answer_wrong and differs("grads_arrive")(evidence))


def bias_none(has_bias: Callable[[Case], bool]) -> When:
    """A bias is asked whether it is true; or a missing one raises, or stays as it was drawn."""

    def stumbles(answer: dict) -> bool:
        if "raised" in answer:
            return "None" in answer["raised"]["text"]
        return _redrawn(answer)

    def when(evidence: Evidence) -> bool:
        rows, found = wrong_fitting(evidence), texts(evidence)
        if found and all("Boolean value of Tensor" in text for text in found):
            return True
        return bool(rows) and all(
            not has_bias(case) and stumbles(answer) for case, _, answer, _ in rows
        )

    return when


def aliased(evidence: Evidence) -> bool:
    """Right at first; another answer after the arguments were moved."""
    return any(
        same(answer.get("y"), truth["y"])
        and "y_after_move" in answer
        and not same(answer["y_after_move"], truth["y"])
        for _, answer, truth in fitting(evidence)
    )


def redrawn(evidence: Evidence) -> bool:
    """The same call twice, and two different wrong layers: what was drawn is still in them."""
    return any(_redrawn(answer) for _, answer, _ in fitting(evidence))


def _redrawn(answer: dict) -> bool:
    y, again = answer.get("y"), answer.get("y_again")
    return isinstance(y, Tensor) and isinstance(again, Tensor) and not same(y, again)


def kept_answer(evidence: Evidence) -> bool:
    """Other layers give the first layers' answer."""
    return any(
        facet == "y_other" and isinstance(found, Tensor) and same(found, evidence_y)
        for case, facet, found, _ in evidence.wrong_values("y_other")
        for evidence_y in [answer.get("y") for other, answer, _ in evidence.rows() if other is case]
    )


def good_where_fitting(evidence: Evidence) -> bool:
    return not wrong_fitting(evidence)


def no_error(evidence: Evidence) -> bool:
    """Something that does not fit is let through."""
    return good_where_fitting(evidence) and any(
        answer.get("outcome") == "no error" for _, answer, _ in misfits(evidence)
    )


def wrong_error(evidence: Evidence) -> bool:
    found = {str(answer.get("outcome")) for _, answer, _ in misfits(evidence)}
    return good_where_fitting(evidence) and bool(found - {"ValueError", "no error"})


def refuses(evidence: Evidence) -> bool:
    """Nothing but a ValueError of the learner's own, and for what fits."""
    rows = wrong_fitting(evidence)
    return bool(rows) and all(
        wrong == ["raised"] and "ValueError" in answer["raised"]["bases"]
        for _, wrong, answer, _ in rows
    )


GRAD_MODE = Idea(
    "grad-mode-left",
    "Gradients are switched on or off afterwards, for the whole program. Use `with "
    "torch.no_grad():`; it puts back what was, whatever happens.",
    f"{EXACTLY}#copying",
    when=lambda e: bool(e.wrong_facets & {"grad_mode_after", "grad_mode_kept"}),
)
NO_GRAD_FORGOTTEN = Idea(
    "no-grad-forgotten",
    "autograd does not let a parameter be written into while it records. Write the values under "
    "`with torch.no_grad():`.",
    f"{EXACTLY}#copying",
    when=all_raise("a leaf Variable that requires grad"),
)
PARAMETER_NEEDED = Idea(
    "parameter-needed",
    "A plain tensor is assigned where the layer has a Parameter. Write values into the Parameter "
    "that is there, or assign an nn.Parameter.",
    f"{EXACTLY}#copying",
    when=all_raise("torch.nn.Parameter or None expected"),
)


def _missing_super(evidence: Evidence) -> bool:
    return bool(evidence.raised()) and all(
        raised["type"] == "AttributeError"
        and (
            "__init__() call" in raised["text"]
            or any(f"'{name}'" in raised["text"] for name in ("_parameters", "_modules"))
        )
        for raised in evidence.raised()
    )


MISSING_SUPER = Idea(
    "missing-super",
    "super().__init__() has to come first in __init__: it makes the tables in which a module "
    "registers its layers.",
    f"{NO_PARAMETERS}#error-instead-of-count",
    when=_missing_super,
)
