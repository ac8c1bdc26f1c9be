"""depth/xor-net: a net that computes what no linear layer can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.depth import shared
from autograder.checks.depth.pages import BEND, COLLAPSE, EXACTLY, LEARNS

CLOSE = 1e-5  # how near to 0 and 1 the answers have to be
JUMP = 0.25  # between two neighboring floats no net is that steep: its slope would be millions
CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))


def xor_net() -> nn.Module:
    """The reference: two ReLU units, a + b and a + b - 1, of which the second counts -2."""
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
    with torch.no_grad():
        net[0].weight.fill_(1.0)
        net[0].bias.copy_(torch.tensor([0.0, -1.0]))
        net[2].weight.copy_(torch.tensor([[1.0, -2.0]]))
        net[2].bias.zero_()
    return net


def xor_net_cases(draw: Draw) -> list[Case]:
    """Five batches of corners, and between which two of them the answer is followed.

    Few, since a learner's function may train its net anew in each.
    """
    shuffled = draw.random.sample(range(4), 4)
    repeated = draw.random.choices(range(4), k=draw.random.randint(3, 5)) + [1, 2, 3]
    draw.random.shuffle(repeated)
    batches = {
        "the four corners in some order": (shuffled, {}),
        "a single corner": ((draw.random.choice((1, 2)),), {}),
        "no corner at all, N = 0": ((), {}),
        "float64, after net.to(torch.float64)": (shuffled[::-1], {"dtype": "float64"}),
        "some corners more than once, in evaluation mode": (
            repeated,
            {"mode": "eval", "layout": "transposed"},
        ),
    }
    return [_case(draw, label, *batch) for label, batch in batches.items()]


def _case(draw: Draw, label: str, places: tuple[int, ...], extra: dict[str, str]) -> Case:
    dtype = getattr(torch, extra.get("dtype", "float32"))
    corners = torch.tensor(CORNERS, dtype=dtype)
    zero, one = draw.random.choice((0, 3)), draw.random.choice((1, 2))
    inputs = {
        "x": corners[list(places)],
        "x_2": corners[draw.random.sample(range(4), 4) + [one, zero]],
        "between": torch.rand(12, 2, generator=draw.generator, dtype=dtype) * 0.8 + 0.1,
        "edge": corners[[zero, one]],
        "mode": extra.get("mode", "train"),
        "layout": extra.get("layout", "contiguous"),
    }
    return Case(label, inputs)


_ANSWERS = {"y": "x", "y_2": "x_2", "y_single": "x_2", "y_again": "x"}


def _derive(case: Case, facets: dict) -> dict:
    """Answers within CLOSE of 0 and 1 become 0 and 1; what was seen between corners, words."""
    facets = dict(facets)
    for name in _ANSWERS:
        if isinstance(facets.get(name), Tensor) and facets[name].is_floating_point():
            facets[name] = _snapped(facets[name])
    if "jump" in facets:
        jump = facets.pop("jump").abs().max().item()
        facets["continuous"] = bool(jump < JUMP)
    if "slope" in facets:
        slope = facets.pop("slope")
        facets["slope"] = (
            "none" if slope is None else "there" if slope.abs().sum().item() > 0 else "zero"
        )
    if "y_zeroed" in facets:
        zeroed = facets.pop("y_zeroed")
        due = _xor(case.inputs["edge"])
        told = isinstance(zeroed, Tensor) and (zeroed.shape, zeroed.dtype) == (due.shape, due.dtype)
        facets["needs_parameters"] = told and not same(_snapped(zeroed), due)
    return facets


def _snapped(y: Tensor) -> Tensor:
    near = y.detach().round().clamp(0, 1)
    return torch.where((y - near).abs() <= CLOSE, near, y)


def _xor(x: Tensor) -> Tensor:
    return (x[:, :1] != x[:, 1:]).to(x.dtype)


_WORDS = {
    "result": "what xor_net() returns",
    "y": "net(x)",
    "x_after": "x after net(x)",
    "y_2": "net(x) for another batch",
    "y_single": "net(x), row by row",
    "y_again": "net(x), called once more",
    "continuous": "whether net(x) changes without a jump between two corners",
    "slope": "the gradient of net(x) with respect to x, where it passes 0.5 between two corners",
    "needs_parameters": "whether net(x) depends on the net's parameters",
}


def describe_xor_net(case: Case, facet: str) -> str:
    words = _WORDS.get(facet, "net(x)")
    return words if "xor_net()" in words else f"{words}, net = xor_net()"


def show_xor_net(case: Case, facet: str) -> dict[str, Any]:
    if facet in _ANSWERS:
        return {"x": case.inputs[_ANSWERS[facet]]}
    return {"from, to": case.inputs["edge"]} if facet in ("continuous", "slope") else {}


# ---------------------------------------------------------------------------- recognizers


def _found(evidence: Evidence) -> Iterator[tuple[Tensor, Any]]:
    """(x, answer) of every call at corners."""
    for case, answer, _ in evidence.rows():
        for facet, x in _ANSWERS.items():
            if facet in answer and answer[facet] is not None and len(case.inputs[x]):
                yield case.inputs[x], answer[facet]


def _at_corners(evidence: Evidence) -> dict[int, list[float]]:
    """What came out at each of the four corners; empty if some answer has another shape."""
    values: dict[int, list[float]] = {corner: [] for corner in range(4)}
    for x, y in _found(evidence):
        if not isinstance(y, Tensor) or y.shape != (len(x), 1):
            return {}
        for (a, b), value in zip(x.tolist(), y.flatten().tolist(), strict=True):
            values[int(2 * a + b)].append(value)
    return values


def _one_each(evidence: Evidence) -> list[float]:
    """The net's four answers, if each corner gets the same one every time."""
    values = _at_corners(evidence)
    steady = bool(values) and all(
        v and max(v) - min(v) <= 1e-3 * (1 + abs(v[0])) for v in values.values()
    )
    return [v[0] for v in values.values()] if steady else []


