"""capstone/options: bias, device and dtype, by position and by name, and what the layer says."""

from __future__ import annotations

from typing import Any

from autograder.checks.capstone.pages import BIAS_FALSE, DTYPES, EXACTLY, META
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    drawn,
    drawn_values,
    is_wrong,
    not_a_module,
    wrong_cases,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.probes.watch import LAYERS

WORDS_OF_LAYER = ("in_features", "out_features", "words", "repr")
BUILT = ("bias", "parameters", "state_without", "dtypes", "devices", "y_meta", "y")


def options_cases(draw: Draw) -> list[Case]:
    """Fifteen ways to build a layer; sizes are never equal, dtypes and devices named or default."""
    no, yes = {"bias": False}, {"bias": True}
    double, half = {"dtype": "float64"}, {"dtype": "bfloat16"}
    specs: list[tuple[str, dict, str, str, dict]] = [
        ("sizes alone, by position", {}, "mixed", "plain", {}),
        ("sizes alone, by name", {}, "by name", "plain", {}),
        ("bias=True", yes, "mixed", "plain bias", {}),
        ("bias=False", no, "mixed", "bias without", {}),
        ("bias=False, by name and after the sizes by name", no, "by name", "bias without", {}),
        ("False in the third place", no, "by position", "bias without positional", {}),
        ("dtype=torch.float64", double, "mixed", "dtype", {}),
        ("dtype=torch.bfloat16", half, "by name", "dtype", {}),
        ("float64 as the default dtype", {}, "mixed", "dtype default", {"dtype": "float64"}),
        ("dtype=torch.float32 where float64 is the default", {"dtype": "float32"}, "mixed")
        + ("dtype default", {"dtype": "float64"}),
        ('device="meta"', {"device": "meta"}, "mixed", "device", {}),
        ('device=torch.device("meta")', {"device": "torch:meta"}, "by name", "device", {}),
        ("the meta device as the default", {}, "mixed", "device default", {"device": "meta"}),
        ('device="cpu" where meta is the default', {"device": "cpu"}, "mixed")
        + ("device default", {"device": "meta"}),
        (
            "bias, device and dtype in the third to fifth place",
            {**yes, "device": "meta", **double},
            "by position",
            "device dtype positional",
            {},
        ),
    ]
    return [_case(draw, *spec) for spec in specs]


def _case(draw: Draw, label: str, given: dict, how: str, tags: str, defaults: dict) -> Case:
    in_features, out_features, rows = draw.sizes(3)
    dtype = given.get("dtype") or defaults.get("dtype", "float32")
    inputs = {
        "sizes": [in_features, out_features],
        "given": given,
        "how": how,
        "default_dtype": defaults.get("dtype", "float32"),
        "default_device": defaults.get("device", "cpu"),
        "values": drawn_values(draw, out_features, in_features, dtype),
        "x": drawn(draw, (rows, in_features), dtype),
    }
    return Case(label, inputs, frozenset(tags.split()))


_WORDS = {
    "in_features": "layer.in_features",
    "out_features": "layer.out_features",
    "words": "layer.extra_repr()",
    "repr": "what repr(layer) says in its parentheses",
    "bias": "the shape of layer.bias",
    "parameters": "which of weight and bias are among layer.named_parameters()",
    "state_without": "whether layer.state_dict() is without a bias",
    "dtypes": "the dtypes of layer.weight and layer.bias",
    "devices": "the devices of layer.weight and layer.bias",
    "y_meta": "the shape of layer(x) for an x on the meta device",
    "y": "the shape of layer(x)",
    "raised": "building layer, looking at it, and calling it",
}


def call_of(case: Case) -> str:
    """The constructor's call as a learner would write it."""
    given = {k: _spelled(k, v) for k, v in case.inputs["given"].items()}
    i, o = case.inputs["sizes"]
    if case.inputs["how"] == "by position":
        words = [str(i), str(o), *given.values()]
    else:
        named = [f"{name}={value}" for name, value in given.items()]
        by_name = case.inputs["how"] == "by name"
        words = [f"in_features={i}" if by_name else str(i)]
        words += [f"out_features={o}" if by_name else str(o), *named]
    return f"Linear({', '.join(words)})"


def _spelled(name: str, value: Any) -> str:
    if name == "dtype":
        return f"torch.{value}"
    if name == "device":
        kind = value.removeprefix("torch:")
        return f'torch.device("{kind}")' if kind != value else f'"{kind}"'
    return str(value)


def describe(case: Case, facet: str) -> str:
    return f"{_WORDS.get(facet, facet)}, with layer = {call_of(case)}"


# ---------------------------------------------------------------------------- recognizers


def _tagged(evidence: Evidence, tag: str) -> bool:
    wrong = wrong_cases(evidence)
    return bool(wrong) and all(tag in case.tags for case in wrong)


