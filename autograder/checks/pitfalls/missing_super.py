"""pitfalls/missing-super: a class that never ran nn.Module's __init__, mended. Without points."""

from __future__ import annotations

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case
from autograder.checks.pitfalls.pages import BEND, EXACTLY, NO_PARAMETERS


class Net(nn.Module):
    """The reference: nn.Module's own __init__ first."""

    def __init__(self, in_features: int, hidden: int):
        super().__init__()
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.out(self.hidden(x).relu())


class _WithoutRelu(Net):
    def forward(self, x: Tensor) -> Tensor:
        return self.out(self.hidden(x))


class _ReluLast(Net):
    def forward(self, x: Tensor) -> Tensor:
        return self.out(self.hidden(x)).relu()


class _ReluTwice(Net):
    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x).relu()


def missing_super_cases(draw: Draw) -> list[Case]:
    """Five models."""
    (a, b, c), (d, e, m) = draw.sizes(3), draw.sizes(3)
    return [
        _case(draw, "a small batch", a, b, 3),
        _case(draw, "more hidden units than inputs", 2, max(d, e), m),
        _case(draw, "all sizes equal", c, c, c),
        _case(draw, "a batch of one row", d, e, 1),
        _case(draw, "an empty batch", e, m, 0),
    ]


def _case(draw: Draw, label: str, n: int, h: int, rows: int) -> Case:
    parameters = {"weight 1": (h, n), "bias 1": (h,), "weight 2": (1, h), "bias 2": (1,)}
    build = {"in_features": n, "hidden": h}
    case = life_case(draw, label, build, parameters, (rows, n), (rows, 1))
    if rows:
        # Some output is below zero in every case: a ReLU after the last layer shows.
        values, x = case.inputs["values"], case.inputs["x"]
        inner = (x @ values["weight 1"].T + values["bias 1"]).relu() @ values["weight 2"].T
        values["bias 2"] = -inner.mean(dim=0) - draw.number(0.3, 0.9)
    return case


def _texts(evidence: Evidence) -> list[str]:
    return [raised["text"] for raised in evidence.raised()]


def _before_init(evidence: Evidence) -> bool:
    texts = _texts(evidence)
    return bool(texts) and all("before Module.__init__" in text for text in texts)


def _init_not_run(evidence: Evidence) -> bool:
    """Python's own __init__ of the base took the arguments, or refused them."""
    raised = evidence.raised()
    return bool(raised) and all(
        r["type"] == "TypeError" and "__init__()" in r["text"] for r in raised
    )


def _no_lists(evidence: Evidence) -> bool:
    """It was built, and asking it for anything raises an AttributeError."""
    raised = evidence.raised()
    return bool(raised) and all(r["type"] == "AttributeError" for r in raised)


def _squeezed(evidence: Evidence) -> bool:
    shapes = [tuple(found.shape) for found, _ in evidence.values("y")]
    return bool(shapes) and all(len(shape) < 2 for shape in shapes)


_ERRORS = f"{NO_PARAMETERS}#error-instead-of-count"
IDEAS = (
    Idea(
        "super-still-missing",
        "A module is assigned before nn.Module's own __init__ has run, so that there is nothing "
        "yet to enter it in. That call comes first, with its parentheses.",
        _ERRORS,
        when=_before_init,
    ),
    Idea(
        "init-not-run",
        "The arguments reach nn.Module itself: no __init__ of your own takes them. Two underscores "
        "on each side.",
        _ERRORS,
        when=_init_not_run,
    ),
    Idea(
        "not-a-module",
        "The class is no nn.Module any more. The error is gone, and with it all that a module "
        "does: saving, loading, converting, switching modes.",
        _ERRORS,
        when=life.not_a_module,
    ),
    Idea(
        "error-caught",
        "The class can be built now, and it still has no lists of parameters and modules: the "
        "error was caught, or the layers were written past it.",
        _ERRORS,
        when=_no_lists,
    ),
    Idea(
        "registered-late",
        "The layers are made by the first call. They have to be there when the model is built.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.registered_late,
    ),
    Idea(
        "nothing-registered",
        "nn.Module's __init__ has run, and the layers are kept where it does not look: assign "
        "them to self.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.nothing_registered,
    ),
    Idea(
        "set-by-hand",
        "The weights do not start as numbers that are drawn anew for each model. Leave the first "
        "values to the layers.",
        _ERRORS,
        when=life.set_by_hand,
    ),
    Idea(
        "output-squeezed",
        "The output has lost its second dimension. It is (N, 1), a column.",
        f"{EXACTLY}#input-shapes",
        when=_squeezed,
    ),
    Idea("relu-lost", "The ReLU is gone.", f"{BEND}#what-bends", models=(_WithoutRelu,)),
    Idea(
        "relu-moved",
        "There is a ReLU after the last layer. It belongs between the two, and the output must be "
        "able to be negative.",
        f"{BEND}#what-bends",
        models=(_ReluLast, _ReluTwice),
    ),
)

MISSING_SUPER_CHECK = Check(
    name="pitfalls/missing-super",
    takes="Net",
    kind="class",
    parts=(Part("the model", 0),),
    cases=missing_super_cases,
    reference=Net,
    answers=life.ANSWERS,
    ideas=IDEAS,
    describe=life.describe_life(
        "model", lambda case: "Net({in_features}, {hidden})".format(**case.inputs)
    ),
    show=life.show_life,
    derive=life.read_start,
    silent=life.SILENT,
    page=_ERRORS,
)
