"""What the checks of mended training loops share: the reference descent, cases and recognizers.

All of it in float64, with tanh between layers: there is no bend on which an honest rounding could
fall on the wrong side.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Draw, Evidence, same


def mean_square(prediction: Tensor, target: Tensor) -> Tensor:
    return (prediction - target).pow(2).mean()


def descend(
    model: nn.Module,
    x: Tensor,
    y: Tensor,
    steps: int,
    lr: float,
    *,
    loss_of: Callable[[Tensor, Tensor], Tensor] = mean_square,
    clear: str = "before each step",
    held: list[Tensor] | None = None,
    loss_after: bool = False,
) -> list[float]:
    """Plain gradient descent, written out so that torch.optim need not be imported.

    ``clear`` is when gradients are cleared: "before each step", "after each step", "once" or
    "never"; ``held`` are the parameters that move (None: all that are not frozen).
    """
    parameters = [p for p in model.parameters() if p.requires_grad]
    held = parameters if held is None else held
    losses = []
    for step in range(steps):
        if clear == "before each step" or (clear == "once" and step == 0):
            _clear(parameters)
        loss = loss_of(model(x), y)
        torch.autograd.backward(loss)
        with torch.no_grad():
            for parameter in held:
                if parameter.grad is not None:
                    parameter.sub_(lr * parameter.grad)
        if clear == "after each step":
            _clear(parameters)
        losses.append(loss_of(model(x), y).item() if loss_after else loss.item())
    return losses


def _clear(parameters: list[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


def model_values(draw: Draw, sizes: list[int], tied: bool = False) -> list[Tensor]:
    """Weights and biases for layers between ``sizes``; with ``tied``, of the model of that name."""
    values = []
    for n, m in zip(sizes, sizes[1:], strict=False):
        values += [draw.tensor(m, n, dtype="float64") / n**0.5, draw.tensor(m, dtype="float64") / 2]
    # Its first weight is square and used twice, with a bias of its own each time.
    return (
        [*values[:2], draw.tensor(sizes[1], dtype="float64") / 2, *values[2:]] if tied else values
    )


def read_losses(case: Case, facets: dict) -> dict:
    """A list of floats as a tensor, so that the last digits may differ."""
    facets = dict(facets)
    for name in [name for name in facets if name.startswith("losses")]:
        losses = facets[name]
        if type(losses) is list and losses and all(type(loss) is float for loss in losses):
            facets[name] = torch.tensor(losses, dtype=case.inputs["x"].dtype)
        elif losses is not None and not isinstance(losses, str):
            facets[name] = _other_than_floats(losses)
    return facets


def _other_than_floats(losses: Any) -> str:
    if isinstance(losses, list):
        return "a list that holds other things than floats" if losses else "an empty list"
    if isinstance(losses, (Tensor, tuple)):
        return f"a {type(losses).__name__.lower()} instead of a list"
    return f"{losses} instead of a list"


# ---------------------------------------------------------------------------- recognizers


def losses_unusable(evidence: Evidence) -> bool:
    """What should be a list of floats is something else."""
    return any(not isinstance(found, Tensor) for found, _ in evidence.values("losses"))


def steps_miscounted(evidence: Evidence) -> bool:
    lengths = [found.shape == due.shape for found, due in evidence.values("losses")]
    return bool(lengths) and not any(lengths)


def unchanged(case: Case, answer: dict) -> bool:
    """Whether the training left every parameter as it was."""
    found, before = answer.get("values_after"), case.inputs["values"]
    return isinstance(found, dict) and same(list(found.values()), before)


def nothing_trained(evidence: Evidence) -> bool:
    return all(unchanged(case, answer) for case, answer, _ in evidence.rows())


def some_unchanged(evidence: Evidence) -> bool:
    """In several models, some of what should have moved has and some has not."""
    mixed = 0
    for case, answer, truth in evidence.rows():
        due = truth["values_after"]
        moves = [
            not same(answer["values_after"][name], before)
            for name, before in zip(due, case.inputs["values"], strict=True)
            if not same(due[name], before)
        ]
        mixed += any(moves) and not all(moves)
    return mixed > 1


def data(draw: Draw, n: int, m: int, rows: int) -> dict[str, Any]:
    """A batch, its targets, a number of steps and a learning rate."""
    return {
        "x": draw.tensor(rows, n, dtype="float64"),
        "y": draw.tensor(rows, m, dtype="float64"),
        "steps": draw.random.randint(3, 5),
        "lr": draw.number(0.05, 0.15),
    }
