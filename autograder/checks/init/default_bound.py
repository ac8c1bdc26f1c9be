"""init/default-bound: between which bounds PyTorch draws the numbers of a new layer."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.init.pages import BOUND, DOES, RECIPES


def default_bound(in_features: int) -> float:
    """The reference: one over the root of the number of inputs."""
    return 1 / math.sqrt(in_features) if in_features else 0.0


CALLS = ("bound", "other", "again")


def default_bound_cases(draw: Draw) -> list[Case]:
    """Ten numbers of inputs: none, one, squares and others, small and large."""
    root, other_root = draw.sizes(2, 4, 30)
    sizes = {
        "a few inputs": draw.random.choice((2, 3, 5, 6, 7, 8)),
        "a square number of inputs": root**2,
        "one more than a square number": other_root**2 + 1,
        "some ten inputs": draw.random.choice((10, 11, 12, 13, 14, 15)),
        "some hundred inputs": draw.random.choice((101, 127, 149, 173, 191)),
        "some thousand inputs": draw.random.randint(1025, 1087),
        "some ten thousand inputs": draw.random.randint(10_001, 10_100),
        "a million inputs and more": draw.random.randint(10**6 + 1, 3 * 10**6),
        "one input": 1,
        "no inputs": 0,
    }
    others = draw.sizes(len(sizes), 17, 90)
    return [
        Case(label, {"in_features": size, "other": other})
        for (label, size), other in zip(sizes.items(), others, strict=True)
    ]


def derive_bound(case: Case, seen: dict) -> dict:
    """Floats as tensors, which are compared by value; for no inputs the int 0 is as good."""
    facets = dict(seen)
    for name in CALLS:
        value = facets.get(name)
        if case.inputs["in_features"] == 0 and type(value) is int and value == 0:
            facets[f"{name}_type"], value = "float", 0.0
        if type(value) is float:
            facets[name] = torch.tensor(value, dtype=torch.float64)
    return facets


def describe_bound(case: Case, facet: str) -> str:
    name = facet.removesuffix("_type")
    size = case.inputs["other" if name == "other" else "in_features"]
    what = f"default_bound({size})"
    return f"the type of {what}" if facet.endswith("_type") else what


# ---------------------------------------------------------------------------- recognizers


def _formulas(*functions: Callable[[int], Any]) -> tuple[Callable, ...]:
    """Functions of a positive number of inputs; 0 for none."""

    def guard(function: Callable) -> Callable:
        return lambda in_features: function(in_features) if in_features else 0.0

    return tuple(guard(function) for function in functions)


def _asked(case: Case, facet: str) -> int:
    return case.inputs["other" if facet.startswith("other") else "in_features"]


def _wrong(evidence: Evidence) -> list[tuple[int, Any, Any]]:
    """(number of inputs, found, due) for each wrong number."""
    return [
        (_asked(case, facet), found, due) for case, facet, found, due in evidence.wrong_values()
    ]


def _only_zero(evidence: Evidence) -> bool:
    """Wrong for no inputs and right for all others."""
    wrong = [case for case, facets in zip(evidence.cases, evidence.wrong, strict=True) if facets]
    return all(case.inputs["in_features"] == 0 for case in wrong)


def _returns(*types: type) -> Callable[[Evidence], bool]:
    def when(evidence: Evidence) -> bool:
        found = [value for _, _, value, _ in evidence.wrong_values()]
        return bool(found) and all(isinstance(value, types) for value in found)

    return when


def _returns_nothing(evidence: Evidence) -> bool:
    found = [value for _, _, value, _ in evidence.wrong_values()]
    return len(found) > 3 and all(value is None for value in found)


def _not_a_float(evidence: Evidence) -> bool:
    return any(
        found not in ("float", "NoneType")
        for _, _, found, _ in evidence.wrong_values(*(f"{name}_type" for name in CALLS))
    )


def _off_by_constant(evidence: Evidence) -> bool:
    """As for a number of inputs that is larger or smaller, always by as much."""
    shifts = [float(found) ** -2 - size for size, found, _ in _wrong(evidence) if 1 < size < 2000]
    return len(shifts) > 4 and 0.01 < abs(shifts[0]) < 3 and max(shifts) - min(shifts) < 0.01


def _rounded_root(evidence: Evidence) -> bool:
    """One over a whole number, or what // leaves of it; right for one input at least."""
    inverse = [1 / float(found) if found else 0.0 for _, found, _ in _wrong(evidence)]
    close = all(
        not found or abs(float(found) / float(due) - 1) < 0.5
        for size, found, due in _wrong(evidence)
        if size
    )
    one_right = all(size != 1 for size, _, _ in _wrong(evidence))
    return (
        one_right
        and bool(inverse)
        and close
        and all(abs(n - round(n)) < 1e-9 * max(n, 1) for n in inverse)
    )


