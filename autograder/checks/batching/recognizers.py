"""Signatures of wrong ideas that several checks of this chapter share.

A case of this chapter has the input ``fits``: whether an answer is due, or a ValueError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Evidence, same

When = Callable[[Evidence], bool]
Wrong = tuple[Case, list[str], dict, dict]  # case, wrong facets, answer, truth


def fitting(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    """Case, answer and truth where an answer is due."""
    return [row for row in evidence.rows() if row[0].inputs["fits"]]


def wrong_in_fitting(evidence: Evidence) -> list[Wrong]:
    """The same where something is wrong."""
    return [
        (case, wrong, answer, truth)
        for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if wrong and case.inputs["fits"]
    ]


def outcomes(evidence: Evidence) -> list[tuple[Case, str]]:
    """What became of the calls where a ValueError is due."""
    return [
        (case, str(answer.get("outcome")))
        for case, answer, _ in evidence.rows()
        if not case.inputs["fits"]
    ]


def wrong_facets(*facets: str) -> When:
    """One of ``facets`` is wrong, in whatever case."""
    return lambda evidence: bool(evidence.wrong_facets & set(facets))


def returns_nothing(facet: str) -> When:
    return lambda evidence: any(a.get(facet, 0) is None for _, a, _ in fitting(evidence))


def not_a_tensor(facet: str) -> When:
    """What came back is a list, an array, a number… and no tensor that can be looked at."""

    def when(evidence: Evidence) -> bool:
        found = [answer[facet] for _, answer, _ in fitting(evidence) if facet in answer]
        return any(not isinstance(value, Tensor) for value in found)

    return when


def only_where(case_holds: Callable[[Case], bool], raised: bool | None = None) -> When:
    """Whatever is wrong is wrong where ``case_holds``; with or without exceptions, if said."""

    def when(evidence: Evidence) -> bool:
        wrong = wrong_in_fitting(evidence)
        return bool(wrong) and all(
            case_holds(case) and raised in (None, facets[-1] == "raised")
            for case, facets, _, _ in wrong
        )

    return when


def tensors(value: Any) -> list[Tensor]:
    """All the tensors in a case's inputs."""
    if isinstance(value, Tensor):
        return [value]
    if isinstance(value, dict):
        return [tensor for item in value.values() for tensor in tensors(item)]
    return []


def is_double(case: Case) -> bool:
    return any(tensor.dtype == torch.float64 for tensor in tensors(case.inputs))


def dtype_forced(evidence: Evidence) -> bool:
    """Right in one dtype; in the other another dtype, too few digits, or a refusal to mix."""
    wrong = wrong_in_fitting(evidence)
    return len({is_double(case) for case, *_ in wrong}) == 1 and all(
        _of_dtype(facets[0], answer, truth) for _, facets, answer, truth in wrong
    )


def digits_lost(evidence: Evidence) -> bool:
    """In all dtypes alike: nearly right, as after a detour through float16."""
    wrong = wrong_in_fitting(evidence)
    return bool(wrong) and all(
        _of_dtype(facets[0], answer, truth) for _, facets, answer, truth in wrong
    )


def _of_dtype(facet: str, answer: dict, truth: dict) -> bool:
    found, due = answer.get(facet), truth.get(facet)
    if facet == "raised":
        return any(word in found["text"] for word in ("dtype", "Double", "double", "Float"))
    if isinstance(found, Tensor) and isinstance(due, Tensor) and found.shape == due.shape:
        size = due.double().abs().amax().item() if due.numel() else 0.0
        near = torch.allclose(found.double(), due.double(), 0, 5e-3 * max(1.0, size))
        return near or found.dtype != due.dtype and found.numel() == 0
    return facet.endswith("_flow")


def detached(facet: str) -> When:
    """Every answer is right, and nothing or not everything flows back."""

    def when(evidence: Evidence) -> bool:
        answers = evidence.check.answers | {"raised"}
        return facet in evidence.wrong_facets and not any(
            answers.intersection(facets) for _, facets, _, _ in wrong_in_fitting(evidence)
        )

    return when


def answer_cached(*facets: str) -> When:
    """Each wrong answer is one that was given before, for other numbers."""

    def when(evidence: Evidence) -> bool:
        given: list[Any] = []
        found = []
        for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
            for facet in facets:
                if facet in answer:
                    if facet in wrong:
                        found.append(any(same(answer[facet], before) for before in given))
                    given.append(answer[facet])
        return len(found) > 2 and all(found)

    return when


def refuses(evidence: Evidence) -> bool:
    """Nothing but a ValueError, and for what fits."""
    wrong = wrong_in_fitting(evidence)
    return bool(wrong) and all(
        facets == ["raised"] and "ValueError" in answer["raised"]["bases"]
        for _, facets, answer, _ in wrong
    )


def no_error(evidence: Evidence) -> bool:
    """Right where an answer is due, and somewhere no error where one is."""
    found = [said for _, said in outcomes(evidence)]
    return not wrong_in_fitting(evidence) and "no error" in found


def wrong_error(evidence: Evidence) -> bool:
    found = {said for _, said in outcomes(evidence)}
    return not wrong_in_fitting(evidence) and bool(found - {"no error", "ValueError"})


def squeezed(facet: str) -> When:
    """Every wrong answer has the numbers that are due, without a dimension of size one."""

    def when(evidence: Evidence) -> bool:
        wrong = wrong_in_fitting(evidence)
        return bool(wrong) and all(
            _lacks_a_one(answer.get(facet), truth[facet]) for _, _, answer, truth in wrong
        )

    return when


def _lacks_a_one(found: Any, due: Tensor) -> bool:
    return (
        isinstance(found, Tensor)
        and found.dim() < due.dim()
        and found.numel() == due.numel() > 0
        and same(found.reshape(due.shape), due)
    )


def words_for(takes: str, words: dict[str, str], endings: dict[str, str]) -> Callable:
    """A check's ``describe``: the call, and what of it a facet is about."""

    def describe(case: Case, facet: str) -> str:
        for ending, more in endings.items():
            first = facet.removesuffix(ending)
            if first != facet and first in words:
                return f"{takes}: {words[first]}{more}"
        return f"{takes}: {words[facet]}" if facet in words else takes

    return describe


ENDINGS = {
    "_second": " of a second call with other numbers",
    "_flow": ": the gradient that flows through it back to the arguments",
}
