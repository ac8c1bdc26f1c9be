"""bias/fit-line: the best line through points, with an intercept and through the origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.recognizers import (
    no_error,
    refuses,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.bias.pages import BUYS, COLUMN, EXACTLY, FORWARD, LEARNS
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part

Line = tuple[Tensor, Tensor]
# How far slope and intercept may be off, relative to their size.
RTOL = {torch.float64: 1e-4, torch.float32: 1e-3}
NUMBERS = ("slope", "intercept", "slope_second", "intercept_second")


def fit_line(x: Tensor, y: Tensor, bias: bool = True) -> Line:
    """The reference: the line with the least sum of squared distances in y."""
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError("x and y have to be vectors of one length")
    return best_line(x, y) if bias else best_through_origin(x, y)


def best_line(x: Tensor, y: Tensor) -> Line:
    """Slope and intercept of the best of all lines."""
    dx = x - x.mean()
    return _through_means(dx @ (y - y.mean()) / (dx @ dx), x, y)


def best_through_origin(x: Tensor, y: Tensor) -> Line:
    """Slope of the best line through the origin, and zero."""
    return x @ y / (x @ x), x.new_zeros(())


def _through_means(slope: Tensor, x: Tensor, y: Tensor) -> Line:
    return slope, y.mean() - slope * x.mean()


# ---------------------------------------------------------------------------- cases


def fit_line_cases(draw: Draw) -> list[Case]:
    """Thirteen sets of points, two of them drawn once and fitted both ways, and four misfits."""
    double = {"dtype": "float64"}
    shared = _points(draw, 4, readable=True)
    a, b, c = draw.sizes(3, 5, 9)
    fitting = {  # way, number of points, more
        "four points, bias=True": ("True by name", 4, {"points": shared}),
        "the same four points, bias=False": ("False by name", 4, {"points": shared}),
        "three points, the flag left out": ("left out", 3, {"readable": True}),
        "three points, False by position": ("False by position", 3, {"readable": True}),
        "float64, the flag left out": ("left out", a, double),
        "float64, True by position": ("True by position", c, double),
        "float64, bias=False": ("False by name", b, double),
        "float64, False by position": ("False by position", a, double),
        "two points": ("left out", 2, {"readable": True}),
        "two points, bias=False": ("False by name", 2, {"readable": True}),
        "x far from zero": ("True by name", b, {**double, "far": True}),
        "points with gaps in memory": ("left out", c, {**double, "layout": "strided"}),
        "points with gaps in memory, bias=False": ("False by name", b, {"layout": "strided"}),
    }
    n = draw.random.randint(3, 6)
    misfits = {
        "x is longer than y": ((n + 1,), (n,)),
        "y has a single number": ((n,), (1,)),
        "x and y are columns": ((n, 1), (n, 1)),
        "x is a column, y a vector": ((n, 1), (n,)),
    }
    cases = [_fitting(draw, label, *spec) for label, spec in fitting.items()]
    for (label, (x, y)), way in zip(
        misfits.items(), ("left out", "False by name") * 2, strict=True
    ):
        inputs = {"way": way, "x": draw.tensor(*x), "y": draw.tensor(*y), "fits": False}
        cases.append(Case(label, inputs, frozenset({"refused"})))
    return cases


def _fitting(draw: Draw, label: str, way: str, count: int, extra: dict) -> Case:
    dtype, far = extra.get("dtype", "float32"), "far" in extra
    given = extra.get("points") or _points(draw, count, dtype, "readable" in extra, far)
    inputs = {
        "way": way,
        **given,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": _points(draw, count + 1, dtype, far=far),
    }
    return Case(label, inputs, frozenset({"origin" if way.startswith("False") else "line"}))


def _points(
    draw: Draw, count: int, dtype: str = "float32", readable: bool = False, far: bool = False
) -> dict[str, Tensor]:
    """Points around a line, drawn again until the ways to fit them differ."""
    while True:
        middle = draw.number(8, 12) if far else draw.number(0.5, 1.5)
        middle *= draw.random.choice((-1, 1))
        slope, intercept = (draw.number(0.6, 2) * draw.random.choice((-1, 1)) for _ in range(2))
        steps = draw.random.sample(range(-5, 6), count)
        x = [middle + 0.35 * step + draw.number(-0.1, 0.1) for step in steps]
        y = [slope * value + intercept + draw.number(-0.7, 0.7) for value in x]
        if readable:
            x, y = ([round(value, 1) for value in values] for values in (x, y))
        if far or _tells_apart(torch.tensor(x).double(), torch.tensor(y).double()):
            kind = getattr(torch, dtype)
            return {"x": torch.tensor(x, dtype=kind), "y": torch.tensor(y, dtype=kind)}


def _tells_apart(x: Tensor, y: Tensor) -> bool:
    """No slope, intercept, mean or x near zero, and both slopes apart."""
    (slope, intercept), (origin, _) = best_line(x, y), best_through_origin(x, y)
    sizes = torch.stack([slope, intercept, origin, x.mean(), y.mean(), x.abs().min()]).abs()
    left = (y - slope * x - intercept).abs().max()
    return bool(
        sizes.min() > 0.1
        and sizes.max() < 10
        and (slope - origin).abs() > 0.15
        and (len(x) == 2 or left > 0.15)
    )


# ---------------------------------------------------------------------------- answers


def within_tolerance(case: Case, facets: dict) -> dict:
    """What is near enough becomes what is due; and an intercept that is to be zero is looked at."""
    if not case.inputs["fits"]:
        return facets
    facets, bias = dict(facets), not case.inputs["way"].startswith("False")
    for ending, points in (("", case.inputs), ("_second", case.inputs["second"])):
        line = fit_line(points["x"], points["y"], bias)
        for name, due in zip(("slope", "intercept"), line, strict=True):
            found = facets.get(f"{name}{ending}")
            if _comparable(found, due):
                facets[f"{name}{ending}"] = _snapped(found, due)
        if not bias and isinstance(found, Tensor) and found.numel() == 1:
            # As a number, which is compared without any tolerance.
            facets[f"zero{ending}"] = found.double().item()
    return facets


def _comparable(found: Any, due: Tensor) -> bool:
    return isinstance(found, Tensor) and found.dtype == due.dtype and found.shape == due.shape


def _snapped(found: Tensor, due: Tensor) -> Tensor:
    return due if bool((found - due).abs() <= RTOL[due.dtype] * due.abs()) else found


_ENDINGS = {"_second": " of a second call with other points"}
_WORDS = {
    "arguments_after": "the arguments after the call",
    "arguments_require_grad_after": "requires_grad of the arguments after the call",
    "result": "how many results come back",
    "slope": "the first result, the slope",
    "intercept": "the second result, the intercept",
    "zero": "the intercept, which has to be exactly zero",
}
_CALLS = {
    "left out": "fit_line(x, y)",
    "True by name": "fit_line(x, y, bias=True)",
    "True by position": "fit_line(x, y, True)",
    "False by name": "fit_line(x, y, bias=False)",
    "False by position": "fit_line(x, y, False)",
}


def describe_fit_line(case: Case, facet: str) -> str:
    return words_for(_CALLS[case.inputs["way"]], _WORDS, _ENDINGS)(case, facet)


def show_fit_line(case: Case, facet: str) -> dict[str, Any]:
    """The points; where they do not fit, their shapes."""
    given = case.inputs["second"] if facet.endswith("_second") else case.inputs
    values = {"x": given["x"], "y": given["y"]}
    if not case.inputs["fits"]:
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models

Fit = Callable[[Tensor, Tensor], Any]


def _model(line: Fit = best_line, origin: Fit = best_through_origin) -> Callable:
    """A function that looks at the shapes, and fits with or without a bias in its own way."""

    def model(x: Tensor, y: Tensor, bias: bool = True) -> Any:
        if x.dim() != 1 or x.shape != y.shape:
            raise ValueError("shapes do not fit")
        return line(x, y) if bias else origin(x, y)

    return model


def _slope(function: Fit) -> Callable:
    """With a bias another slope, and the line through the means."""
    return _model(lambda x, y: _through_means(function(x, y), x, y))


def _intercept(function: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Callable:
    """With a bias the right slope and another intercept, from slope, x and y."""

    def line(x: Tensor, y: Tensor) -> Line:
        slope, _ = best_line(x, y)
        return slope, function(slope, x, y)

    return _model(line)


def _origin(function: Fit) -> Callable:
    """Through the origin with another slope."""
    return _model(origin=lambda x, y: (function(x, y), x.new_zeros(())))


def _swapped(line: Line) -> Line:
    return line[1], line[0]


def _with_origin(x: Tensor, y: Tensor) -> Line:
    return best_line(torch.cat([x, x.new_zeros(1)]), torch.cat([y, y.new_zeros(1)]))


def _spread(x: Tensor) -> Tensor:
    return (x - x.mean()).square().sum()


def _together(x: Tensor, y: Tensor) -> Tensor:
    return (x - x.mean()) @ (y - y.mean())


def _outermost(x: Tensor, y: Tensor) -> Tensor:
    first, last = x.argmin(), x.argmax()
    return (y[last] - y[first]) / (x[last] - x[first])


def _end_to_end(x: Tensor, y: Tensor) -> Line:
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    return slope, y[0] - slope * x[0]


def _middle_slope(x: Tensor, y: Tensor) -> Line:
    i, j = torch.triu_indices(len(x), len(x), 1)
    slope = ((y[j] - y[i]) / (x[j] - x[i])).median()
    return slope, (y - slope * x).median()


def _perpendicular(x: Tensor, y: Tensor) -> Tensor:
    across, up = torch.linalg.svd(torch.stack([x, y], 1), full_matrices=False).Vh[0]
    return up / across


def _n(x: Tensor) -> int:
    return len(x)


# ---------------------------------------------------------------------------- recognizers


def _bias(case: Case) -> bool:
    return not case.inputs["way"].startswith("False")


def _flag_required(evidence: Evidence) -> bool:
    return bool(evidence.raised()) and all(
        "required positional argument" in raised["text"] for raised in evidence.raised()
    )


def _found(evidence: Evidence, facet: str) -> list[Any]:
    return [found for _, _, found, _ in evidence.wrong_values(facet)]


def _returns_nothing(evidence: Evidence) -> bool:
    return None in _found(evidence, "result")


def _not_a_tensor(evidence: Evidence) -> bool:
    return any(not isinstance(found, Tensor) for found in _found(evidence, "slope")) or any(
        not isinstance(found, Tensor) for found in _found(evidence, "intercept")
    )


def _has_dimensions(evidence: Evidence) -> bool:
    found = [*_found(evidence, "slope"), *_found(evidence, "intercept")]
    return any(value.dim() > 0 for value in found)


def _answer_cached(evidence: Evidence) -> bool:
    """The wrong numbers were given before, for other points."""
    given: list[Tensor] = []
    found = []
    for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        for facet in ("slope", "slope_second"):
            if facet in answer:
                if facet in wrong:
                    found.append(any(_near(answer[facet], before) for before in given))
                given.append(answer[facet])
    return len(found) > 2 and all(found)


def _near(found: Tensor, due: Tensor, rtol: float = 1e-3) -> bool:
    return torch.allclose(found.double(), due.double(), rtol, 1e-6)


def _dtype_forced(evidence: Evidence) -> bool:
    """Another dtype than that of the points, or the digits of float16 in float64."""
    wrong = list(evidence.wrong_values(*NUMBERS))
    return any(isinstance(found, Tensor) and found.dtype != due.dtype for _, _, found, due in wrong)


def _not_zero(evidence: Evidence) -> bool:
    """The slope through the origin is right, and the intercept is something else than zero."""
    right_slope = not any(
        "slope" in wrong and not _bias(case) for case, wrong, _, _ in wrong_in_fitting(evidence)
    )
    return right_slope and bool(evidence.wrong_facets & {"zero", "zero_second"})


def _not_the_best(evidence: Evidence) -> bool:
    """Each wrong line leaves little more over than the best one, and goes another way."""
    checked = []
    for case, wrong, answer, truth in wrong_in_fitting(evidence):
        x, y = case.inputs["x"].double(), case.inputs["y"].double()
        if not set(wrong) & {"slope", "intercept"}:
            continue
        loss, best = (
            (line["slope"] * x + line["intercept"] - y).square().mean() for line in (answer, truth)
        )
        checked.append(bool(loss <= 1.5 * best + 0.3 * y.square().mean()))
    return len(checked) > 1 and all(checked)


# ---------------------------------------------------------------------------- the ideas

_NAILED = f"{BUYS}#when-bias-is-needed"
_LINE = f"{BUYS}#zero-in-zero-out"

FIT_LINE_IDEAS = (
    Idea(
        "flag-required",
        "The flag has no default. fit_line(x, y) fits a line with an intercept: give the argument "
        "its default.",
        _LINE,
        when=_flag_required,
    ),
    Idea(
        "returns-nothing",
        "The function returns None, at least with one of the flags. Return slope and intercept on "
        "every way through.",
        _LINE,
        when=_returns_nothing,
    ),
    Idea(
        "not-two-results",
        "What comes back is not a pair. Return two tensors, the slope and then the intercept, also "
        "where the intercept is zero.",
        _LINE,
        when=wrong_facets("result"),
    ),
    Idea(
        "not-a-tensor",
        "A result is not a tensor. Both are tensors without dimensions, a zero too.",
        _LINE,
        when=_not_a_tensor,
    ),
    Idea(
        "not-zero-dimensional",
        "A result has a dimension. One number is due as a tensor without dimensions, of shape ().",
        _LINE,
        when=_has_dimensions,
    ),
    Idea(
        "input-mutated",
        "x or y is written into. Make new tensors, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("arguments_after", "arguments_require_grad_after"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use `with "
        "torch.no_grad():` around what is not to be recorded; it puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after"),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: the results have another one than x and y.",
        f"{EXACTLY}#dtype",
        when=_dtype_forced,
    ),
    Idea(
        "answer-cached",
        "A call with other points gives an earlier line. Fit anew in each call.",
        f"{FORWARD}#nothing-is-cached",
        when=_answer_cached,
    ),
    Idea(
        "slope-kept",
        "With bias=False only the intercept is dropped; the slope is still that of the best line "
        "with one. A line nailed to the origin needs another slope.",
        _NAILED,
        models=(_model(origin=lambda x, y: (best_line(x, y)[0], x.new_zeros(()))),),
    ),
    Idea(
        "flag-ignored",
        "With bias=False the same line comes out as with True: the flag is not asked, or not in a "
        "way that False answers with no.",
        _NAILED,
        models=(_model(origin=best_line),),
    ),
    Idea(
        "flag-inverted",
        "The flag works the wrong way round: with bias=True the line may miss the origin.",
        _LINE,
        models=(_model(best_through_origin, best_line),),
    ),
    Idea(
        "default-false",
        "Left out, the flag counts as False. Its default is True.",
        _LINE,
        models=(lambda x, y, bias=False: fit_line(x, y, bias),),
    ),
    Idea(
        "order-swapped",
        "The two results come in the other order: the slope is first.",
        _LINE,
        models=(
            _model(
                lambda x, y: _swapped(best_line(x, y)),
                lambda x, y: _swapped(best_through_origin(x, y)),
            ),
            _model(lambda x, y: _swapped(best_line(x, y))),
        ),
    ),
    Idea(
        "origin-as-a-point",
        "With bias=False the origin is added to the points. A line may pass by a point; this one "
        "has to go through the origin, and the points stay as they are.",
        _NAILED,
        models=(
            _model(origin=_with_origin),
            _origin(lambda x, y: _with_origin(x, y)[0]),
        ),
    ),
    Idea(
        "mean-of-ratios",
        "Through the origin: a mean, a middle or a sum of ratios y / x is not the best slope. "
        "The best one leaves the smallest squares over.",
        _NAILED,
        models=(
            _origin(lambda x, y: (y / x).mean()),
            _origin(lambda x, y: y.sum() / x.sum()),
            _origin(lambda x, y: (y / x).median()),
        ),
    ),
    Idea(
        "intercept-not-zero",
        "Through the origin the slope is right, and the intercept is not exactly zero. Nearly zero "
        "is not on the origin either.",
        _LINE,
        models=(_model(origin=lambda x, y: _through_means(best_through_origin(x, y)[0], x, y)),),
        when=_not_zero,
    ),
    Idea(
        "x-on-y",
        "x and y have changed places, or the line is fitted to distances in x. y is what is to be "
        "predicted, so distances in y count, and the spread of x stands below the line.",
        _NAILED,
        models=(
            lambda x, y, bias=True: fit_line(y, x, bias),
            _slope(lambda x, y: _together(x, y) / _spread(y)),
            _model(
                lambda x, y: _through_means(_spread(y) / _together(x, y), x, y),
                lambda x, y: (y @ y / (x @ y), x.new_zeros(())),
            ),
            _slope(lambda x, y: _spread(y) / _together(x, y)),
            _origin(lambda x, y: x @ y / (y @ y)),
            _origin(lambda x, y: y @ y / (x @ y)),
        ),
    ),
    Idea(
        "means-not-removed",
        "With a bias a mean has to be taken off before products are made: from x wherever it "
        "stands, or the slope is that of another line, such as the one through the origin.",
        _NAILED,
        models=(
            _slope(lambda x, y: x @ y / (x @ x)),
            _slope(lambda x, y: x @ y / _spread(x)),
            _slope(lambda x, y: _together(x, y) / (x @ x)),
        ),
    ),
    Idea(
        "ratio-of-spreads",
        "This is a correlation, or a ratio of two standard deviations. Both say how much, neither "
        "how steep: what belongs below is the square of the spread of x.",
        _NAILED,
        models=(
            _slope(lambda x, y: _together(x, y) / (_spread(x) * _spread(y)).sqrt()),
            _slope(lambda x, y: (_spread(y) / _spread(x)).sqrt()),
            _slope(lambda x, y: _together(x, y) / (_spread(x) * (_n(x) - 1)).sqrt()),
        ),
    ),
    Idea(
        "counts-mixed",
        "One sum is divided by n and the other by n − 1. Divide both by the same number, or "
        "neither.",
        _NAILED,
        models=(
            _slope(lambda x, y: _together(x, y) / _spread(x) * _n(x) / (_n(x) - 1)),
            _slope(lambda x, y: _together(x, y) / _spread(x) * (_n(x) - 1) / _n(x)),
        ),
    ),
    Idea(
        "some-points-only",
        "The line goes by two of the points, or by the middle one of many slopes. In least squares "
        "every point has its say.",
        _LINE,
        models=(
            _model(_end_to_end),
            _slope(_outermost),
            _model(_middle_slope),
        ),
    ),
    Idea(
        "intercept-sign",
        "The intercept has a wrong sign in it. The best line goes through the point of means: put "
        "mean x and mean y into y = slope · x + intercept.",
        _LINE,
        models=(
            _intercept(lambda slope, x, y: slope * x.mean() - y.mean()),
            _intercept(lambda slope, x, y: y.mean() + slope * x.mean()),
        ),
    ),
    Idea(
        "intercept-is-mean",
        "The intercept is the height of the line where x is zero: not the mean of y, not a first y "
        "and not what one single point would ask for.",
        _LINE,
        models=(
            _intercept(lambda slope, x, y: y.mean()),
            _intercept(lambda slope, x, y: y[0]),
            _intercept(lambda slope, x, y: y[0] - slope * x[0]),
        ),
    ),
    Idea(
        "perpendicular",
        "Distances are measured at a right angle to the line. Here an error is a distance in y, "
        "between what the line says at x and what is there.",
        _LINE,
        models=(
            _slope(lambda x, y: _perpendicular(x - x.mean(), y - y.mean())),
            _origin(_perpendicular),
        ),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for points that fit. Two vectors of one length are enough, in any "
        "order.",
        _LINE,
        when=refuses,
    ),
    Idea(
        "not-the-best",
        "The line is near the best one, and is not it: too few steps, a step too short, a penalty, "
        "a number added below, or digits lost.",
        f"{LEARNS}#optimizer-moves",
        when=_not_the_best,
    ),
    Idea(
        "no-error-on-mismatch",
        "Points that do not fit are let through: cut, flattened or spread. Compare the shapes and "
        "raise ValueError.",
        f"{COLUMN}#always-one",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{COLUMN}#always-one",
        when=wrong_error,
    ),
)

FIT_LINE_CHECK = Check(
    name="bias/fit-line",
    takes="fit_line",
    kind="function",
    parts=(
        Part("the best line", 1, tag="line"),
        Part("the best line through the origin", 2, tag="origin"),
        Part("refuses what does not fit", 1, tag="refused", needs=("the best line",)),
    ),
    cases=fit_line_cases,
    reference=fit_line,
    answers=frozenset(NUMBERS),
    ideas=FIT_LINE_IDEAS,
    describe=describe_fit_line,
    show=show_fit_line,
    page=_NAILED,
    derive=within_tolerance,
)
