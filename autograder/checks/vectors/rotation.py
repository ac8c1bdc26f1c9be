"""vectors/rotation: the matrix that turns the plane."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.vectors.pages import MATRICES

TURN = f"{MATRICES}#plane-under-a-matrix"
MATRIX_FACETS = ("matrix", "matrix_2", "matrix_again")


def rotation(theta: float) -> Tensor:
    """The reference: row 0 is where [1, 0] lands, row 1 where [0, 1] does."""
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])


def rotation_cases(draw: Draw) -> list[Case]:
    """Eleven angles, each with a second one, in both default dtypes.

    None but 0 and the quarter turns is near a multiple of a quarter turn, where sines, cosines and
    their signs agree by chance.
    """

    def within(quarter: int) -> float:
        return (quarter + draw.number(0.2, 0.8)) * math.pi / 2

    double = "float64"
    specs = {
        "a small angle": (draw.random.choice((0.4, 0.5, 0.6)), "float32"),
        "between a quarter and half a turn": (within(1), "float32"),
        "between a half and three quarters of a turn": (within(2), double),
        "more than three quarters of a turn": (within(3), "float32"),
        "less than a quarter turn, float64": (within(0), double),
        "a negative angle": (-within(0), "float32"),
        "a negative angle, more than half a turn": (-within(2), double),
        "more than a whole turn": (2 * math.pi + within(1), double),
        "several turns back": (-4 * math.pi - within(1), "float32"),
        "no turn at all": (0.0, double),
        "a quarter turn": (math.pi / 2, "float32"),
    }
    # A second angle that differs from the first also in its quadrant.
    return [
        Case(label, {"theta": theta, "theta_2": theta + within(1), "default_dtype": dtype})
        for label, (theta, dtype) in specs.items()
    ]


_WORDS = {
    "matrix_2": "a second call, with another angle",
    "matrix_kept": "the first result, after a second call with another angle",
    "matrix_again": "the same call again, after its first result was changed",
}


def describe_rotation(case: Case, facet: str) -> str:
    theta = case.inputs["theta_2" if facet == "matrix_2" else "theta"]
    call = f"rotation({theta:.4g})"
    words = f"{call}, {_WORDS[facet]}" if facet in _WORDS else call
    dtype = case.inputs["default_dtype"]
    return f"{words}, with {dtype} as the default dtype" if dtype != "float32" else words


# ---------------------------------------------------------------------------- recognizers


def _found(evidence: Evidence) -> list[Any]:
    return [found for _, _, found, _ in evidence.wrong_values(*MATRIX_FACETS)]


def _returns_nothing(evidence: Evidence) -> bool:
    found = _found(evidence)
    return bool(found) and all(value is None for value in found)


def _not_a_tensor(evidence: Evidence) -> bool:
    return any(not isinstance(value, Tensor) for value in _found(evidence))


def _not_two_by_two(evidence: Evidence) -> bool:
    found = _found(evidence)
    return bool(found) and all(
        isinstance(value, Tensor) and value.shape != (2, 2) for value in found
    )


def _dtype_forced(evidence: Evidence) -> bool:
    """Right up to float32's rounding, with another dtype or too few digits."""
    wrong = list(evidence.wrong_values(*MATRIX_FACETS))
    return bool(wrong) and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and torch.allclose(found.double(), due.double(), 1e-5, 1e-5)
        for _, _, found, due in wrong
    )


def _shared(evidence: Evidence) -> bool:
    first_right = not evidence.wrong_facets & {"matrix", "matrix_2"}
    return first_right and bool(evidence.wrong_facets & {"matrix_kept", "matrix_again"})


def _kept(evidence: Evidence) -> bool:
    """Each wrong answer is one that was given before, for another angle; not all are the same."""
    given: list[Any] = []
    kept = []
    for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        for facet in MATRIX_FACETS:
            if facet in wrong:
                kept.append(any(same(answer[facet], before) for before in given))
            given.append(answer[facet])
    return len(kept) > 2 and all(kept)


def _rounded(evidence: Evidence) -> bool:
    """Whole hundredths, or coarser, near what is due."""
    wrong = list(evidence.wrong_values(*MATRIX_FACETS))
    return bool(wrong) and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and torch.allclose(100 * found.double(), (100 * found.double()).round(), atol=1e-4)
        and (found.double() - due.double()).abs().max().item() < 0.51
        for _, _, found, due in wrong
    )


