"""What the checks of dot, vecmat and compose share: cases, words, recognizers, ideas.

All three take two tensors and give one, and their probes report the same facets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Draw, Evidence, Idea, Part, same

Shape = tuple[int, ...]

ANSWERS = frozenset({"result", "result_2"})
# The state of the arguments after a call, and of the program.
_WRITTEN = frozenset({"arguments_after", "arguments_require_grad_after"})


def fitting_case(
    draw: Draw,
    label: str,
    names: tuple[str, str],
    shapes: tuple[Shape, Shape],
    result: Shape,
    *,
    dtype: str = "float32",
    layout: str = "contiguous",
    readable: bool = False,
    values: tuple[Tensor, Tensor] | None = None,
    values_2: tuple[Tensor, Tensor] | None = None,
    tags: tuple[str, ...] = (),
) -> Case:
    """Two arguments called ``names`` with a result of shape ``result``.

    They are ``values`` if given, else drawn. Others of the same shapes are for a second call,
    ``values_2`` if given, and ``upstream`` is what is sent back through its result.
    """
    if readable:
        values = tuple(draw.readable(*shape) for shape in shapes)
    first, others = (
        dict(zip(names, given or [draw.tensor(*s, dtype=dtype) for s in shapes], strict=True))
        for given in (values, values_2)
    )
    inputs = {
        **first,
        "fits": True,
        "layout": layout,
        "others": others,
        "upstream": draw.tensor(*result, dtype=dtype),
    }
    return Case(label, inputs, frozenset({"fits", *tags}))


def cancelling(draw: Draw, k: int, *columns: int, rows: Shape = ()) -> dict[str, Any]:
    """What a fitting case is made of in float64 where terms are 1000 times the size of their sum.

    The shapes are (*rows, 2k) and (2k, *columns). Who rounds to float32 on the way is off by some
    300 times the tolerance, which is about as wide as float32's rounding of a single number. By
    luck a sum comes out right about once in 300; the two calls of a case are drawn separately.
    """

    def pair() -> tuple[Tensor, Tensor]:
        left = 1000 * draw.tensor(*rows, k, dtype="float64")
        right = draw.tensor(k, *columns, dtype="float64")
        rest = draw.tensor(k, *columns, dtype="float64") / 1000
        return torch.cat([left, left], dim=-1), torch.cat([right, rest - right])

    return {"dtype": "float64", "values": pair(), "values_2": pair(), "tags": ("cancelling",)}


def misfit_case(
    draw: Draw, label: str, names: tuple[str, str], shapes: tuple[Shape, Shape], *tags: str
) -> Case:
    values = {name: draw.tensor(*shape) for name, shape in zip(names, shapes, strict=True)}
    return Case(label, {**values, "fits": False}, frozenset({"refused", *tags}))


def parts(answer: str) -> tuple[Part, Part]:
    """Two points for right answers, one more for refusing what does not fit."""
    return (
        Part(answer, 2, tag="fits"),
        Part("refuses shapes that do not fit", 1, tag="refused", needs=(answer,)),
    )


# ---------------------------------------------------------------------------- words

_WORDS = {
    "arguments_after": "the arguments after the call",
    "arguments_require_grad_after": "requires_grad of the arguments after the call",
    "result_2": "a second call, with other numbers",
    "flow": "the gradient that flows through it back to the arguments",
    "result_kept": "the result, after a second call and after the arguments were changed",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
}


def describe(call: str) -> Callable[[Case, str], str]:
    """The words for the facets of ``call``, such as "dot(u, v)"."""
    return lambda case, facet: f"{call}: {_WORDS[facet]}" if facet in _WORDS else call


def show(*names: str) -> Callable[[Case, str], dict[str, Any]]:
    """The arguments called ``names``, of the second call where a facet is about it.

    For errors their shapes.
    """

    def shown(case: Case, facet: str) -> dict[str, Any]:
        given = case.inputs["others"] if facet in ("result_2", "flow") else case.inputs
        if facet in ("outcome", "raised"):
            return {f"{name}.shape": tuple(given[name].shape) for name in names}
        return {name: given[name] for name in names}

    return shown


# ---------------------------------------------------------------------------- recognizers


def fitting(evidence: Evidence) -> list[tuple[Case, list[str], dict, dict]]:
    """(case, what is wrong, answer, truth) where the shapes fit and something is wrong."""
    return [
        (case, wrong, answer, truth)
        for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if wrong and case.inputs["fits"]
    ]


def outcomes(evidence: Evidence, tag: str = "refused") -> list[str]:
    """What became of the calls that are due to be refused, where the cases have ``tag``."""
    return [answer.get("outcome", "") for case, answer, _ in evidence.rows() if tag in case.tags]


def results(evidence: Evidence) -> list[Any]:
    """The wrong results, of whatever type."""
    return [found for _, _, found, _ in evidence.wrong_values("result", "result_2")]


def returns_nothing(evidence: Evidence) -> bool:
    found = results(evidence)
    return bool(found) and all(value is None for value in found)


def not_a_tensor(evidence: Evidence) -> bool:
    return any(not isinstance(value, Tensor) for value in results(evidence))


def _values_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & (ANSWERS | {"raised"})


def _detached(evidence: Evidence) -> bool:
    return _values_right(evidence) and "flow" in evidence.wrong_facets


def _shared(evidence: Evidence) -> bool:
    return "result" not in evidence.wrong_facets and "result_kept" in evidence.wrong_facets


def _grad_mode_left(evidence: Evidence) -> bool:
    return bool(evidence.wrong_facets & {"grad_mode_after", "grad_mode_kept"})


def dtype_forced(evidence: Evidence) -> bool:
    """Right in one dtype; in the other the wrong dtype, or too few digits, or a refusal to mix.

    Whether gradients flow does not count: who puts numbers into a new tensor loses both.
    """
    wrong = [row for row in fitting(evidence) if not (ANSWERS | {"raised"}).isdisjoint(row[1])]
    dtypes = {case.inputs["upstream"].dtype for case, *_ in wrong}
    return len(dtypes) == 1 and all(
        _of_dtype(facets[0], answer, truth) for _, facets, answer, truth in wrong
    )


def _of_dtype(facet: str, answer: dict, truth: dict) -> bool:
    found, due = answer.get(facet), truth.get(facet)
    if facet == "raised":
        return any(word in found["text"] for word in ("dtype", "Double", "double", "Float"))
    if isinstance(found, Tensor) and isinstance(due, Tensor) and found.shape == due.shape:
        # Rounding to float32 of terms up to 2000, and no further.
        near = torch.allclose(found.double(), due.double(), 1e-4, 5e-3)
        return near and found.is_floating_point()
    return False


def _kept(evidence: Evidence) -> bool:
    """Each wrong answer is one that was given before, for other numbers; zeros do not count."""
    given: list[Any] = []
    kept = []
    for (case, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        for facet in ("result", "result_2") if case.inputs["fits"] else ():
            value = answer.get(facet)
            if facet in wrong:
                again = any(same(value, before) for before in given)
                kept.append(again and not (isinstance(value, Tensor) and not value.any()))
            given.append(value)
    return len(kept) > 2 and all(kept)


def _refuses(evidence: Evidence) -> bool:
    """Nothing wrong but a ValueError, and for shapes that fit."""
    wrong = fitting(evidence)
    return bool(wrong) and all(
        facets == ["raised"] and "ValueError" in answer["raised"]["bases"]
        for _, facets, answer, _ in wrong
    )


def _no_error(evidence: Evidence) -> bool:
    return not fitting(evidence) and "no error" in outcomes(evidence)


def _truncates(evidence: Evidence) -> bool:
    """No error where one argument is longer, and neither can be stretched; dimensions do count."""
    return (
        not fitting(evidence)
        and "no error" in outcomes(evidence, "longer")
        and "no error" not in outcomes(evidence, "dimensions")
    )


def _unchecked(evidence: Evidence) -> bool:
    """Some shapes that do not fit pass, and others raise what PyTorch raises, say."""
    return _no_error(evidence) and _wrong_error(evidence)


def _wrong_error(evidence: Evidence) -> bool:
    return not fitting(evidence) and bool(set(outcomes(evidence)) - {"ValueError", "no error"})


# ---------------------------------------------------------------------------- the ideas


def idea_returns_nothing(page: str, what: str) -> Idea:
    hint = f"The function returns None. Return {what}; printing is not returning."
    return Idea("returns-nothing", hint, page, when=returns_nothing)


def ideas_of_state(page: str) -> tuple[Idea, ...]:
    """What a call may not leave behind. They come first, since what follows from them is odd."""
    return (
        Idea(
            "input-mutated",
            "An argument is written into: `*=`, `+=`, out= and methods that end in an underscore "
            "do that. Make new tensors, and leave what is given as it was.",
            page,
            when=lambda e: bool(e.wrong_facets & _WRITTEN),
        ),
        Idea(
            "grad-mode-left",
            "Gradients are switched on or off afterwards, for the whole program. Leave that "
            "switch alone; nothing here needs it.",
            page,
            when=_grad_mode_left,
        ),
        Idea(
            "result-shared",
            "A result shares its memory with an argument or with an earlier result: who changes "
            "one changes the other. Return a new tensor from each call.",
            page,
            when=_shared,
        ),
        Idea(
            "answer-cached",
            "A later call gets an earlier one's answer, though its numbers differ. Compute anew "
            "in each call.",
            page,
            when=_kept,
        ),
    )


def ideas_of_type(page: str) -> tuple[Idea, ...]:
    """Right numbers in the wrong form."""
    return (
        Idea(
            "detached",
            "The values are right, but gradients do not flow back to both arguments. `.item()`, "
            "`.tolist()`, `.detach()`, NumPy and `torch.tensor(…)` around numbers cut the way "
            "back; compute with the tensors themselves.",
            page,
            when=_detached,
        ),
        Idea(
            "dtype-forced",
            "The result is right in one dtype only. A fresh `torch.zeros`, or `torch.tensor` "
            "around plain numbers, is float32 whatever the arguments are, and `.float()` and "
            "`.double()` force one dtype; go by the arguments'.",
            page,
            when=dtype_forced,
        ),
    )


def ideas_of_refusal(page: str, rule: str, truncates: bool) -> tuple[Idea, ...]:
    """What becomes of shapes that do not fit; ``rule`` says which do."""
    return (
        Idea(
            "refuses-what-fits",
            f"Arguments that fit are refused. {rule} Nothing else is asked of the shapes.",
            page,
            when=_refuses,
        ),
        *(_idea_truncates(page) for _ in range(truncates)),
        Idea(
            "shapes-unchecked",
            "Some shapes that do not fit pass without an error, and others raise another exception "
            f"than ValueError. {rule} Check that before you compute, and raise a ValueError if it "
            "does not hold.",
            page,
            when=_unchecked,
        ),
        Idea(
            "no-error-on-mismatch",
            "Shapes that do not fit pass without an error; broadcasting stretches a size of 1, and "
            f"cutting or turning hides what is wrong. {rule} Otherwise raise a ValueError.",
            page,
            when=_no_error,
        ),
        Idea(
            "wrong-error-type",
            "Shapes that do not fit raise another exception than ValueError. Compare the shapes "
            "yourself before you compute, and raise a ValueError with a message.",
            page,
            when=_wrong_error,
        ),
    )


def _idea_truncates(page: str) -> Idea:
    return Idea(
        "truncates",
        "Where one argument is longer than the other, the rest of it is dropped without a word: "
        "`zip` and `min` end with the shorter one. Compare the lengths first, and raise a "
        "ValueError.",
        page,
        when=_truncates,
    )


ROUNDINGS: tuple[Callable[[Tensor], Tensor], ...] = (
    torch.round,
    torch.trunc,
    lambda value: value.long(),
    lambda value: torch.round(value, decimals=1),
    lambda value: torch.round(value, decimals=2),
)


def rounded(evidence: Evidence) -> bool:
    """Whole numbers, or nearly what is due: within half of a first decimal, unless terms cancel."""
    wrong = [
        row
        for row in evidence.wrong_values("result", "result_2")
        if "cancelling" not in row[0].tags
    ]
    return len(wrong) > 2 and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and (not found.is_floating_point() or _near(found, due))
        for _, _, found, due in wrong
    )


def _near(found: Tensor, due: Tensor) -> bool:
    return (found.double() - due.double()).abs().max().item() < 0.051
