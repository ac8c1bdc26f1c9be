"""depth/mlp: a class for nets of any depth, linear layers with ReLU between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.depth import shared
from autograder.checks.depth.pages import BEND, DIGITS, EXACTLY, LEARNS, NO_PARAMETERS

Between = Callable[[int, int, Tensor], Tensor]  # layer, number of layers, what it gave


class MLP(nn.Module):
    """The reference: a linear layer for each step from size to size, ReLU after all but the last.

    Subclasses change ``before`` and ``after``, what happens to a layer's input and output.
    """

    def __init__(self, sizes: Sequence[int]):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"an MLP needs at least two sizes, got {list(sizes)}")
        pairs = zip(sizes[:-1], sizes[1:], strict=True)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairs)

    def before(self, i: int, count: int, x: Tensor) -> Tensor:
        return x

    def after(self, i: int, count: int, h: Tensor) -> Tensor:
        return h.relu() if i < count - 1 else h

    def forward(self, x: Tensor) -> Tensor:
        count = len(self.layers)
        for i, layer in enumerate(self.layers):
            x = self.after(i, count, layer(self.before(i, count, x)))
        return x


def mlp_cases(draw: Draw) -> list[Case]:
    """Twelve nets, two of them good to read, and three lists of sizes that make none."""
    (a, b, c, d, e), k = draw.sizes(5), draw.random.randint(3, 5)
    p, q = draw.sizes(2)
    small, double = {"readable": True}, {"dtype": "float64"}
    fitting = {
        "two sizes, so a single layer": ([2, 3], (2,), small),
        "one hidden layer": ([2, 3, 1], (1,), small),
        "two hidden layers": ([a, b, c, d], (5,), {}),
        "three hidden layers, float64": ([e, d, c, b, a], (4,), double),
        "all sizes equal": ([k, k, k, k], (6,), {}),
        "equal hidden layers": ([p, q, q, q, p + q], (5,), double),
        "sizes as a tuple": ([c, a, e], (4,), {"as_tuple": True}),
        "a single vector": ([d, c, b], (), {}),
        "two leading dimensions": ([b, e, d], (3, 2), double),
        "no row at all, N = 0": ([a, c, b], (0,), {}),
        "two sizes, many rows": ([e, b], (8,), {}),
        "one hidden number": ([b, 1, c], (6,), {}),
    }
    misfits = {"no sizes": [], "one size": [k], "one size in a tuple": [a]}
    return [
        *(_fitting_case(draw, label, *spec) for label, spec in fitting.items()),
        *(
            Case(
                label,
                {"sizes": sizes, "as_tuple": "tuple" in label, "fits": False},
                frozenset({"refused"}),
            )
            for label, sizes in misfits.items()
        ),
    ]


def _fitting_case(
    draw: Draw, label: str, sizes: list[int], batch: tuple[int, ...], extra: dict
) -> Case:
    dtype, readable = extra.get("dtype", "float32"), "readable" in extra

    def layers(readable: bool) -> list[dict]:
        pairs = zip(sizes[:-1], sizes[1:], strict=True)
        return [shared.layer_values(draw, o, i, dtype, readable=readable) for i, o in pairs]

    def batch_of_rows() -> Tensor:
        shape = (*batch, sizes[0])
        return draw.readable(*shape) if readable else draw.tensor(*shape, dtype=dtype)

    weights, x = layers(readable), batch_of_rows()
    while not _clear_of_the_bend(weights, x):
        weights, x = layers(readable), batch_of_rows()
    inputs = {
        "sizes": sizes,
        "as_tuple": "as_tuple" in extra,
        "fits": True,
        "layers": weights,
        "other_layers": layers(False),
        "x": x,
        "x_2": draw.tensor(draw.random.randint(7, 9), sizes[0], dtype=dtype),
        "upstream": draw.tensor(*batch, sizes[-1], dtype=dtype),
    }
    return Case(label, inputs, frozenset({"fits"}))


def _clear_of_the_bend(layers: list[dict], x: Tensor) -> bool:
    """Whether no hidden number is at zero, or so near that rounding could move it to the other
    side: there PyTorch's functions that do what ReLU does have different gradients."""
    for layer in layers[:-1]:
        x = F.linear(x, layer["weight"], layer["bias"])
        if bool((x.abs() < 1e-3).any()):
            return False
        x = x.relu()
    return True


_WORDS = {
    "outcome": "building {mlp}",
    "is_module": "whether net is an nn.Module",
    "sizes_after": "sizes after net was built",
    "layers": "the layers that PyTorch finds in net, each as [inputs, outputs], in order of size",
    "biases": "how many layers of net have a bias",
    "y": "net(x)",
    "x_after": "x after net(x)",
    "y_2": "net(x) for another batch",
    "y_same_shape": "net(x) for another x of the same shape",
    "trainable": "whether all parameters of net require a gradient",
    "y_again": "net(x), called once more",
    "grad_x": "the gradient that reaches x through net",
    "grads": "the gradients that reach the weights of net",
    "training_after": "net.training after net(x)",
    "y_eval": "net(x) in evaluation mode",
    "raised": "building and calling net",
}


