"""batching/predict-in-batches: the rows of model(x), a few at a time and without a graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.batching.pages import EXACTLY, FAST, LEARNS, MANY_ROWS, REDUNDANT
from autograder.checks.batching.recognizers import (
    answer_cached,
    dtype_forced,
    fitting,
    no_error,
    not_a_tensor,
    only_where,
    refuses,
    returns_nothing,
    words_for,
    wrong_error,
    wrong_facets,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same


def predict_in_batches(model: nn.Module, x: Tensor, batch_size: int) -> Tensor:
    """The reference: split gives one empty piece for no row at all, and the model gets that."""
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])


PLAIN, NORM, DROPOUT = (
    "a product",
    "a batch norm in evaluation mode",
    "a dropout in evaluation mode",
)
NUMBER, COLUMN = "one number a row", "a column a row"


def predict_cases(draw: Draw) -> list[Case]:
    """Nine times rows in batches, five times what is left to stumble over, and three bad sizes."""
    i, o = draw.sizes(2, 3, 5)
    images, double = (2, 2, i), {"dtype": "float64"}
    train = {"training": True}

    def rows(label: str, count: int, size: int, tag: str = "rows", **extra: Any) -> Case:
        return _case(draw, label, tag, count, size, {"shape": (i,), "outputs": o, **extra})

    k = draw.random.randint(2, 3)
    return [
        rows("the last batch smaller", 3, 2, shape=(2,), outputs=2, readable=True, **train),
        rows("the last batch smaller, a model in evaluation mode", 3 * k + 1, k + 1, tail=NORM),
        rows("batches that divide the rows", 3 * k, k, **double, **train),
        rows("as many rows as one batch", k + 2, k + 2, tail=DROPOUT),
        rows("a batch larger than all rows", k, k + 3, **train),
        rows("one row a batch", 4, 1, tail=COLUMN, **double),
        rows("images, float64", 5, k, shape=images, **double),
        rows("a model that gives one number a row", 7, k, tail=NUMBER, freeze=True, **train),
        rows("an x that wants gradients", 7, 4, x_requires_grad=True, freeze=True),
        rows("no row", 0, k, "edge", **train),
        rows("no image, float64", 0, 4, "edge", shape=images, tail=COLUMN, **double),
        rows("a frozen batch norm in a model in training mode", 5, 2, "edge", tail=NORM, **train),
        rows("a frozen dropout in training mode", 7, 3, "edge", tail=DROPOUT, **double, **train),
        rows("a batch_size of zero", 4, 0, "refused", **train),
        rows("a negative batch_size", 5, -draw.random.randint(1, 4), "refused"),
        rows("a batch_size of zero, and no row", 0, 0, "refused"),
    ]


def _case(draw: Draw, label: str, tag: str, count: int, batch_size: int, extra: dict) -> Case:
    dtype, shape, outputs = extra.get("dtype", "float32"), extra["shape"], extra["outputs"]
    features = torch.Size(shape).numel()

    def tensor(*sizes: int) -> Tensor:
        readable = "readable" in extra
        return draw.readable(*sizes) if readable else draw.tensor(*sizes, dtype=dtype)

    inputs = {
        "tail": extra.get("tail", PLAIN),
        "weight": tensor(outputs, features),
        "weight_second": tensor(outputs, features),
        "training": extra.get("training", False),
        "freeze": extra.get("freeze", False),
        "x": tensor(count, *shape),
        # Another number of rows, so that nothing can be kept by it.
        "x_second": tensor(count + 2, *shape),
        "x_requires_grad": extra.get("x_requires_grad", False),
        "batch_size": batch_size,
        "fits": tag != "refused",
    }
    return Case(label, inputs, frozenset({tag}))


def derive_predict(case: Case, facets: dict) -> dict:
    """The numbers of rows that the model was given at a time, as the reference gives them, where
    no batch was too large and there were hardly more of them than needed.

    Batches of even sizes, or one more to find out a shape, are in order.
    """
    derived = dict(facets)
    for facet, name in (("batches", "x"), ("batches_second", "x_second")):
        due = _batches(len(case.inputs[name]), case.inputs["batch_size"])
        found = derived.get(facet)
        if isinstance(found, list) and _as_good(found, due, case.inputs["batch_size"]):
            derived[facet] = due
    return derived


def _batches(rows: int, batch_size: int) -> list[int]:
    if batch_size < 1:
        return []
    whole, rest = divmod(rows, batch_size)
    return [batch_size] * whole + ([rest] if rest or not rows else [])


def _as_good(found: list, due: list[int], batch_size: int) -> bool:
    return all(type(n) is int and n <= batch_size for n in found) and len(found) <= len(due) + 1


describe_predict = words_for(
    "predict_in_batches(model, x, batch_size)",
    {
        "rows": "the rows",
        "rows_second": "the rows of a second call, with other weights and another x",
        "rows_again": "the rows of a third call, with the first x",
        "batches": "how many rows the model was given at a time",
        "batches_second": "how many rows the model was given at a time in a second call",
        "graph": "whether the result has a graph behind it",
        "modes": "training mode of the model and its parts after the call",
        "trainable": "requires_grad of the model's parameters after the call",
        "model_after": "the model's numbers after the call",
        "no_grads_after": "whether the model's .grad are still None after the call",
        "x_after": "x after the call",
        "x_requires_grad_after": "x.requires_grad after the call",
        "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    },
    {},
)


def show_predict(case: Case, facet: str) -> dict[str, Any]:
    """What x is, and the numbers in it where they are few."""
    second = facet.endswith("_second") or facet == "grad_mode_kept"
    x = case.inputs["x_second" if second else "x"]
    few = 0 < x.numel() <= 12 and facet == "rows"
    shown = {"x": x} if few else {"x.shape": tuple(x.shape)}
    return {**shown, "batch_size": case.inputs["batch_size"]}


# ---------------------------------------------------------------------------- models

Predict = Callable[[nn.Module, Tensor, int], Any]


def _predicting(function: Predict) -> Predict:
    """``function`` without a graph, after a look at the batch size."""

    def predict(model: nn.Module, x: Tensor, batch_size: int) -> Any:
        if batch_size < 1:
            raise ValueError("batch_size must be at least 1")
        with torch.no_grad():
            return function(model, x, batch_size)

    return predict


def _joined(join: Callable[[list[Tensor]], Tensor]) -> Predict:
    """What ``join`` makes of the answers to the right batches."""
    return _predicting(lambda model, x, size: join([model(batch) for batch in x.split(size)]))


def _each(function: Callable[[Tensor], Tensor]) -> Predict:
    """The right rows, of answers that went through ``function`` batch by batch."""
    return _joined(lambda answers: torch.cat([function(answer) for answer in answers]))


def _asked(batches: Callable[[Tensor, int], Sequence[Tensor]]) -> Predict:
    """The answers to other batches, joined as they should be."""

    def predict(model: nn.Module, x: Tensor, size: int) -> Tensor:
        return torch.cat([model(batch) for batch in batches(x, size)] or [model(x[:0])])

    return _predicting(predict)


def _full_only(x: Tensor, size: int) -> list[Tensor]:
    return [batch for batch in x.split(size) if len(batch) == size]


def _padded(x: Tensor, size: int, row: Callable[[Tensor], Tensor]) -> Sequence[Tensor]:
    missing = -len(x) % size
    return torch.cat([x, *[row(x)] * missing]).split(size) if missing else x.split(size)


def _last_full(x: Tensor, size: int) -> list[Tensor]:
    full = _full_only(x, size)
    return [*full, x[-size:]] if full and len(x) % size else full or [x]


def _starting(first: int, step: Callable[[int], int], length: Callable[[int], int]) -> Predict:
    """Slices with another start, step or length."""
    return _asked(
        lambda x, size: [x[i : i + length(size)] for i in range(first, len(x), step(size) or 1)]
    )


# ---------------------------------------------------------------------------- recognizers


def _rows_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & (evidence.check.answers | {"raised"})


def _sizes(evidence: Evidence) -> list[tuple[int, list[int]]]:
    """batch_size, and how many rows the model was given at a time, wherever that is wrong."""
    return [
        (case.inputs["batch_size"], found)
        for case, _, found, _ in evidence.wrong_values("batches", "batches_second")
        if isinstance(found, list) and found
    ]


def _size_ignored(evidence: Evidence) -> bool:
    sizes = _sizes(evidence)
    return _rows_right(evidence) and any(max(found) > size for size, found in sizes)


def _row_by_row(evidence: Evidence) -> bool:
    return _rows_right(evidence) and any(len(found) > 2 for _, found in _sizes(evidence))


def _modes_wrong(evidence: Evidence, whole: bool) -> bool:
    """Whether the mode of the model itself, or only that of parts of it, is another than before."""
    pairs = [(f, d) for _, _, f, d in evidence.wrong_values("modes") if isinstance(f, dict)]
    changed = any(found.get("model") != due["model"] for found, due in pairs)
    return bool(pairs) and changed == whole


def _is_empty(case: Case) -> bool:
    return len(case.inputs["x"]) == 0


def _reordered(evidence: Evidence) -> bool:
    """The rows that are due, each once, in another order."""
    wrong = list(evidence.wrong_values("rows", "rows_second", "rows_again"))
    return bool(wrong) and all(
        isinstance(found, Tensor)
        and (found.dtype, found.shape) == (due.dtype, due.shape)
        and _same_rows(found.reshape(len(found), -1), due.reshape(len(due), -1))
        for _, _, found, due in wrong
    )


def _same_rows(found: Tensor, due: Tensor) -> bool:
    near = (found[:, None] - due[None]).abs().amax(2) < 1e-4
    return bool((near.sum(0) == 1).all() and (near.sum(1) == 1).all())


def _whole_numbers(evidence: Evidence) -> bool:
    """Numbers of classes, say, in the place of what the model gives."""
    found = [value for _, _, value, _ in evidence.wrong_values() if isinstance(value, Tensor)]
    return bool(found) and not any(value.is_floating_point() for value in found)


def _accumulates(evidence: Evidence) -> bool:
    """The rows that are due stand at the end, behind those of the call before."""
    return any(
        isinstance(answer.get(facet), Tensor)
        and isinstance(answer.get(earlier), Tensor)
        and answer[facet].dim() == truth[facet].dim()
        and len(answer[facet]) == len(answer[earlier]) + len(truth[facet]) > len(truth[facet])
        and same(answer[facet], torch.cat([answer[earlier], truth[facet]]))
        for _, answer, truth in fitting(evidence)
        for earlier, facet in (("rows", "rows_second"), ("rows_second", "rows_again"))
    )


# ---------------------------------------------------------------------------- the ideas

PREDICT_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None, at least sometimes. Collect what the model says about each "
        "batch, and return it as one tensor.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=returns_nothing("rows"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not one tensor. Join what the model says about the batches to a tensor "
        "with a row for each row of x; a function with `yield` gives a generator.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=not_a_tensor("rows"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use `with "
        "torch.no_grad():` around the predictions; it puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after", "grad_mode_kept"),
    ),
    Idea(
        "graph-kept",
        "The result has a graph behind it, which keeps everything that was computed in memory. "
        "Predict without recording; evaluation mode does not do that.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("graph"),
    ),
    Idea(
        "mode-left",
        "The model is in another mode afterwards than before. Leave it in the mode it is in, or "
        "put back what was, on every way out of the function.",
        f"{REDUNDANT}#evaluation-mode",
        when=lambda evidence: _modes_wrong(evidence, whole=True),
    ),
    Idea(
        "mode-of-parts",
        "A part of the model is in another mode afterwards, such as a batch norm that was frozen. "
        "train() and eval() switch all parts, and each part has a mode of its own.",
        f"{REDUNDANT}#evaluation-mode",
        when=lambda evidence: _modes_wrong(evidence, whole=False),
    ),
    Idea(
        "parameters-frozen",
        "requires_grad of the model's parameters is another afterwards. To predict without a "
        "graph, switch off recording and not the parameters.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("trainable"),
    ),
    Idea(
        "model-changed",
        "The model is changed: its numbers, their dtype or what its .grad hold. Predicting only "
        "asks it.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("model_after", "no_grads_after"),
    ),
    Idea(
        "input-mutated",
        "x is changed: its numbers or its requires_grad. Leave it as it is.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("x_after", "x_requires_grad_after"),
    ),
    Idea(
        "accumulates",
        "Rows of an earlier call are still in the result. Start with an empty list in each call: "
        "a default argument and a list outside the function live on.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=_accumulates,
    ),
    Idea(
        "answer-cached",
        "A later call gives an earlier one's rows, though model and x have changed. Ask the model "
        "in each call.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=answer_cached("rows", "rows_second", "rows_again"),
    ),
    Idea(
        "last-batch-dropped",
        "Rows at the end are missing: a last batch that is not full counts as well.",
        f"{FAST}#samples-a-second",
        models=(
            _asked(_full_only),
            _asked(lambda x, size: _full_only(x, size) or [x]),
        ),
    ),
    Idea(
        "one-batch-only",
        "Only one batch is in the result. Go through all of them before you return, and keep what "
        "each one gives.",
        f"{FAST}#samples-a-second",
        models=(
            _joined(lambda answers: answers[0]),
            _joined(lambda answers: answers[-1]),
        ),
    ),
    Idea(
        "wrong-slices",
        "The slices of x leave rows out, or take some twice. A slice ends before its second "
        "number, and each one begins where the one before it ended.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(
            _starting(0, lambda size: size, lambda size: size - 1),
            _starting(0, lambda size: size, lambda size: size + 1),
            _starting(1, lambda size: size, lambda size: size),
            _starting(0, lambda size: 1, lambda size: size),
            _starting(0, lambda size: size - 1, lambda size: size),
            _asked(lambda x, size: [x[i : i + size] for i in range(max(1, len(x) - size + 1))]),
            _asked(lambda x, size: [x[:size]] * max(1, -(-len(x) // size))),
        ),
    ),
    Idea(
        "padding-kept",
        "The last batch is filled up, and the rows that fill it are still in the result. There are "
        "as many rows as x has; the last batch may be smaller.",
        f"{FAST}#samples-a-second",
        models=(
            _asked(lambda x, size: _padded(x, size, lambda x: torch.zeros_like(x[:1]))),
            _asked(lambda x, size: _padded(x, size, lambda x: x[-1:])),
            _asked(_last_full),
        ),
    ),
    Idea(
        "batches-not-joined",
        "The batches are stacked, or joined side by side. Join them along the dimension of the "
        "rows.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(
            _joined(torch.stack),
            _joined(lambda answers: torch.cat(answers, dim=-1)),
        ),
    ),
    Idea(
        "batches-added",
        "Rows are added up or averaged. Each row of x has a row of its own in the result.",
        f"{MANY_ROWS}#rows-are-strangers",
        models=(
            _joined(lambda answers: sum(answer.sum(0, keepdim=True) for answer in answers)),
            _joined(lambda answers: torch.stack([answer.mean(0) for answer in answers])),
            _joined(lambda answers: torch.cat(answers).mean(0)),
            _joined(lambda answers: torch.cat(answers).sum(0)),
        ),
    ),
    Idea(
        "output-changed",
        "What the model says is changed: classes or probabilities in its place. Return its numbers "
        "as they are; the model decides what they mean.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(
            _each(lambda answer: answer.softmax(-1)),
            _each(torch.sigmoid),
            _each(lambda answer: answer.round()),
        ),
        when=_whole_numbers,
    ),
    Idea(
        "output-reshaped",
        "The model's answers lose or gain a dimension. A row may be a number, a vector or more; "
        "keep the shape that the model gives it.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(
            _each(lambda answer: answer.flatten(1) if answer.dim() > 1 else answer[:, None]),
            _each(lambda answer: torch.atleast_1d(answer.squeeze())),
            _each(lambda answer: answer.flatten()),
        ),
    ),
    Idea(
        "empty-batch-fails",
        "An x without rows goes wrong. The model takes it and says what an empty answer looks "
        "like: its shape and dtype. An empty list of batches does not know.",
        f"{MANY_ROWS}#empty-batch",
        when=only_where(_is_empty),
    ),
    Idea(
        "rows-reordered",
        "The rows are right, and in another order than those of x. Take the batches in order, and "
        "join them in that order.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=_reordered,
    ),
    Idea(
        "batch-size-ignored",
        "The model is given more rows at a time than batch_size: all of them, a fixed number, or "
        "batch_size is taken for the number of batches. A large x may not fit into memory.",
        f"{FAST}#samples-a-second",
        when=_size_ignored,
    ),
    Idea(
        "row-by-row",
        "The model is called far more often than needed, such as once for each row. Give it "
        "batch_size rows at a time: every call has its price.",
        f"{FAST}#paid-once",
        when=_row_by_row,
    ),
    Idea(
        "dtype-forced",
        "The result has another dtype than what the model gives: a buffer of the default dtype, or "
        "a detour through Python numbers.",
        f"{EXACTLY}#dtype",
        when=dtype_forced,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for a batch_size of at least 1. It may exceed the number of rows, "
        "and it need not divide it.",
        f"{FAST}#samples-a-second",
        when=refuses,
    ),
    Idea(
        "no-error-on-bad-size",
        "A batch_size below 1 is let through, at least sometimes. Raise ValueError before anything "
        "else, also if x has no rows.",
        f"{FAST}#samples-a-second",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Look at batch_size first and say in a "
        "ValueError that it has to be at least 1.",
        f"{FAST}#samples-a-second",
        when=wrong_error,
    ),
)

PREDICT_CHECK = Check(
    name="batching/predict-in-batches",
    takes="predict_in_batches",
    kind="function",
    parts=(
        Part("rows in batches", 2, tag="rows"),
        Part("no row, and parts in a mode of their own", 1, tag="edge", needs=("rows in batches",)),
        Part("refuses a bad batch size", 1, tag="refused", needs=("rows in batches",)),
    ),
    cases=predict_cases,
    reference=predict_in_batches,
    answers=frozenset({"rows", "rows_second", "rows_again"}),
    ideas=PREDICT_IDEAS,
    describe=describe_predict,
    show=show_predict,
    derive=derive_predict,
    page=f"{FAST}#samples-a-second",
)
