"""pitfalls/stale-optimizer: an optimizer that was built before a layer was replaced, mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.pitfalls.pages import DOES_NOT_LEARN, LEARNS, LOSS
from autograder.checks.pitfalls.training import (
    data,
    descend,
    losses_unusable,
    model_values,
    read_losses,
    steps_miscounted,
)


def fit_new_head(
    model: nn.Module, head: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
) -> list[float]:
    """The reference: first the model is complete, then its parameters are collected."""
    model[-1] = head
    return descend(model, x, y, steps, lr)


def _variant(held: Callable | None = None, **how: Any) -> Callable[..., list[float]]:
    """The head is put in rightly, and the descent is odd; ``held(body, head)`` is what moves."""

    def model(
        model: nn.Module, head: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
    ) -> list[float]:
        model[-1] = head
        moving = None if held is None else held(model[:-1], head)
        return descend(model, x, y, steps, lr, held=moving, **how)

    return model


def _trainable(module: nn.Module) -> list[Tensor]:
    return [p for p in module.parameters() if p.requires_grad]


_stale = _variant(lambda body, head: _trainable(body))


def _head_twice(body: nn.Module, head: nn.Module) -> list[Tensor]:
    return [*_trainable(body), *_trainable(head), *_trainable(head)]


def stale_optimizer_cases(draw: Draw) -> list[Case]:
    """Six models whose new last layer has fewer outputs than the old one."""
    (a, b, c, d), (k, m, n, e) = draw.sizes(4), draw.sizes(4)
    return [
        _case(draw, "two layers", "deep", [a, b, 5], 2, 4),
        _case(draw, "three layers", "deep", [c, a, d, 6], 3, 5),
        _case(draw, "one output", "deep", [d, c, 4], 1, 3),
        _case(draw, "old gradients", "deep", [m, k, 5], 2, 4, stale=True),
        _case(draw, "a frozen first layer", "partly frozen", [n, e, k, 4], 3, 5),
        _case(draw, "one row", "deep", [e, m, 6], 2, 1),
    ]


def _case(
    draw: Draw,
    label: str,
    model: str,
    sizes: list[int],
    outputs: int,
    rows: int,
    stale: bool = False,
) -> Case:
    head_weight, head_bias = model_values(draw, [sizes[-2], outputs])
    inputs = {
        "model": model,
        "values": model_values(draw, sizes),
        "stale": stale,
        "head_weight": head_weight,
        "head_bias": head_bias,
        "shift": draw.number(1, 2),
    }
    return Case(label, inputs | data(draw, sizes[0], outputs, rows), frozenset({model}))


_WORDS = {
    "losses": "the losses",
    "head_after": "weight and bias of head",
    "body_after": "the parameters of the other layers",
    "old_layer_after": "the layer that was replaced",
    "data_after": "x and y",
    "y_after": "model(x)",
    "y_after_head_moved": "model(x), when a number is added to head.bias",
    "head_in_use": "whether model(x) depends on head.bias",
    "raised": "the call",
}


def describe_stale_optimizer(case: Case, facet: str) -> str:
    return f"{_WORDS.get(facet, facet)} after fit_new_head(model, head, x, y, steps, lr)"


def show_stale_optimizer(case: Case, facet: str) -> dict[str, Any]:
    shapes = [tuple(value.shape) for value in case.inputs["values"]]
    head = tuple(case.inputs["head_weight"].shape)
    return {"shapes of the parameters": shapes, "shape of head.weight": head}


# ---------------------------------------------------------------------------- recognizers


def _head_before(case: Case) -> dict[str, Tensor]:
    return {"weight": case.inputs["head_weight"], "bias": case.inputs["head_bias"]}


def _head_moved(case: Case, answer: dict) -> bool:
    return not same(answer["head_after"], _head_before(case))


def _old_moved(case: Case, answer: dict) -> bool:
    weight, bias = case.inputs["values"][-2:]
    return not same(answer["old_layer_after"], {"weight": weight, "bias": bias})


def _everywhere(holds: Callable[[Case, dict, dict], bool]) -> Callable[[Evidence], bool]:
    return lambda evidence: all(holds(*row) for row in evidence.rows())


def _in_use(answer: dict) -> bool:
    return answer["head_in_use"] is True


def _losses_of_stale(case: Case, answer: dict, evidence: Evidence) -> bool:
    """The losses of a training in which the head stayed as it was."""
    return same(answer["losses"], evidence.check.model_answer(_stale, case)["losses"])


def _set_by_hand(evidence: Evidence) -> bool:
    return all(
        _head_moved(case, answer) and _losses_of_stale(case, answer, evidence)
        for case, answer, _ in evidence.rows()
    )


def _another_start(case: Case, answer: dict, truth: dict) -> bool:
    return not torch.allclose(answer["losses"][0], truth["losses"][0]) and _head_moved(case, answer)


IDEAS = (
    Idea(
        "no-list-of-losses",
        "What is to be returned is a list of floats, one for each step. item() makes a float of a "
        "loss, which otherwise keeps its whole graph alive.",
        f"{LEARNS}#optimizer-moves",
        when=losses_unusable,
    ),
    Idea(
        "steps-miscounted",
        "There is another number of losses than of steps. Each step gives one, from the first to "
        "the last.",
        f"{LEARNS}#optimizer-moves",
        when=steps_miscounted,
    ),
    Idea(
        "stale-optimizer",
        "The head stays as it was: the optimizer holds the parameters that the model had when it "
        "was built, the old layer's among them. It does not look again.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        models=(_stale,),
    ),
    Idea(
        "head-only",
        "Only the head moves. The whole model is to be trained, the layers below it too.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        models=(_variant(lambda body, head: _trainable(head)),),
    ),
    Idea(
        "trained-twice",
        "Something is trained twice: the old model before the new one, or the head by two "
        "optimizers. One optimizer, one training.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        models=(_variant(_head_twice),),
        when=_everywhere(lambda case, a, t: _head_moved(case, a) and _old_moved(case, a)),
    ),
    Idea(
        "head-not-used",
        "The old last layer was trained, and the head was not part of the model meanwhile. "
        "Leaving out the replacement, or doing it at the end, is no cure.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        when=_everywhere(lambda case, a, t: not _head_moved(case, a) and _old_moved(case, a)),
    ),
    Idea(
        "model-copied",
        "Another model is put together and trained, and the one that was passed keeps its old "
        "last layer. It is to be changed in place.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        when=_everywhere(lambda case, a, t: _head_moved(case, a) and not _in_use(a)),
    ),
    Idea(
        "head-copied",
        "The losses are right, and a copy was trained: head itself is as it was. It has to become "
        "the model's last layer as the object that it is.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        when=_everywhere(
            lambda case, a, t: same(a["losses"], t["losses"]) and not _head_moved(case, a)
        ),
    ),
    Idea(
        "head-set-by-hand",
        "The losses are those of a head that does not learn, and then its numbers were changed "
        "from outside. That hides the symptom; the optimizer still does not hold it.",
        f"{DOES_NOT_LEARN}#three-facts",
        when=_set_by_hand,
    ),
    Idea(
        "gradients-accumulate",
        "Each step also follows older gradients: they have to be cleared before each backward "
        "pass, the head's too.",
        f"{LOSS}#forgotten-zero-grad",
        models=(_variant(clear="never"), _variant(clear="once"), _variant(clear="after each step")),
    ),
    Idea(
        "losses-after-the-step",
        "The losses are those after each step. Due are those before, so that the first one says "
        "where the training began.",
        f"{LEARNS}#optimizer-moves",
        models=(_variant(loss_after=True),),
    ),
    Idea(
        "head-start-lost",
        "Already the first loss is another: the head does not begin with the values that it came "
        "with.",
        f"{DOES_NOT_LEARN}#weights-not-held",
        when=_everywhere(_another_start),
    ),
)

STALE_OPTIMIZER_CHECK = Check(
    name="pitfalls/stale-optimizer",
    takes="fit_new_head",
    kind="function",
    parts=(Part("the training", 2),),
    cases=stale_optimizer_cases,
    reference=fit_new_head,
    answers=frozenset({"losses", "head_after", "body_after", "y_after", "y_after_head_moved"}),
    ideas=IDEAS,
    describe=describe_stale_optimizer,
    show=show_stale_optimizer,
    derive=read_losses,
    page=f"{DOES_NOT_LEARN}#weights-not-held",
)
