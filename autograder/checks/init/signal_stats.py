"""init/signal-stats: how large a signal is, and how far inputs differ, layer by layer."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.init.drawing import draw_seeds
from autograder.checks.init.pages import GENERATOR, SIGNALS, WRITING

DEPTH = f"{SIGNALS}#signal-through-depth"
FACTOR = f"{SIGNALS}#variance-in-out"


def _mean_square(h: Tensor) -> Tensor:
    return h.pow(2).mean()


def _spread(h: Tensor) -> Tensor:
    return h.var(0).mean()


def _through(h: Tensor, weight: Tensor) -> Tensor:
    return torch.relu(h @ weight.T)


def _input(width: int, generator: torch.Generator) -> Tensor:
    return torch.randn(256, width, generator=generator)


def _filled(init_: Callable, width: int, generator: torch.Generator) -> Tensor:
    weight = torch.empty(width, width)
    init_(weight, generator)
    return weight


def _stack(
    size: Callable = _mean_square,
    spread: Callable = _spread,
    layer: Callable = _through,
    draw: Callable = _input,
    fill: Callable = _filled,
    more: int = 0,
) -> Callable:
    """`signal_stats` with one of its steps made in another way; ``more`` layers than asked for."""

    @torch.no_grad()
    def signal_stats(init_, depth, width, generator):
        h = draw(width, generator)
        stats = []
        for _ in range(depth + more):
            h = layer(h, fill(init_, width, generator))
            stats.append((size(h).item(), spread(h).item()))
        return stats

    return signal_stats


signal_stats = _stack()  # the reference


# ---------------------------------------------------------------------------- the cases


def signal_cases(draw: Draw) -> list[Case]:
    """Eight stacks; in three, the weights come from the generator too."""
    depths, widths = draw.sizes(3, 2, 6), draw.sizes(5, 5, 14)
    stacks = {
        "weights that are given, init_ returns nothing": (depths[0], widths[0], {}),
        "weights that are given, init_ returns them": (depths[1], widths[1], {"returns": True}),
        "as many layers as units": (4, 4, {"returns": True}),
        "one layer": (1, widths[2], {}),
        "weights from the generator": (depths[2], widths[3], {"drawn": True, "returns": True}),
        "weights from the generator, init_ returns nothing": (3, widths[4], {"drawn": True}),
        "float64 as the default dtype": (
            2,
            draw.random.randint(15, 18),
            {"drawn": True, "returns": True, "default": "float64"},
        ),
        "no layers": (0, 3, {"returns": True}),
    }
    return [_signal_case(draw, label, *spec) for label, spec in stacks.items()]


def _signal_case(draw: Draw, label: str, depth: int, width: int, extra: dict) -> Case:
    """He's scale and a little more keeps all numbers near 1, where tolerances are meant for."""
    scale = 1.1 * math.sqrt(2 / width)
    count = 0 if "drawn" in extra else 2 * depth
    weights = torch.randn(count, width, width, generator=draw.generator) * scale
    inputs = {
        "depth": depth,
        "width": width,
        "scale": scale,
        "weights": weights,
        "returns": "the weight" if "returns" in extra else "nothing",
        "default_dtype": extra.get("default", "float32"),
        "seeds": draw_seeds(draw, 2),
    }
    return Case(label, inputs)


def derive_signal(case: Case, seen: dict) -> dict:
    """The floats in float32, whose tolerance is that of what they were worked out with."""
    facets = dict(seen)
    for name in ("first", "second"):
        if isinstance(facets.get(name), Tensor):
            facets[name] = facets[name].float()
    return facets


_WORDS = {
    "first_form": "what {call} returns",
    "first": "the pairs of {call}",
    "first_passed": "whether each init_ was given the generator, in {call}",
    "second_form": "what {call} returns the second time",
    "second": "the pairs of {call}, called again with the same generator",
    "second_passed": "whether each init_ was given the generator, in a second {call}",
    "shapes": "the shapes of the weights that init_ was given, in two calls of {call}",
}


def describe_signal(case: Case, facet: str) -> str:
    call = f"signal_stats(init_, {case.inputs['depth']}, {case.inputs['width']}, generator)"
    return _WORDS.get(facet, "{call}").format(call=call)


# ---------------------------------------------------------------------------- recognizers


def _forms(evidence: Evidence) -> list[str]:
    return [str(found) for _, _, found, _ in evidence.wrong_values("first_form", "second_form")]


def _form_says(*words: str) -> Callable[[Evidence], bool]:
    return lambda evidence: any(word in form for form in _forms(evidence) for word in words)