def _float_for_tensor(evidence: Evidence) -> bool:
    """torch.cos(theta) with a plain float raises "argument 'input' … must be Tensor, not float"."""
    raised = evidence.raised()
    return bool(raised) and all("must be Tensor, not float" in r["text"] for r in raised)


def _refuses(evidence: Evidence) -> bool:
    """Nothing wrong but a ValueError for some of the angles."""
    raised = evidence.raised()
    return evidence.wrong_facets == {"raised"} and all("ValueError" in r["bases"] for r in raised)


def _near(evidence: Evidence) -> bool:
    """Off by less than a hundredth, as with two decimals of π and a turn or two."""
    wrong = list(evidence.wrong_values(*MATRIX_FACETS))
    return bool(wrong) and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and (found.double() - due.double()).abs().max().item() < 0.02
        for _, _, found, due in wrong
    )


# ---------------------------------------------------------------------------- models


def _matrix(rows: Callable[[float, float], list]) -> Callable[[float], Tensor]:
    """Another arrangement of cosine and sine."""
    return lambda theta: torch.tensor(rows(math.cos(theta), math.sin(theta)))


def _turning(angle: Callable[[float], float]) -> Callable[[float], Tensor]:
    """The right matrix for another angle."""
    return lambda theta: rotation(angle(theta))


def _turning_clockwise(angle: Callable[[float], float]) -> Callable[[float], Tensor]:
    return lambda theta: rotation(-angle(theta))


def _small(theta: float) -> Tensor:
    return torch.tensor([[1.0, theta], [-theta, 1.0]])


def _taylor(theta: float) -> Tensor:
    c, s = 1 - theta**2 / 2, theta - theta**3 / 6
    return torch.tensor([[c, s], [-s, c]])