def describe_mlp(case: Case, facet: str) -> str:
    inner = ", ".join(map(str, case.inputs["sizes"]))
    brackets = f"({inner},)" if len(case.inputs["sizes"]) == 1 else f"({inner})"
    mlp = f"MLP({brackets if case.inputs['as_tuple'] else f'[{inner}]'})"
    words = _WORDS.get(facet, "net(x)").format(mlp=mlp)
    return words if mlp in words else f"{words}, net = {mlp}"


def show_mlp(case: Case, facet: str) -> dict[str, Any]:
    """x and the numbers in the layers, where an answer is shown and the net is small."""
    if facet not in ("y", "y_again", "y_eval", "y_same_shape"):
        return {}
    x, layers = case.inputs["x"], case.inputs["layers"]
    shown = {"x": x.flip(-1) if facet == "y_same_shape" else x}
    if sum(values["weight"].numel() for values in layers) <= 12:
        for i, values in enumerate(layers):
            shown |= {f"layer {i}: {name}": value for name, value in values.items()}
    return shown


# ---------------------------------------------------------------------------- models


def _mlp(after: Between | None = None, before: Between | None = None) -> type:
    """A class that does something else to what a layer gives or gets."""
    members = {
        name: staticmethod(function)
        for name, function in (("after", after), ("before", before))
        if function is not None
    }
    return type("MLP", (MLP,), members)


def _between(function: Callable[[Tensor], Tensor]) -> Between:
    return lambda i, count, h: function(h) if i < count - 1 else h


def _at_the_end(function: Callable[[Tensor], Tensor]) -> Between:
    return lambda i, count, h: h.relu() if i < count - 1 else function(h)


def _relu_where(condition: Callable[[int, int], bool]) -> Between:
    return lambda i, count, h: h.relu() if condition(i, count) else h


ACTIVATIONS = (
    torch.sigmoid,
    torch.tanh,
    F.gelu,
    F.silu,
    F.elu,
    F.softplus,
    F.leaky_relu,
    F.relu6,
    torch.abs,
)
ENDINGS = (
    torch.sigmoid,
    torch.tanh,
    lambda h: h.softmax(-1),
    lambda h: h.log_softmax(-1),
)


# ---------------------------------------------------------------------------- recognizers

Pairs = list[list[int]]


def _layers(evidence: Evidence) -> list[tuple[Pairs, Pairs]]:
    """(found, due) wherever other layers are found than are due."""
    return [(found, due) for _, _, found, due in evidence.wrong_values("layers")]


def _counted(pairs: Pairs) -> Counter:
    return Counter(map(tuple, pairs))


def _in_all(evidence: Evidence, test: Callable[[Pairs, Pairs], bool]) -> bool:
    wrong = _layers(evidence)
    return bool(wrong) and all(test(found, due) for found, due in wrong)


def _hidden_in_lists(evidence: Evidence) -> bool:
    """Layers are missing, and there is a plain list or dictionary of layers or tensors."""
    wrong = [
        answer["loose_tensors"]
        for (_, answer, _), facets in zip(evidence.rows(), evidence.wrong, strict=True)
        if "layers" in facets
    ]
    return bool(wrong) and all(wrong)


def _swapped(evidence: Evidence) -> bool:
    return _in_all(evidence, lambda found, due: found == sorted(pair[::-1] for pair in due))


def _one_for_several(evidence: Evidence) -> bool:
    """Each size from–to is there, and where one is due several times there are fewer."""
    return _in_all(
        evidence,
        lambda found, due: set(map(tuple, found)) == set(map(tuple, due)) and len(found) < len(due),
    )


def _fixed_depth(evidence: Evidence) -> bool:
    """As many layers whatever the number of sizes, or a fixed number of sizes is unpacked."""
    texts = shared.texts(evidence)
    if texts and all("to unpack" in text for text in texts):
        return True
    wrong = _layers(evidence)
    depths = {len(found) for found, _ in wrong}
    return len(wrong) > 3 and len(depths) == 1 and len({len(due) for _, due in wrong}) > 1


def _missing(evidence: Evidence) -> bool:
    return _in_all(evidence, lambda found, due: _counted(found) < _counted(due))


def _extra(evidence: Evidence) -> bool:
    return _in_all(evidence, lambda found, due: len(found) > len(due))