def _digits_lost(evidence: Evidence) -> bool:
    """Nearly right, to some decimal place or some digits."""
    wrong = _wrong(evidence)
    return len(wrong) > 3 and all(
        isinstance(found, Tensor) and abs(float(found) - float(due)) <= 6e-3
        for _, found, due in wrong
    )


def _constant(evidence: Evidence) -> bool:
    """One and the same number for all numbers of inputs; 0 only if for one input too."""
    found = [float(value) for size, value, _ in _wrong(evidence) if size]
    always = found[:1] != [0.0] or any(size == 1 for size, _, _ in _wrong(evidence))
    return always and len(found) > 5 and max(found) - min(found) < 1e-12


def _slope(gain_squared: float) -> Callable[[int], float]:
    return lambda n: math.sqrt(3 * gain_squared / n)


DEFAULT_BOUND_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None: a print shows a number and does not hand it on. Return it.",
        BOUND,
        when=_returns_nothing,
    ),
    Idea(
        "pair-returned",
        "Both ends of the range come back. The bound is one number: the range goes as far below 0 "
        "as above.",
        BOUND,
        when=_returns(list, tuple),
    ),
    Idea(
        "zero-forgotten",
        "A layer without inputs is the one case that goes wrong: there is nothing to divide by, "
        "and the bound is 0.",
        BOUND,
        when=_only_zero,
    ),
    Idea(
        "not-a-float",
        "The value is not a Python float. For a tensor with one number, item() gives it.",
        BOUND,
        when=_not_a_float,
    ),
    Idea(
        "std-for-bound",
        "This is the standard deviation. Numbers spread evenly reach further than that, by the "
        "root of 3.",
        BOUND,
        models=_formulas(lambda n: 1 / math.sqrt(3 * n)),
    ),
    Idea(
        "another-recipe",
        "This belongs to He's, Xavier's or LeCun's recipe. PyTorch's default is smaller than "
        "those: the a in its source makes the gain smaller than 1.",
        RECIPES,
        models=_formulas(
            lambda n: math.sqrt(6 / n),
            lambda n: math.sqrt(2 / n),
            lambda n: math.sqrt(3 / n),
            _slope(2 / (1 + 0.01**2)),  # a leaky ReLU's usual slope, which is nearly He's
        ),
    ),
    Idea(
        "slope-wrong",
        "The gain comes from another slope. In the source a is the root of 5, and the gain has the "
        "root of 1 + a² below the line.",
        BOUND,
        models=_formulas(
            _slope(2 / (1 + 5**2)),
            _slope(2 / (1 + math.sqrt(5))),
            _slope(2 / 5),
        ),
    ),
    Idea(
        "root-forgotten",
        "A root is missing: this is a variance, or the square of the bound.",
        BOUND,
        models=_formulas(lambda n: 1 / n, lambda n: 1 / (3 * n)),
    ),
    Idea(
        "power-precedence",
        "** binds more tightly than /, so n ** -1 / 2 is half of 1/n. The power needs "
        "parentheses, or 0.5.",
        BOUND,
        models=_formulas(lambda n: 1 / (2 * n)),
    ),
    Idea(
        "upside-down",
        "This grows with the number of inputs. The more inputs an output listens to, the smaller "
        "their weights have to be.",
        f"{DOES}#variance-of-a-sum",
        models=_formulas(math.sqrt),
    ),
    Idea(
        "width-for-bound",
        "This is the width of a range, or half a bound. The range goes from minus the bound to the "
        "bound.",
        BOUND,
        models=_formulas(lambda n: 2 / math.sqrt(n), lambda n: 0.5 / math.sqrt(n)),
    ),
    Idea(
        "lower-end",
        "This is the lower end of the range. The bound is the upper one, a positive number.",
        BOUND,
        models=_formulas(lambda n: -1 / math.sqrt(n)),
    ),
    Idea(
        "off-by-one",
        "The number of inputs is changed before it is used: something is added or taken off. The "
        "bias does not count as an input.",
        BOUND,
        when=_off_by_constant,
    ),
    Idea(
        "answer-kept",
        "The answer is the same for other numbers of inputs. Work it out from in_features each "
        "time.",
        BOUND,
        when=_constant,
    ),
    Idea(
        "root-rounded",
        "The root has become a whole number, by isqrt, round or //, so that only squares come out "
        "right.",
        BOUND,
        when=_rounded_root,
    ),
    Idea(
        "digits-lost",
        "Digits are lost on the way: by rounding, or through a type that holds fewer. Return the "
        "number as it is.",
        BOUND,
        when=_digits_lost,
    ),
)

DEFAULT_BOUND_CHECK = Check(
    name="init/default-bound",
    takes="default_bound",
    kind="function",
    parts=(Part("the bound", 2),),
    cases=default_bound_cases,
    reference=default_bound,
    answers=frozenset(CALLS),
    ideas=DEFAULT_BOUND_IDEAS,
    describe=describe_bound,
    page=BOUND,
    derive=derive_bound,
)
