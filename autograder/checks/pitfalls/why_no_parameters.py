"""pitfalls/why-no-parameters: a diagnosis from what can be seen of a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls.pages import EXACTLY, NO_PARAMETERS
from autograder.probes.pitfalls_modules import PATIENTS

NO_SUPER = "super() missing"
LAZY = "lazy"
PARTLY = "it has parameters, and some layers are unregistered"
FROZEN = "frozen"
HAS = "it has parameters"
SIZE = "a size is 0"
CONTAINER = "list, tuple or dict"
TENSOR = "plain tensor"
NOTHING = "nothing kept"
LABELS = (NO_SUPER, LAZY, PARTLY, FROZEN, HAS, SIZE, CONTAINER, TENSOR, NOTHING)


@dataclass(frozen=True)
class Doctor:
    """The reference as it stands; each field can be set to a wrong idea.

    The questions are asked in the published order, and the first that fits is the answer.
    """

    parts: str = "all"  # or "own", "children"
    containers: tuple[type, ...] = (list, tuple, dict)
    inside: str = "nested"  # or "flat", "keys"
    hidden_if: str = "unlisted"  # or "any parameter", "any module", "any container"
    beside_head: str = PARTLY  # what is said of hidden layers beside numbers; "" if nothing
    listed: str = "all"  # or "trainable"
    hidden_place: str = "last"  # or "first"
    counted: str = "all"  # or "trainable", "listed"
    frozen_if: str = "all"  # or "any", "first", "no trainable number", "never"
    size_if: str = "no numbers"  # or "any", "never"
    lazy_if: str = "any"  # or "all", "itself", "never"
    tensor_if: str = "any"  # or "requires grad", "leaf", "buffer too"
    tensor_place: str = "last"  # or "before the list", "first"
    by_name: tuple[tuple[str, str], ...] = ()  # class names and what is said of them

    def __call__(self, module: nn.Module) -> str:
        named = dict(self.by_name)
        if type(module).__name__ in named:
            return named[type(module).__name__]
        try:
            listed = list(module.parameters())
        except AttributeError:
            return NO_SUPER
        if self._is_lazy(module, listed):
            return LAZY
        listed = [p for p in listed if not nn.parameter.is_lazy(p)]
        if self.listed == "trainable":
            listed = [p for p in listed if p.requires_grad]
        kept = list(self._kept(module))
        hidden = self._hides(kept, listed)
        numbers = [p for p in listed if p.numel() or self.counted == "listed"]
        if self.counted == "trainable":
            numbers = [p for p in numbers if p.requires_grad]
        tensor = self._tensor(module, kept)
        if tensor and self.tensor_place == "first":
            return TENSOR
        if hidden and self.hidden_place == "first":
            return CONTAINER
        if self.size_if == "any" and any(p.numel() == 0 for p in listed):
            return SIZE
        if numbers:
            if hidden and self.beside_head:
                return self.beside_head
            return FROZEN if self._is_frozen(numbers, listed) else HAS
        if listed and self.size_if == "no numbers":
            return SIZE
        if tensor and self.tensor_place == "before the list":
            return TENSOR
        return CONTAINER if hidden else TENSOR if tensor else NOTHING

    def _is_lazy(self, module: nn.Module, listed: list[Tensor]) -> bool:
        waiting = [nn.parameter.is_lazy(p) for p in listed]
        if self.lazy_if == "itself":
            return isinstance(module, nn.LazyLinear) and all(waiting)
        return {"any": any(waiting), "all": bool(waiting) and all(waiting)}.get(self.lazy_if, False)

    def _is_frozen(self, numbers: list[Tensor], listed: list[Tensor]) -> bool:
        frozen = [not p.requires_grad for p in numbers]
        said = {
            "all": all(frozen),
            "any": any(frozen),
            "first": not listed[0].requires_grad,
            "no trainable number": not any(p.requires_grad and p.numel() for p in listed),
        }
        return said.get(self.frozen_if, False)

    def _kept(self, module: nn.Module) -> Iterator[Any]:
        """The plain attributes of the module and of those inside it."""
        walks = {"own": [module], "children": [module, *module.children()]}
        for part in walks.get(self.parts) or module.modules():
            yield from (value for name, value in vars(part).items() if not name.startswith("_"))

    def _hides(self, kept: list[Any], listed: list[Tensor]) -> bool:
        if self.hidden_if == "any container":
            return any(isinstance(value, self.containers) for value in kept)
        known = {id(p) for p in listed}
        for layer in (layer for value in kept for layer in self._layers(value)):
            if self.hidden_if == "any module":
                return True
            if any(self.hidden_if == "any parameter" or id(p) not in known for p in layer):
                return True
        return False

    def _layers(self, value: Any, depth: int = 0) -> Iterator[list[Tensor]]:
        """The parameters of each module in a container."""
        if isinstance(value, nn.Module):
            yield list(value.parameters())
        elif isinstance(value, self.containers) and not (depth and self.inside == "flat"):
            if isinstance(value, dict) and self.inside != "keys":
                value = value.values()
            for item in value:
                yield from self._layers(item, depth + 1)

    def _tensor(self, module: nn.Module, kept: list[Any]) -> bool:
        tensors = [value for value in kept if isinstance(value, Tensor)]
        if self.tensor_if == "requires grad":
            tensors = [t for t in tensors if t.requires_grad]
        if self.tensor_if == "leaf":
            tensors = [t for t in tensors if t.requires_grad and t.is_leaf]
        return bool(tensors) or (self.tensor_if == "buffer too" and bool(list(module.buffers())))


why_no_parameters = Doctor()


def _doctors(*faults: dict[str, Any]) -> tuple[Callable[[nn.Module], str], ...]:
    return tuple(replace(why_no_parameters, **fault) for fault in faults)


def why_no_parameters_cases(draw: Draw) -> list[Case]:
    """Each kind of patient once; two of a kind are seen, of drawn sizes."""
    return [
        Case(kind, {"patient": kind, "sizes": draw.sizes(2)}, frozenset({kind}))
        for kind in PATIENTS
    ]


_WORDS = {
    "label": "why_no_parameters(module)",
    "label_other": "why_no_parameters(module) for another module of the kind",
    "label_again": "why_no_parameters(module), asked once more",
    "module_kept": "whether the module is as it was after why_no_parameters(module)",
    "raised": "why_no_parameters(module)",
}


def describe_why_no_parameters(case: Case, facet: str) -> str:
    return _WORDS.get(facet, facet)


# ---------------------------------------------------------------------------- recognizers


def _found(evidence: Evidence) -> list[Any]:
    return [found for _, _, found, _ in evidence.wrong_values("label", "label_other")]


def _returns_nothing(evidence: Evidence) -> bool:
    found = _found(evidence)
    return bool(found) and all(label is None for label in found)


def _one_answer(evidence: Evidence) -> bool:
    return len({answer.get("label") for answer in evidence.answers}) == 1


def _no_label(evidence: Evidence) -> bool:
    return any(not isinstance(label, str) or label not in LABELS for label in _found(evidence))


def _raised_in(evidence: Evidence) -> set[str]:
    """Kinds of patients at which an error ended it."""
    rows = zip(evidence.cases, evidence.wrong, strict=True)
    return {case.inputs["patient"] for case, wrong in rows if "raised" in wrong}


def _labels_missing(evidence: Evidence) -> bool:
    """Two labels or more are due and never said."""
    said = {answer.get("label") for answer in evidence.answers}
    return len({truth["label"] for truth in evidence.truths} - said) > 1


def _lazy_unseen(evidence: Evidence) -> bool:
    return _raised_in(evidence) == {"a lazy layer", "a lazy layer beside others"} or (
        _wrong_in(evidence) == {"a lazy layer beside others"}
    )


def _super_unseen(evidence: Evidence) -> bool:
    raised = _raised_in(evidence)
    return bool(raised) and raised <= {"an early attribute", "an early attribute inside"}


def _wrong_in(evidence: Evidence) -> set[str]:
    rows = zip(evidence.cases, evidence.wrong, strict=True)
    return {case.inputs["patient"] for case, wrong in rows if wrong}


_TREE = f"{NO_PARAMETERS}#no-parameters-tree"
_UNREGISTERED = f"{NO_PARAMETERS}#zero-not-registered"
_REGISTERED = f"{NO_PARAMETERS}#zero-registered"
_ERRORS = f"{NO_PARAMETERS}#error-instead-of-count"

IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the label; printing is not returning.",
        _TREE,
        when=_returns_nothing,
    ),
    Idea(
        "not-a-label",
        "What comes back is not one of the nine labels. Return one of them as it stands in the "
        "table, letter for letter.",
        _TREE,
        when=_no_label,
    ),
    Idea(
        "module-changed",
        "The module is another one after the examination. A doctor looks and leaves everything as "
        "it was.",
        _TREE,
        when=lambda e: "module_kept" in e.wrong_facets,
    ),
    Idea(
        "super-unseen",
        "A module that never ran nn.Module's __init__ has no lists to ask for. The error that "
        "asking raises is the sign, wherever inside such a module stands.",
        _ERRORS,
        when=_super_unseen,
    ),
    Idea(
        "lazy-unseen",
        "A lazy parameter has no size, and counting it raises an error. Look for one before you "
        "count: one is enough, at any depth, whatever stands beside it.",
        _ERRORS,
        models=_doctors({"lazy_if": "itself"}, {"lazy_if": "never"}, {"lazy_if": "all"}),
        when=_lazy_unseen,
    ),
    Idea(
        "one-answer",
        "The answer is the same for every module.",
        _TREE,
        when=_one_answer,
    ),
    Idea(
        "class-name",
        "The name of the class decides. Anyone may call a class of their own Linear or ReLU; look "
        "at what the module holds.",
        _TREE,
        models=_doctors(
            {"by_name": (("ReLU", NOTHING), ("Dropout", NOTHING), ("Flatten", NOTHING))},
            {"by_name": (("Linear", HAS),)},
        ),
    ),
    Idea(
        "head-hides-list",
        "As soon as something is counted, nobody looks for hidden layers any more. A model whose "
        "head is registered can hide all the others.",
        _UNREGISTERED,
        models=_doctors({"beside_head": ""}),
    ),
    Idea(
        "list-before-count",
        "Hidden layers get one label, with numbers beside them or without. Where something is "
        "counted, the table has a label of its own.",
        _UNREGISTERED,
        models=_doctors({"beside_head": CONTAINER}, {"hidden_place": "first"}),
    ),
    Idea(
        "any-layer-in-a-list",
        "A list of layers is not enough: they may be registered as well, or have no parameters. "
        "Hidden is a parameter that module.parameters() does not list.",
        _UNREGISTERED,
        models=_doctors({"hidden_if": "any parameter"}, {"hidden_if": "any module"}),
    ),
    Idea(
        "any-list-at-all",
        "A list, tuple or dict is a sign only if there are layers in it. Modules keep sizes and "
        "names in lists, too.",
        _UNREGISTERED,
        models=_doctors({"hidden_if": "any container"}),
        when=lambda e: (
            _wrong_in(e)
            == {
                "activations in a list",
                "sizes in a dict",
                "a layer made in forward",
            }
        ),
    ),
    Idea(
        "nested-missed",
        "What lies in a list inside a list, or in a list inside a dict, is missed. Go on looking "
        "inside, however deep.",
        _UNREGISTERED,
        models=_doctors({"inside": "flat"}),
    ),
    Idea(
        "only-some-containers",
        "Some containers are not looked into. There are lists, tuples and dicts, and of a dict it "
        "is the values that count.",
        _UNREGISTERED,
        models=_doctors(
            {"containers": (list,)},
            {"containers": (list, tuple)},
            {"containers": (tuple, dict)},
            {"containers": (list, dict)},
            {"inside": "keys"},
        ),
    ),
    Idea(
        "children-missed",
        "Only the outermost module, or one level more, is examined. What is hidden may be hidden "
        "further inside: modules() walks through all of them.",
        _UNREGISTERED,
        models=_doctors({"parts": "own"}, {"parts": "children"}),
    ),
    Idea(
        "frozen-not-counted",
        "Frozen parameters are left out of the count. They hold numbers as well, and that is what "
        "the label is for.",
        _REGISTERED,
        models=(
            replace(why_no_parameters, counted="trainable"),
            replace(why_no_parameters, counted="trainable", size_if="never"),
            replace(why_no_parameters, counted="trainable", listed="trainable"),
        ),
    ),
    Idea(
        "frozen-unseen",
        "Whether any of the parameters can learn is not asked. Numbers that are all frozen have a "
        "label of their own.",
        _REGISTERED,
        models=_doctors({"frozen_if": "never"}),
    ),
    Idea(
        "partly-frozen",
        "One frozen parameter does not make the whole frozen. The label is for modules in which "
        "nothing that holds numbers can learn.",
        _REGISTERED,
        models=_doctors({"frozen_if": "any"}, {"frozen_if": "first"}),
    ),
    Idea(
        "size-zero-unseen",
        "A parameter with a size of 0 is listed and holds nothing. Count numbers, and not the "
        "entries of the list, and then ask whether the list was empty.",
        _REGISTERED,
        models=_doctors(
            {"counted": "listed"},
            {"counted": "listed", "frozen_if": "no trainable number"},
            {"size_if": "never"},
        ),
    ),
    Idea(
        "some-size-zero",
        "One parameter without numbers is not enough. The label is for modules that list "
        "parameters and hold no number at all.",
        _REGISTERED,
        models=_doctors({"size_if": "any"}),
    ),
    Idea(
        "tensor-before-list",
        "The order of the table is not kept: hidden layers come before plain tensors.",
        _TREE,
        models=_doctors({"tensor_place": "before the list"}),
    ),
    Idea(
        "tensor-before-count",
        "The order of the table is not kept: a plain tensor beside parameters is not what the "
        "matter is.",
        _TREE,
        models=_doctors({"tensor_place": "first"}),
    ),
    Idea(
        "tensor-needs-no-grad",
        "A plain tensor is one whether it requires a gradient or not, and a converted parameter "
        "is one too.",
        _UNREGISTERED,
        models=_doctors({"tensor_if": "requires grad"}, {"tensor_if": "leaf"}),
    ),
    Idea(
        "buffer-is-no-plain-tensor",
        "A buffer is taken for a plain tensor. It is registered: saved and moved with the module, "
        "and not meant to be learned.",
        f"{EXACTLY}#state-dict",
        models=_doctors({"tensor_if": "buffer too"}),
    ),
    Idea(
        "labels-never-given",
        "Some labels of the table are never given, whatever the module: their questions are not "
        "asked yet. Go through the table line by line, from the top.",
        _TREE,
        when=_labels_missing,
    ),
)

WHY_NO_PARAMETERS_CHECK = Check(
    name="pitfalls/why-no-parameters",
    takes="why_no_parameters",
    kind="function",
    parts=(Part("the diagnosis", 3),),
    cases=why_no_parameters_cases,
    reference=why_no_parameters,
    answers=frozenset({"label", "label_other", "label_again"}),
    ideas=IDEAS,
    describe=describe_why_no_parameters,
    page=_TREE,
)