def _raised_in(evidence: Evidence) -> list[tuple[Case, str]]:
    return [
        (case, f"{answer['raised']['type']}: {answer['raised']['text']}")
        for case, answer, _ in evidence.rows()
        if "raised" in answer
    ]


def _argument_missing(evidence: Evidence) -> bool:
    found = _raised_in(evidence)
    return any("unexpected keyword argument" in text for _, text in found)


def _by_position(evidence: Evidence) -> bool:
    return _tagged(evidence, "positional")


def _bias_kept(evidence: Evidence) -> bool:
    return any(
        case.inputs["given"].get("bias") is False and isinstance(found, tuple)
        for case, facet, found, _ in evidence.wrong_values("bias")
    )


def _bias_missing(evidence: Evidence) -> bool:
    """No attribute, or one that is neither None nor a tensor; nothing else is wrong."""
    if not _tagged(evidence, "without"):
        return False
    texts = [text for _, text in _raised_in(evidence)]
    no_attribute = bool(texts) and all("no attribute 'bias'" in text for text in texts)
    return no_attribute or any(
        found == "no tensor" for _, _, found, _ in evidence.wrong_values("bias")
    )


def _ignored(kind: str, default: bool):
    """Recognizes dtypes or devices that are not as asked, ``default`` or only where one is named.

    Where the named one is followed, it is the default that is not.
    """
    facet = f"{kind}s"

    def when(evidence: Evidence) -> bool:
        wrong = [case for case, _, _, _ in evidence.wrong_values(facet)]
        named = [case for case in wrong if "default" not in case.tags]
        return bool(wrong) and bool(named) != default

    return when


def _words_wrong(evidence: Evidence) -> bool:
    return evidence.wrong_facets <= {"words", "repr"} or (
        evidence.wrong_facets == {"raised"}
        and all("in_features" in text for _, text in _raised_in(evidence))
    )


def _forward_adds_none(evidence: Evidence) -> bool:
    return _tagged(evidence, "without")


OPTIONS_IDEAS = (
    Idea(
        "arguments-by-position",
        "A call by position fails or means something else. The order is in_features, "
        "out_features, bias, device, dtype, and each may be given without its name.",
        f"{EXACTLY}#at-construction",
        when=_by_position,
    ),
    Idea(
        "argument-missing",
        "An argument that nn.Linear takes is not known here by its name. All five: in_features, "
        "out_features, bias, device, dtype.",
        f"{EXACTLY}#at-construction",
        when=_argument_missing,
    ),
    Idea(
        "bias-kept",
        "With bias=False there is still a bias, even if it is zero. There should be none to learn, "
        "to store or to load: layer.bias is None.",
        BIAS_FALSE,
        when=_bias_kept,
    ),
    Idea(
        "bias-attribute-missing",
        "With bias=False the attribute is missing or something else than None. Programs ask "
        "`layer.bias is None`, so it has to be there and be None.",
        BIAS_FALSE,
        when=_bias_missing,
    ),
    not_a_module(),
    Idea(
        "sizes-not-kept",
        "layer.in_features and layer.out_features do not say what was asked for. Other programs "
        "read them, to build the next layer, say.",
        f"{EXACTLY}#at-construction",
        when=is_wrong("in_features", "out_features"),
    ),
    Idea(
        "dtype-ignored",
        "A dtype was named, and weight or bias has another. Hand it on wherever one of the two is "
        "made.",
        DTYPES,
        when=_ignored("dtype", default=False),
    ),
    Idea(
        "default-dtype-ignored",
        "No dtype was named, and the default dtype of the moment is not followed. None handed on "
        "to torch means exactly that.",
        DTYPES,
        when=_ignored("dtype", default=True),
    ),
    Idea(
        "device-ignored",
        "A device was named, and weight or bias is on another. Hand it on wherever one of the two "
        "is made.",
        META,
        when=_ignored("device", default=False),
    ),
    Idea(
        "default-device-ignored",
        "No device was named, and the default device of the moment is not followed. None handed on "
        "to torch means exactly that.",
        META,
        when=_ignored("device", default=True),
    ),
    Idea(
        "words-missing",
        "The layer does not describe itself as PyTorch's does. extra_repr returns what stands in "
        "the parentheses, the three arguments by name, and nn.Module puts the class around it.",
        f"{EXACTLY}#at-construction",
        when=_words_wrong,
    ),
)

OPTIONS_CHECK = Check(
    name="capstone/options",
    takes="Linear",
    kind="class",
    parts=(
        Part("bias", 1, frozenset(BUILT), "bias"),
        Part("dtype", 1, frozenset(BUILT), "dtype"),
        Part("device", 1, frozenset(BUILT), "device"),
        Part("what the layer says about itself", 1, frozenset(WORDS_OF_LAYER), "plain"),
    ),
    cases=options_cases,
    reference=Linear,
    answers=frozenset({"y"}),
    ideas=OPTIONS_IDEAS,
    describe=describe,
    page=f"{EXACTLY}#at-construction",
    forbidden=LAYERS,
    instead=INSTEAD,
)