ROTATION_IDEAS = (
    Idea(
        "default-dtype-left",
        "The default dtype is changed for the whole program. Read it, or let torch.tensor do so; "
        "do not set it.",
        TURN,
        when=lambda e: "default_dtype_after" in e.wrong_facets,
    ),
    Idea(
        "float-for-tensor",
        "`torch.cos` and `torch.sin` take tensors, and theta is a plain float. `math.cos` and "
        "`math.sin` take floats.",
        f"{MATRICES}#plane-under-a-matrix",
        when=_float_for_tensor,
    ),
    Idea(
        "returns-nothing",
        "The function returns None. Return the matrix; printing is not returning.",
        TURN,
        when=_returns_nothing,
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. One (2, 2) tensor is due: neither a list nor a NumPy array "
        "nor a function that turns.",
        TURN,
        when=_not_a_tensor,
    ),
    Idea(
        "not-two-by-two",
        "The result does not have the shape (2, 2): two rows, one for where [1, 0] lands and one "
        "for where [0, 1] does.",
        TURN,
        models=(
            lambda theta: rotation(theta)[0],
            lambda theta: rotation(theta).flatten(),
        ),
        when=_not_two_by_two,
    ),
    Idea(
        "result-shared",
        "Two calls hand out the same tensor: who changes one result changes the other. Make a new "
        "tensor in each call.",
        TURN,
        when=_shared,
    ),
    Idea(
        "angle-ignored",
        "The answer is the same matrix whatever the angle. Work it out from theta.",
        TURN,
        models=(
            lambda theta: torch.eye(2),
            lambda theta: torch.tensor([[0.0, 1.0], [-1.0, 0.0]]),
            lambda theta: torch.tensor([[0.0, -1.0], [1.0, 0.0]]),
        ),
    ),
    Idea(
        "answer-cached",
        "A later call gets an earlier one's matrix, though its angle differs.",
        TURN,
        when=_kept,
    ),
    Idea(
        "clockwise",
        "This turns clockwise: it is the matrix of books that write the vector on the right. Here "
        "x stands on the left, and row 0 is where the arrow [1, 0] lands.",
        TURN,
        models=(_turning(lambda theta: -theta),),
    ),
    Idea(
        "degrees",
        "The angle is converted to or from degrees. theta is in radians, which is also what sine "
        "and cosine take: a quarter turn is π/2.",
        TURN,
        models=tuple(
            make(angle)
            for angle in (math.radians, math.degrees)
            for make in (_turning, _turning_clockwise)
        ),
    ),
    Idea(
        "sine-and-cosine-swapped",
        "Sine and cosine have changed places. At theta = 0 nothing turns: [1, 0] stays [1, 0], and "
        "cos 0 is 1.",
        TURN,
        models=(
            _matrix(lambda c, s: [[s, c], [-c, s]]),
            _matrix(lambda c, s: [[s, -c], [c, s]]),
            _matrix(lambda c, s: [[s, c], [c, -s]]),
            _matrix(lambda c, s: [[s, c], [c, s]]),
            _matrix(lambda c, s: [[-s, c], [c, s]]),
        ),
    ),
    Idea(
        "minus-sign-lost",
        "A minus sign is missing, misplaced or too many, so that the matrix mirrors or squeezes "
        "instead of turning. Try a quarter turn: [1, 0] goes up, and [0, 1] goes to the left.",
        TURN,
        models=(
            _matrix(lambda c, s: [[c, s], [s, c]]),
            _matrix(lambda c, s: [[c, -s], [-s, c]]),
            _matrix(lambda c, s: [[c, s], [s, -c]]),
            _matrix(lambda c, s: [[-c, s], [s, c]]),
            _matrix(lambda c, s: [[-c, s], [-s, -c]]),
            _matrix(lambda c, s: [[-c, -s], [s, -c]]),
        ),
    ),
    Idea(
        "another-angle",
        "It turns by another angle: twice or half as far, or as if theta counted turns. theta "
        "radians are due, as they come.",
        TURN,
        models=(
            _turning(lambda theta: 2 * theta),
            _turning(lambda theta: theta / 2),
            _turning(lambda theta: 2 * math.pi * theta),
            _turning(lambda theta: math.pi * theta),
            _turning(lambda theta: theta + math.pi / 2),
        ),
    ),
    Idea(
        "sine-sign-lost",
        "Right for some angles and turned the wrong way for others: a root or an absolute value "
        "has lost the sign of the sine or of the angle.",
        TURN,
        models=(
            _turning(abs),
            _matrix(lambda c, s: [[c, abs(s)], [-abs(s), c]]),
            _matrix(lambda c, s: [[abs(c), s], [-s, abs(c)]]),
        ),
    ),
    Idea(
        "angle-cut",
        "The angle is cut to half a turn, or to one. Sine and cosine take any angle and come round "
        "by themselves.",
        TURN,
        models=(
            _turning(lambda theta: theta % math.pi),
            _turning(lambda theta: max(-2 * math.pi, min(2 * math.pi, theta))),
            _turning(lambda theta: max(-math.pi, min(math.pi, theta))),
            _turning(lambda theta: max(0.0, theta)),
        ),
    ),
    Idea(
        "refuses-angles",
        "Some angles are refused. Negative ones and those beyond a whole turn are angles too.",
        TURN,
        when=_refuses,
    ),
    Idea(
        "small-angle",
        "An approximation for small angles stands in for sine and cosine. For large ones it is far "
        "off.",
        TURN,
        models=(_small, _taylor),
    ),
    Idea(
        "other-functions",
        "Other functions stand where sine and cosine belong, such as the tangent or the hyperbolic "
        "ones. An arrow of length 1 keeps its length when it turns.",
        TURN,
        models=(
            lambda theta: torch.tensor(
                [[math.cosh(theta), math.sinh(theta)], [-math.sinh(theta), math.cosh(theta)]]
            ),
            lambda theta: _small(math.tan(theta)),
        ),
    ),
    Idea(
        "dtype-forced",
        "The matrix has one fixed dtype, or its numbers went through one. Ask for the default "
        "dtype in each call; torch.tensor does that by itself, NumPy does not.",
        TURN,
        when=_dtype_forced,
    ),
    Idea(
        "rounded",
        "The angle or the entries are rounded. Keep every digit; rounding is for showing numbers "
        "only.",
        TURN,
        models=(
            _turning(int),
            _turning(round),
            lambda theta: torch.round(rotation(theta), decimals=2),
            lambda theta: torch.round(rotation(theta), decimals=3),
            lambda theta: torch.round(rotation(theta)),
        ),
        when=_rounded,
    ),
    Idea(
        "pi-too-short",
        "The matrix is off by a little, as if π were 3.14. Use math.pi, or do without it.",
        TURN,
        models=(_turning(lambda theta: theta % 6.28),),
        when=_near,
    ),
)

ROTATION_CHECK = Check(
    name="vectors/rotation",
    takes="rotation",
    kind="function",
    parts=(Part("the rotation", 3),),
    cases=rotation_cases,
    reference=rotation,
    answers=frozenset(MATRIX_FACETS),
    ideas=ROTATION_IDEAS,
    describe=describe_rotation,
    page=TURN,
)