def _not_passed(evidence: Evidence) -> bool:
    return any(
        isinstance(found, list) and False in found
        for _, _, found, _ in evidence.wrong_values("first_passed", "second_passed")
    )


def _value_used(evidence: Evidence) -> bool:
    """Exceptions where init_ returns nothing, and nowhere else."""
    rows = [(case, answer) for case, answer, _ in evidence.rows() if case.inputs["depth"]]
    return all(("raised" in a) == (c.inputs["returns"] == "nothing") for c, a in rows)


def _only_float64(evidence: Evidence) -> bool:
    wrong = [case for case, facets in zip(evidence.cases, evidence.wrong, strict=True) if facets]
    return bool(wrong) and all(case.inputs["default_dtype"] == "float64" for case in wrong)


def _never_called(evidence: Evidence) -> bool:
    found = [value for _, _, value, _ in evidence.wrong_values("shapes")]
    return len(found) > 3 and not any(found)


def _kept(evidence: Evidence) -> bool:
    """The second answer is the first one, or begins with it."""
    kept = [
        same(answer["second"][: len(answer["first"])], answer["first"])
        for case, answer, _ in evidence.rows()
        if case.inputs["depth"] and isinstance(answer.get("second"), Tensor)
    ]
    return bool(kept) and all(kept)


# ---------------------------------------------------------------------------- models


def _measured_before(count_input: bool) -> Callable:
    """What goes into each layer is measured, or the input too, besides what comes out."""

    @torch.no_grad()
    def signal_stats(init_, depth, width, generator):
        h = _input(width, generator)
        signals = [h]
        for _ in range(depth):
            h = _through(h, _filled(init_, width, generator))
            signals.append(h)
        kept = signals if count_input else signals[:-1]
        return [(_mean_square(h).item(), _spread(h).item()) for h in kept]

    return signal_stats


def _sliced(part: slice) -> Callable:
    return lambda *arguments: signal_stats(*arguments)[part]


@torch.no_grad()
def _last_signal(init_, depth, width, generator):
    """The pair of whatever the loop leaves; without layers that is the input."""
    h = _input(width, generator)
    for _ in range(depth):
        h = _through(h, _filled(init_, width, generator))
    return [(_mean_square(h).item(), _spread(h).item())]


def _same_weights(last: bool) -> Callable:
    """All layers with the numbers of the first or, all drawn into one tensor, of the last."""

    @torch.no_grad()
    def model(init_, depth, width, generator):
        h = _input(width, generator)
        weight, stats = torch.empty(width, width), []
        for _ in range(depth if last else 1):
            init_(weight, generator)
        for _ in range(depth):
            h = _through(h, weight)
            stats.append((_mean_square(h).item(), _spread(h).item()))
        return stats

    return model


@torch.no_grad()
def _not_chained(init_, depth, width, generator):
    x, stats = _input(width, generator), []
    for _ in range(depth):
        h = _through(x, _filled(init_, width, generator))
        stats.append((_mean_square(h).item(), _spread(h).item()))
    return stats


@torch.no_grad()
def _new_input(init_, depth, width, generator):
    stats = []
    for _ in range(depth):
        h = _through(_input(width, generator), _filled(init_, width, generator))
        stats.append((_mean_square(h).item(), _spread(h).item()))
    return stats


@torch.no_grad()
def _before_relu(init_, depth, width, generator):
    h, stats = _input(width, generator), []
    for _ in range(depth):
        z = h @ _filled(init_, width, generator).T
        h = torch.relu(z)
        stats.append((_mean_square(z).item(), _spread(z).item()))
    return stats


@torch.no_grad()
def _spread_before_relu(init_, depth, width, generator):
    h, stats = _input(width, generator), []
    for _ in range(depth):
        z = h @ _filled(init_, width, generator).T
        h = torch.relu(z)
        stats.append((_mean_square(h).item(), _spread(z).item()))
    return stats


@torch.no_grad()
def _last_bare(init_, depth, width, generator):
    h, stats = _input(width, generator), []
    for k in range(depth):
        h = h @ _filled(init_, width, generator).T
        h = torch.relu(h) if k < depth - 1 else h
        stats.append((_mean_square(h).item(), _spread(h).item()))
    return stats


@torch.no_grad()
def _weights_first(init_, depth, width, generator):
    weights = [_filled(init_, width, generator) for _ in range(depth)]
    h, stats = _input(width, generator), []
    for weight in weights:
        h = _through(h, weight)
        stats.append((_mean_square(h).item(), _spread(h).item()))
    return stats


