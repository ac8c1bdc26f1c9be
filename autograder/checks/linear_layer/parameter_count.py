"""linear-layer/parameter-count: how many numbers a linear layer has, by formula."""

from __future__ import annotations

from collections.abc import Callable

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.linear_layer.pages import EXACTLY


def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """The reference: a weight of out × in entries, and a bias of out."""
    return in_features * out_features + (out_features if bias else 0)


# What an answer kept from an earlier call would show depends on which call came first.
_WITH_FIRST = ["default", "bias_true", "bias_false", "by_position", "by_name", "swapped"]
_WITHOUT_FIRST = ["bias_false", "by_position", "bias_true", "default", "by_name", "swapped"]


def parameter_count_cases(draw: Draw) -> list[Case]:
    """Nine pairs of sizes; no two calls with the same pair, and no tensor too large to be made."""
    k, (a, b), (c, d) = draw.random.randint(5, 9), draw.sizes(2, 10, 30), draw.sizes(2, 31, 90)
    few, many = draw.random.randint(11, 30), draw.random.randint(31, 50)
    pairs = {
        "small sizes": tuple(draw.sizes(2, 2, 4)),
        "middling sizes": (a, c),
        "large sizes": tuple(draw.sizes(2, 300, 2000)),
        "more inputs than outputs": (many, few),
        "more outputs than inputs": (b, d),
        "as many outputs as inputs": (k, k),
        "one input": (1, draw.random.randint(51, 70)),
        "one output": (draw.random.randint(71, 90), 1),
    }
    cases = [
        _count_case(label, *sizes, _WITHOUT_FIRST if i % 2 else _WITH_FIRST)
        for i, (label, sizes) in enumerate(pairs.items())
    ]
    # Over 2**24, where float32 begins to skip whole numbers; odd, so that it is among the skipped.
    huge = draw.random.sample(range(4101, 4400, 2), 2)
    return [*cases, _count_case("over sixteen million numbers", *huge, ["bias_false"])]


def _count_case(label: str, in_features: int, out_features: int, calls: list[str]) -> Case:
    inputs = {"in_features": in_features, "out_features": out_features, "calls": list(calls)}
    return Case(label, inputs)


_COUNT_CALLS = {
    "default": "linear_parameter_count({i}, {o})",
    "bias_true": "linear_parameter_count({i}, {o}, bias=True)",
    "bias_false": "linear_parameter_count({i}, {o}, bias=False)",
    "by_position": "linear_parameter_count({i}, {o}, False)",
    "by_name": "linear_parameter_count(out_features={o}, in_features={i})",
    "swapped": "linear_parameter_count({o}, {i})",
}


def describe_count(case: Case, facet: str) -> str:
    call = _COUNT_CALLS.get(facet, _COUNT_CALLS[case.inputs["calls"][0]])
    return call.format(i=case.inputs["in_features"], o=case.inputs["out_features"])


# ---------------------------------------------------------------------------- recognizers


def _with_bias(facet: str) -> bool:
    return facet not in ("bias_false", "by_position")


def _arguments(case: Case, facet: str) -> tuple[int, int, bool]:
    i, o = case.inputs["in_features"], case.inputs["out_features"]
    return (o, i, True) if facet == "swapped" else (i, o, _with_bias(facet))


def _formulas(*functions: Callable[[int, int, bool], object]) -> tuple[Callable, ...]:
    """Functions of (in, out, bias) with the default that the contract names."""

    def wrap(function: Callable) -> Callable:
        return lambda in_features, out_features, bias=True: function(
            in_features, out_features, bias
        )

    return tuple(wrap(function) for function in functions)


def _found(evidence: Evidence) -> list:
    return [found for _, _, found, _ in evidence.wrong_values()]


def _returns_nothing(evidence: Evidence) -> bool:
    found = _found(evidence)
    return bool(found) and all(value is None for value in found)


def _not_an_int(evidence: Evidence) -> bool:
    return any(type(found) is not int for found in _found(evidence))


def _flag_required(evidence: Evidence) -> bool:
    return bool(evidence.raised()) and all(
        raised["type"] == "TypeError" and "required positional argument" in raised["text"]
        for raised in evidence.raised()
    )


def _total_kept(evidence: Evidence) -> bool:
    """Each answer is what is due on top of the answer before."""
    gains = []
    for case, answer, truth in evidence.rows():
        calls = case.inputs["calls"]
        for before, facet in zip(calls, calls[1:], strict=False):
            gains.append(answer[facet] - answer[before] == truth[facet])
    return len(gains) > 2 and all(gains)


