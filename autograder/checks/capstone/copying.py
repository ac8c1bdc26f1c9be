"""capstone/copying: deepcopy and pickle give an equal layer that goes its own way."""

from __future__ import annotations

from autograder.checks.capstone.pages import EXACTLY, SAVING
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    drawn_values,
    is_wrong,
    not_a_module,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.probes.watch import LAYERS

_FACETS = (
    "made",
    "class",
    "values",
    "y",
    "parameters",
    "trainable",
    "training",
    "original",
    "original_y",
    "y_later",
)
COPY, PICKLE = (tuple(f"{way}_{facet}" for facet in _FACETS) for way in ("copy", "pickle"))


def copying_cases(draw: Draw) -> list[Case]:
    """Six layers that have been used: in training or not, with a frozen parameter, in float64."""
    specs = {
        "in training": {},
        "in evaluation mode": {"training": False},
        "a frozen weight": {"frozen": "weight"},
        "a frozen bias, in evaluation mode": {"frozen": "bias", "training": False},
        "float64": {"dtype": "float64"},
        "as many outputs as inputs": {"square": True},
    }
    return [_case(draw, label, **extra) for label, extra in specs.items()]


def _case(
    draw: Draw,
    label: str,
    training: bool = True,
    frozen: str = "",
    dtype: str = "float32",
    square: bool = False,
) -> Case:
    in_features, out_features, rows = draw.sizes(3, 2, 5)
    out_features = in_features if square else out_features
    inputs = {
        "values": drawn_values(draw, out_features, in_features, dtype),
        "later": drawn_values(draw, out_features, in_features, dtype),
        "x": draw.tensor(rows, in_features, dtype=dtype),
        "upstream": draw.tensor(rows, out_features, dtype=dtype),
        "frozen": frozen,
        "training": training,
    }
    return Case(label, inputs)


_WORDS = {
    "made": "what becomes of {made}",
    "class": "the class of {twin}",
    "values": "weight and bias of {twin}",
    "y": "the largest difference of {twin}(x) from layer(x)",
    "parameters": "the names among {twin}.named_parameters()",
    "trainable": "requires_grad of the parameters of {twin}",
    "training": "{twin}.training",
    "original": "weight and bias of layer, after {twin} was given other values",
    "original_y": "the largest change of layer(x), after {twin} was given other values",
    "y_later": "the largest difference of {twin}(x) from a layer with its new values",
}
_MADE = {"copy": "copy.deepcopy(layer)", "pickle": "pickle.loads(pickle.dumps(layer))"}


def describe(case: Case, facet: str) -> str:
    out_features, in_features = case.inputs["values"]["weight"].shape
    way, _, rest = facet.partition("_")
    layer = f"with layer = Linear({in_features}, {out_features})"
    if way not in _MADE:
        return f"copying a layer after it was called, and pickling it, {layer}"
    words = _WORDS[rest].format(twin="twin", made=_MADE[way])
    return f"{words}, {layer}" + ("" if rest == "made" else f" and twin = {_MADE[way]}")


def _text(*words: str):
    """Recognizes by words in what a copy or a pickle came to instead of being made."""

    def when(evidence: Evidence) -> bool:
        found = [str(said) for _, _, said, _ in evidence.wrong_values("copy_made", "pickle_made")]
        return bool(found) and any(word in said for said in found for word in words)

    return when


def _is_wrong(*facets: str):
    return is_wrong(*(f"{way}_{facet}" for way in _MADE for facet in facets))


def _shared(evidence: Evidence) -> bool:
    return _is_wrong("original", "original_y")(evidence) and not evidence.raised()


COPYING_IDEAS = (
    Idea(
        "graph-kept",
        "The layer keeps a result of an earlier call, with the graph behind it, and such a tensor "
        "cannot be copied. Keep nothing from forward, or only detached.",
        "linear-layer/under-the-hood-forward#nothing-is-cached",
        when=_text("created explicitly by the user", "deepcopy protocol"),
    ),
    Idea(
        "cannot-be-pickled",
        "pickle stores a function by its name in a module, and a lambda or an inner function has "
        "none there. Make it a method instead of an attribute.",
        SAVING,
        when=_text("<lambda>", "<locals>", "local object"),
    ),
    Idea(
        "cannot-be-copied",
        "The layer holds something that cannot be copied or pickled, such as a lock, an open file "
        "or a running generator, or it refuses to be. It needs no more than parameters and sizes.",
        SAVING,
        when=_is_wrong("made"),
    ),
    not_a_module(),
    Idea(
        "shared-after-copy",
        "Copy and original share their numbers: change one, and the other changes. A deep copy has "
        "parameters of its own. nn.Module makes it without your help.",
        f"{EXACTLY}#copying",
        when=_shared,
    ),
    Idea(
        "values-lost",
        "The copy has other numbers than the original. Building a layer of the same sizes draws "
        "new ones; they have to be brought over as well.",
        f"{EXACTLY}#copying",
        when=_is_wrong("values", "y"),
    ),
    Idea(
        "flags-lost",
        "The numbers are right, and the copy has forgotten what was frozen or which mode the layer "
        "was in. A copy takes that over, too.",
        f"{EXACTLY}#copying",
        when=_is_wrong("trainable", "training"),
    ),
)

COPYING_CHECK = Check(
    name="capstone/copying",
    takes="Linear",
    kind="class",
    parts=(
        Part("deepcopy", 1, frozenset(COPY)),
        Part("pickle", 2, frozenset(PICKLE)),
    ),
    cases=copying_cases,
    reference=Linear,
    answers=frozenset({"copy_y", "copy_y_later", "pickle_y", "pickle_y_later"}),
    ideas=COPYING_IDEAS,
    describe=describe,
    page=f"{EXACTLY}#copying",
    forbidden=LAYERS,
    instead=INSTEAD,
)
