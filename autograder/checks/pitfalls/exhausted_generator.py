"""pitfalls/exhausted-generator: parameters that were counted away from the optimizer, mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.pitfalls.pages import DOES_NOT_LEARN, EXACTLY, LEARNS, LOSS, NO_PARAMETERS
from autograder.checks.pitfalls.training import (
    data,
    descend,
    losses_unusable,
    model_values,
    nothing_trained,
    read_losses,
    some_unchanged,
    steps_miscounted,
)

Result = tuple[int, list[float]]


def count_and_fit(model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float) -> Result:
    """The reference: a list, which can be walked as often as one likes."""
    parameters = list(model.parameters())
    count = sum(p.numel() for p in parameters)
    return count, descend(model, x, y, steps, lr)


def _trained(**how: Any) -> Callable[..., Result]:
    """A right count, and a descent that is odd in some way."""

    def model(model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float) -> Result:
        return sum(p.numel() for p in model.parameters()), descend(model, x, y, steps, lr, **how)

    return model


def exhausted_generator_cases(draw: Draw) -> list[Case]:
    """Eight models: one layer or more, frozen in part, with a shared weight, with old gradients."""
    (a, b, c, d), (k, m, n, e) = draw.sizes(4), draw.sizes(4)
    return [
        _case(draw, "one layer", "one layer", [a, b], 4),
        _case(draw, "two layers", "deep", [b, c, a], 5),
        _case(draw, "three layers", "deep", [c, a, d, b], 3),
        _case(draw, "a layer with old gradients", "one layer", [d, b], 5, stale=True),
        _case(draw, "two layers with old gradients", "deep", [m, k, n], 4, stale=True),
        _case(draw, "a frozen layer", "partly frozen", [n, e, m], 5),
        _case(draw, "a weight used twice", "tied", [k, k, e], 3),
        _case(draw, "one row", "deep", [e, n, k], 1),
    ]


def _case(
    draw: Draw, label: str, model: str, sizes: list[int], rows: int, stale: bool = False
) -> Case:
    values = model_values(draw, sizes, tied=model == "tied")
    inputs = {"model": model, "values": values, "stale": stale}
    return Case(label, inputs | data(draw, sizes[0], sizes[-1], rows), frozenset({model}))


_WORDS = {
    "result": "what count_and_fit(model, x, y, steps, lr) returns",
    "count": "the count of count_and_fit(model, …)",
    "losses": "the losses of count_and_fit(model, …)",
    "values_after": "the parameters of model after count_and_fit(model, …)",
    "data_after": "x and y after count_and_fit(model, …)",
    "trainable_after": "requires_grad of the parameters after count_and_fit(model, …)",
    "raised": "count_and_fit(model, x, y, steps, lr)",
}


def describe_exhausted_generator(case: Case, facet: str) -> str:
    words = _WORDS.get(facet.removesuffix("_again"), f"{facet} of count_and_fit")
    return f"{words}, for the second time" if facet.endswith("_again") else words


def show_exhausted_generator(case: Case, facet: str) -> dict[str, Any]:
    shapes = [tuple(value.shape) for value in case.inputs["values"]]
    return {"shapes of the parameters": shapes, "steps": case.inputs["steps"]}


# ---------------------------------------------------------------------------- recognizers


def _used_up(evidence: Evidence) -> bool:
    texts = [raised["text"] for raised in evidence.raised()]
    return bool(texts) and all("empty parameter list" in text for text in texts)


def _not_two_results(evidence: Evidence) -> bool:
    return "result" in evidence.wrong_facets or losses_unusable(evidence)


def _nothing_counted(evidence: Evidence) -> bool:
    counts = [found for found, _ in evidence.values("count")]
    return bool(counts) and all(type(count) is int and count == 0 for count in counts)


def _count_only(evidence: Evidence) -> bool:
    return evidence.wrong_facets <= {"count", "count_again"}


def _made_up(evidence: Evidence) -> bool:
    """Nothing is trained, and yet the losses that are reported change, and are wrong."""
    return nothing_trained(evidence) and all(
        not same(found, due) and not same(found, found[:1].expand_as(found))
        for found, due in evidence.values("losses")
    )


IDEAS = (
    Idea(
        "generator-used-up",
        "The optimizer got a generator that the count had already walked to its end. parameters() "
        "gives one walk for each call.",
        f"{NO_PARAMETERS}#zero-registered",
        when=_used_up,
    ),
    Idea(
        "not-two-results",
        "Two things are to be returned together, as a tuple: an int and a list of floats, one for "
        "each step. item() makes a float of a loss.",
        f"{LEARNS}#optimizer-moves",
        when=_not_two_results,
    ),
    Idea(
        "steps-miscounted",
        "There is another number of losses than of steps. Each step gives one, from the first to "
        "the last.",
        f"{LEARNS}#optimizer-moves",
        when=steps_miscounted,
    ),
    Idea(
        "count-of-leftovers",
        "The count is 0: somebody else has walked the generator first, or the count was deleted "
        "to keep the optimizer quiet. Both have to be right.",
        f"{NO_PARAMETERS}#zero-registered",
        when=_nothing_counted,
    ),
    Idea(
        "losses-made-up",
        "The losses are numbers that change although the model does not. Each has to be what the "
        "model gives at that step.",
        f"{DOES_NOT_LEARN}#three-facts",
        when=_made_up,
    ),
    Idea(
        "nothing-trained",
        "The error is gone, and the model is as it was: its optimizer holds nothing, holds "
        "something else, finds no gradients, or trains a copy.",
        f"{DOES_NOT_LEARN}#empty-parameter-list",
        when=nothing_trained,
    ),
    Idea(
        "only-some-trained",
        "Some parameters move and others stay: the optimizer did not get all of them. A look at "
        "the first one takes it out of the walk, too.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        when=some_unchanged,
    ),
    Idea(
        "count-wrong",
        "The training is right, the count is not. It says how many numbers all parameters hold: "
        "frozen ones too, shared ones once, and numbers rather than tensors.",
        f"{EXACTLY}#counting",
        when=_count_only,
    ),
    Idea(
        "gradients-accumulate",
        "Each step also follows older gradients, those from before the call perhaps: they have to "
        "be cleared before each backward pass.",
        f"{LOSS}#forgotten-zero-grad",
        models=(_trained(clear="never"), _trained(clear="after each step"), _trained(clear="once")),
    ),
    Idea(
        "losses-after-the-step",
        "The losses are those after each step. Due are those before, so that the first one says "
        "where the training began.",
        f"{LEARNS}#optimizer-moves",
        models=(_trained(loss_after=True),),
    ),
    Idea(
        "another-loss",
        "Another loss is trained than the mean of the squared differences.",
        f"{LEARNS}#optimizer-moves",
        models=(
            _trained(loss_of=lambda p, y: (p - y).pow(2).sum()),
            _trained(loss_of=lambda p, y: (p - y).abs().mean()),
        ),
    ),
)

EXHAUSTED_GENERATOR_CHECK = Check(
    name="pitfalls/exhausted-generator",
    takes="count_and_fit",
    kind="function",
    parts=(Part("count and training", 2),),
    cases=exhausted_generator_cases,
    reference=count_and_fit,
    answers=frozenset(
        {"count", "losses", "values_after", "count_again", "losses_again", "values_after_again"}
    ),
    ideas=IDEAS,
    describe=describe_exhausted_generator,
    show=show_exhausted_generator,
    derive=read_losses,
    page=f"{NO_PARAMETERS}#zero-registered",
)
