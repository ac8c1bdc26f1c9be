"""vectors/matmul-shape: the shape of a product, from the shapes of its factors."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.vectors.pages import MATRICES

Shape = tuple[int, ...]
CALLS = {"shape": ("a", "b"), "shape_2": ("c", "d")}


def matmul_shape(a: Shape, b: Shape) -> Shape | None:
    """The reference: the sizes left and right of the two that meet, if those are equal."""
    return a[:-1] + b[1:] if a[-1] == b[0] else None


def matmul_shape_cases(draw: Draw) -> list[Case]:
    """Thirteen pairs of shapes with a product and twelve without, two of each kind together.

    Both calls of a case have as many sizes on both sides, and both or neither have a product, so
    that an answer kept by less than both shapes shows.
    """
    defined = {
        "two vectors of the same length": lambda n, m, k: ((n,), (n,)),
        "two vectors of one entry": lambda n, m, k: ((1,), (1,)),
        "a vector and a matrix": lambda n, m, k: ((n,), (n, m)),
        "a vector and a matrix with one column": lambda n, m, k: ((n,), (n, 1)),
        "a vector of one entry and a matrix with one row": lambda n, m, k: ((1,), (1, m)),
        "a matrix and a vector": lambda n, m, k: ((n, m), (m,)),
        "a square matrix and a vector": lambda n, m, k: ((n, n), (n,)),
        "two matrices": lambda n, m, k: ((n, m), (m, k)),
        "two matrices that fit both ways": lambda n, m, k: ((n, m), (m, n)),
        "two square matrices": lambda n, m, k: ((n, n), (n, n)),
        "a column and a row": lambda n, m, k: ((n, 1), (1, m)),
        "a row and a column": lambda n, m, k: ((1, n), (n, 1)),
        "an inner size of 0": lambda n, m, k: ((n, 0), (0, m)),
        "an outer size of 0": lambda n, m, k: ((0, n), (n, m)),
    }
    undefined = {
        "two vectors of different lengths": lambda n, m, k: ((n,), (m,)),
        "a vector of one entry and a longer one": lambda n, m, k: ((1,), (n,)),
        "a vector and a matrix with other rows": lambda n, m, k: ((n,), (m, k)),
        "a vector that fits the columns": lambda n, m, k: ((n,), (m, n)),
        "a vector of one entry and a matrix": lambda n, m, k: ((1,), (n, m)),
        "a vector and a row": lambda n, m, k: ((n,), (1, n)),
        "a matrix and a vector that fits its rows": lambda n, m, k: ((n, m), (n,)),
        "a column and a vector of several entries": lambda n, m, k: ((n, 1), (m,)),
        "two matrices of the same shape": lambda n, m, k: ((n, m), (n, m)),
        "two matrices with as many columns": lambda n, m, k: ((n, m), (k, m)),
        "two matrices that fit only the other way round": lambda n, m, k: ((n, m), (k, n)),
        "an inner size of 1 and one of several": lambda n, m, k: ((n, 1), (m, k)),
    }
    return [
        *(_pair_of_pairs(draw, label, shapes, "defined") for label, shapes in defined.items()),
        *(_pair_of_pairs(draw, label, shapes, "undefined") for label, shapes in undefined.items()),
    ]


def _pair_of_pairs(draw: Draw, label: str, shapes: Callable, tag: str) -> Case:
    a, b = shapes(*draw.sizes(3, 2, 9))
    c, d = shapes(*draw.sizes(3, 10, 30))
    inputs = {"a": list(a), "b": list(b), "c": list(c), "d": list(d)}
    return Case(label, inputs, frozenset({tag}))


def describe_shape(case: Case, facet: str) -> str:
    first, second = CALLS.get(facet, CALLS["shape"])
    return f"matmul_shape({tuple(case.inputs[first])}, {tuple(case.inputs[second])})"


# ---------------------------------------------------------------------------- recognizers


def _found(evidence: Evidence) -> list[Any]:
    return [found for _, _, found, _ in evidence.wrong_values()]


def _answers_like(*models: Callable) -> Callable[[Evidence], bool]:
    """Whether one of ``models`` gives all the answers, right ones too: shapes agree by chance."""
    return lambda evidence: any(_is_like(evidence, model) for model in models)


def _is_like(evidence: Evidence, model: Callable) -> bool:
    for case, answer, _ in evidence.rows():
        for facet, names in CALLS.items():
            try:
                due = model(*(tuple(case.inputs[name]) for name in names))
            except Exception:
                if "raised" not in answer or facet in answer:
                    return False
                break
            if facet not in answer or type(answer[facet]) is not type(due):
                return False
            if answer[facet] != due:
                return False
    return True


def _not_a_tuple(evidence: Evidence) -> bool:
    """Something other than a tuple where there is a product."""
    return any(
        found is not None and not isinstance(found, tuple) and due is not None
        for _, _, found, due in evidence.wrong_values()
    )


def _raises(evidence: Evidence) -> bool:
    """Nothing wrong but exceptions, and only where there is no product."""
    tags = {tag for i in evidence.wrong_cases for tag in evidence.cases[i].tags}
    return evidence.wrong_facets == {"raised"} and tags == {"undefined"}


def _wrong_word(evidence: Evidence) -> bool:
    """One other value wherever None is due, and nothing else wrong."""
    wrong = list(evidence.wrong_values())
    found = [value for _, _, value, _ in wrong]
    return (
        all(due is None for _, _, _, due in wrong)
        and len(wrong) == sum(2 for case in evidence.cases if "undefined" in case.tags)
        and all(value == found[0] for value in found)
    )


def _kept(evidence: Evidence) -> bool:
    """Each wrong answer is right for a call before."""
    given: list[Any] = []
    kept = []
    for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        for facet in CALLS:
            if facet in wrong:
                kept.append(answer[facet] in given)
            given.append(answer[facet])
    return len(kept) > 2 and all(kept)


# ---------------------------------------------------------------------------- models


def _if_fits(shape: Callable[[Shape, Shape], Any]) -> Callable:
    """The right condition and another shape."""
    return lambda a, b: shape(a, b) if a[-1] == b[0] else None


def _right_unless(condition: Callable[[Shape, Shape], bool], otherwise: Callable) -> Callable:
    return lambda a, b: (otherwise if condition(a, b) else matmul_shape)(a, b)


def _none(a: Shape, b: Shape) -> None:
    return None


def _unchecked(a: Shape, b: Shape) -> Shape:
    return a[:-1] + b[1:]


def _vectors(a: Shape, b: Shape) -> bool:
    return len(a) == len(b) == 1


def _matrices(a: Shape, b: Shape) -> bool:
    return len(a) == len(b) == 2


def _vector_left(a: Shape, b: Shape) -> bool:
    return len(a) < len(b)


def _vector_right(a: Shape, b: Shape) -> bool:
    return len(a) > len(b)


def _column(shape: Shape) -> Shape:
    return shape if len(shape) == 2 else (*shape, 1)


def _row(shape: Shape) -> Shape:
    return shape if len(shape) == 2 else (1, *shape)


def _without_ones(shape: Shape | None) -> Shape | None:
    return shape and tuple(size for size in shape if size != 1)


def _broadcast(a: Shape, b: Shape) -> Shape | None:
    a, b = ((1,) * (2 - len(shape)) + shape for shape in (a, b))
    if any(p != q and 1 not in (p, q) for p, q in zip(a, b, strict=True)):
        return None
    return tuple(q if p == 1 else p for p, q in zip(a, b, strict=True))


def _broadcast_shape(a: Shape, b: Shape) -> Shape | None:
    shape = _broadcast(a, b)
    return shape and shape[-max(len(a), len(b)) :]


def _with_other_if(condition: Callable[[Shape, Shape], bool]) -> Callable:
    """A product under another condition."""
    return lambda a, b: a[:-1] + b[1:] if condition(a, b) else None


def _turned(a: Shape, b: Shape) -> Shape | None:
    fits = matmul_shape(a, b)
    return matmul_shape(a, b[::-1]) if fits is None else fits


def _either_order(a: Shape, b: Shape) -> Shape | None:
    fits = matmul_shape(a, b)
    return matmul_shape(b, a) if fits is None else fits


def _two_sizes_unpacked(a: Shape, b: Shape) -> Shape | None:
    (n, m), (k, p) = a, b
    return (n, p) if m == k else None


def _two_sizes_indexed(a: Shape, b: Shape) -> Shape | None:
    return (a[0], b[1]) if a[1] == b[0] else None


def _second_size_read(a: Shape, b: Shape) -> Shape | None:
    return a[:1] + b[1:] if a[1] == b[0] else None


def _idea(name: str, hint: str, section: str, *models: Callable) -> Idea:
    page = f"{MATRICES}#{section}"
    return Idea(name, hint, page, models=models, when=_answers_like(*models))


SHAPE_IDEAS = (
    _idea(
        "returns-nothing",
        "The function returns None for every pair. Return the shape; printing is not returning.",
        "shapes-rule",
        _none,
    ),
    _idea(
        "outer-compared",
        "The outer sizes are compared, the first of a with the last of b. The sizes that meet in "
        "the middle have to agree; the outer ones are what is left.",
        "shapes-rule",
        _with_other_if(lambda a, b: a[0] == b[-1]),
        _right_unless(_matrices, _with_other_if(lambda a, b: a[0] == b[1])),
        lambda a, b: a[1:] + b[:-1] if a[0] == b[-1] else None,
    ),
    _idea(
        "first-or-last-compared",
        "Rows are compared with rows, or columns with columns, as if one matrix were transposed. "
        "What meets are the columns of a and the rows of b.",
        "shapes-rule",
        _with_other_if(lambda a, b: a[0] == b[0]),
        _with_other_if(lambda a, b: a[-1] == b[-1]),
        lambda a, b: a[:-1] + b[:-1] if a[-1] == b[-1] else None,
    ),
    _idea(
        "empty-for-none",
        "() is returned where there is no product. () is a shape too, that of a single number; no "
        "product is None.",
        "shapes-rule",
        lambda a, b: matmul_shape(a, b) or (),
    ),
    _idea(
        "none-for-empty",
        "Two vectors of the same length do have a product: one number, and its shape is the empty "
        "tuple (). Beware of `or` and `if shape`, for which () counts as false.",
        "columns-dotted",
        _right_unless(_vectors, _none),
    ),
    _idea(
        "one-for-empty",
        "Two vectors give a number without dimensions. Its shape is (); (1,) is a vector that has "
        "one entry.",
        "columns-dotted",
        lambda a, b: (1,) if matmul_shape(a, b) == () else matmul_shape(a, b),
        lambda a, b: (1, 1) if matmul_shape(a, b) == () else matmul_shape(a, b),
    ),
    _idea(
        "vector-kept",
        "Two vectors keep their shape, as with `*`. A dot product adds up, and one number is left.",
        "columns-dotted",
        _right_unless(_vectors, _if_fits(lambda a, b: a)),
    ),
    _idea(
        "vector-as-column",
        "A vector is treated as a column (n, 1), or two vectors as a table of all products. In "
        "PyTorch a vector has one dimension only, and on the left its entries meet b's rows.",
        "shapes-rule",
        lambda a, b: matmul_shape(_column(a), _column(b)),
        lambda a, b: matmul_shape(_column(a), b),
        lambda a, b: _without_ones(matmul_shape(_column(a), _column(b))),
        _right_unless(_vectors, lambda a, b: a + b),
    ),
    _idea(
        "ones-not-dropped",
        "A vector counts as a row or column, and its extra size 1 is still in the result. What "
        "was not there before the product is not there afterwards.",
        "shapes-rule",
        lambda a, b: matmul_shape(_row(a), _column(b)),
        lambda a, b: matmul_shape(_row(a), b),
        lambda a, b: matmul_shape(a, _column(b)),
        _right_unless(_vector_left, lambda a, b: matmul_shape(_row(a), b)),
        _right_unless(_vector_right, lambda a, b: matmul_shape(a, _column(b))),
    ),
    _idea(
        "ones-squeezed",
        "Every size of 1 is dropped. A matrix with one row is still a matrix; only what vanishes "
        "in the product goes.",
        "shapes-rule",
        _if_fits(lambda a, b: _without_ones(_unchecked(a, b))),
    ),
    _idea(
        "unchecked",
        "Not all inner sizes are compared. Where the last size of a and the first of b differ "
        "there is no product, with vectors and with matrices.",
        "shapes-rule",
        _unchecked,
        lambda a, b: matmul_shape(a, b) if _matrices(a, b) else _unchecked(a, b),
        _right_unless(_matrices, _unchecked),
        _right_unless(_vectors, _unchecked),
    ),
    _idea(
        "one-fits-all",
        "An inner size of 1 is stretched to fit. Broadcasting does that in `+` and `*`, not in a "
        "product of matrices.",
        "shapes-rule",
        _with_other_if(lambda a, b: a[-1] == b[0] or 1 in (a[-1], b[0])),
    ),
    _idea(
        "elementwise-rule",
        "This is the rule for `+` and `*`, which go entry by entry. In a product of matrices the "
        "columns of a meet the rows of b.",
        "shapes-rule",
        _broadcast_shape,
        lambda a, b: a if a == b else None,
    ),
    _idea(
        "transposes-to-fit",
        "Where the product is undefined, it is tried with a matrix turned round, or in the other "
        "order. PyTorch does neither on its own.",
        "shapes-rule",
        _turned,
        _either_order,
        lambda a, b: (
            matmul_shape(a, b) if len(b) == 1 or a[-1] == b[0] else matmul_shape(a, b[::-1])
        ),
    ),
    _idea(
        "wrong-sizes-returned",
        "The condition is right, but the wrong sizes come out, or in the wrong order. The two that "
        "meet vanish; what stands left of them and right of them stays, in this order.",
        "shapes-rule",
        _if_fits(lambda a, b: (a[-1],) * (len(a) + len(b) - 2)),
        _if_fits(lambda a, b: b[1:] + a[:-1]),
        _if_fits(lambda a, b: a + b),
        _if_fits(lambda a, b: a + b[1:]),
        _if_fits(lambda a, b: (a[0], b[-1])),
    ),
    _idea(
        "order-swapped",
        "This is the shape of b @ a. Order counts: the columns of a meet the rows of b.",
        "matrix-composition",
        lambda a, b: matmul_shape(b, a),
    ),
    _idea(
        "matrices-only",
        "Only two matrices work. A shape with one size is a vector: on the left it meets the rows "
        "of b, on the right the columns of a. Indexing from the end with [-1] takes both.",
        "shapes-rule",
        _two_sizes_unpacked,
        _right_unless(lambda a, b: not _matrices(a, b), _none),
        _two_sizes_indexed,
        _second_size_read,
    ),
    _idea(
        "vector-on-one-side-only",
        "A vector with a matrix has a product on either side: (n,) with (n, m) gives (m,), and "
        "(n, m) with (m,) gives (n,). One of them, or both, is left out.",
        "shapes-rule",
        _right_unless(_vector_right, _none),
        _right_unless(_vector_left, _none),
        _right_unless(lambda a, b: len(a) != len(b), _none),
    ),
    _idea(
        "zero-size-undefined",
        "A size of 0 is taken for nothing. It is a size like others: an empty batch of three "
        "columns has the shape (0, 3). Beware of `if size` and `all`.",
        "shapes-rule",
        _right_unless(lambda a, b: 0 in a + b, _none),
        _if_fits(lambda a, b: tuple(size for size in a[:-1] + b[1:] if size)),
    ),
    Idea(
        "raises-for-undefined",
        "Where there is no product an exception comes up. The function only says which shape "
        "results; return None there, and raise nothing.",
        f"{MATRICES}#shapes-rule",
        when=_raises,
    ),
    Idea(
        "not-a-tuple",
        "The result is not a tuple of sizes, such as (2, 3). A list, a text or a tensor is not, "
        "and with one size the tuple needs its comma: (5,) is a shape, (5) a number.",
        f"{MATRICES}#shapes-rule",
        models=(
            _if_fits(lambda a, b: [*a[:-1], *b[1:]]),
            _if_fits(lambda a, b: math.prod(a[:-1] + b[1:])),
        ),
        when=_not_a_tuple,
    ),
    Idea(
        "wrong-word-for-undefined",
        "Where there is no product, None itself is due, and no other word for it: neither False, "
        "nor a text, nor a tuple around None.",
        f"{MATRICES}#shapes-rule",
        models=(
            lambda a, b: a[-1] == b[0] and a[:-1] + b[1:],
            lambda a, b: a[:-1] + b[1:] if a[-1] == b[0] else (0,),
        ),
        when=_wrong_word,
    ),
    Idea(
        "answer-cached",
        "A later call gets an earlier one's answer, though its shapes differ. All sizes of both "
        "shapes count.",
        f"{MATRICES}#shapes-rule",
        when=_kept,
    ),
)

MATMUL_SHAPE_CHECK = Check(
    name="vectors/matmul-shape",
    takes="matmul_shape",
    kind="function",
    parts=(
        Part("shapes of products", 2, tag="defined"),
        Part("None where there is no product", 1, tag="undefined", needs=("shapes of products",)),
    ),
    cases=matmul_shape_cases,
    reference=matmul_shape,
    answers=frozenset(CALLS),
    ideas=SHAPE_IDEAS,
    describe=describe_shape,
    page=f"{MATRICES}#shapes-rule",
)
