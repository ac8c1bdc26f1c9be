"""pitfalls/detached-forward: a record of hidden units that cut the way back, mended."""

from __future__ import annotations

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case
from autograder.checks.pitfalls.pages import BEND, DOES_NOT_LEARN, LEARNABLE, LEARNS


class TwoStage(nn.Module):
    """The reference: what is kept is detached, what is passed on is not."""

    def __init__(self, in_features: int, hidden: int, out_features: int):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        h = self.first(x).relu()
        self.seen = h.detach()
        return self.second(h)


class _WithoutRelu(TwoStage):
    def forward(self, x: Tensor) -> Tensor:
        h = self.first(x)
        self.seen = h.detach()
        return self.second(h)


def detached_forward_cases(draw: Draw) -> list[Case]:
    """Six models, with hidden layers of various widths."""
    (a, b, c), (d, e, m) = draw.sizes(3), draw.sizes(3, 3, 8)
    return [
        _case(draw, "a small batch", a, b, c, 3),
        _case(draw, "many hidden units", b, 8, a, 4),
        _case(draw, "all sizes and the batch equal", m, m, m, m),
        _case(draw, "a batch of one row", c, d, b, 1),
        _case(draw, "x transposed in memory", d, e, m, 5, "transposed"),
        _case(draw, "one output", e, m, 1, 2),
    ]


def _case(
    draw: Draw, label: str, n: int, h: int, m: int, rows: int, layout: str = "contiguous"
) -> Case:
    build = {"in_features": n, "hidden": h, "out_features": m}
    parameters = {
        "first.weight": (h, n),
        "first.bias": (h,),
        "second.weight": (m, h),
        "second.bias": (m,),
    }
    return life_case(
        draw, label, build, parameters, (rows, n), (rows, m), named=True, layout=layout
    )


# ---------------------------------------------------------------------------- recognizers

_RECORDS = ("record", "record_other_batch", "record_converted", "record_evaluated")


def _first_cut_off(evidence: Evidence) -> bool:
    """No gradient in the first layer, in any case; the second one gets its own."""
    grads = [found for found, _ in evidence.values("grads")]
    return bool(grads) and all(
        g["first.weight"] is None and g["second.weight"] is not None for g in grads
    )


def _new_beginning(evidence: Evidence) -> bool:
    """The graph begins with a tensor that nobody asks for its gradient."""
    return _first_cut_off(evidence) and all(
        answer["new_leaves"] > 0 for _, answer, _ in evidence.rows()
    )


def _on_graph(evidence: Evidence) -> bool:
    return any(found is True for found, _ in evidence.values("record_on_graph"))


def _no_record(evidence: Evidence) -> bool:
    return all(found is None for name in _RECORDS for found, _ in evidence.values(name))


def _old_record(evidence: Evidence) -> bool:
    """Every record that is wrong is one from an earlier call."""
    stale = []
    for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        earlier = [answer["record_initial"]]
        for name in _RECORDS:
            if name in wrong:
                stale.append(any(same(answer[name], kept) for kept in earlier))
            earlier.append(answer[name])
    return len(stale) > 1 and all(stale)


def _cut_off_elsewhere(evidence: Evidence) -> bool:
    if "y" in evidence.wrong_facets:
        return False
    found = [value for grads, _ in evidence.values("grads") for value in grads.values()]
    return any(v is None for v in [*found, *(g for g, _ in evidence.values("grad_x"))])


def _other_gradient(evidence: Evidence) -> bool:
    """Right answers and wrong gradients."""
    right = all(same(found, due) for found, due in evidence.values("y"))
    return right and bool(evidence.wrong_facets & {"grads", "grad_x"})


def _not_a_tensor(evidence: Evidence) -> bool:
    return any(not isinstance(found, Tensor) for found, _ in evidence.values("y"))


IDEAS = (
    Idea(
        "returns-something-else",
        "forward returns no tensor. It returns the output of the second layer, and that alone; "
        "the record is kept on self.",
        f"{LEARNABLE}#built-from-tensors",
        when=_not_a_tensor,
    ),
    Idea(
        "set-by-hand",
        "The weights do not start as numbers that are drawn anew for each model. Leave the first "
        "values to the layers.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=life.set_by_hand,
    ),
    Idea(
        "requires-grad-is-no-way-back",
        "requires_grad on a new tensor makes a new beginning: backward() runs, ends there, and "
        "the first layer still gets nothing. What was cut cannot be tied together again.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_new_beginning,
    ),
    Idea(
        "detached",
        "No gradient reaches the first layer, because what is passed on to the second has been "
        "cut off. Only the record has to be.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_first_cut_off,
    ),
    Idea(
        "relu-lost",
        "The ReLU is gone from the way to the second layer.",
        f"{BEND}#what-bends",
        models=(_WithoutRelu,),
    ),
    Idea(
        "record-keeps-graph",
        "The record hangs on the graph: as long as it is kept, so is all that led to it. It needs "
        "the numbers alone.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_on_graph,
    ),
    Idea(
        "record-missing-at-first",
        "Before the first call the model has no attribute seen. Make it in __init__, so that "
        "whoever looks too early finds None and no AttributeError.",
        f"{LEARNABLE}#built-from-tensors",
        when=lambda e: e.wrong_facets == {"record_built"},
    ),
    Idea(
        "record-lost",
        "Gradients arrive, and seen stays None: the record went away with the symptom.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_no_record,
    ),
    Idea(
        "record-stale",
        "seen is right once and then stays as it was. Each call sets it anew, in evaluation mode "
        "too.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_old_record,
    ),
    Idea(
        "record-of-something-else",
        "seen holds something else than what the hidden units gave: that is the output of ReLU, "
        "one row for each of x, left as it is.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=lambda e: "record" in e.wrong_facets,
    ),
    Idea(
        "detached-elsewhere",
        "Now another way back is cut: gradients have to reach both layers, and x as well.",
        f"{DOES_NOT_LEARN}#grad-is-none",
        when=_cut_off_elsewhere,
    ),
    Idea(
        "value-without-gradient",
        "The output is right and the gradients are not: something adds the right numbers without "
        "their way back, or leads the way back past ReLU.",
        f"{LEARNS}#gradients-reach-it",
        when=_other_gradient,
    ),
)

DETACHED_FORWARD_CHECK = Check(
    name="pitfalls/detached-forward",
    takes="TwoStage",
    kind="class",
    parts=(Part("the model", 2),),
    cases=detached_forward_cases,
    reference=TwoStage,
    answers=life.ANSWERS | frozenset(_RECORDS),
    ideas=IDEAS,
    describe=life.describe_life(
        "model",
        lambda case: "TwoStage({in_features}, {hidden}, {out_features})".format(**case.inputs),
    ),
    show=life.show_life,
    derive=life.read_start,
    silent=life.SILENT,
    page=f"{DOES_NOT_LEARN}#grad-is-none",
)