def _answers_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & {*_ANSWERS, "raised"}


def _wrong_dtype(evidence: Evidence) -> bool:
    found = [(y, x) for x, y in _found(evidence)]
    return bool(found) and all(isinstance(y, Tensor) and y.dtype != x.dtype for y, x in found)


def _wrong_shape(evidence: Evidence) -> bool:
    return any(isinstance(y, Tensor) and y.shape != (len(x), 1) for x, y in _found(evidence))


def _fixed_table(evidence: Evidence) -> bool:
    """Each answer starts 0, 1, 1, 0, ..., whatever came in."""
    found = list(_found(evidence))
    return bool(found) and all(
        isinstance(y, Tensor)
        and y.flatten().tolist() == [(0.0, 1.0, 1.0, 0.0)[i % 4] for i in range(y.numel())]
        for (_, facet), (x, y) in zip(_places(evidence), found, strict=True)
        if facet != "y_single"
    )


def _places(evidence: Evidence) -> Iterator[tuple[Case, str]]:
    """The case and facet of each of `_found`."""
    for case, answer, _ in evidence.rows():
        for facet, x in _ANSWERS.items():
            if facet in answer and answer[facet] is not None and len(case.inputs[x]):
                yield case, facet


def _rows_mixed(evidence: Evidence) -> bool:
    """A row has another answer in a batch than alone."""
    return any(
        isinstance(answer.get("y_2"), Tensor)
        and isinstance(answer.get("y_single"), Tensor)
        and answer["y_2"].shape == answer["y_single"].shape
        and not torch.allclose(answer["y_2"], answer["y_single"], 1e-3, 1e-3, True)
        for _, answer, _ in evidence.rows()
    )


def _rounded(evidence: Evidence) -> bool:
    """Right at the corners, with a jump between them or no slope where the answer passes 0.5."""
    return _answers_right(evidence) and any(
        answer.get("continuous") is False or answer.get("slope") == "zero"
        for answer in evidence.answers
    )


def _detached(evidence: Evidence) -> bool:
    return _answers_right(evidence) and any(a.get("slope") == "none" for a in evidence.answers)


def _always_one(evidence: Evidence) -> bool:
    return _one_each(evidence) == [1.0] * 4


def _not_close_enough(evidence: Evidence) -> bool:
    found = _one_each(evidence)
    off = [abs(y - due) for y, due in zip(found, (0, 1, 1, 0), strict=True)] if found else []
    return bool(off) and max(off) < 0.2


def _score(evidence: Evidence) -> bool:
    """One number for class 0 and a larger one for class 1."""
    found = _one_each(evidence)
    if not found:
        return False
    low, high, high_2, low_2 = found
    scale = 1e-2 * (1 + abs(low) + abs(high))
    return abs(low - low_2) < scale and abs(high - high_2) < scale and high - low > 0.3


def _another_gate(evidence: Evidence) -> bool:
    """The four answers are zeros and ones, and both occur."""
    return set(_one_each(evidence)) == {0.0, 1.0}


def _linear(evidence: Evidence) -> bool:
    """At corners and between them the answers are those of one weight and bias."""
    rows = [
        (case.inputs, answer)
        for case, answer, _ in evidence.rows()
        if isinstance(answer.get("y_between"), Tensor) and isinstance(answer.get("y_2"), Tensor)
    ]
    return bool(rows) and all(_is_affine(inputs, answer) for inputs, answer in rows)


