"""init/kaiming-normal: bell-shaped numbers with the variance 2/in.

Judged is the distribution, not the order of draws. False alarms: a run makes 6 tests (largest
number from below and above, energy from below and above, shape, repeats) of each of 8 tensors, 48
in all and each of probability 1e-11 at most by `checks.init.laws`, so a right answer is refused
with a probability of at most 4.8e-10. Numbers that are to differ are compared by eight, which agree
by chance with 2^-184.
"""

from __future__ import annotations

import math

from autograder.checks.core import Check, Evidence, Idea, Part
from autograder.checks.init.drawing import (
    NUMBERS,
    RAW,
    derive_filling,
    describe_filling,
    drawn_from,
    samples_of,
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

GAIN = f"{SIGNALS}#variance-in-out"


def _std(in_features: int, out_features: int) -> float:
    return math.sqrt(2 / in_features)


def _truncated(evidence: Evidence) -> bool:
    """Numbers of about the right size, of which the largest lies at three standard deviations or
    nearer, wherever there are enough to reach further."""
    reached = [
        max(-numbers[0].item(), numbers[-1].item()) / _std(case.inputs["shape"][1], 0)
        for case, numbers in samples_of(evidence, "tensor")
        if len(numbers) > 10_000
    ]
    return bool(reached) and all(1.5 < size < 3.001 for size in reached)


def _clipped_model(tensor, generator=None):
    initializer("normal", _std)(tensor, generator)
    size = 2 * _std(tensor.shape[1], 0)
    return tensor.data.clamp_(-size, size)


KAIMING_IDEAS = (
    *opening_ideas(),
    law_idea(
        "fan-out",
        "The standard deviation is worked out from the number of outputs. What counts here is how "
        "many inputs each output listens to, the second size.",
        GAIN,
        "normal",
        lambda i, o: math.sqrt(2 / o),
    ),
    law_idea(
        "variance-for-std",
        "A root is missing: the variance is used where normal_ expects the standard deviation.",
        GAIN,
        "normal",
        lambda i, o: 2 / i,
    ),
    law_idea(
        "bound-for-std",
        "The root of 3 is too much: it leads from a standard deviation to the bound of a uniform "
        "distribution, and this one is normal.",
        BOUND,
        "normal",
        lambda i, o: math.sqrt(6 / i),
    ),
    law_idea(
        "uniform-for-normal",
        "The numbers are spread evenly between two bounds. This recipe draws them from a normal "
        "distribution.",
        BOUND,
        "uniform",
        lambda i, o: math.sqrt(6 / i),
        lambda i, o: math.sqrt(2 / i),
    ),
    law_idea(
        "fans-combined-wrongly",
        "The outputs have a say in the standard deviation, as in Xavier's recipe or otherwise. "
        "He's counts the inputs alone.",
        GAIN,
        "normal",
        lambda i, o: math.sqrt(2 / (i + o)),
        lambda i, o: math.sqrt(4 / (i + o)),
        lambda i, o: math.sqrt(2 / (i * o)),
        lambda i, o: math.sqrt(2 / max(i, o)),
        lambda i, o: math.sqrt(2 / min(i, o)),
    ),
    law_idea(
        "gain-wrong",
        "The gain is another. A ReLU removes half of the mean square, so the variance is twice "
        "1/in, and the gain is the root of 2.",
        GAIN,
        "normal",
        lambda i, o: math.sqrt(1 / i),
        lambda i, o: 2 / math.sqrt(i),
        lambda i, o: math.sqrt(1 / (2 * i)),
    ),
    Idea(
        "default-recipe",
        "These numbers have the size of PyTorch's default. The a in its source is for that alone; "
        "for a ReLU the slope is 0.",
        RECIPES,
        models=(
            initializer("normal", lambda i, o: math.sqrt(1 / (3 * i))),
            initializer("uniform", lambda i, o: math.sqrt(1 / i)),
        ),
        when=drawn_from(
            law("normal", lambda i, o: math.sqrt(1 / (3 * i))),
            law("uniform", lambda i, o: math.sqrt(1 / i)),
        ),
    ),
    Idea(
        "unscaled",
        "The numbers are the same size whatever the shape: normal_ and randn know nothing of it "
        "unless told.",
        RECIPES,
        models=(
            initializer("normal", lambda i, o: 1.0),
            initializer("normal", lambda i, o: 0.01),
        ),
        when=drawn_from(
            law("normal", lambda i, o: 1.0),
            law("normal", lambda i, o: 0.01),
            law("positive", lambda i, o: 1.0),
        ),
    ),
    Idea(
        "one-sided",
        "The numbers lie to one side. They are due around 0: the mean comes first in normal_, and "
        "nothing is done to the signs.",
        GAIN,
        models=(initializer("normal", _std, shift=1.0),),
        when=is_one_sided,
    ),
    Idea(
        "truncated",
        "The tails are missing: no number lies further out than two or three standard deviations. "
        "A normal distribution has no bounds.",
        GAIN,
        models=(_clipped_model,),
        when=_truncated,
    ),
    *closing_ideas(),
)

KAIMING_CHECK = Check(
    name="init/kaiming-normal",
    takes="kaiming_normal_",
    kind="function",
    parts=(
        Part("the distribution", 2, facets=NUMBERS | {"names"}),
        Part("in place, unrecorded, from the generator given", 1, needs=("the distribution",)),
    ),
    cases=initializer_cases,
    reference=initializer("normal", _std),
    answers=frozenset(),  # drawn numbers are never compared, so models are told by their laws
    ideas=KAIMING_IDEAS,
    describe=describe_filling("kaiming_normal_", "tensor"),
    show=show_tensor,
    page=GAIN,
    derive=derive_filling(laws("normal", _std)),
    silent=RAW,
)
