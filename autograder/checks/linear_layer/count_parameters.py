"""linear-layer/count-parameters: how many numbers the parameters of any module hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.linear_layer.pages import EXACTLY


def count_parameters(module: nn.Module) -> int:
    """The reference: each parameter object once, whether or not it is trained."""
    return sum(parameter.numel() for parameter in module.parameters())


# For each kind of module that the probe can build: the code that makes it, and what is special.
_KINDS = {
    "one layer": ("nn.Linear({0}, {1})", ""),
    "no bias": ("nn.Linear({0}, {1}, bias=False)", ""),
    "nested": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Sequential(nn.Linear({1}, {2}), "
        "nn.Sequential(nn.Linear({2}, {0}))))",
        "layers inside layers",
    ),
    "partly frozen": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Linear({1}, {2}))",
        "the first layer frozen by requires_grad_(False)",
    ),
    "all frozen": ("nn.Linear({0}, {1})", "frozen by requires_grad_(False)"),
    "tied weight": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Linear({0}, {1}))",
        "both with the same weight: module[1].weight = module[0].weight",
    ),
    "one layer used twice": (
        "nn.Sequential(layer, nn.ReLU(), layer, nn.Linear({0}, {1})), layer = nn.Linear({0}, {0})",
        "one layer in two places",
    ),
    "batch norm": ("nn.Sequential(nn.Linear({0}, {1}), nn.BatchNorm1d({1}))", ""),
    "registered buffers": ("nn.Sequential(nn.Linear({0}, {1}))", "with two buffers registered"),
    "own parameters": (
        "a module with parameters of shapes () and ({0}, {1}) and an nn.Linear({0}, {1})",
        "",
    ),
    "lists and dicts": (
        "a module with an nn.ParameterList of shapes ({0},) and ({1},) and an nn.ModuleDict of "
        "nn.Linear({0}, {1}) and nn.Linear({1}, {0}, bias=False)",
        "",
    ),
    "a tensor as attribute": (
        "a module with an nn.Linear({0}, {1}) and a plain tensor of shape ({1}, {0})",
        "",
    ),
    "slices": (
        "a module with parameters of shapes ({0}, {1}) and ({1}, {1})",
        "which are two slices of one piece of memory",
    ),
    "equal values": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Linear({0}, {1}))",
        "two layers with equal values, the second a deep copy",
    ),
    "some gradients": (
        "nn.Sequential(nn.Linear({0}, {1}), nn.Linear({1}, {2}))",
        "where only the second layer has a .grad",
    ),
    "not only linear": (
        "nn.Sequential(nn.Embedding({0}, {1}), nn.LayerNorm({1}), nn.Conv1d({1}, {0}, 3))",
        "",
    ),
    "no parameters": ("nn.Sequential(nn.ReLU(), nn.Flatten())", ""),
    "empty parameter": ("nn.Sequential(nn.Linear({0}, {1}), nn.Linear({1}, 0))", ""),
}
_THREE_SIZES = ("nested", "partly frozen", "some gradients")


def count_parameters_cases(draw: Draw) -> list[Case]:
    """One module of each kind, with another of other sizes beside it."""
    cases = []
    for kind, (_, special) in _KINDS.items():
        sizes = draw.sizes(6 if kind in _THREE_SIZES else 4, 2, 9)
        half = len(sizes) // 2
        inputs = {"kind": kind, "sizes": sizes[:half], "other_sizes": sizes[half:], "extra": 0}
        inputs["extra"] = draw.random.randint(2, 9)
        cases.append(Case(special or kind, inputs))
    return cases


_COUNT_WORDS = {
    "count": "count_parameters(module)",
    "again": "count_parameters(module), a second time",
    "other": "count_parameters(module), after another module was counted",
    "grown": "count_parameters(module), after module got one more parameter of shape ({extra},)",
    "values_kept": "whether the module's values are as before",
    "flags_kept": "whether requires_grad and .grad are as before",
    "modes_kept": "whether training and evaluation modes are as before",
}


def describe_count_parameters(case: Case, facet: str) -> str:
    words = _COUNT_WORDS.get(facet, _COUNT_WORDS["count"])
    return words.format(extra=case.inputs["extra"])


class _Code(str):
    """Text to be shown as it is."""


def show_count_parameters(case: Case, facet: str) -> dict[str, Any]:
    sizes = case.inputs["other_sizes" if facet == "other" else "sizes"]
    return {"module": _Code(_KINDS[case.inputs["kind"]][0].format(*sizes))}


# ---------------------------------------------------------------------------- models


def _sum(parameters: Iterable[Tensor]) -> int:
    return sum(parameter.numel() for parameter in parameters)


def _once(parameters: Iterable[Tensor]) -> int:
    """Each object of ``parameters`` counted once."""
    return _sum({id(parameter): parameter for parameter in parameters}.values())


def _own(module: nn.Module) -> list[Tensor]:
    return list(module.parameters(recurse=False))


def _all_names(module: nn.Module) -> list[Tensor]:
    return [p for _, p in module.named_parameters(remove_duplicate=False)]


def _state_dict_parameters(module: nn.Module) -> int:
    buffers = {name for name, _ in module.named_buffers(remove_duplicate=False)}
    return _sum(v for name, v in module.state_dict().items() if name not in buffers)


def _never_tied(module: nn.Module) -> int:
    uses = Counter(map(id, _all_names(module)))
    return _sum(p for p in module.parameters() if uses[id(p)] == 1)


def _of_linear_layers(module: nn.Module) -> list[Tensor]:
    layers = [m for m in module.modules() if isinstance(m, nn.Linear)]
    return [p for layer in layers for p in (layer.weight, layer.bias) if p is not None]


def _attributes(module: nn.Module) -> list[Tensor]:
    values = [value for m in module.modules() for value in vars(m).values()]
    return [*module.parameters(), *(v for v in values if isinstance(v, Tensor))]


def _named(module: nn.Module, test: Callable[[str], bool]) -> int:
    return _sum(p for name, p in module.named_parameters() if test(name.split(".")[-1]))


def _with_dimensions(module: nn.Module, test: Callable[[int], bool]) -> int:
    return _sum(p for p in module.parameters() if test(p.dim()))


def _by_name(module: nn.Module) -> dict[str, Tensor]:
    return {n: p for m in module.modules() for n, p in m.named_parameters(recurse=False)}


def _one_of_each_class(module: nn.Module) -> int:
    return sum({type(m).__name__: _sum(_own(m)) for m in module.modules()}.values())


def _different_values(module: nn.Module) -> int:
    kept: list[Tensor] = []
    for p in module.parameters():
        if not any(torch.equal(p, other) for other in kept):
            kept.append(p)
    return _sum(kept)


def _without_first(module: nn.Module) -> int:
    return _sum(list(module.parameters())[1:])


def _first(module: nn.Module, place: int) -> int:
    parameters = list(module.parameters())
    return parameters[place].numel() if parameters else 0


# ---------------------------------------------------------------------------- recognizers


def _kinds_wrong(evidence: Evidence, facet: str = "count") -> set[str]:
    """The kinds of module for which ``facet`` came out wrong or did not come out."""
    return {
        case.inputs["kind"]
        for (case, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if facet in wrong or ("raised" in wrong and facet not in answer)
    }


def _found(evidence: Evidence) -> list:
    return [found for _, _, found, _ in evidence.wrong_values()]


def _returns_nothing(evidence: Evidence) -> bool:
    found = _found(evidence)
    return bool(found) and all(value is None for value in found)


def _not_an_int(evidence: Evidence) -> bool:
    return any(type(found) is not int for found in _found(evidence))


def _module_changed(evidence: Evidence) -> bool:
    return bool(evidence.wrong_facets & {"values_kept", "flags_kept", "modes_kept"})


def _texts(evidence: Evidence) -> list[str]:
    return [raised["text"] for raised in evidence.raised()]


def _compared_by_equals(evidence: Evidence) -> bool:
    """Python's `in` asks tensors whether they are equal, entry by entry."""
    texts = _texts(evidence)
    signs = ("Boolean value of Tensor", "must match the size of tensor")
    return any(signs[0] in t for t in texts) and all(any(s in t for s in signs) for t in texts)


