"""Who stands in a lineup, and who of them is an impostor. The truth stays on this side.

A class travels as a plan of numbers, from which the probe builds it. What a plan means for the
contract of a linear layer is written here alone. Every lineup holds each kind of impostor and each
style of honest class once, in an order of its own and with numbers drawn anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.checks.core import Draw

Plan = dict[str, int | float]
INSIDE = ("a look inside",)  # forbidden: taking apart what is to be tested by using it


@dataclass(frozen=True)
class Kind:
    """Codes of the probe's building blocks. Several codes are taken in turn, lineup by lineup."""

    answer: tuple[int, ...] = (0, 1)
    build: tuple[int, ...] = (0, 1)
    start: tuple[int, ...] = (0, 1)
    number: tuple[float, float] = (0.0, 0.0)

    def plan(self, draw: Draw, turn: int) -> Plan:
        return {
            "answer": self.answer[turn % len(self.answer)],
            "build": self.build[turn % len(self.build)],
            "start": self.start[turn % len(self.start)],
            "number": draw.number(*self.number),
        }


# From the plain to the subtle: of several that got through, feedback names the first. A bias that
# starts at zero (start 2) helps those to hide who do something wrong with it.
IMPOSTORS: dict[str, Kind] = {
    "shape-in-out": Kind(answer=(10,), build=(2,)),
    "bias-ignored": Kind(answer=(11,), start=(2,)),
    "bias-subtracted": Kind(answer=(12,), start=(2,)),
    "activation-added": Kind(answer=(13,), number=(0.0, 0.3)),
    "transposed-if-square": Kind(answer=(14,)),
    "absolute-input": Kind(answer=(15,)),
    "clamped": Kind(answer=(16,), number=(0.8, 1.5)),
    "rounded": Kind(answer=(17,), number=(0.01, 0.02)),
    "rows-mixed": Kind(answer=(18,), number=(0.2, 0.8)),
    "batch-of-one": Kind(answer=(19,)),
    "single-vector": Kind(answer=(20,)),
    "stale": Kind(answer=(21,), build=(8,)),
    "later-call": Kind(answer=(22,), number=(0.2, 0.8)),
    "evaluation": Kind(answer=(23,), number=(0.0, 0.5)),
    "input-mutated": Kind(answer=(24,), number=(0.2, 0.8)),
    "dtype-forced": Kind(answer=(25,)),
    "unregistered": Kind(build=(3, 4)),
    "frozen": Kind(build=(5, 6)),
    "detached": Kind(answer=(26, 27)),
    "gradient-scaled": Kind(answer=(28,), number=(0.5, 1.5)),
}

HONEST: dict[str, Kind] = {
    "functional": Kind(answer=(0,), build=(0,), start=(0,)),
    "product": Kind(answer=(1,), build=(0,), start=(1,)),
    "einsum": Kind(answer=(2,), build=(0,), start=(2,)),
    "one output at a time": Kind(answer=(3,), build=(0,)),
    "in float64": Kind(answer=(4,), build=(0,)),
    "column by column": Kind(answer=(5,), build=(0,)),
    "bias first": Kind(build=(1,)),
    "inherited": Kind(build=(7,), start=(2,)),
}
ROUNDS_OTHERWISE = {"one output at a time", "in float64", "column by column"}
STARTS_AT_ZERO = {"einsum", "inherited"}


def lineup(draw: Draw, turn: int) -> list[Plan]:
    """Everyone once, shuffled."""
    plans = [kind.plan(draw, turn) for kind in (*IMPOSTORS.values(), *HONEST.values())]
    draw.random.shuffle(plans)
    return plans


def who(plan: Plan) -> str:
    """The name under which a plan stands above."""
    for kinds in (IMPOSTORS, HONEST):
        for name, kind in kinds.items():
            if plan["answer"] in kind.answer and plan["build"] in kind.build:
                return name
    raise ValueError(f"no such plan: {plan}")