def _answer_cached(evidence: Evidence) -> bool:
    """Each wrong answer is that of an earlier call with other arguments, which was right then."""
    found = []
    for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        calls = case.inputs["calls"]
        for facet in wrong:
            earlier = calls[: calls.index(facet)]
            rights = [answer[f] for f in earlier if answer[f] == truth[f] != truth[facet]]
            found.append((answer[facet] in rights, _with_bias(facet)))
    # With and without a bias alike, or else it is the flag that is ignored.
    both_ways = len({with_bias for _, with_bias in found}) == 2
    swapped_only = all(wrong in ([], ["swapped"]) for wrong in evidence.wrong)
    return len(found) > 1 and all(kept for kept, _ in found) and (both_ways or swapped_only)


def _constant(evidence: Evidence) -> bool:
    """Where the answer is wrong it is always the same number."""
    found = _found(evidence)
    return len(found) > 5 and len(set(found)) == 1


def _power(evidence: Evidence) -> bool:
    """A power of the sizes, seen where it is not too long to be carried over."""
    checked = []
    for case, facet, found, _ in evidence.wrong_values():
        i, o, bias = _arguments(case, facet)
        if max(i, o) < 100:
            checked.append(found in (i**o, i**o + o * bias, o**i, o**i + o * bias))
    return len(checked) > 2 and all(checked)


def _precision_lost(evidence: Evidence) -> bool:
    wrong = [due for _, _, _, due in evidence.wrong_values()]
    return not evidence.raised() and bool(wrong) and min(wrong) > 2_000


# ---------------------------------------------------------------------------- the ideas

