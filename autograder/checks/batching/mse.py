"""batching/mse: the mean squared error of two tensors of one shape, and of no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.pages import BACKWARD, EXACTLY, FORWARD, LEARNS, SHAPES
from autograder.checks.batching.recognizers import (
    ENDINGS,
    When,
    answer_cached,
    detached,
    digits_lost,
    dtype_forced,
    no_error,
    not_a_tensor,
    refuses,
    returns_nothing,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same


def mse(prediction: Tensor, target: Tensor) -> Tensor:
    """The reference: the mean of the squared differences, of all entries."""
    if prediction.shape != target.shape:
        raise ValueError("prediction and target differ in shape")
    return (prediction - target).square().mean()


def mse_cases(draw: Draw) -> list[Case]:
    """Eight pairs of one shape, two of them good to read, and ten of two shapes."""
    (n, m), (a, b, c) = draw.sizes(2, 3, 7), draw.sizes(3, 2, 5)
    small, double = {"readable": True}, {"dtype": "float64"}
    pairs = {
        "vectors": ((3,), small),
        "one column": ((2, 1), small),
        "long vectors, float64": ((n + 4,), double),
        "rows and columns": ((n, m), {}),
        "rows and columns with gaps in memory, float64": ((m, n), {**double, "layout": "strided"}),
        "rows and columns swapped in memory": ((a, b), {"layout": "transposed"}),
        "three dimensions": ((a, c, b), double),
        "single numbers": ((), {}),
    }
    misfits = {
        "a column against a vector": ((3, 1), (3,)),
        "a vector against a column": ((m + 1,), (m + 1, 1)),
        "a longer column against a vector": ((n + m, 1), (n + m,)),
        "rows against one row": ((n, m), (m,)),
        "one row against rows": ((1, m), (n, m)),
        "rows against one column": ((m, n), (m, 1)),
        "a vector against a single number": ((n + m,), ()),
        "as many entries in another shape": ((a, b), (b, a)),
        "a dimension of one in the middle": ((a, 1, b), (a, b)),
        "vectors of different length": ((n,), (n + 1,)),
    }
    return [
        *(_fitting(draw, label, *spec) for label, spec in pairs.items()),
        *(_misfit(draw, label, *shapes) for label, shapes in misfits.items()),
    ]


def _fitting(draw: Draw, label: str, shape: tuple, extra: dict) -> Case:
    dtype = extra.get("dtype", "float32")

    def drawn() -> dict[str, Tensor]:
        return {name: draw.tensor(*shape, dtype=dtype) for name in ("prediction", "target")}

    first = drawn()
    if "readable" in extra:
        values = draw.readable(2, *shape)
        first = {"prediction": values[0], "target": values[1]}
    inputs = {
        **first,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": drawn(),
        "upstream": draw.tensor(dtype=dtype),
    }
    return Case(label, inputs, frozenset({"fits"}))


def _misfit(draw: Draw, label: str, prediction: tuple, target: tuple) -> Case:
    inputs = {
        "prediction": draw.tensor(*prediction),
        "target": draw.tensor(*target),
        "fits": False,
    }
    return Case(label, inputs, frozenset({"refused"}))


describe_mse = words_for(
    "mse(prediction, target)",
    {
        "loss": "the loss",
        "loss_of_misfits": "what came back",
        "arguments_after": "the arguments after the call",
        "arguments_require_grad_after": "requires_grad of the arguments after the call",
    },
    ENDINGS,
)


def show_mse(case: Case, facet: str) -> dict[str, Any]:
    """Both arguments, of the second call where a facet is about it; for errors, their shapes."""
    given = case.inputs["second"] if facet in ("loss_second", "loss_flow") else case.inputs
    values = {name: given[name] for name in ("prediction", "target")}
    if facet in ("outcome", "raised", "loss_of_misfits"):
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models

Loss = Callable[[Tensor, Tensor], Tensor]


def _refusing(function: Loss) -> Loss:
    """``function``, after a look at both shapes."""

    def model(prediction: Tensor, target: Tensor) -> Tensor:
        if prediction.shape != target.shape:
            raise ValueError("prediction and target differ in shape")
        return function(prediction, target)

    return model


def _with(function: Loss) -> tuple[Loss, Loss]:
    """``function`` after a look at the shapes, and without."""
    return _refusing(function), function


def _error(function: Callable[[Tensor], Tensor]) -> tuple[Loss, Loss]:
    """A loss that is a function of the differences alone."""
    return _with(lambda prediction, target: function(prediction - target))


def _square(error: Tensor) -> Tensor:
    return error.square().mean()


def _prepared(function: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]) -> Loss:
    """The right loss of what ``function`` makes of prediction and target."""
    return lambda prediction, target: mse(*function(prediction, target))


def _column_dropped(prediction: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    column = prediction.dim() == target.dim() + 1 and prediction.shape[-1] == 1
    return (prediction.squeeze(-1) if column else prediction), target


def _column_added(prediction: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    lacking = prediction.dim() == 2 and target.dim() == 1
    return prediction, (target[:, None] if lacking else target)


def _robust(error: Tensor) -> Tensor:
    size = error.abs()
    return torch.where(size > 1, size, size.square()).mean()


def _first_row(squares: Tensor) -> Tensor:
    return squares[0].mean() if squares.dim() else squares


# ---------------------------------------------------------------------------- recognizers


def _where_it_is_a_number(function: Loss) -> When:
    """Each wrong loss is that of ``function``; of one entry NaN, in which no model shows."""

    def when(evidence: Evidence) -> bool:
        pairs = [(case.inputs, loss) for case, _, loss, _ in evidence.wrong_values("loss")]
        return len(pairs) > 2 and all(
            same(loss, function(given["prediction"], given["target"]))
            if given["target"].numel() > 1
            else loss.isnan().all()
            for given, loss in pairs
        )

    return when


def _let_through_as_broadcast(evidence: Evidence) -> bool:
    """Whatever came back for two shapes is what broadcasting gives."""
    found = [
        (case.inputs["prediction"] - case.inputs["target"], loss)
        for case, _, loss, _ in evidence.wrong_values("loss_of_misfits")
        if loss is not None
    ]
    return (
        bool(found)
        and not wrong_in_fitting(evidence)
        and all(same(loss, _square(error)) for error, loss in found)
    )


# ---------------------------------------------------------------------------- the ideas

MSE_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the loss; calling backward() is the caller's affair.",
        f"{LEARNS}#gradients-reach-it",
        when=returns_nothing("loss"),
    ),
    Idea(
        "not-a-tensor",
        "The loss is not a tensor: backward() needs one. Do not turn it into a plain number, as "
        ".item(), tolist() and numpy() do.",
        f"{LEARNS}#gradients-reach-it",
        when=not_a_tensor("loss"),
    ),
    Idea(
        "input-mutated",
        "An argument is written into. Make new tensors, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("arguments_after", "arguments_require_grad_after"),
    ),
    Idea(
        "answer-cached",
        "A call with other numbers gives an earlier one's answer. Compute anew in each call.",
        f"{FORWARD}#nothing-is-cached",
        when=answer_cached("loss", "loss_second"),
    ),
    Idea(
        "sum-for-mean",
        "The squares are added up and not averaged. A mean divides by the number of entries.",
        f"{BACKWARD}#mean-loss",
        models=_error(lambda error: error.square().sum()),
    ),
    Idea(
        "divided-by-rows",
        "The sum is divided by the number of rows, which is what len() counts. A mean over all "
        "entries divides by all of them.",
        f"{BACKWARD}#mean-loss",
        models=_error(
            lambda error: error.square().sum() / (len(error) if error.dim() else 1),
        ),
    ),
    Idea(
        "divided-by-columns",
        "The sum is divided by the size of the last dimension. A mean over all entries divides "
        "by all of them.",
        f"{BACKWARD}#mean-loss",
        models=_error(
            lambda error: error.square().sum() / (error.shape[-1] if error.dim() else 1),
        ),
    ),
    Idea(
        "root-taken",
        "A root is taken at the end. That is the root mean squared error; here the mean of the "
        "squares is the result.",
        f"{SHAPES}#column-against-row",
        models=_error(lambda error: _square(error).sqrt()),
    ),
    Idea(
        "half-taken",
        "The result is half of what is due. The ½ that some books put in front makes the gradient "
        "shorter to write; it is not part of a mean.",
        f"{SHAPES}#column-against-row",
        models=_error(lambda error: _square(error) / 2),
    ),
    Idea(
        "absolute-error",
        "This is the mean of the sizes of the errors. Due is the mean of their squares.",
        f"{SHAPES}#column-against-row",
        models=_error(lambda error: error.abs().mean()),
    ),
    Idea(
        "robust-loss",
        "Large errors count less than by their square, as in the Huber loss. Every error is "
        "squared, whatever its size.",
        f"{SHAPES}#column-against-row",
        models=(
            *_error(_robust),
            *_with(torch.nn.functional.smooth_l1_loss),
            *_with(torch.nn.functional.huber_loss),
        ),
    ),
    Idea(
        "not-reduced",
        "The result has a dimension left, or several. One number is due, as a tensor without "
        "dimensions.",
        f"{SHAPES}#column-against-row",
        models=(
            *_error(lambda error: error.square()),
            *_error(lambda error: error.square().mean(0) if error.dim() else error.square()),
            *_error(
                lambda error: error.square().mean(-1) if error.dim() > 1 else _square(error),
            ),
            *_error(lambda error: _square(error).reshape(1)),
        ),
    ),
    Idea(
        "square-of-mean",
        "The mean is taken before the square, so that errors of either sign cancel. Square first, "
        "then average.",
        f"{SHAPES}#column-against-row",
        models=(
            *_error(lambda error: error.mean().square()),
            _refusing(lambda prediction, target: (prediction.mean() - target.mean()).square()),
        ),
    ),
    Idea(
        "square-forgotten",
        "The errors are averaged with their signs, and cancel. Square them first.",
        f"{SHAPES}#column-against-row",
        models=(*_error(lambda error: error.mean()), *_error(lambda error: -error.mean())),
    ),
    Idea(
        "squares-subtracted",
        "Prediction or target is squared by itself. Subtract first, then square the difference: "
        "parentheses decide.",
        f"{SHAPES}#column-against-row",
        models=(
            *_with(lambda prediction, target: (prediction**2 - target**2).mean()),
            *_with(lambda prediction, target: (prediction - target**2).mean()),
        ),
    ),
    Idea(
        "mean-removed",
        "The mean of the errors is taken off before squaring. That is their variance, and does "
        "not notice predictions that are all too high.",
        f"{SHAPES}#column-against-row",
        models=(*_error(lambda error: error.var(correction=0)),),
        when=_where_it_is_a_number(lambda prediction, target: (prediction - target).var()),
    ),
    Idea(
        "count-off",
        "The sum is divided by one entry more or less than there are.",
        f"{BACKWARD}#mean-loss",
        models=(
            *_error(lambda error: error.square().sum() / max(error.numel() - 1, 1)),
            *_error(lambda error: error.square().sum() / (error.numel() + 1)),
        ),
    ),
    Idea(
        "entries-left-out",
        "Only some of the entries are counted: a return inside a loop, an index that stays or "
        "starts one too late.",
        f"{SHAPES}#column-against-row",
        models=(
            *_error(lambda error: error.square().flatten()[1:].sum() / error.numel()),
            *_error(lambda error: error.square().flatten()[0] / error.numel()),
            *_error(lambda error: error.square().flatten()[0]),
            *_error(lambda error: error.square().flatten()[-1]),
            *_error(lambda error: _first_row(error.square())),
        ),
    ),
    Idea(
        "relative-error",
        "Errors are divided by the target or its size. An error counts by its own square, however "
        "large the target is.",
        f"{SHAPES}#column-against-row",
        models=(
            *_with(lambda prediction, target: _square((prediction - target) / target)),
            *_with(lambda prediction, target: _square(prediction - target) / target.pow(2).mean()),
        ),
        when=_where_it_is_a_number(
            lambda prediction, target: _square(prediction - target) / target.var()
        ),
    ),
    Idea(
        "broadcasts",
        "Tensors of different shapes are compared: broadcasting stretches one of them, and entries "
        "meet that do not belong together. Compare the shapes first and raise ValueError.",
        f"{SHAPES}#column-against-row",
        models=(lambda prediction, target: _square(prediction - target),),
        when=_let_through_as_broadcast,
    ),
    Idea(
        "squeezes",
        "Dimensions of size one are dropped or added until the shapes fit. Whoever calls should "
        "hear that they differ: raise ValueError.",
        f"{SHAPES}#column-against-row",
        models=(
            _prepared(lambda prediction, target: (prediction.squeeze(), target.squeeze())),
            _prepared(_column_dropped),
            _prepared(_column_added),
        ),
    ),
    Idea(
        "reshapes",
        "Tensors of different shapes are flattened or reshaped until they fit. As many entries are "
        "not yet the same shape: raise ValueError.",
        f"{SHAPES}#column-against-row",
        models=(_prepared(lambda prediction, target: (prediction.flatten(), target.flatten())),),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for two tensors of the same shape. Any shape will do, as long as "
        "both have it.",
        f"{SHAPES}#column-against-row",
        when=refuses,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not find their way back to both arguments. Do not "
        "detach, and do not leave torch on the way.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("loss_flow"),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: the result has another one than the arguments, or too few digits.",
        f"{EXACTLY}#dtype",
        when=lambda evidence: dtype_forced(evidence) or digits_lost(evidence),
    ),
    Idea(
        "no-error-on-mismatch",
        "Tensors of different shapes get an answer. Raise ValueError, with `raise`: printing, "
        "returning something or cutting to size hides the mistake.",
        f"{SHAPES}#column-against-row",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError that they differ.",
        f"{SHAPES}#column-against-row",
        when=wrong_error,
    ),
)

MSE_CHECK = Check(
    name="batching/mse",
    takes="mse",
    kind="function",
    parts=(
        Part("the mean of the squares", 1, tag="fits"),
        Part("refuses two shapes", 1, tag="refused", needs=("the mean of the squares",)),
    ),
    cases=mse_cases,
    reference=mse,
    answers=frozenset({"loss", "loss_second", "loss_of_misfits"}),
    ideas=MSE_IDEAS,
    describe=describe_mse,
    show=show_mse,
    page=f"{SHAPES}#column-against-row",
)