def _is_affine(inputs: dict, answer: dict) -> bool:
    x = torch.cat([inputs["x_2"], inputs["between"]]).double()
    y = torch.cat([answer["y_2"], answer["y_between"]]).double()
    if y.shape != (len(x), 1) or not y.isfinite().all():
        return False
    columns = torch.cat([x, torch.ones_like(x[:, :1])], dim=1)
    off = (columns @ torch.linalg.lstsq(columns, y).solution - y).abs().max().item()
    return off <= 1e-4 * (1 + y.abs().max().item())


# ---------------------------------------------------------------------------- the ideas

XOR_NET_IDEAS = (
    shared.GRAD_MODE,
    shared.NO_GRAD_FORGOTTEN,
    shared.PARAMETER_NEEDED,
    shared.MISSING_SUPER,
    Idea(
        "returns-nothing",
        "The function returns None. Return the net; printing is not returning.",
        f"{BEND}#crease-lines",
        when=shared.returns_nothing("result"),
    ),
    Idea(
        "not-a-module",
        "What comes back is no nn.Module: a class without parentheses, a function, a list of "
        "layers or the answers themselves. Return a net that can be called.",
        f"{BEND}#crease-lines",
        when=shared.differs("result"),
    ),
    Idea(
        "input-mutated",
        "The net writes into x. Whoever called it still needs x as it was.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: "x_after" in e.wrong_facets,
    ),
    Idea(
        "wrong-dtype",
        "The answers have another dtype than x. True and False, or whole numbers, are no answers "
        "of a net: nothing can learn from them.",
        f"{EXACTLY}#dtype",
        when=_wrong_dtype,
    ),
    Idea(
        "fixed-table",
        "The net gives 0, 1, 1, 0 whatever comes in. The corners come in any order and number; "
        "what comes out has to follow x.",
        f"{COLLAPSE}#xor-impossible",
        when=_fixed_table,
    ),
    Idea(
        "wrong-shape",
        "The answer has another shape than (N, 1): one row for each row of x, also for a single "
        "one, and one number in it.",
        f"{EXACTLY}#input-shapes",
        when=_wrong_shape,
    ),
    Idea(
        "no-parameters",
        "The answers do not come from the net's parameters: with all of them at zero it still "
        "computes XOR. Let linear layers do it, with an activation between.",
        f"{BEND}#crease-lines",
        when=lambda e: (
            _answers_right(e) and any(a.get("needs_parameters") is False for a in e.answers)
        ),
    ),
    Idea(
        "rounding",
        "The answer is rounded or compared with a threshold on its way: between the corners it "
        "jumps, or has no slope. Let the net itself come to 0 and 1.",
        f"{BEND}#crease-lines",
        when=_rounded,
    ),
    Idea(
        "detached",
        "No gradient finds its way back through the net: its answer was computed without autograd "
        "or made anew from plain numbers.",
        f"{LEARNS}#gradients-reach-it",
        when=_detached,
    ),
    Idea(
        "softmax-of-one",
        "The answer is always 1. A softmax makes the outputs of a row add up to 1, and a row has a "
        "single output here.",
        "depth/digits#logits",
        when=_always_one,
    ),
    Idea(
        "rows-mixed",
        "What comes out for a row depends on the other rows: something is averaged or scaled over "
        "the batch.",
        f"{COLLAPSE}#xor-impossible",
        when=_rows_mixed,
    ),
    Idea(
        "linear",
        "The net is linear: from corner to corner and in between its answer changes evenly, and no "
        "such net computes XOR. The best of them says 0.5 everywhere. Bend it between two layers. "
        "Where there is a bend, training got stuck with it out of use: set the numbers by hand.",
        f"{COLLAPSE}#xor-impossible",
        when=_linear,
    ),
    Idea(
        "not-close-enough",
        "The answers are near 0 and 1, and not within 0.00001. Work the numbers out by hand, or go "
        "on until they are there.",
        f"{BEND}#learn-to-bend",
        when=_not_close_enough,
    ),
    Idea(
        "another-gate",
        "The net computes another function of two bits than exclusive or: exactly one of the two "
        "inputs is 1. Look at which corner is wrong.",
        f"{COLLAPSE}#xor-impossible",
        when=_another_gate,
    ),
    Idea(
        "score-not-value",
        "The classes are told apart, but by a score: one number for class 0, a larger one for "
        "class 1. Here the numbers have to be 0 and 1 themselves.",
        f"{BEND}#crease-lines",
        when=_score,
    ),
)

XOR_NET_CHECK = Check(
    name="depth/xor-net",
    takes="xor_net",
    kind="function",
    parts=(Part("the net", 3),),
    cases=xor_net_cases,
    reference=xor_net,
    answers=frozenset(_ANSWERS),
    ideas=XOR_NET_IDEAS,
    describe=describe_xor_net,
    show=show_xor_net,
    page=f"{BEND}#crease-lines",
    derive=_derive,
    silent=frozenset({"y_between"}),
)
