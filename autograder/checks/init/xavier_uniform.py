"""init/xavier-uniform: numbers spread evenly with the variance 2/(in + out).

Judged is the distribution, not the order of draws. False alarms: a run makes 3 tests (from below,
shape, repeats) of each of 8 tensors, 24 in all and each of probability 1e-11 at most by
`checks.init.laws`, so a right answer is refused with a probability of at most 2.4e-10. Numbers that
are to differ are compared by eight, which agree by chance with 2^-184.
"""

from __future__ import annotations

import math

from autograder.checks.core import Check, Idea, Part
from autograder.checks.init.drawing import (
    NUMBERS,
    RAW,
    derive_filling,
    describe_filling,
    drawn_from,
)
from autograder.checks.init.drawing import one_sided as is_one_sided
from autograder.checks.init.initializers import (
    closing_ideas,
    initializer,
    initializer_cases,
    law,
    law_idea,
    laws,
    opening_ideas,
    show_tensor,
)
from autograder.checks.init.pages import BOUND, RECIPES, SIGNALS


def _bound(in_features: int, out_features: int) -> float:
    return math.sqrt(6 / (in_features + out_features))


def _normal_or_clipped():
    """Bell-shaped numbers with Xavier's standard deviation, or his bound, clipped or not."""
    return drawn_from(
        *(
            law(kind, lambda i, o, k=k: k * _bound(i, o))
            for kind in ("normal", "clipped")
            for k in (1, 1 / math.sqrt(3))
        )
    )


XAVIER_IDEAS = (
    *opening_ideas(),
    law_idea(
        "std-for-bound",
        "The standard deviation stands where the bound is due. Numbers spread evenly reach further "
        "than that, by the root of 3.",
        BOUND,
        "uniform",
        lambda i, o: math.sqrt(2 / (i + o)),
    ),
    Idea(
        "normal-for-uniform",
        "The numbers come from a normal distribution. This recipe spreads them evenly between two "
        "bounds.",
        BOUND,
        models=(initializer("normal", lambda i, o: math.sqrt(2 / (i + o))),),
        when=_normal_or_clipped(),
    ),
    law_idea(
        "root-forgotten",
        "A root is missing: a variance is used where a standard deviation or a bound is due.",
        BOUND,
        "uniform",
        lambda i, o: 6 / (i + o),
        lambda i, o: 2 / (i + o),
        lambda i, o: math.sqrt(3) * 2 / (i + o),
    ),
    law_idea(
        "one-fan-only",
        "Only the inputs or only the outputs count here. Xavier's recipe lies between the two: it "
        "counts both.",
        f"{SIGNALS}#variance-in-out",
        "uniform",
        lambda i, o: math.sqrt(6 / i),
        lambda i, o: math.sqrt(6 / o),
        lambda i, o: math.sqrt(3 / i),
        lambda i, o: math.sqrt(3 / o),
    ),
    law_idea(
        "fans-combined-wrongly",
        "Inputs and outputs are combined in another way. Xavier's recipe takes their sum: not the "
        "product, and not the larger or the smaller of them.",
        RECIPES,
        "uniform",
        lambda i, o: math.sqrt(6 / (i * o)),
        lambda i, o: math.sqrt(3 / max(i, o)),
        lambda i, o: math.sqrt(3 / min(i, o)),
    ),
    law_idea(
        "default-recipe",
        "This is PyTorch's default for a linear layer, one over the root of the inputs. Xavier's "
        "recipe counts the outputs too.",
        RECIPES,
        "uniform",
        lambda i, o: math.sqrt(1 / i),
    ),
    law_idea(
        "gain-wrong",
        "The range is too wide by some factor: the gain of an activation, which is 1 here, or the "
        "root of 2, if the mean of inputs and outputs stands where their sum is due.",
        f"{SIGNALS}#variance-in-out",
        "uniform",
        lambda i, o: math.sqrt(2) * _bound(i, o),
        lambda i, o: 5 / 3 * _bound(i, o),
        lambda i, o: 2 * _bound(i, o),
    ),
    law_idea(
        "width-for-bound",
        "The range is half as wide as is due. It goes from minus the bound to the bound, and is "
        "twice the bound wide.",
        BOUND,
        "uniform",
        lambda i, o: 0.5 * _bound(i, o),
    ),
    Idea(
        "unscaled",
        "The numbers are the same size whatever the shape: uniform_, normal_, rand and randn know "
        "nothing of it unless told.",
        RECIPES,
        models=tuple(
            initializer(kind, lambda i, o: 1.0) for kind in ("uniform", "positive", "normal")
        ),
        when=drawn_from(
            *(law(kind, lambda i, o: 1.0) for kind in ("uniform", "positive", "normal"))
        ),
    ),
    Idea(
        "one-sided",
        "The numbers lie to one side. They are due on both sides of 0, with a mean of 0; rand "
        "draws from 0 to 1.",
        BOUND,
        models=(initializer("positive", _bound),),
        when=is_one_sided,
    ),
    *closing_ideas(),
)

XAVIER_CHECK = Check(
    name="init/xavier-uniform",
    takes="xavier_uniform_",
    kind="function",
    parts=(
        Part("the distribution", 2, facets=NUMBERS | {"names"}),
        Part("in place, unrecorded, from the generator given", 1, needs=("the distribution",)),
    ),
    cases=initializer_cases,
    reference=initializer("uniform", _bound),
    answers=frozenset(),  # drawn numbers are never compared, so models are told by their laws
    ideas=XAVIER_IDEAS,
    describe=describe_filling("xavier_uniform_", "tensor"),
    show=show_tensor,
    page=RECIPES,
    derive=derive_filling(laws("uniform", _bound)),
    silent=RAW,
)