PARAMETER_COUNT_IDEAS = (
    Idea(
        "flag-required",
        "The flag has no default. In nn.Linear(2, 3) nobody has to say bias=True: give the "
        "argument that default.",
        f"{EXACTLY}#counting",
        models=(lambda in_features, out_features, bias: in_features * out_features,),
        when=_flag_required,
    ),
    Idea(
        "conditional-precedence",
        "Weight and bias are not both counted as they should be: a conditional, or an `and`, "
        "takes in more than the bias. Put the part that depends on the flag in parentheses.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: i * o + o if b else 0,
            lambda i, o, b: b and i * o + o,
            lambda i, o, b: o if b else i * o,
        ),
    ),
    Idea(
        "returns-nothing",
        "The function returns None. Return the count in every case; printing is not returning.",
        f"{EXACTLY}#counting",
        when=_returns_nothing,
    ),
    Idea(
        "not-an-int",
        "The result is not an int. A count is a whole number: multiply and add ints, and return "
        "the one number that results.",
        f"{EXACTLY}#counting",
        when=_not_an_int,
    ),
    Idea(
        "total-kept",
        "The count of an earlier call is still in the answer. Start from nothing in each call.",
        f"{EXACTLY}#counting",
        when=_total_kept,
    ),
    Idea(
        "answer-cached",
        "A later call gets an earlier one's answer, though its arguments differ. Sizes and flag "
        "all count.",
        f"{EXACTLY}#counting",
        when=_answer_cached,
    ),
    Idea(
        "bias-forgotten",
        "The bias is not counted: one number for each output comes on top of the weight.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: i * o),
    ),
    Idea(
        "sizes-swapped",
        "The arguments are taken in the other order. It is in_features, then out_features, as in "
        "nn.Linear.",
        f"{EXACTLY}#counting",
        models=(
            lambda out_features, in_features, bias=True: (
                in_features * out_features + out_features * bool(bias)
            ),
        ),
    ),
    Idea(
        "bias-counted-as-in",
        "The bias is counted as one number for each input. It has one for each output.",
        f"{EXACTLY}#bias-shape",
        models=_formulas(lambda i, o, b: i * o + i * b, lambda i, o, b: i * o + i),
    ),
    Idea(
        "bias-counted-as-one",
        "The bias is counted as a single number. It has one for each output.",
        f"{EXACTLY}#bias-shape",
        models=_formulas(lambda i, o, b: i * o + b, lambda i, o, b: i * o + 1),
    ),
    Idea(
        "bias-counted-for-each-weight",
        "Each weight is given a bias of its own. There is one for each output, added to the sum.",
        f"{EXACTLY}#bias-shape",
        models=_formulas(lambda i, o, b: i * o * (1 + b), lambda i, o, b: 2 * i * o),
    ),
    Idea(
        "bias-counted-on-both-sides",
        "A one is added on both sides. Only outputs have a bias; the inputs bring nothing of "
        "their own.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: (i + 1) * (o + 1) if b else i * o,
            lambda i, o, b: i * o + (i + o if b else 0),
            lambda i, o, b: i * o + i + o,
        ),
    ),
    Idea(
        "bias-counted-twice",
        "The bias is counted twice.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: i * o + 2 * o * b, lambda i, o, b: i * o + o + o * b),
    ),
    Idea(
        "bias-subtracted",
        "The bias is taken off the weight's entries. It comes on top of them.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: i * o - o * b, lambda i, o, b: i * o - o),
    ),
    Idea(
        "flag-ignored",
        "The bias is counted also with bias=False.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: i * o + o),
    ),
    Idea(
        "flag-inverted",
        "The flag works the wrong way round: with bias=True the bias counts.",
        f"{EXACTLY}#counting",
        models=(
            *_formulas(lambda i, o, b: i * o + o * (not b)),
            lambda in_features, out_features, bias=False: (
                in_features * out_features + (0 if bias else out_features)
            ),
        ),
    ),
    Idea(
        "flag-default-false",
        "Left out, bias counts as False. Its default is True, as in nn.Linear.",
        f"{EXACTLY}#counting",
        models=(
            lambda in_features, out_features, bias=False: (
                in_features * out_features + (out_features if bias else 0)
            ),
        ),
    ),
    Idea(
        "sum-for-product",
        "Sizes are added where they are due to be multiplied: every output has a weight for every "
        "input.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: i + o + o * b,
            lambda i, o, b: i + o,
            lambda i, o, b: i + o + b,
        ),
    ),
    Idea(
        "power-for-product",
        "One size is raised to the power of the other: `**` where `*` is due.",
        f"{EXACTLY}#counting",
        when=_power,
    ),
    Idea(
        "square-assumed",
        "The weight is counted with one size twice. It has in times out entries.",
        f"{EXACTLY}#weight-shape",
        models=_formulas(
            lambda i, o, b: i * i + o * b,
            lambda i, o, b: o * o + o * b,
            lambda i, o, b: i * i + i * b,
        ),
    ),
    Idea(
        "tensors-not-elements",
        "This counts tensors, two with a bias and one without. Count their entries.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: 2 if b else 1, lambda i, o, b: 2),
    ),
    Idea(
        "bytes-not-elements",
        "This counts bytes. A parameter count says how many numbers there are, whatever their "
        "dtype.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: 4 * (i * o + o * b),
            lambda i, o, b: 8 * (i * o + o * b),
        ),
    ),
    Idea(
        "operations-not-parameters",
        "This counts multiplications and additions. A weight is used once for each row of x, and "
        "is one number however often it is used.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: i * o + (i - 1) * o + o * b,
            lambda i, o, b: 2 * i * o + o * b,
        ),
    ),
    Idea(
        "off-by-one",
        "The count is off by one, or by one row or column of the weight. A range from 1 to n "
        "leaves out one.",
        f"{EXACTLY}#counting",
        models=_formulas(
            lambda i, o, b: (o - 1) * (i + bool(b)),
            lambda i, o, b: (i - 1) * o + o * b,
            lambda i, o, b: i * (o - 1) + o * b,
            lambda i, o, b: i * o + o * b + 1,
            lambda i, o, b: i * o + o * b - 1,
        ),
    ),
    Idea(
        "bias-only",
        "Only the bias is counted; the weight with its in · out entries is missing.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: o * b, lambda i, o, b: o),
    ),
    Idea(
        "hard-coded",
        "The answer is the same for other sizes. Work it out from in_features, out_features and "
        "bias.",
        f"{EXACTLY}#counting",
        models=_formulas(lambda i, o, b: 0, lambda i, o, b: 9),
        when=_constant,
    ),
    Idea(
        "precision-lost",
        "Small counts are right and large ones are not: they went through a type that cannot hold "
        "them, such as float32 above 2**24 or a short integer. Python's ints are exact.",
        f"{EXACTLY}#counting",
        when=_precision_lost,
    ),
)

PARAMETER_COUNT_CHECK = Check(
    name="linear-layer/parameter-count",
    takes="linear_parameter_count",
    kind="function",
    parts=(Part("the count", 2),),
    cases=parameter_count_cases,
    reference=linear_parameter_count,
    answers=frozenset(_COUNT_CALLS),
    ideas=PARAMETER_COUNT_IDEAS,
    describe=describe_count,
    page=f"{EXACTLY}#counting",
    forbidden=("nn.Linear", "nn.LazyLinear", "nn.Bilinear"),
    instead="Work it out from the two sizes and the flag.",
)