def _total_kept(evidence: Evidence) -> bool:
    """What was counted in one call is in the next, or is left out of it as seen already."""
    rows = [(a, t) for _, a, t in evidence.rows() if "again" in a and t["again"]]
    added = all(a["again"] == a["count"] + t["again"] for a, t in rows)
    left_out = all(a["again"] == 0 and a["count"] == t["count"] for a, t in rows)
    return bool(rows) and (added or left_out)


def _answer_cached(evidence: Evidence) -> bool:
    """Each wrong answer was right before: for a module that has grown since, or for another."""
    before, found = set(), []
    for _, answer, truth in evidence.rows():
        here = set()
        for facet in ("count", "again", "other", "grown"):
            if facet not in answer:
                return False
            if answer[facet] == truth[facet]:
                here.add(answer[facet])
            else:
                found.append(answer[facet] in here | before)
        before |= here
    return len(found) > 1 and all(found)


def _none_parameter(evidence: Evidence) -> bool:
    """It stops at a parameter that is None, as nn.Linear registers a bias that it does not have."""
    texts = _texts(evidence)
    return (
        bool(texts)
        and all("NoneType" in text for text in texts)
        and _kinds_wrong(evidence) == {"no bias", "lists and dicts"}
    )


def _scalar(evidence: Evidence) -> bool:
    """Only a module with a parameter of no dimensions comes out wrong."""
    wrong = {
        case.inputs["kind"]
        for case, facets in zip(evidence.cases, evidence.wrong, strict=True)
        if facets
    }
    return wrong == {"own parameters"}