def _set_back(width: int, generator: torch.Generator) -> Tensor:
    return _input(width, generator.manual_seed(generator.initial_seed()))


def _fill_view(init_: Callable, width: int, generator: torch.Generator) -> Tensor:
    weight = torch.empty(width, width)
    init_(weight.T, generator)
    return weight


def _fill_copy(init_: Callable, width: int, generator: torch.Generator) -> Tensor:
    layer = nn.Linear(width, width, bias=False)
    init_(layer.weight.clone(), generator)
    return layer.weight


@torch.no_grad()
def _torchs_bias(init_, depth, width, generator):
    h, stats = _input(width, generator), []
    for _ in range(depth):
        layer = nn.Linear(width, width)
        init_(layer.weight, generator)
        h = torch.relu(layer(h))
        stats.append((_mean_square(h).item(), _spread(h).item()))
    return stats


def _swapped(*arguments) -> list:
    return [pair[::-1] for pair in signal_stats(*arguments)]


SIGNAL_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Collect the pairs in a list and return it at the end.",
        DEPTH,
        when=lambda e: bool(_forms(e)) and set(_forms(e)) == {"NoneType"},
    ),
    Idea(
        "graph-kept",
        "The numbers come back as tensors that hold on to the graph of the whole stack. item() "
        "makes floats of them; torch.no_grad() records nothing in the first place.",
        WRITING,
        when=_form_says("with a graph"),
    ),
    Idea(
        "not-floats",
        "The numbers come back as tensors. item() makes a float of each.",
        DEPTH,
        when=_form_says("a tensor", "pairs of Tensors"),
    ),
    Idea(
        "pairs-not-listed",
        "What comes back has another form than a list with one pair of floats for each layer, "
        "mean square first and spread second.",
        DEPTH,
        when=_form_says("not all of them pairs", "generator", "a tuple of", "dict", "zip"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched off afterwards, for the whole program. Use "
        "`with torch.no_grad():`; it puts back what was.",
        WRITING,
        when=lambda e: "grad_mode_after" in e.wrong_facets,
    ),
    Idea(
        "returned-value-used",
        "Where init_ returns nothing, this fails. It promises to fill the tensor that it is given; "
        "go on with that one.",
        WRITING,
        when=_value_used,
    ),
    Idea(
        "dtype-forced",
        "With float64 as the default dtype this goes wrong: a dtype is fixed somewhere. Leave it "
        "out, and everything has the default.",
        DEPTH,
        when=_only_float64,
    ),
    Idea(
        "generator-not-passed",
        "init_ is not given the generator that came in, but none, a copy or another. Hand the same "
        "one on to every layer.",
        GENERATOR,
        when=_not_passed,
    ),
    Idea(
        "init-not-used",
        "The layers do not have the numbers that init_ drew: it is not called, or it fills a copy. "
        "Hand it the weight itself.",
        WRITING,
        models=(_stack(fill=_fill_copy),),
        when=_never_called,
    ),
    Idea(
        "results-kept",
        "A second call returns what the first one found, or adds to it. Begin each call with a "
        "new, empty list.",
        DEPTH,
        when=_kept,
    ),
    Idea(
        "input-counted",
        "The input is measured too, or what goes into each layer. What is asked for comes out of "
        "the layers, one pair each.",
        DEPTH,
        models=(_measured_before(True), _measured_before(False)),
    ),
    Idea(
        "off-by-one",
        "There is a pair too many or too few: as many layers as depth says, and one pair for each.",
        DEPTH,
        models=(_stack(more=-1), _stack(more=1), _sliced(slice(1, None))),
    ),
    Idea(
        "last-only",
        "Only the last layer's pair is returned. Make the list before the loop, and append to it "
        "in each turn.",
        DEPTH,
        models=(_sliced(slice(-1, None)), _last_signal),
    ),
    Idea(
        "order-reversed",
        "The pairs stand in reverse: the first layer's comes first.",
        DEPTH,
        models=(_sliced(slice(None, None, -1)),),
    ),
    Idea(
        "pair-swapped",
        "The two numbers of each pair have changed places: the mean square first, then the spread.",
        DEPTH,
        models=(_swapped,),
    ),
    Idea(
        "before-relu",
        "The signal is measured before the ReLU, in one number or both. What goes on to the next "
        "layer has passed it.",
        DEPTH,
        models=(_before_relu, _spread_before_relu),
    ),
    Idea(
        "relu-missing",
        "A ReLU is missing, after each layer or after the last one.",
        DEPTH,
        models=(_stack(layer=lambda h, weight: h @ weight.T), _last_bare),
    ),
    Idea(
        "relu-misplaced",
        "The ReLU is in another place: it belongs behind each product, not before it, and not on "
        "the weight.",
        DEPTH,
        models=(
            _stack(layer=lambda h, weight: torch.relu(h) @ weight.T),
            _stack(layer=lambda h, weight: h @ torch.relu(weight).T),
        ),
    ),
    Idea(
        "other-activation",
        "Another function than ReLU stands between the layers.",
        DEPTH,
        models=tuple(
            _stack(layer=lambda h, weight, f=f: f(h @ weight.T))
            for f in (
                torch.tanh,
                torch.sigmoid,
                nn.functional.leaky_relu,
                nn.functional.gelu,
                nn.functional.silu,
                nn.functional.elu,
            )
        ),
    ),
    Idea(
        "std-for-variance",
        "The second number is made of standard deviations, or is a root. The variance itself is "
        "asked for, averaged over the units.",
        DEPTH,
        models=(
            _stack(spread=lambda h: h.std(0).mean()),
            _stack(spread=lambda h: h.std(0).mean() ** 2),
            _stack(spread=lambda h: h.var(0).mean().sqrt()),
        ),
    ),
    Idea(
        "without-correction",
        "The variance is divided by 256, the number of inputs. torch's var divides by one less, "
        "and that is what is asked for.",
        DEPTH,
        models=(_stack(spread=lambda h: h.var(0, correction=0).mean()),),
    ),
    Idea(
        "other-direction",
        "The variance is taken in another direction. For each unit, compare the inputs with each "
        "other; the inputs are the rows.",
        DEPTH,
        models=(
            _stack(spread=lambda h: h.var(1).mean()),
            _stack(spread=lambda h: h.var()),
            _stack(spread=lambda h: h.mean(1).var()),
            _stack(spread=lambda h: h.mean(0).var()),
        ),
    ),
    Idea(
        "root-mean-square",
        "The first number is not the mean of the squares: a root was taken, the square comes too "
        "late or is missing, or the squares are added up.",
        FACTOR,
        models=(
            _stack(size=lambda h: h.pow(2).mean().sqrt()),
            _stack(size=lambda h: h.mean() ** 2),
            _stack(size=lambda h: h.abs().mean()),
            _stack(size=lambda h: h.pow(2).sum()),
            _stack(size=lambda h: h.var()),
        ),
    ),
    Idea(
        "same-weights",
        "All layers have the same weight: one tensor serves them all. Make and fill a new one for "
        "each.",
        DEPTH,
        models=(_same_weights(False), _same_weights(True)),
    ),
    Idea(
        "not-chained",
        "The layers do not build on each other: each gets x, or new numbers, and not what the "
        "layer before made of it.",
        DEPTH,
        models=(_not_chained, _new_input),
    ),
    Idea(
        "weight-transposed",
        "The weight is used transposed. A layer multiplies by weight.T, so that each row belongs "
        "to one output.",
        FACTOR,
        models=(_stack(layer=lambda h, weight: torch.relu(h @ weight)), _stack(fill=_fill_view)),
    ),
    Idea(
        "bias-added",
        "A bias is added. These layers are to have none: nn.Linear brings one unless told.",
        DEPTH,
        models=(
            _torchs_bias,
            _stack(layer=lambda h, weight: torch.relu(h @ weight.T + torch.rand(len(weight)))),
            _stack(layer=lambda h, weight: torch.relu(h @ weight.T + torch.randn(len(weight)))),
        ),
    ),
    Idea(
        "input-not-from-generator",
        "x is another: it is the first thing that the generator draws, with randn, 256 rows, and "
        "the stream goes on from there.",
        GENERATOR,
        models=(
            _stack(draw=lambda width, generator: torch.randn(256, width)),
            _stack(draw=lambda width, generator: torch.rand(256, width, generator=generator)),
            _stack(draw=_set_back),
            _stack(draw=lambda width, generator: torch.randn(128, width, generator=generator)),
            _weights_first,
        ),
    ),
)

SIGNAL_CHECK = Check(
    name="init/signal-stats",
    takes="signal_stats",
    kind="function",
    parts=(Part("the pairs", 4),),
    cases=signal_cases,
    reference=signal_stats,
    answers=frozenset({"first", "second"}),
    ideas=SIGNAL_IDEAS,
    describe=describe_signal,
    page=DEPTH,
    derive=derive_signal,
)
