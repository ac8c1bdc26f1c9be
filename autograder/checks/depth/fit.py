"""depth/fit: a training loop, full batch, plain gradient descent, mean squared error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, multiple, same
from autograder.checks.depth import shared
from autograder.checks.depth.pages import LEARNS, LOSS, NOT_LEARNING
from autograder.probes.depth import MODELS
from autograder.wire import Opaque

Loss = Callable[[Tensor, Tensor], Tensor]


class Trainer:
    """The reference, as a callable object; models of wrong ideas change one of its methods.

    Steps are taken by hand: the first use of torch.optim in a process takes more than a second.
    """

    def loss(self, prediction: Tensor, y: Tensor) -> Tensor:
        return F.mse_loss(prediction, y)

    def batch(self, step: int, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        return x, y

    def clear(self, step: int, model: nn.Module) -> None:
        model.zero_grad()

    def move(self, step: int, p: Tensor, lr: float, memory: dict) -> None:
        p -= lr * p.grad

    def steps(self, steps: int) -> int:
        return steps

    def returned(self, losses: list[float], final: float) -> Any:
        """What comes back; ``final`` is the loss after the last step."""
        return losses

    def start(self, model: nn.Module) -> None:
        """What happens before the first step."""

    def __call__(
        self, model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
    ) -> list[float]:
        if model(x).shape != y.shape:
            raise ValueError(f"y of shape {tuple(y.shape)} does not fit {tuple(model(x).shape)}")
        self.start(model)
        losses, memory = [], {}
        for step in range(self.steps(steps)):
            self.clear(step, model)
            x_now, y_now = self.batch(step, x, y)
            loss = self.loss(model(x_now), y_now)
            losses.append(loss.item())
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    if p.grad is not None:
                        self.move(step, p, lr, memory.setdefault(p, {}))
        return self.returned(losses, self.loss(model(x), y).item())


def fit_cases(draw: Draw) -> list[Case]:
    """Eleven trainings, one good to read, and four whose targets do not fit."""
    i, h, o = draw.sizes(3, 2, 4)
    rows, other = draw.sizes(2, 4, 7)
    linear, net = "a linear layer", "two layers with ReLU"
    double = {"dtype": "float64"}
    fitting = {
        "a linear layer, one step": (linear, (2, 1, 1), 2, {"steps": 1, "readable": True}),
        "a linear layer with several outputs": (linear, (i, h, o), rows, double),
        "a linear layer without bias": ("a linear layer without bias", (h, i, o), rows, double),
        "a linear layer, one row": (linear, (o, h, i), 1, double),
        "two layers with ReLU, one step": (net, (i, h, o), rows, {"steps": 1, **double}),
        "two layers with ReLU": (net, (o, i, h), other, double),
        # No ReLU in float32, where an honest rounding could fall on the other side of the bend.
        "a linear layer, float32": (linear, (i, h, 1), rows, {}),
        "no step at all": (net, (h, o, i), rows, {"steps": 0, **double}),
        "a frozen first layer": ("a frozen first layer", (i, h, o), other, double),
        "two layers that share a weight": ("two layers with one weight", (h, i, o), rows, double),
        "a parameter that is not used": ("an unused parameter", (o, h, i), other, double),
    }
    misfits = {
        "y is flat, the model gives a column": ((i, h, 1), (rows,)),
        "y is a column, the model gives several": ((i, h, o), (rows, 1)),
        "y has one row, x several": ((h, i, o), (1, o)),
        "y has one row more than x": ((o, i, h), (rows + 1, h)),
    }
    cases = [_case(draw, label, *spec) for label, spec in fitting.items()]
    for label, (sizes, shape) in misfits.items():
        cases.append(_case(draw, label, linear, sizes, rows, {"targets": shape}))
    return cases


def _case(
    draw: Draw, label: str, kind: str, sizes: tuple[int, ...], rows: int, extra: dict[str, Any]
) -> Case:
    dtype, fits = extra.get("dtype", "float32"), "targets" not in extra
    rows_2 = draw.random.choice([n for n in range(2, 7) if n != rows])

    def tensor(*shape: int) -> Tensor:
        return draw.readable(*shape) if "readable" in extra else draw.tensor(*shape, dtype=dtype)

    with torch.random.fork_rng(devices=[]):  # a new model draws from the program's random state
        shapes = {name: p.shape for name, p in MODELS[kind](*sizes).named_parameters()}

    def values() -> dict[str, Tensor]:
        # Small enough for the steps to go down, also those of most wrong ideas.
        return {name: tensor(*shape) / 2 for name, shape in shapes.items()}

    inputs = {
        "kind": kind,
        "sizes": list(sizes),
        "values": values(),
        "other_values": values(),
        "x": tensor(rows, sizes[0]),
        "y": tensor(*extra.get("targets", (rows, sizes[-1]))),
        "x_2": draw.tensor(rows_2, sizes[0], dtype=dtype),
        "y_2": draw.tensor(rows_2, sizes[-1], dtype=dtype),
        "steps": extra.get("steps", draw.random.randint(3, 4)),
        "steps_2": 2,
        "lr": round(draw.number(0.012, 0.018), 4),
        "lr_2": round(draw.number(0.022, 0.028), 4),
        "stale": draw.number(2.0, 4.0),
        "fits": fits,
    }
    return Case(label, inputs, frozenset({"fits" if fits else "refused"}))


_LISTS = ("losses", "losses_2", "losses_other", "losses_kept")


def _derive(case: Case, facets: dict) -> dict:
    """A list of floats in a word and as a tensor, to be compared like one."""
    found = {}
    for name, value in facets.items():
        if name.startswith("returned"):
            losses = name.replace("returned", "losses")
            found[f"{losses}_form"] = _form(value)
            found[losses] = _as_tensor(value, case.inputs["x"].dtype)
        else:
            found[name] = value
    return found


def _form(value: Any) -> str | None:
    """What kind of thing came back, in words."""
    if type(value) is list:
        kinds = {type(item).__name__ for item in value} - {"float"}
        return f"a list with {min(kinds)} objects in it" if kinds else "a list of floats"
    if value is None:
        return None
    return str(value) if isinstance(value, Opaque) else f"a {type(value).__name__}"


def _as_tensor(value: Any, dtype: torch.dtype) -> Any:
    try:
        return torch.tensor([float(item) for item in value], dtype=dtype)
    except (TypeError, ValueError, RuntimeError, OverflowError):
        return value


_WORDS = {
    "losses_form": "what {call} returns",
    "losses": "the losses that {call} returns",
    "parameters": "the model's parameters after {call}",
    "data": "x and y after {call}",
    "same_parameters": "whether the model's Parameters are the same objects after {call}",
    "flags_kept": "whether requires_grad of the parameters is as before, after {call}",
    "training_after": "model.training after {call}",
    "losses_2_form": "what a second fit of the same model returns",
    "losses_2": "the losses of a second fit of the same model, with other data",
    "parameters_2": "the model's parameters after a second fit, with other data",
    "losses_other_form": "what fit returns for another model",
    "losses_other": "the losses of another model, given to fit after that",
    "parameters_other": "the parameters of another model, given to fit after that",
    "losses_kept_form": "what {call} returned, looked at later",
    "losses_kept": "what {call} returned, looked at later",
}


def describe_fit(case: Case, facet: str) -> str:
    steps, lr = case.inputs["steps"], case.inputs["lr"]
    call = f"fit(model, x, y, steps={steps}, lr={lr})"
    return _WORDS.get(facet, "{call}").format(call=call)


_MODEL_CODE = {
    "a linear layer": "nn.Linear({0}, {2})",
    "a linear layer without bias": "nn.Linear({0}, {2}, bias=False)",
    "two layers with ReLU": "nn.Sequential(nn.Linear({0}, {1}), nn.ReLU(), nn.Linear({1}, {2}))",
    "a frozen first layer": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Tanh(), nn.Linear({1}, {2})), the first layer frozen"
    ),
    "two layers with one weight": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Tanh(), nn.Linear({1}, {1}), nn.Tanh(), "
        "nn.Linear({1}, {1}), nn.Tanh(), nn.Linear({1}, {2})), two of them with the same weight"
    ),
    "an unused parameter": (
        "a module with nn.Linear({0}, {1}), nn.Linear({1}, {2}), a scale of shape ({1},) and a "
        "parameter of shape (2,) that it does not use"
    ),
}


class _Code(str):
    """Text to be shown as it is."""


def show_fit(case: Case, facet: str) -> dict[str, Any]:
    """The model and the shapes; for the smallest case the numbers."""
    inputs = case.inputs
    model = _Code(_MODEL_CODE[inputs["kind"]].format(*inputs["sizes"]))
    if inputs["fits"] and inputs["x"].numel() <= 6 and facet in ("losses", "parameters"):
        return {"model": model, **inputs["values"], "x": inputs["x"], "y": inputs["y"]}
    return {
        "model": model,
        "x.shape": tuple(inputs["x"].shape),
        "y.shape": tuple(inputs["y"].shape),
    }


# ---------------------------------------------------------------------------- models


def _trainer(**methods: Callable) -> Trainer:
    """A Trainer in which some methods are others, written without ``self``."""
    members = {name: staticmethod(method) for name, method in methods.items()}
    return type("Trainer", (Trainer,), members)()


def _never(step: int, model: nn.Module) -> None:
    pass


def _clear_later(step: int, model: nn.Module) -> None:
    if step:
        model.zero_grad()


def _momentum(step: int, p: Tensor, lr: float, memory: dict) -> None:
    memory["v"] = 0.9 * memory.get("v", 0) + p.grad
    p -= lr * memory["v"]


def _adam(step: int, p: Tensor, lr: float, memory: dict) -> None:
    memory["m"] = 0.9 * memory.get("m", 0) + 0.1 * p.grad
    memory["v"] = 0.999 * memory.get("v", 0) + 0.001 * p.grad.square()
    mean = memory["m"] / (1 - 0.9 ** (step + 1))
    size = memory["v"] / (1 - 0.999 ** (step + 1))
    p -= lr * mean / (size.sqrt() + 1e-8)


def _decay(amount: float) -> Callable:
    def move(step: int, p: Tensor, lr: float, memory: dict) -> None:
        p -= lr * (p.grad + amount * p)

    return move


def _rate(rate: Callable[[int, float], float]) -> Trainer:
    """A Trainer with another learning rate than the one it was given."""

    def move(step: int, p: Tensor, lr: float, memory: dict) -> None:
        p -= rate(step, lr) * p.grad

    return _trainer(move=move)


class _OnACopy(Trainer):
    """Right losses, and the model is as before."""

    def __call__(self, model: nn.Module, *args: Any) -> list[float]:
        before = {name: p.detach().clone() for name, p in model.named_parameters()}
        losses = super().__call__(model, *args)
        with torch.no_grad():
            for name, p in model.named_parameters():
                p.copy_(before[name])
        return losses


class _LastStepMissing(Trainer):
    """All losses, and one step fewer."""

    def __call__(
        self, model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
    ) -> list[float]:
        losses = super().__call__(model, x, y, max(steps - 1, 0), lr)
        return [*losses, F.mse_loss(model(x), y).item()] if steps else losses


class _RowByRow(Trainer):
    """A step for each row; the losses are means over the rows."""

    def __call__(
        self, model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
    ) -> list[float]:
        if model(x).shape != y.shape:
            raise ValueError("y does not fit")
        losses = []
        for _ in range(steps):
            rows = [
                super(_RowByRow, self).__call__(model, x[r : r + 1], y[r : r + 1], 1, lr)[0]
                for r in range(len(x))
            ]
            losses.append(sum(rows) / len(rows))
        return losses


class _RateByRows(Trainer):
    """The learning rate divided by the number of rows."""

    def __call__(
        self, model: nn.Module, x: Tensor, y: Tensor, steps: int, lr: float
    ) -> list[float]:
        return super().__call__(model, x, y, steps, lr / max(len(x), 1))


def _running(mean: bool) -> Trainer:
    def returned(losses: list[float], final: float) -> list[float]:
        sums = [sum(losses[: i + 1]) for i in range(len(losses))]
        return [total / (i + 1) for i, total in enumerate(sums)] if mean else sums

    return _trainer(returned=returned)


# ---------------------------------------------------------------------------- recognizers

_PARAMETERS = ("parameters", "parameters_2", "parameters_other")


def _answers_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & (evidence.check.answers | {"raised"})


def _unmoved(found: Any, values: dict[str, Tensor]) -> bool:
    return isinstance(found, dict) and all(same(found.get(name), v) for name, v in values.items())


def _not_floats(evidence: Evidence) -> bool:
    return any(facet.endswith("_form") for facet in evidence.wrong_facets)


def _starts_anew(evidence: Evidence) -> bool:
    """Without a single step the parameters are others than before."""
    return any(
        case.inputs["steps"] == 0 and not _unmoved(found, case.inputs["values"])
        for case, _, found, _ in evidence.wrong_values("parameters")
    )


def _frozen_trained(evidence: Evidence) -> bool:
    return any(
        case.inputs["kind"] == "a frozen first layer"
        and not same(found.get("0.weight"), case.inputs["values"]["0.weight"])
        for case, _, found, _ in evidence.wrong_values("parameters")
    )


def _frozen_afterwards(evidence: Evidence) -> bool:
    """requires_grad was changed, and no frozen parameter was trained."""
    return "flags_kept" in evidence.wrong_facets and not _frozen_trained(evidence)


def _optimizer_kept(evidence: Evidence) -> bool:
    """One model learns, and no model that is given later does."""
    seen = [(case, a) for case, a, _ in shared.fitting(evidence) if "parameters_other" in a]
    return any(not _unmoved(a["parameters_2"], case.inputs["values"]) for case, a in seen) and all(
        _unmoved(a["parameters_other"], case.inputs["other_values"]) for case, a in seen
    )


def _losses_kept(evidence: Evidence) -> bool:
    """Lists are longer than due; what is due comes at their end, or as it was at first."""
    wrong = [
        (found, due)
        for _, _, found, due in evidence.wrong_values(*_LISTS)
        if isinstance(found, Tensor)
    ]
    return bool(wrong) and all(
        len(found) > len(due)
        and (same(found[len(found) - len(due) :], due) or same(found[: len(due)], due))
        for found, due in wrong
        if len(due)
    )


def _stops_early(evidence: Evidence) -> bool:
    wrong = [(found, due) for _, _, found, due in evidence.wrong_values("losses")]
    return bool(wrong) and all(
        isinstance(found, Tensor) and len(found) < len(due) and same(found, due[: len(found)])
        for found, due in wrong
    )


def _losses_rounded(evidence: Evidence) -> bool:
    """Only the losses are wrong, and by less than a hundredth."""
    wrong = list(evidence.wrong_values(*_LISTS))
    return (
        bool(wrong)
        and not evidence.wrong_facets & {*_PARAMETERS, "raised"}
        and all(
            isinstance(found, Tensor)
            and found.shape == due.shape
            and (found - due).abs().max().item() < 0.01
            for _, _, found, due in wrong
        )
    )


def _some_left_behind(evidence: Evidence) -> bool:
    """After one step each parameter is where it should be or where it was, and some are here and
    some there."""
    found = {
        "right" if same(value, due[name]) else "left" if same(value, before[name]) else "other"
        for case, _, values, due in evidence.wrong_values("parameters")
        if case.inputs["steps"] == 1
        for before in [case.inputs["values"]]
        for name, value in values.items()
        if not same(before[name], due[name])
    }
    return found == {"right", "left"}


def _other_rate(evidence: Evidence) -> bool:
    """After one step the parameters have gone another part of the way, at right losses."""
    factors = []
    for case, answer, truth in shared.fitting(evidence):
        if case.inputs["steps"] != 1 or "losses" not in answer:
            continue
        if not same(answer["losses"], truth["losses"]):
            return False
        before, due = case.inputs["values"], truth["parameters"]
        for name, value in answer["parameters"].items():
            factors.append(multiple(value - before[name], due[name] - before[name]))
    return len(factors) > 2 and all(f is not None and f > 0.001 and f != 1 for f in factors)


def _grad_none(evidence: Evidence) -> bool:
    return bool(evidence.raised()) and all("NoneType" in t for t in shared.texts(evidence))


_FLAT = "y is flat, the model gives a column"


def _let_through(evidence: Evidence) -> set[str]:
    return {c.label for c, a, _ in shared.misfits(evidence) if a.get("outcome") == "no error"}


def _reshaped(evidence: Evidence) -> bool:
    return shared.good_where_fitting(evidence) and _let_through(evidence) == {_FLAT}


# ---------------------------------------------------------------------------- the ideas

_LOOP = f"{LEARNS}#optimizer-moves"

FIT_IDEAS = (
    shared.GRAD_MODE,
    shared.NO_GRAD_FORGOTTEN,
    Idea(
        "frozen-afterwards",
        "requires_grad of the model's parameters is not as it was. Whoever trains on would train "
        "nothing.",
        f"{NOT_LEARNING}#grad-is-none",
        when=_frozen_afterwards,
    ),
    Idea(
        "loss-detached",
        "backward() is called on something that autograd knows nothing about. Call it on the loss "
        "tensor, made from model(x) as it is; item() gives a plain number, for the list.",
        f"{LEARNS}#gradients-reach-it",
        when=shared.all_raise("does not have a grad_fn", "has no attribute 'backward'"),
    ),
    Idea(
        "graph-used-twice",
        "The loss is computed once and sent back several times. The parameters have moved in "
        "between, so each step needs a loss of its own.",
        _LOOP,
        when=shared.all_raise("a second time", "modified by an inplace operation"),
    ),
    Idea(
        "data-changed",
        "x or y is not as it was. Training only reads them.",
        "linear-layer/nn-linear-exactly#input-untouched",
        when=lambda e: "data" in e.wrong_facets,
    ),
    Idea(
        "mode-changed",
        "The model is left in another mode, training or evaluation, than it was given in.",
        "pitfalls/no-parameters-innocent#innocent-forward",
        when=lambda e: "training_after" in e.wrong_facets,
    ),
    Idea(
        "optimizer-kept",
        "An optimizer from an earlier call is used again. It moves the parameters that it was "
        "made with, those of another model. Make it in each call.",
        f"{NOT_LEARNING}#weights-not-held",
        when=_optimizer_kept,
    ),
    Idea(
        "copy-trained",
        "The losses fall, and the model itself is as before: a copy has learned. Train the model "
        "that was given.",
        _LOOP,
        models=(_OnACopy(),),
    ),
    Idea(
        "nothing-moves",
        "The parameters stay where they are. A step is missing, comes after the gradients were "
        "cleared, or gives a new tensor a name and leaves the parameter alone.",
        _LOOP,
        models=(_trainer(move=lambda step, p, lr, memory: None),),
    ),
    Idea(
        "losses-after",
        "Each loss is the one after its step. The first entry is the loss of the model as it was "
        "given.",
        _LOOP,
        models=(_trainer(returned=lambda losses, final: [*losses, final][1:] if losses else []),),
    ),
    Idea(
        "steps-off-by-one",
        "There is one step or one loss too many, or too few. With `steps` steps there are as many "
        "losses, each from just before its step.",
        _LOOP,
        models=(
            _trainer(returned=lambda losses, final: [*losses, final]),
            _trainer(steps=lambda steps: steps + 1),
            _trainer(steps=lambda steps: max(steps - 1, 0)),
            _trainer(steps=lambda steps: steps + 1, returned=lambda losses, final: losses[:-1]),
            _LastStepMissing(),
        ),
    ),
    Idea(
        "return-inside-the-loop",
        "Training ends after the first step: the return stands inside the loop.",
        _LOOP,
        models=(_trainer(steps=lambda steps: min(steps, 1)),),
    ),
    Idea(
        "starts-anew",
        "The model forgets what it had: its parameters are drawn anew before the first step. "
        "Training goes on from where the model is.",
        _LOOP,
        when=_starts_anew,
    ),
    Idea(
        "frozen-trained",
        "A frozen parameter is trained. Where requires_grad is off, a parameter stays as it is.",
        f"{NOT_LEARNING}#grad-is-none",
        when=_frozen_trained,
    ),
    Idea(
        "parameters-replaced",
        "The model gets new Parameter objects. Whoever holds the old ones, such as an optimizer, "
        "holds nothing now. Change the values of those that are there.",
        f"{NOT_LEARNING}#weights-not-held",
        when=lambda e: "same_parameters" in e.wrong_facets and _answers_right(e),
    ),
    Idea(
        "returns-nothing",
        "The function returns None. Collect the losses in a list and return it; printing is not "
        "returning.",
        _LOOP,
        when=shared.returns_nothing("losses_form"),
    ),
    Idea(
        "not-a-list-of-floats",
        "What comes back is not a list of plain numbers, one for each step. A loss is a tensor "
        "with its whole graph; item() gives its number.",
        f"{LEARNS}#gradients-reach-it",
        when=_not_floats,
    ),
    Idea(
        "grad-none-mishandled",
        "A parameter that is frozen or not used has no gradient: its .grad is None. Pass over it.",
        f"{NOT_LEARNING}#grad-is-none",
        when=_grad_none,
    ),
    Idea(
        "gradients-accumulate",
        "Gradients pile up: backward() adds to what is in .grad, so each step follows all the "
        "slopes before it as well. Clear them in each round.",
        f"{LOSS}#forgotten-zero-grad",
        models=(
            _trainer(clear=_never),
            _trainer(clear=_never, start=lambda model: model.zero_grad()),
        ),
    ),
    Idea(
        "stale-gradients",
        "The first step follows a gradient from before the call, too. What stands in .grad at the "
        "start is stale: clear it before the first backward().",
        f"{LOSS}#forgotten-zero-grad",
        models=(_trainer(clear=_clear_later),),
    ),
    Idea(
        "uphill",
        "The steps go uphill. The gradient says where the loss grows; go against it.",
        _LOOP,
        models=(_trainer(move=lambda step, p, lr, memory: p.add_(lr * p.grad)),),
    ),
    Idea(
        "sum-for-mean",
        "The squared errors are added up. The mean divides by how many there are, which also "
        "divides the steps.",
        "linear-layer/under-the-hood-backward#mean-loss",
        models=(_trainer(loss=lambda p, y: F.mse_loss(p, y, reduction="sum")),),
    ),
    Idea(
        "sum-over-outputs",
        "The squared errors are averaged over the rows and added up over the outputs. The mean "
        "goes over all of them; with one output the two agree.",
        "linear-layer/under-the-hood-backward#mean-loss",
        models=(
            _trainer(loss=lambda p, y: (p - y).square().sum(-1).mean()),
            _trainer(loss=lambda p, y: (p - y).square().mean(0).sum()),
            _trainer(loss=lambda p, y: (p - y).square().sum(0).mean()),
        ),
    ),
    Idea(
        "half-the-mean",
        "The loss is half the mean squared error. The half makes some derivations shorter, and "
        "the steps too; here it is the mean itself.",
        "linear-layer/under-the-hood-backward#mean-loss",
        models=(_trainer(loss=lambda p, y: F.mse_loss(p, y) / 2),),
    ),
    Idea(
        "other-loss",
        "Another loss than the mean squared error is used, such as its root or the absolute "
        "errors.",
        "linear-layer/under-the-hood-backward#mean-loss",
        models=(
            _trainer(loss=lambda p, y: F.mse_loss(p, y).sqrt()),
            _trainer(loss=F.l1_loss),
            _trainer(loss=F.smooth_l1_loss),
        ),
    ),
    Idea(
        "other-optimizer",
        "The steps are those of another optimizer: Adam, momentum, weight decay. Plain SGD "
        "subtracts learning rate times gradient, and nothing else.",
        _LOOP,
        models=(
            _trainer(move=_adam),
            _trainer(move=_momentum),
            *(_trainer(move=_decay(amount)) for amount in (0.1, 0.01, 1e-3, 1e-4)),
            _trainer(move=lambda step, p, lr, memory: p.sub_(lr * p.grad.sign())),
        ),
    ),
    Idea(
        "not-full-batch",
        "A step does not look at all rows together. Full batch: one prediction for all of x, one "
        "loss, one step.",
        f"{LEARNS}#gradients-reach-it",
        models=(
            _RowByRow(),
            _trainer(batch=lambda step, x, y: (x[:1], y[:1])),
            _trainer(
                batch=lambda step, x, y: (
                    x[step % len(x) : step % len(x) + 1],
                    y[step % len(x) : step % len(x) + 1],
                )
            ),
        ),
    ),
    Idea(
        "running-losses",
        "The losses are added up or averaged over the steps so far. Each entry is the loss of its "
        "own step.",
        _LOOP,
        models=(_running(mean=True), _running(mean=False)),
    ),
    Idea(
        "learning-rate",
        "The steps have another length than lr asks for: it is fixed in the code, divided or "
        "changed on the way, or the gradients are clipped.",
        f"{LOSS}#step-too-long",
        models=(
            *(_rate(lambda step, lr, fixed=fixed: fixed) for fixed in (0.1, 0.01, 0.001)),
            _rate(lambda step, lr: lr / 2**step),
            _RateByRows(),
        ),
        when=_other_rate,
    ),
    Idea(
        "part-of-the-parameters",
        "Some parameters learn and others stay behind. Every parameter that requires a gradient "
        "is to be moved: weights and biases, in all layers.",
        f"{NOT_LEARNING}#weights-not-held",
        when=_some_left_behind,
    ),
    Idea(
        "losses-kept",
        "The list of losses still has those of an earlier call in it. Start with an empty one in "
        "each call; a list as a default value is made only once.",
        _LOOP,
        when=_losses_kept,
    ),
    Idea(
        "stops-early",
        "Training stops before all steps are taken. Take as many as were asked for.",
        _LOOP,
        when=_stops_early,
    ),
    Idea(
        "losses-rounded",
        "The losses are rounded. Return them as they are; rounding is for printing.",
        _LOOP,
        when=_losses_rounded,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for a model and data that fit.",
        _LOOP,
        when=shared.refuses,
    ),
    Idea(
        "reshaped-silently",
        "A flat y is bent into the shape of the model's answers. It fits by accident here; raise "
        "ValueError and let the caller decide.",
        f"{LOSS}#broadcast-loss",
        when=_reshaped,
    ),
    Idea(
        "broadcasts",
        "Targets of another shape than the model's answers are let through and spread over them, "
        "so that the loss compares what does not belong together. Raise ValueError.",
        f"{LOSS}#broadcast-loss",
        when=shared.no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes of model(x) and y, and "
        "say in a ValueError that they differ.",
        f"{LOSS}#broadcast-loss",
        when=shared.wrong_error,
    ),
)

FIT_CHECK = Check(
    name="depth/fit",
    takes="fit",
    kind="function",
    parts=(
        Part("trains", 3, tag="fits"),
        Part("refuses targets that do not fit", 1, tag="refused", needs=("trains",)),
    ),
    cases=fit_cases,
    reference=Trainer(),
    answers=frozenset({"losses", "losses_2", "losses_other", *_PARAMETERS}),
    ideas=FIT_IDEAS,
    describe=describe_fit,
    show=show_fit,
    page=_LOOP,
    derive=_derive,
)