def _sequential_only(evidence: Evidence) -> bool:
    """Everything but an nn.Sequential raises or counts as nothing."""
    others = {kind for kind, (code, _) in _KINDS.items() if not code.startswith("nn.Sequential")}
    return _kinds_wrong(evidence) == others and all(
        answer.get("count", 0) == 0
        for case, answer, _ in evidence.rows()
        if case.inputs["kind"] in others
    )


def _frozen_left_out(evidence: Evidence) -> bool:
    """Only modules with frozen parameters come out wrong, and they come out too small."""
    wrong = list(evidence.wrong_values())
    frozen = all(case.inputs["kind"] in ("partly frozen", "all frozen") for case, *_ in wrong)
    return len(wrong) > 1 and frozen and all(found < due for _, _, found, due in wrong)


# ---------------------------------------------------------------------------- the ideas

COUNT_PARAMETERS_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the count; printing is not returning.",
        f"{EXACTLY}#counting",
        when=_returns_nothing,
    ),
    Idea(
        "not-an-int",
        "The result is not an int. numel() gives ints, and their sum is one; a tensor, a float, a "
        "list or a text is not.",
        f"{EXACTLY}#counting",
        when=_not_an_int,
    ),
    Idea(
        "module-changed",
        "Counting changes the module: its parameters, flags or mode are others afterwards.",
        f"{EXACTLY}#counting",
        when=_module_changed,
    ),
    Idea(
        "compared-by-equals",
        "Parameters are looked up in a list with `in`, which compares tensors entry by entry and "
        "cannot decide. Whether two are the same object is a matter of `is`, or of a set.",
        f"{EXACTLY}#counting",
        when=_compared_by_equals,
    ),
    Idea(
        "exhausted-generator",
        "parameters() is used up before its entries are added: it gives each of them once, and a "
        "second loop or a look at the first leaves fewer. Ask for it anew, or make a list of it.",
        f"{EXACTLY}#counting",
        models=(lambda m: 0, _without_first),
    ),
    Idea(
        "total-kept",
        "An earlier call is still in the answer: a list, a set or a total outside of the function "
        "lives on. Start from nothing in each call.",
        f"{EXACTLY}#counting",
        when=_total_kept,
    ),
    Idea(
        "tied-twice",
        "A parameter that two modules share is counted twice. It is one tensor with one gradient.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _sum(_all_names(m)),
            lambda m: _sum(p for s in m.modules() for p in _own(s)),
            _state_dict_parameters,
        ),
    ),
    Idea(
        "tied-never",
        "A parameter that two modules share is left out altogether. It counts once.",
        f"{EXACTLY}#counting",
        models=(_never_tied,),
    ),
    Idea(
        "buffers-counted",
        "Buffers are counted, such as a batch norm's running statistics. They are saved and moved "
        "with the module, but no gradient ever reaches them: they are not parameters.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _once([*m.parameters(), *m.buffers()]),
            lambda m: _once([*m.parameters(), *(b for b in m.buffers() if b.dim())]),
            lambda m: _once(m.state_dict(keep_vars=True).values()),
        ),
    ),
    Idea(
        "state-dict-counted",
        "state_dict() is counted. It also holds buffers, and lists a shared tensor under each of "
        "its names.",
        f"{EXACTLY}#state-dict",
        models=(lambda m: _sum(m.state_dict().values()),),
    ),
    Idea(
        "plain-tensors-counted",
        "A tensor that is a mere attribute is counted. Only an nn.Parameter is one.",
        f"{EXACTLY}#counting",
        models=(lambda m: _once(_attributes(m)),),
    ),
    Idea(
        "storage-counted",
        "The memory behind a parameter is counted. A parameter may be a part of a larger piece of "
        "memory, or share it with another; numel() counts its own entries.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: sum(p.untyped_storage().size() // p.element_size() for p in m.parameters()),
            lambda m: _sum({p.untyped_storage().data_ptr(): p for p in m.parameters()}.values()),
        ),
    ),
    Idea(
        "bytes-not-elements",
        "This counts bytes. A parameter count says how many numbers there are, whatever their "
        "dtype.",
        f"{EXACTLY}#counting",
        models=(lambda m: sum(p.nbytes for p in m.parameters()),),
    ),
    Idea(
        "tensors-not-elements",
        "This counts tensors, not their entries. numel() is the number of entries of one.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: len(list(m.parameters())),
            lambda m: len(m.state_dict()),
            lambda m: sum(p.dim() for p in m.parameters()),
        ),
    ),
    Idea(
        "rows-counted",
        "Only the first dimension is counted: len(p) and p.shape[0] are not p.numel().",
        f"{EXACTLY}#counting",
        models=(
            lambda m: sum(len(p) for p in m.parameters()),
            lambda m: sum(p.shape[0] for p in m.parameters() if p.dim()),
            lambda m: sum(len(p) if p.dim() else 1 for p in m.parameters()),
        ),
    ),
    Idea(
        "sum-for-product",
        "The sizes of a parameter are added. A tensor has as many entries as their product.",
        f"{EXACTLY}#counting",
        models=(lambda m: sum(sum(p.shape) for p in m.parameters()),),
    ),
    Idea(
        "scalar-miscounted",
        "A parameter without dimensions is miscounted. It holds one number, and numel() says so.",
        f"{EXACTLY}#counting",
        models=(lambda m: _with_dimensions(m, bool),),
        when=_scalar,
    ),
    Idea(
        "first-two-dimensions",
        "Only two dimensions of a parameter are counted. A convolution's weight has three or "
        "more; numel() counts any shape.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: sum(math.prod(p.shape[:2]) for p in m.parameters()),
            lambda m: _with_dimensions(m, lambda d: d < 3),
            lambda m: _with_dimensions(m, lambda d: 0 < d < 3),
        ),
    ),
    Idea(
        "trainable-only",
        "Frozen parameters are left out. They are parameters all the same; requires_grad only "
        "says whether they are trained.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(p for p in m.parameters() if p.requires_grad),),
        when=_frozen_left_out,
    ),
    Idea(
        "frozen-only",
        "Only frozen parameters are counted.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(p for p in m.parameters() if not p.requires_grad),),
    ),
    Idea(
        "with-gradient-only",
        "Only parameters that have a .grad are counted. Before a backward pass none has.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(p for p in m.parameters() if p.grad is not None),),
    ),
    Idea(
        "own-parameters-forgotten",
        "The modules inside are counted, the module's own parameters are not.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _once(p for child in m.children() for p in child.parameters()),
            lambda m: _once(p for s in m.modules() if not list(s.children()) for p in _own(s)),
        ),
    ),
    Idea(
        "direct-children-only",
        "Only the module and its direct children are looked at, so what is nested deeper is "
        "missed. parameters() walks the whole tree.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _once(p for s in m.children() for p in _own(s)),
            lambda m: _once(p for s in (m, *m.children()) for p in _own(s)),
            lambda m: _sum(p for s in m.children() for p in _own(s)),
            lambda m: _sum(p for s in (m, *m.children()) for p in _own(s)),
        ),
    ),
    Idea(
        "top-level-only",
        "Only the module's own parameters are counted, not those of the modules inside it.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(_own(m)),),
    ),
    Idea(
        "counted-at-every-level",
        "A nested parameter is counted once for each level above it: modules() walks the whole "
        "tree, and so does parameters() on each of its modules.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(p for s in m.modules() for p in s.parameters()),),
    ),
    Idea(
        "none-parameter",
        "A parameter that is registered as None, such as a bias left out, is asked for its size. "
        "parameters() passes over those.",
        f"{EXACTLY}#counting",
        when=_none_parameter,
    ),
    Idea(
        "sequential-only",
        "The module is gone through like a list, which works for nn.Sequential alone. "
        "parameters() works for any module.",
        f"{EXACTLY}#counting",
        when=_sequential_only,
    ),
    Idea(
        "linear-only",
        "Only linear layers are counted. Anything may hold parameters: an embedding, a norm, a "
        "module of one's own.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _once(_of_linear_layers(m)),
            lambda m: _sum(_of_linear_layers(m)),
            lambda m: _once(
                p for s in m.modules() if isinstance(s, nn.Linear) for p in s.parameters()
            ),
        ),
    ),
    Idea(
        "weight-and-bias-only",
        "Only parameters called weight or bias are counted. A parameter may have any name.",
        f"{EXACTLY}#counting",
        models=(lambda m: _named(m, lambda name: name in ("weight", "bias")),),
    ),
    Idea(
        "weights-only",
        "Only weights are counted; biases are parameters too.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _named(m, lambda name: name == "weight"),
            lambda m: _named(m, lambda name: name != "bias"),
            lambda m: _with_dimensions(m, lambda d: d > 1),
        ),
    ),
    Idea(
        "biases-only",
        "Only biases are counted.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: _named(m, lambda name: name == "bias"),
            lambda m: _with_dimensions(m, lambda d: d == 1),
        ),
    ),
    Idea(
        "deduplicated-by-name",
        "Parameters or modules of one name or class are counted once. Two are the same parameter "
        "only if they are one object.",
        f"{EXACTLY}#counting",
        models=(lambda m: _sum(_by_name(m).values()), _one_of_each_class),
    ),
    Idea(
        "deduplicated-by-value",
        "Parameters with equal shapes or values are counted once. Two are the same parameter only "
        "if they are one object.",
        f"{EXACTLY}#counting",
        models=(
            lambda m: sum(math.prod(s) for s in {tuple(p.shape) for p in m.parameters()}),
            lambda m: sum({p.numel() for p in m.parameters()}),
            _different_values,
        ),
    ),
    Idea(
        "nonzero-only",
        "Entries that are zero are not counted. A number that is zero now is learned like any "
        "other.",
        f"{EXACTLY}#counting",
        models=(lambda m: sum(int(torch.count_nonzero(p)) for p in m.parameters()),),
    ),
    Idea(
        "one-parameter-only",
        "Only one parameter is counted: a return inside the loop, or = where += is due.",
        f"{EXACTLY}#counting",
        models=(lambda m: _first(m, 0), lambda m: _first(m, -1)),
    ),
    Idea(
        "answer-cached",
        "An answer from before comes back, for a module that has grown since or for another one. "
        "Count anew in each call.",
        f"{EXACTLY}#counting",
        when=_answer_cached,
    ),
)

COUNT_PARAMETERS_CHECK = Check(
    name="linear-layer/count-parameters",
    takes="count_parameters",
    kind="function",
    parts=(Part("the count", 3),),
    cases=count_parameters_cases,
    reference=count_parameters,
    answers=frozenset({"count", "again", "other", "grown"}),
    ideas=COUNT_PARAMETERS_IDEAS,
    describe=describe_count_parameters,
    show=show_count_parameters,
    page=f"{EXACTLY}#counting",
)
