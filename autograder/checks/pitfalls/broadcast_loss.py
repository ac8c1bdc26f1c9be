"""pitfalls/broadcast-loss: a loss between a column and a row, mended. Without points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.pitfalls.pages import DOES_NOT_LEARN, LEARNS, LOSS
from autograder.checks.pitfalls.training import (
    data,
    descend,
    losses_unusable,
    model_values,
    nothing_trained,
    read_losses,
    steps_miscounted,
)


def fit_column(model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float) -> list[float]:
    """The reference: the targets as a column beside the column of outputs."""
    return descend(model, x, y.unsqueeze(1), steps, lr)


def _variant(
    loss_of: Callable[[Tensor, Tensor], Tensor] | None = None, **how: Any
) -> Callable[..., list[float]]:
    """A descent that is odd in some way; ``loss_of`` gets outputs of (N, 1) and targets of (N,)."""

    def model(model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float) -> list[float]:
        if loss_of is None:
            return descend(model, x, y.unsqueeze(1), steps, lr, **how)
        return descend(model, x, y, steps, lr, loss_of=loss_of, **how)

    return model


def _square(difference: Tensor) -> Tensor:
    return difference.pow(2).mean()


def broadcast_loss_cases(draw: Draw) -> list[Case]:
    """Six models with one output."""
    (a, b, c), (d, e, m) = draw.sizes(3), draw.sizes(3, 3, 8)
    return [
        _case(draw, "one layer", "one layer", [a, 1], d),
        _case(draw, "two layers", "deep", [b, c, 1], e),
        _case(draw, "as many rows as inputs", "one layer", [m, 1], m),
        _case(draw, "old gradients", "deep", [c, a, 1], m, stale=True),
        _case(draw, "a frozen layer", "partly frozen", [a, b, 1], d),
        _case(draw, "one input", "one layer", [1, 1], e),
    ]


def _case(
    draw: Draw, label: str, model: str, sizes: list[int], rows: int, stale: bool = False
) -> Case:
    inputs = {"model": model, "values": model_values(draw, sizes), "stale": stale}
    inputs |= data(draw, sizes[0], 1, rows)
    return Case(label, inputs | {"y": inputs["y"][:, 0].clone()}, frozenset({model}))


_WORDS = {
    "losses": "the losses of fit_column(model, x, y, steps, lr)",
    "values_after": "the parameters of model after fit_column(model, …)",
    "data_after": "x and y after fit_column(model, …)",
    "raised": "fit_column(model, x, y, steps, lr)",
}


def describe_broadcast_loss(case: Case, facet: str) -> str:
    words = _WORDS.get(facet.removesuffix("_again"), f"{facet} of fit_column")
    return f"{words}, for the second time" if facet.endswith("_again") else words


def show_broadcast_loss(case: Case, facet: str) -> dict[str, Any]:
    return {name: tuple(case.inputs[name].shape) for name in ("x", "y")} | {
        "steps": case.inputs["steps"]
    }


def _set_by_hand(evidence: Evidence) -> bool:
    """The losses never change, and yet the parameters do in the end."""
    constant = all(same(f, f[:1].expand_as(f)) for f, _ in evidence.values("losses"))
    return constant and not nothing_trained(evidence)


_SHAPES = f"{LOSS}#broadcast-loss"
IDEAS = (
    Idea(
        "no-list-of-losses",
        "What is to be returned is a list of floats, one for each step.",
        f"{LEARNS}#optimizer-moves",
        when=losses_unusable,
    ),
    Idea(
        "steps-miscounted",
        "There is another number of losses than of steps. Each step gives one.",
        f"{LEARNS}#optimizer-moves",
        when=steps_miscounted,
    ),
    Idea(
        "nothing-trained",
        "The model is as it was: no step is taken, or a copy is trained.",
        f"{DOES_NOT_LEARN}#three-facts",
        when=nothing_trained,
    ),
    Idea(
        "set-by-hand",
        "The losses never change, and in the end the parameters were set from outside. The steps "
        "have to move them.",
        f"{DOES_NOT_LEARN}#three-facts",
        when=_set_by_hand,
    ),
    Idea(
        "broadcast",
        "Each output is still compared with every target: (N, 1) against (N,) becomes (N, N), "
        "also where the warning is silenced or the shapes are expanded by hand.",
        _SHAPES,
        models=(_variant(lambda p, y: _square(p - y)),),
    ),
    Idea(
        "one-target-for-all",
        "All outputs are compared with one and the same number, the first target or the mean.",
        _SHAPES,
        models=(
            _variant(lambda p, y: _square(p - y[0])),
            _variant(lambda p, y: _square(p - y.mean())),
        ),
    ),
    Idea(
        "pairs-mixed-up",
        "Outputs and targets are paired in another order than they came in. Row by row they "
        "belong together.",
        _SHAPES,
        models=(
            _variant(lambda p, y: _square(p[:, 0] - y.flip(0))),
            _variant(lambda p, y: _square(p[:, 0].sort().values - y.sort().values)),
        ),
    ),
    Idea(
        "means-compared",
        "Differences are averaged before they are squared, so that they cancel. Square first.",
        f"{LEARNS}#optimizer-moves",
        models=(_variant(lambda p, y: (p[:, 0] - y).mean().pow(2)),),
    ),
    Idea(
        "another-loss",
        "Another loss is trained than the mean of the squared differences.",
        f"{LEARNS}#optimizer-moves",
        models=(
            _variant(lambda p, y: (p[:, 0] - y).pow(2).sum()),
            _variant(lambda p, y: (p[:, 0] - y).abs().mean()),
        ),
    ),
    Idea(
        "gradients-accumulate",
        "Each step also follows older gradients: clear them before each backward pass.",
        f"{LOSS}#forgotten-zero-grad",
        models=(_variant(clear="never"), _variant(clear="after each step"), _variant(clear="once")),
    ),
    Idea(
        "losses-after-the-step",
        "The losses are those after each step. Due are those before.",
        f"{LEARNS}#optimizer-moves",
        models=(_variant(loss_after=True),),
    ),
)

BROADCAST_LOSS_CHECK = Check(
    name="pitfalls/broadcast-loss",
    takes="fit_column",
    kind="function",
    parts=(Part("the training", 0),),
    cases=broadcast_loss_cases,
    reference=fit_column,
    answers=frozenset({"losses", "values_after", "losses_again", "values_after_again"}),
    ideas=IDEAS,
    describe=describe_broadcast_loss,
    show=show_broadcast_loss,
    derive=read_losses,
    page=_SHAPES,
)