def _differs_when_repeated(evidence: Evidence) -> bool:
    return any(
        isinstance(answer.get("y"), Tensor)
        and isinstance(answer.get("y_again"), Tensor)
        and not torch.allclose(answer["y"], answer["y_again"], equal_nan=True)
        for answer in evidence.answers
    )


def _others_values(evidence: Evidence) -> bool:
    """The first answer follows the values that were written into another net."""
    return any(
        same(found, _computed(case.inputs["other_layers"], case.inputs["x"]))
        for case, _, found, _ in evidence.wrong_values("y")
    )


def _computed(layers: list[dict], x: Tensor) -> Tensor:
    for i, values in enumerate(layers):
        x = F.linear(x, values["weight"], values["bias"])
        x = x.relu() if i < len(layers) - 1 else x
    return x


def _not_a_tensor(evidence: Evidence) -> bool:
    found = [value for _, _, value, _ in evidence.wrong_values()]
    return bool(found) and all(not isinstance(value, Tensor) for value in found)


def _rows_only(evidence: Evidence) -> bool:
    """Whatever is a batch of rows comes out right; a vector or more dimensions do not."""
    dims = {case.inputs["x"].dim() for case, *_ in shared.wrong_fitting(evidence)}
    return bool(dims) and 2 not in dims


def _detached(evidence: Evidence) -> bool:
    answers_wrong = evidence.wrong_facets & (evidence.check.answers | {"raised", "layers"})
    return not answers_wrong and bool(evidence.wrong_facets & {"grad_x", "grads"})


# ---------------------------------------------------------------------------- the ideas

_FORM = f"{BEND}#learn-to-bend"

