"""capstone/state-dict: numbers travel to and from PyTorch's layer, by the same names."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks.capstone.pages import EXACTLY, SAVING
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    both,
    drawn_values,
    is_wrong,
    not_a_module,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.probes.watch import LAYERS

OUT = ("keys", "values", "detached", "they_load", "y_theirs", "values_later")
IN = ("we_load", "y_ours", "objects", "trainable", "y_ours_later")
INSIDE = ("asked_inside", "keys_inside", "they_load_inside", "we_load_inside", "y_inside")
MISFITS = ("no bias", "a name too many", "the weight transposed", "other names")


def state_cases(draw: Draw) -> list[Case]:
    """Six layers, one of them square and one in float64; each with four states to be refused."""
    specs = {
        "more outputs than inputs": ((5, 3), "float32"),
        "more inputs than outputs": ((2, 4), "float32"),
        "float64": (tuple(draw.sizes(2, 3, 6)), "float64"),
        "one output": ((1, draw.random.randint(2, 5)), "float32"),
        "as many outputs as inputs": ((n := draw.random.randint(2, 4), n), "float32"),
        "as many outputs as inputs, float64": ((3, 3), "float64"),
    }
    return [_case(draw, label, *sizes, dtype) for label, (sizes, dtype) in specs.items()]


def _case(draw: Draw, label: str, out_features: int, in_features: int, dtype: str) -> Case:
    def state() -> dict[str, Tensor]:
        return drawn_values(draw, out_features, in_features, dtype)

    one_more = {"weight": draw.tensor(out_features, in_features + 1, dtype=dtype)}
    misfits = [
        {"weight": state()["weight"]},
        {**state(), "scale": draw.tensor(out_features, dtype=dtype)},
        {**state(), **one_more},
        {"W": state()["weight"], "b": state()["bias"]},
    ]
    inputs = {
        "ours": state(),
        "theirs": state(),
        "other": state(),
        "x": draw.tensor(draw.random.randint(2, 4), in_features, dtype=dtype),
        "misfits": misfits,
    }
    square = {"square"} if in_features == out_features else set()
    return Case(label, inputs, frozenset({dtype, *square}))


_WORDS = {
    "keys": "the keys of layer.state_dict()",
    "values": "the tensors in layer.state_dict()",
    "detached": "requires_grad of the tensors in layer.state_dict()",
    "they_load": "theirs.load_state_dict(layer.state_dict())",
    "y_theirs": "theirs(x), after it has loaded the state of layer",
    "values_later": "the tensors in layer.state_dict(), after layer was given other values",
    "we_load": "layer.load_state_dict(theirs.state_dict())",
    "y_ours": "the largest difference of layer(x), which has loaded the state of theirs, from "
    "layer(x) of one that was given the same numbers",
    "objects": "whether layer holds the same Parameter objects after loading",
    "trainable": "requires_grad of the parameters after loading",
    "y_ours_later": "the same difference of layer(x), after theirs was given other values",
    "asked_inside": "nn.Sequential(nn.ReLU(), layer).state_dict()",
    "keys_inside": "the keys of nn.Sequential(nn.ReLU(), layer).state_dict()",
    "they_load_inside": "loading the state of a network with layer inside into PyTorch's",
    "we_load_inside": "loading the state of PyTorch's network into one with layer inside",
    "y_inside": "the largest difference of layer(x), after the network has loaded, from "
    "layer(x) of one that was given the same numbers",
    "refused": "layer.load_state_dict of four states that do not fit: a key missing, a key too "
    "many, a weight of another shape, other keys",
    "assigned": "layer.load_state_dict(state, assign=True)",
    "y_assigned": "the largest difference of layer(x), after load_state_dict(state, assign=True), "
    "from layer(x) of one that was given the same numbers",
    "raised": "layer.state_dict() and layer.load_state_dict(…)",
}


def describe(case: Case, facet: str) -> str:
    out_features, in_features = case.inputs["ours"]["weight"].shape
    sizes = f"({in_features}, {out_features})"
    return f"{_WORDS.get(facet, facet)}, with layer = Linear{sizes} and theirs = nn.Linear{sizes}"


def show(case: Case, facet: str) -> dict[str, Any]:
    return {"x": case.inputs["x"], **case.inputs["ours"]} if facet == "y_theirs" else {}


def _words_for_keys(case: Case, facets: dict) -> dict:
    """The tensors of a state without its keys' order, which is nobody's promise."""
    facets = dict(facets)
    for name in ("values", "values_later", "detached"):
        if isinstance(facets.get(name), dict):
            facets[name] = dict(sorted(facets[name].items()))
    return facets


# ---------------------------------------------------------------------------- recognizers


def _wrong(evidence: Evidence, facet: str) -> list[tuple[Any, Any]]:
    return [(found, due) for _, _, found, due in evidence.wrong_values(facet)]


def _extra(evidence: Evidence) -> bool:
    found = _wrong(evidence, "keys")
    return bool(found) and all(set(keys) > set(due) for keys, due in found)


def _turned(evidence: Evidence) -> bool:
    """The weight travels transposed, out of the layer or into it."""
    states = [
        (found["weight"], due["weight"])
        for found, due in _wrong(evidence, "values")
        if isinstance(found, dict) and isinstance(found.get("weight"), Tensor)
    ]
    if states:
        return all(same(found, due.mT.contiguous()) for found, due in states)
    return _turned_on_the_way_in(evidence)


def _turned_on_the_way_in(evidence: Evidence) -> bool:
    """What is not square does not fit, and what is square gives x @ W in the place of x @ Wᵀ."""
    refused = [case for case, _, _, _ in evidence.wrong_values("we_load")]
    return bool(refused) and not any("square" in case.tags for case in refused)


def _rounded(evidence: Evidence) -> bool:
    found = [pair for pair in _wrong(evidence, "values") if isinstance(pair[0], dict)]
    return bool(found) and all(
        isinstance(state.get(name), Tensor)
        and state[name].shape == value.shape
        and torch.allclose(state[name].double(), value.double(), 1e-2, 1e-2)
        for state, due in found
        for name, value in due.items()
    )


def _loaded_idle(evidence: Evidence) -> bool:
    """Loading says nothing and the answer is not that of the loaded values."""
    return "y_ours" in evidence.wrong_facets and "we_load" not in evidence.wrong_facets


STATE_IDEAS = (
    not_a_module(),
    Idea(
        "extra-entries",
        "More than weight and bias is in the state, and PyTorch's layer refuses to load it. What "
        "need not be saved is a plain attribute, or a buffer with persistent=False.",
        f"{EXACTLY}#state-dict",
        when=_extra,
    ),
    Idea(
        "names-differ",
        "The keys are not weight and bias, so that neither layer knows the other's numbers. A "
        "parameter's key is the attribute's name.",
        f"{EXACTLY}#state-dict",
        when=is_wrong("keys"),
    ),
    Idea(
        "weight-turned",
        "The weight is transposed on its way. Both layers hold it as (out_features, in_features), "
        "and so does the state.",
        f"{EXACTLY}#weight-shape",
        when=_turned,
    ),
    Idea(
        "state-rounded",
        "The state has another dtype or fewer digits than the parameters. It holds them as they "
        "are.",
        f"{EXACTLY}#state-dict",
        when=_rounded,
    ),
    Idea(
        "state-stale",
        "The state holds numbers from before. It is made anew at each call, from what the "
        "parameters hold then.",
        f"{EXACTLY}#state-dict",
        when=is_wrong("values", "values_later"),
    ),
    Idea(
        "prefix-ignored",
        "Alone the layer can be saved, inside a network it cannot. There the network asks, and "
        "hands a prefix such as `1.` down; nn.Module does this for you if you let it.",
        SAVING,
        when=is_wrong("asked_inside", "keys_inside", "they_load_inside", "we_load_inside"),
    ),
    Idea(
        "load-idle",
        "The state was loaded, and not all of its numbers arrived in the layer.",
        SAVING,
        when=_loaded_idle,
    ),
    Idea(
        "load-aliases",
        "After loading the two layers share memory: change one, and the other changes. Loading "
        "copies numbers into what the layer has.",
        f"{EXACTLY}#copying",
        when=is_wrong("y_ours_later"),
    ),
    Idea(
        "load-replaces",
        "Loading puts new Parameter objects in the place of the old ones, which an optimizer still "
        "holds. The numbers are to be copied into those that are there.",
        f"{EXACTLY}#copying",
        when=is_wrong("objects"),
    ),
    Idea(
        "load-forgives",
        "A state that does not fit is loaded without a word. Missing keys, unknown keys and other "
        "shapes have to raise, unless the caller says strict=False.",
        SAVING,
        when=both(is_wrong("refused"), lambda evidence: not evidence.raised()),
    ),
)

STATE_DICT_CHECK = Check(
    name="capstone/state-dict",
    takes="Linear",
    kind="class",
    parts=(
        Part("from yours to PyTorch's", 1, frozenset(OUT)),
        Part("from PyTorch's to yours", 1, frozenset(IN)),
        Part(
            "inside a network, and what is refused",
            1,
            frozenset({*INSIDE, "refused", "assigned", "y_assigned"}),
            "",
            ("from yours to PyTorch's", "from PyTorch's to yours"),
        ),
    ),
    cases=state_cases,
    reference=Linear,
    answers=frozenset({"y_theirs", "y_ours", "y_inside", "y_assigned"}),
    ideas=STATE_IDEAS,
    describe=describe,
    show=show,
    derive=_words_for_keys,
    page=f"{EXACTLY}#state-dict",
    forbidden=LAYERS,
    instead=INSTEAD,
)
