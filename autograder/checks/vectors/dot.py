"""vectors/dot: the dot product of two vectors, built from multiplication and addition."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, same
from autograder.checks.vectors.pages import VECTORS
from autograder.checks.vectors.products import (
    ANSWERS,
    ROUNDINGS,
    cancelling,
    describe,
    fitting,
    fitting_case,
    idea_returns_nothing,
    ideas_of_refusal,
    ideas_of_state,
    ideas_of_type,
    misfit_case,
    not_a_tensor,
    parts,
    rounded,
    show,
)
from autograder.probes.watch import PRODUCTS

NAMES = ("u", "v")


def dot(u: Tensor, v: Tensor) -> Tensor:
    """The reference: the products of entries in the same place, added up."""
    if u.dim() != 1 or v.dim() != 1 or len(u) != len(v):
        raise ValueError("two vectors of the same length are needed")
    return (u * v).sum()


def dot_cases(draw: Draw) -> list[Case]:
    """Ten pairs that fit, one of them good to read, two of them empty; and eight that do not."""
    n, m, k, j = draw.sizes(4, 3, 9)
    apart, few = draw.tensor(m), draw.random.randint(2, 3)
    once = draw.tensor(k, dtype="float64")
    specs = {
        "two short vectors": (3, {"readable": True}),
        "float64": (n, {"dtype": "float64"}),
        "terms that nearly cancel, float64": (2 * few, cancelling(draw, few)),
        "vectors that point apart": (m, {"values": (apart, -apart * draw.tensor(m).abs())}),
        "with gaps in memory": (k, {"layout": "strided"}),
        "the same vector twice": (
            k,
            {"dtype": "float64", "layout": "shared", "values": (once, once)},
        ),
        "one entry each": (1, {}),
        "one entry each, float64": (1, {"dtype": "float64"}),
        "no entries": (0, {}),
        "no entries, float64": (0, {"dtype": "float64"}),
    }
    misfits = {
        "the second vector is longer": ((j,), (j + 1,), "longer"),
        "the first vector is longer": ((j + 2,), (j,), "longer"),
        "the second vector has one entry, the first several": ((j,), (1,)),
        "the first vector has one entry, the second several": ((1,), (j,)),
        "the second vector is empty": ((j,), (0,)),
        "two matrices": ((j, j), (j, j), "dimensions"),
        "a column and a vector": ((j, 1), (j,), "dimensions"),
        "two numbers without dimensions": ((), (), "dimensions"),
    }
    return [
        *(
            fitting_case(draw, label, NAMES, ((size,), (size,)), (), **extra)
            for label, (size, extra) in specs.items()
        ),
        *(
            misfit_case(draw, label, NAMES, (first, second), *tags)
            for label, (first, second, *tags) in misfits.items()
        ),
    ]


# ---------------------------------------------------------------------------- recognizers


def _only_empty_wrong(evidence: Evidence) -> bool:
    wrong = fitting(evidence)
    return bool(wrong) and all(case.inputs["u"].numel() == 0 for case, *_ in wrong)


def _one_number_too_deep(evidence: Evidence) -> bool:
    """The right number, in a tensor that has dimensions."""
    wrong = list(evidence.wrong_values("result", "result_2"))
    return len(wrong) > 2 and all(
        isinstance(found, Tensor)
        and found.dim() > 0
        and found.numel() == 1
        and same(found.reshape(()), due)
        for _, _, found, due in wrong
    )


def _total_kept(evidence: Evidence) -> bool:
    """The second result still has the first one in it."""
    pairs = [
        (answer["result_2"] - answer["result"], truth["result_2"])
        for _, wrong, answer, truth in fitting(evidence)
        if "result_2" in wrong
    ]
    return len(pairs) > 2 and all(torch.allclose(gain, due, 1e-4, 1e-4) for gain, due in pairs)


# ---------------------------------------------------------------------------- models

Formula = Callable[[Tensor, Tensor], Tensor]


def _computes(*formulas: Formula) -> Callable[[Evidence], bool]:
    """Whether one of ``formulas`` gives all the answers for vectors with entries.

    For empty ones it may divide by zero or take what is not there, in whatever way.
    """
    return lambda evidence: any(_all_by(formula, evidence) for formula in formulas)


def _all_by(formula: Formula, evidence: Evidence) -> bool:
    rows = [row for row in evidence.rows() if row[0].inputs["fits"] and row[0].inputs["u"].numel()]
    return all(
        facet in answer
        and torch.allclose(answer[facet], formula(given["u"], given["v"]), equal_nan=True)
        for case, answer, _ in rows
        for facet, given in (("result", case.inputs), ("result_2", case.inputs["others"]))
    )


def _idea(name: str, hint: str, section: str, *models: Formula) -> Idea:
    page = f"{VECTORS}#{section}"
    return Idea(name, hint, page, models=models, when=_computes(*models))


def _length(vector: Tensor) -> Tensor:
    return (vector * vector).sum().sqrt()


def _without(place: int):
    """The dot product with the entry at ``place`` left out."""

    def model(u: Tensor, v: Tensor) -> Tensor:
        terms = u * v
        return terms.sum() - terms[place] if len(terms) else terms.sum()

    return model


def _only(place: int):
    return lambda u, v: (u * v)[place] if len(u) else (u * v).sum()


DOT_IDEAS = (
    Idea(
        "empty-vectors",
        "Vectors without entries go wrong. Nothing added up gives 0, and that too is a tensor "
        "without dimensions, in the dtype of the arguments; Python's 0 is not.",
        f"{VECTORS}#dot-product",
        when=_only_empty_wrong,
    ),
    idea_returns_nothing(f"{VECTORS}#dot-product", "the number"),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. `.item()` and `.tolist()` make plain Python numbers, NumPy "
        "its own; leave them out, and the sum is a tensor without dimensions.",
        f"{VECTORS}#dot-product",
        when=not_a_tensor,
    ),
    *ideas_of_state(f"{VECTORS}#dot-product"),
    Idea(
        "total-kept",
        "The total of an earlier call is still in the answer. Start from nothing in each call.",
        f"{VECTORS}#dot-product",
        when=_total_kept,
    ),
    Idea(
        "elementwise-result",
        "The entries are multiplied pair by pair, and the products are left side by side. Add "
        "them up: two vectors give one number.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: u * v,),
    ),
    Idea(
        "not-zero-dimensional",
        "The number is right, but it sits in a tensor with dimensions. One number has the shape "
        "(); keepdim, or a total that starts with one entry, keeps too much.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: (u * v).sum(0, keepdim=True),),
        when=_one_number_too_deep,
    ),
    Idea(
        "outer-product",
        "Every entry of u meets every entry of v, which makes a table. Only entries in the same "
        "place belong together.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: u[:, None] * v,),
    ),
    Idea(
        "sums-multiplied",
        "Each vector is added up before anything is multiplied, or every entry meets every other. "
        "Multiply pair by pair first, as if apples and pears had prices of their own.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: u.sum() * v.sum(),),
    ),
    Idea(
        "product-for-sum",
        "The last step multiplies where it is due to add: first a product for each pair, then "
        "their sum.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: (u * v).prod(), lambda u, v: (u + v).prod()),
    ),
    Idea(
        "added-not-multiplied",
        "The entries of a pair are added to each other. Multiply them; the products are what is "
        "added up.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: (u + v).sum(),),
    ),
    _idea(
        "cosine",
        "Both lengths are divided out, which leaves the cosine similarity. The dot product keeps "
        "them: it grows with both vectors.",
        "dot-similarity",
        lambda u, v: (u * v).sum() / (_length(u) * _length(v)),
        lambda u, v: (u * v).sum() / (_length(u) * _length(v)).clamp(min=1e-12),
    ),
    _idea(
        "shadow",
        "One of the lengths is divided out, which leaves the shadow of one vector on the other. "
        "The dot product is the shadow times that length.",
        "dot-shadow",
        lambda u, v: (u * v).sum() / _length(v),
        lambda u, v: (u * v).sum() / _length(u),
    ),
    _idea(
        "mean-for-sum",
        "The products are averaged. They are due to be added up, however many there are.",
        "dot-product",
        lambda u, v: (u * v).mean(),
        lambda u, v: (u * v).sum() / max(len(u), 1),
    ),
    _idea(
        "length-for-product",
        "A root is taken, or two lengths are multiplied, as if this were a length. The dot product "
        "has no root, and counts how far the two point the same way.",
        "vector-length",
        lambda u, v: (u * v).sum().sqrt(),
        lambda u, v: (u * v).sum().abs().sqrt(),
        lambda u, v: _length(u) * _length(v),
    ),
    Idea(
        "distance",
        "This is how far apart the two tips are. A dot product takes products of entries, not "
        "differences.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: _length(u - v), lambda u, v: ((u - v) ** 2).sum()),
    ),
    Idea(
        "sign-lost",
        "Negative numbers lose their sign or count as zero. A dot product is negative where the "
        "vectors point apart.",
        f"{VECTORS}#dot-shadow",
        models=(
            lambda u, v: (u * v).sum().abs(),
            lambda u, v: (u * v).abs().sum(),
            lambda u, v: (u * v).sum().relu(),
            lambda u, v: (u * v).relu().sum(),
        ),
    ),
    Idea(
        "off-by-one",
        "Not all pairs are counted: the first or last is left out, or it is the only one. Look at "
        "where the loop begins and ends, at `=` for `+=`, and at a return inside the loop.",
        f"{VECTORS}#dot-product",
        models=(_without(0), _without(-1), _only(0), _only(-1)),
    ),
    Idea(
        "pairs-mixed-up",
        "Entries meet that do not stand in the same place: one vector is reversed, sorted or "
        "shifted.",
        f"{VECTORS}#dot-product",
        models=(
            lambda u, v: (u * v.flip(0)).sum(),
            lambda u, v: (u.sort().values * v.sort().values).sum(),
            lambda u, v: (u * v.roll(1)).sum(),
            lambda u, v: (u * v.roll(-1)).sum(),
        ),
    ),
    Idea(
        "one-vector-only",
        "One vector is used twice and the other not at all. Look for a name written twice.",
        f"{VECTORS}#dot-product",
        models=(lambda u, v: (u * u).sum(), lambda u, v: (v * v).sum()),
    ),
    *ideas_of_type(f"{VECTORS}#dot-product"),
    Idea(
        "rounded",
        "Decimals are cut off or rounded. Keep every digit; rounding is for showing numbers only.",
        f"{VECTORS}#dot-product",
        models=(
            lambda u, v: (u.int() * v.int()).sum(),
            lambda u, v: (u.trunc() * v.trunc()).sum(),
            lambda u, v: (u.round() * v.round()).sum(),
            *(lambda u, v, cut=cut: cut((u * v).sum()) for cut in ROUNDINGS),
        ),
        when=rounded,
    ),
    *ideas_of_refusal(
        f"{VECTORS}#dot-product",
        "Two vectors fit if both have one dimension and the same length.",
        truncates=True,
    ),
)

DOT_CHECK = Check(
    name="vectors/dot",
    takes="dot",
    kind="function",
    parts=parts("the dot product"),
    cases=dot_cases,
    reference=dot,
    answers=ANSWERS,
    ideas=DOT_IDEAS,
    describe=describe("dot(u, v)"),
    show=show(*NAMES),
    page=f"{VECTORS}#dot-product",
    forbidden=PRODUCTS,
    instead="Use multiplication and addition.",
)