MLP_IDEAS = (
    shared.GRAD_MODE,
    shared.MISSING_SUPER,
    Idea(
        "not-a-module",
        "The class is no nn.Module, so nobody finds its parameters. Derive it from nn.Module.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=lambda e: "is_module" in e.wrong_facets,
    ),
    Idea(
        "forward-missing",
        "The class has no method called forward. nn.Module calls it by this name when the net is "
        "called.",
        "linear-layer/a-matrix-you-can-learn#built-from-tensors",
        when=shared.all_raise("Module [MLP] is missing the required"),
    ),
    Idea(
        "module-list-called",
        "An nn.ModuleList is called like a net. It only keeps layers; go through it in a loop, or "
        "use nn.Sequential, which can be called.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=shared.all_raise("Module [ModuleList] is missing the required"),
    ),
    Idea(
        "not-unpacked",
        "nn.Sequential is given a list. It wants the layers one by one: a star before the list "
        "unpacks it.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=shared.all_raise("is not a Module subclass"),
    ),
    Idea(
        "index-past-the-end",
        "The loop asks for a size past the last one. Between n sizes there are n - 1 layers.",
        f"{DIGITS}#capacity",
        when=shared.all_raise("index out of range"),
    ),
    Idea(
        "sizes-changed",
        "The caller's list of sizes is not as it was. Only read it, or work on a copy.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: any(c.inputs["fits"] for c, *_ in e.wrong_values("sizes_after")),
    ),
    Idea(
        "python-list",
        "Layers or tensors stand in a plain Python list or dictionary, where PyTorch does not "
        "look: they are not registered, and an optimizer never gets them.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_hidden_in_lists,
    ),
    Idea(
        "fixed-depth",
        "The net always has the same number of layers. It should have one for each step from one "
        "size to the next, however many sizes there are.",
        _FORM,
        when=_fixed_depth,
    ),
    Idea(
        "sizes-swapped",
        "The sizes of the layers are turned around: each takes what it should give. nn.Linear "
        "wants inputs first, then outputs, and the first layer takes the first size.",
        f"{EXACTLY}#weight-shape",
        when=_swapped,
    ),
    Idea(
        "shared-layer",
        "One layer stands in several places. Equal sizes do not make equal layers: each step needs "
        "a layer of its own, with numbers of its own.",
        "pitfalls/no-parameters-innocent#innocent-sharing",
        when=_one_for_several,
    ),
    Idea(
        "layer-missing",
        "There are too few layers. Between n sizes there are n - 1 layers, each from one size to "
        "the next; look where the loop begins and ends.",
        f"{DIGITS}#capacity",
        when=_missing,
    ),
    Idea(
        "extra-layer",
        "There are too many layers. Between n sizes there are n - 1 layers and nothing else that "
        "learns; two sizes make one layer.",
        f"{DIGITS}#capacity",
        when=_extra,
    ),
    Idea(
        "no-bias",
        "A layer has no bias. Linear layers have one here, the last included.",
        f"{EXACTLY}#bias-shape",
        when=lambda e: "biases" in e.wrong_facets,
    ),
    Idea(
        "frozen",
        "Some parameters are frozen, so they never learn. In a new net all are to be trained.",
        f"{LEARNS}#gradients-reach-it",
        when=lambda e: "trainable" in e.wrong_facets,
    ),
    Idea(
        "input-mutated",
        "The net writes into x. Whoever called it still needs x as it was.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: "x_after" in e.wrong_facets,
    ),
    Idea(
        "returns-nothing",
        "forward returns None. What it computes has to be returned.",
        f"{BEND}#learn-to-bend",
        when=shared.returns_nothing("y"),
    ),
    Idea(
        "not-a-tensor",
        "What comes out is not one tensor: a tuple, a list or a numpy array. Return the last "
        "layer's output alone.",
        f"{EXACTLY}#input-shapes",
        when=_not_a_tensor,
    ),
    Idea(
        "something-random",
        "The same call gives two different answers: there is dropout or noise in the net. Linear "
        "layers and ReLU are all that is asked for.",
        _FORM,
        when=_differs_when_repeated,
    ),
    Idea(
        "shared-between-nets",
        "Two nets share their layers: writing into one changes the other. Make the layers in "
        "__init__, for each net anew.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_others_values,
    ),
    Idea(
        "dtype-forced",
        "The net converts its input or its answer. It should compute in the dtype of its "
        "parameters.",
        f"{EXACTLY}#dtype",
        when=shared.dtype_forced("y", "y_2", "y_same_shape", "y_again", "y_eval"),
    ),
    Idea(
        "input-flattened",
        "Dimensions are merged on the way. The last one is the features, and all others stay: "
        "(in,) gives (out,), (A, B, in) gives (A, B, out).",
        f"{EXACTLY}#input-shapes",
        when=_rows_only,
    ),
    Idea(
        "relu-last",
        "There is a ReLU after the last layer, so the net can never say a negative number.",
        f"{BEND}#crease-lines",
        models=(
            _mlp(_relu_where(lambda i, n: True)),
            _mlp(_relu_where(lambda i, n: i < n - 1 or n == 1)),
        ),
    ),
    Idea(
        "no-relu",
        "No ReLU acts between the layers: it is missing, or computed and its result not used. "
        "Without it the layers collapse into one.",
        f"{BEND}#what-bends",
        models=(_mlp(_relu_where(lambda i, n: False)),),
    ),
    Idea(
        "relu-once",
        "Between some layers there is no ReLU. Each layer but the last is followed by one; layers "
        "without it between them collapse.",
        f"{BEND}#what-bends",
        models=(
            _mlp(_relu_where(lambda i, n: i == 0 and n > 1)),
            _mlp(_relu_where(lambda i, n: i == n - 2)),
            _mlp(_relu_where(lambda i, n: i < n - 2)),
            _mlp(_relu_where(lambda i, n: 0 < i < n - 1)),
        ),
    ),
    Idea(
        "relu-first",
        "The input itself goes through a ReLU, which drops its negative numbers before any layer "
        "has seen them.",
        f"{BEND}#creases",
        models=(_mlp(before=lambda i, n, x: x.relu()),),
    ),
    Idea(
        "other-activation",
        "Another activation stands between the layers. Here it is ReLU: negative numbers become "
        "zero, positive ones stay.",
        f"{BEND}#creases",
        models=tuple(_mlp(_between(function)) for function in ACTIVATIONS),
    ),
    Idea(
        "activation-at-the-end",
        "Something is applied to the last layer's output. It is to come out as it is; what a loss "
        "needs, such as a softmax, the loss brings with it.",
        f"{DIGITS}#logits",
        models=tuple(_mlp(_at_the_end(function)) for function in ENDINGS),
    ),
    Idea(
        "detached",
        "The answers are right, and gradients do not get through: something on the way is "
        "detached, or computed under no_grad.",
        "pitfalls/does-not-learn#grad-is-none",
        when=_detached,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for sizes that are fine: two or more, in a list or a tuple.",
        f"{DIGITS}#capacity",
        when=shared.refuses,
    ),
    Idea(
        "no-error-on-few-sizes",
        "A net is built from fewer than two sizes. Raise ValueError in __init__: there is nothing "
        "to go from or to.",
        f"{DIGITS}#capacity",
        when=shared.no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Count the sizes first and say in a "
        "ValueError that they are too few.",
        f"{DIGITS}#capacity",
        when=shared.wrong_error,
    ),
)

MLP_CHECK = Check(
    name="depth/mlp",
    takes="MLP",
    kind="class",
    parts=(
        Part("the net", 3, tag="fits"),
        Part("refuses too few sizes", 1, tag="refused", needs=("the net",)),
    ),
    cases=mlp_cases,
    reference=MLP,
    answers=frozenset({"y", "y_2", "y_same_shape", "y_again", "y_eval"}),
    ideas=MLP_IDEAS,
    describe=describe_mlp,
    show=show_mlp,
    page=_FORM,
    silent=frozenset({"loose_tensors", "y_unwritten"}),
)
