"""pitfalls/impostor: the learner's test for linear layers, tried on classes that are drawn.

Points are given for impostors caught, where every honest class is spared: thresholds are parts, so
that a test that lets two kinds through gets what it is worth. Who is in a lineup is not left to
chance: each kind of impostor is, with numbers of its own.

Not promised: that a process which builds the classes could not find out how it built them. The
learner's function is given bare classes, of one name and without telling attributes, and no verdict
is in that process; but whoever takes the closures of a class apart, and knows the probe's source,
can read what it computes. That is more work than an honest test, and reading the code finds the
usual ways to it and leaves them to a person.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls.lineup import (
    HONEST,
    IMPOSTORS,
    INSIDE,
    ROUNDS_OTHERWISE,
    STARTS_AT_ZERO,
    lineup,
    who,
)
from autograder.checks.pitfalls.pages import (
    BACKWARD,
    BATCHING,
    EXACTLY,
    LEARNABLE,
    LEARNS,
    MESSAGES,
    MYTHS,
)

FORWARD = "linear-layer/under-the-hood-forward"
THRESHOLDS = (10, 15, 18, 20)


def is_correct(candidate: type) -> bool:
    """The reference: a layer for each of two sizes and dtypes, and seven questions to each."""
    try:
        return all(
            _is_right(candidate(n, m), n, m, dtype)
            for n, m, dtype in ((3, 2, torch.float32), (4, 4, torch.float64))
        )
    except Exception:
        return False


def _is_right(layer: nn.Module, n: int, m: int, dtype: torch.dtype) -> bool:
    shapes = {name: tuple(p.shape) for name, p in layer.named_parameters()}
    if shapes != {"weight": (m, n), "bias": (m,)}:
        return False
    layer.to(dtype)
    return all(_is_right_on(layer, size, dtype) for size in ((5, n), (n,), (1, n), (3, n)))


def _is_right_on(layer: nn.Module, size: tuple[int, ...], dtype: torch.dtype) -> bool:
    """Values, what is left behind, and gradients, for values written now and one input."""
    weight, bias = (torch.randn_like(p).requires_grad_() for p in (layer.weight, layer.bias))
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    x = (3 * torch.randn(size, dtype=dtype)).requires_grad_()
    layer.train(size[0] != 3)
    given = x.detach().clone().requires_grad_()
    due, found = x @ weight.T + bias, layer(given)
    if found.shape != due.shape or found.dtype != dtype or not torch.equal(given, x):
        return False
    upstream = torch.randn_like(due)
    pairs = [(found, due)]
    pairs += zip(
        torch.autograd.grad(found, (given, layer.weight, layer.bias), upstream),
        torch.autograd.grad(due, (x, weight, bias), upstream),
        strict=True,
    )
    return all(torch.allclose(one, other, atol=1e-4) for one, other in pairs)


def impostor_cases(draw: Draw) -> list[Case]:
    """Two lineups, which between them hold both forms of those impostors that have two."""
    return [
        Case(f"lineup {turn + 1} of 2", {"lineup": lineup(draw, turn)}, frozenset({"lineup"}))
        for turn in range(2)
    ]


def _tally(case: Case, facets: dict) -> dict:
    """From what was said of each class to who was caught and who was turned away."""
    facets = dict(facets)
    said, plans = facets.pop("said", None), case.inputs["lineup"]
    if not isinstance(said, list) or len(said) != len(plans):
        return facets
    names = [who(plan) for plan in plans]
    honest = [(name, answer) for name, answer in zip(names, said, strict=True) if name in HONEST]
    accused = [name for name, answer in honest if answer is not True]
    through = [
        name
        for name, answer in zip(names, said, strict=True)
        if name in IMPOSTORS and not (answer is False or answer == "error")
    ]
    odd = [answer for answer in said if isinstance(answer, str) and answer != "error"]
    facets["form"] = odd[0] if odd else "True or False"
    facets["spared"] = f"{len(honest) - len(accused)} of {len(honest)} honest classes"
    caught = len(IMPOSTORS) - len(through)
    for least in THRESHOLDS:
        enough = f"at least {least} of {len(IMPOSTORS)} impostors"
        facets[f"caught_{least}"] = (
            enough if caught >= least else f"{caught} of {len(IMPOSTORS)} impostors"
        )
    return facets | {"through": through, "accused": accused}


_WORDS = {
    "form": "what is_correct(candidate) returns",
    "spared": "for whom is_correct(candidate) is True",
    "raised": "is_correct(candidate)",
}


def describe_impostor(case: Case, facet: str) -> str:
    return _WORDS.get(facet, "whom is_correct(candidate) catches")


# ---------------------------------------------------------------------------- recognizers


def _each(evidence: Evidence, facet: str) -> list[set[str]]:
    """Who is named under ``facet``, for each lineup."""
    return [set(answer[facet]) for answer in evidence.answers]


def _any(evidence: Evidence, facet: str) -> set[str]:
    return set().union(*_each(evidence, facet))


def _accused_are(evidence: Evidence, holds: Callable[[set[str]], bool]) -> bool:
    accused = _any(evidence, "accused")
    return bool(accused) and holds(accused)


def _rejects_everything(evidence: Evidence) -> bool:
    nobody_through = not _any(evidence, "through")
    return nobody_through and all(names == set(HONEST) for names in _each(evidence, "accused"))


def _bitwise(evidence: Evidence) -> bool:
    """Those who round in another way are turned away; of the two usual ways at most one is."""
    usual = {"functional", "product"} <= _any(evidence, "accused")
    return not usual and all(names & ROUNDS_OTHERWISE for names in _each(evidence, "accused"))


def _by_start(accused: set[str]) -> bool:
    return accused in (STARTS_AT_ZERO, STARTS_AT_ZERO | {"product"})


def _shapes_alone(evidence: Evidence) -> bool:
    telling = {"shape-in-out", "single-vector", "unregistered"}
    return set(IMPOSTORS) - _any(evidence, "through") <= telling


def _first_through(name: str) -> Callable[[Evidence], bool]:
    def holds(evidence: Evidence) -> bool:
        through = _any(evidence, "through")
        return next((kind for kind in IMPOSTORS if kind in through), None) == name

    return holds


def _got_through(name: str, question: str, who_is_it: str, page: str) -> Idea:
    """What to ask oneself, and who got through unasked."""
    hint = f"{question} An impostor got through {who_is_it}."
    return Idea(name, hint, page, when=_first_through(name))


IDEAS = (
    Idea(
        "not-a-bool",
        "Your function has to return True or False themselves. A comparison of tensors gives a "
        "tensor; bool() makes a bool of one that holds a single value.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: "form" in e.wrong_facets,
    ),
    Idea(
        "accepts-everything",
        "Not one impostor is caught: your test says True to all of them. Begin with one "
        "comparison: the output of a layer against the formula, with its own weight and bias.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: all(len(names) == len(IMPOSTORS) for names in _each(e, "through")),
    ),
    Idea(
        "rejects-everything",
        "Nobody passes, PyTorch's own layer included. Try is_correct(nn.Linear) and look for the "
        "line that turns it away; an error inside counts as False.",
        f"{MYTHS}#decisive-experiment",
        when=_rejects_everything,
    ),
    Idea(
        "demands-own-style",
        "An honest class is turned away for how it is written: the order in which it registers "
        "weight and bias, or the class it inherits from. The contract leaves both open.",
        f"{LEARNABLE}#built-from-tensors",
        when=lambda e: _accused_are(e, lambda accused: accused <= {"bias first", "inherited"}),
    ),
    Idea(
        "demands-nonzero-start",
        "An honest class is turned away because its bias starts at zero. That is allowed; what "
        "matters is what becomes of the values that you write into it.",
        f"{EXACTLY}#bias-shape",
        when=lambda e: _accused_are(e, _by_start),
    ),
    Idea(
        "demands-bitwise-equality",
        "Honest classes are turned away for the last digits. Sums in another order round in "
        "another way, so compare with a tolerance.",
        f"{BATCHING}#alone-or-in-a-batch",
        when=_bitwise,
    ),
    Idea(
        "honest-accused",
        "An honest class is turned away for something that the contract does not ask for. Go "
        "through your conditions: each has to follow from a line of it.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: _accused_are(e, bool),
    ),
    Idea(
        "shapes-alone",
        "Shapes alone decide, so everybody who computes wrong numbers of the right shape gets "
        "through. Compare values with the formula.",
        f"{MYTHS}#decisive-experiment",
        when=_shapes_alone,
    ),
    _got_through(
        "shape-in-out",
        "Which shape is due, where in and out differ?",
        "whose weight has the shape (in, out)",
        f"{EXACTLY}#weight-shape",
    ),
    _got_through(
        "bias-ignored",
        "What if the bias held other numbers?",
        "that has a bias, at zero to begin with, and never adds it",
        f"{EXACTLY}#bias-shape",
    ),
    _got_through(
        "bias-subtracted",
        "Which bias tells adding from subtracting?",
        "that subtracts its bias",
        f"{EXACTLY}#bias-shape",
    ),
    _got_through(
        "activation-added",
        "Are there negative numbers among the outputs that you compare?",
        "that shrinks negative outputs, as an activation does",
        f"{LEARNABLE}#built-from-tensors",
    ),
    _got_through(
        "transposed-if-square",
        "Which layer would show it, with which weight?",
        "that forgets the transpose where in and out are equal",
        f"{EXACTLY}#weight-shape",
    ),
    _got_through(
        "absolute-input",
        "Are there negative numbers among yours?",
        "that ignores the sign of its inputs",
        f"{LEARNABLE}#built-from-tensors",
    ),
    _got_through(
        "clamped",
        "Are there outputs well beyond 1 among yours?",
        "that cuts large outputs off",
        f"{LEARNABLE}#built-from-tensors",
    ),
    _got_through(
        "rounded",
        "How large an error does your comparison let pass?",
        "that rounds its outputs to about two decimals",
        f"{LEARNABLE}#built-from-tensors",
    ),
    _got_through(
        "rows-mixed",
        "Which batch shows that each row is treated by itself?",
        "that draws the rows of a batch towards their mean",
        f"{BATCHING}#rows-are-strangers",
    ),
    _got_through(
        "batch-of-one",
        "Which sizes of batches do you try?",
        "that goes wrong for a batch of a single row alone",
        f"{BATCHING}#alone-or-in-a-batch",
    ),
    _got_through(
        "single-vector",
        "What is the output's shape for an input of shape (in,)?",
        "that answers a single vector with a batch of one row",
        f"{EXACTLY}#input-shapes",
    ),
    _got_through(
        "stale",
        "Do you change the weight before you call?",
        "that computes with the weight it was built with, whatever is written into it later",
        f"{FORWARD}#nothing-is-cached",
    ),
    _got_through(
        "later-call",
        "How often do you call one and the same layer?",
        "that is right for its first calls and wrong from the third one on",
        f"{FORWARD}#nothing-is-cached",
    ),
    _got_through(
        "evaluation",
        "In which modes do you compare?",
        "that is wrong in evaluation mode",
        f"{LEARNABLE}#built-from-tensors",
    ),
    _got_through(
        "input-mutated",
        "What do you know about x after the call?",
        "that changes the input it is given",
        f"{EXACTLY}#input-untouched",
    ),
    _got_through(
        "dtype-forced",
        "What comes out for float64, after .double()?",
        "that always computes in float32",
        f"{MESSAGES}#message-dtype",
    ),
    _got_through(
        "unregistered",
        "Who lists the parameters of a module, so that an optimizer finds them?",
        "whose weight or bias is a plain tensor",
        "pitfalls/no-parameters#zero-not-registered",
    ),
    _got_through(
        "frozen",
        "Does a gradient arrive at both?",
        "whose weight or bias is frozen",
        f"{LEARNS}#gradients-reach-it",
    ),
    _got_through(
        "detached",
        "At which tensors has a gradient to arrive?",
        "that cuts the way back to the weight or to x",
        f"{LEARNS}#gradients-reach-it",
    ),
    _got_through(
        "gradient-scaled",
        "What do you compare the gradients with?",
        "whose outputs are right and whose gradients have the wrong size",
        f"{BACKWARD}#grad-weight",
    ),
)


def _parts() -> tuple[Part, ...]:
    """A point for each threshold; honest classes have to be spared for any of them."""
    names = [f"at least {least} impostors caught" for least in THRESHOLDS]
    return tuple(
        Part(name, 1, frozenset({"form", "spared", f"caught_{least}"}))
        for name, least in zip(names, THRESHOLDS, strict=True)
    )


IMPOSTOR_CHECK = Check(
    name="pitfalls/impostor",
    takes="is_correct",
    kind="function",
    parts=_parts(),
    cases=impostor_cases,
    reference=is_correct,
    answers=frozenset({"spared", *(f"caught_{least}" for least in THRESHOLDS)}),
    ideas=IDEAS,
    describe=describe_impostor,
    derive=_tally,
    silent=frozenset({"through", "accused"}),
    forbidden=INSIDE,
    page=f"{MYTHS}#decisive-experiment",
)
