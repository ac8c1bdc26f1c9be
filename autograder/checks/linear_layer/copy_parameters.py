"""linear-layer/copy-parameters: values from one layer into another, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, multiple, same
from autograder.checks.linear_layer.pages import EXACTLY, LEARNS


def copy_parameters(source: nn.Module, target: nn.Module) -> None:
    """The reference: look at everything first, then write the values in place, unrecorded."""
    pairs = [(source.weight, target.weight), (source.bias, target.bias)]
    for given, kept in pairs:
        if (given is None) != (kept is None) or given is not None and given.shape != kept.shape:
            raise ValueError("source and target do not have the same shapes")
    with torch.no_grad():
        for given, kept in pairs:
            if kept is not None:
                kept.copy_(given)


TORCH, OURS, BIAS_FIRST = "torch", "ours", "ours, bias first"


def copy_parameters_cases(draw: Draw) -> list[Case]:
    """Twelve pairs of layers that fit and eight that do not; only PyTorch's may have no bias."""
    (o, i), (p, q), k = draw.sizes(2), draw.sizes(2), draw.random.randint(4, 7)

    def fitting(label: str, source_by: str, target_by: str, out: int, in_: int, **extra) -> Case:
        shape = (out, in_, extra.get("bias", True))
        return _copy_case(draw, label, (source_by, target_by), shape, shape, extra)

    # Each at least twice: drawn one by one, all seven may come from PyTorch's.
    sources = [OURS, BIAS_FIRST, TORCH] * 2 + [draw.random.choice((OURS, BIAS_FIRST, TORCH))]
    draw.random.shuffle(sources)

    def misfit(label: str, source: tuple, target: tuple, source_by: str = "") -> Case:
        makers = (source_by or sources.pop(), TORCH)
        return _copy_case(draw, label, makers, source, target, {"fits": False})

    pairs = {
        "from a layer of ours to PyTorch's": (OURS, TORCH),
        "from PyTorch's to a layer of ours": (TORCH, OURS),
        "from PyTorch's to another of PyTorch's": (TORCH, TORCH),
        "from a layer of ours to another": (OURS, OURS),
        "from a layer that registers its bias first": (BIAS_FIRST, TORCH),
        "to a layer that registers its bias first": (OURS, BIAS_FIRST),
    }
    return [
        *(fitting(label, *makers, *draw.sizes(2)) for label, makers in pairs.items()),
        fitting("as many outputs as inputs", OURS, TORCH, 2, 2, readable=True),
        fitting("as many outputs as inputs, float64", TORCH, TORCH, k, k, dtype="float64"),
        fitting("both without bias", TORCH, TORCH, p, q, bias=False),
        fitting("float64", TORCH, OURS, q, p, dtype="float64"),
        fitting("a frozen target", TORCH, OURS, o, i, freeze="target"),
        fitting("a frozen source", OURS, TORCH, i, o, freeze="source"),
        misfit("another number of inputs", (o, i + 1, True), (o, i, True)),
        misfit("another number of outputs", (o, i, True), (o + 1, i, True)),
        misfit("in and out swapped", (o, i, True), (i, o, True)),
        misfit("a source with one output, a target with several", (1, i, True), (o, i, True)),
        misfit("a source with one input, a target with several", (o, 1, True), (o, i, True)),
        misfit("as many entries in another shape", (2, 6, True), (3, 4, True)),
        misfit("a bias only in the source", (o, i, True), (o, i, False)),
        misfit("a bias only in the target", (o, i, False), (o, i, True), source_by=TORCH),
    ]


def _copy_case(
    draw: Draw, label: str, makers: tuple[str, str], source: tuple, target: tuple, extra: dict
) -> Case:
    dtype = extra.get("dtype", "float32")

    def tensor(*shape: int) -> Tensor:
        return draw.readable(*shape) if "readable" in extra else draw.tensor(*shape, dtype=dtype)

    inputs: dict[str, Any] = {"source_by": makers[0], "target_by": makers[1]}
    for name, (out_features, in_features, has_bias) in (("source", source), ("target", target)):
        inputs[f"{name}_weight"] = tensor(out_features, in_features)
        inputs[f"{name}_bias"] = tensor(out_features) if has_bias else None
    inputs["x"] = tensor(target[1])
    inputs["fits"] = extra.get("fits", True)
    inputs["freeze"] = extra.get("freeze", "")
    inputs["shift"] = draw.number(1.0, 2.0)
    return Case(label, inputs, frozenset({"fits" if inputs["fits"] else "refused"}))


_COPY_WORDS = {
    "outcome": "copy_parameters(source, target)",
    "target": "the target's values after copy_parameters(source, target)",
    "source": "the source's values after copy_parameters(source, target)",
    "same_parameters": "whether the target's Parameters are the same objects as before",
    "trainable": "requires_grad of the target's parameters afterwards",
    "source_trainable": "requires_grad of the source's parameters afterwards",
    "target_grad": ".grad of the target's parameters afterwards",
    "source_grad": ".grad of the source's parameters afterwards",
    "modes": "layer.training of both layers afterwards",
    "is_leaf": "whether the target's parameters are leaves of the graph",
    "target_after_source_moved": "the target's values after the source changed later",
    "grad_at_source": "whether a gradient of the target reaches the source",
    "grad_mode_kept": "whether gradients are still off after a copy under no_grad",
    "target_after_second_copy": "the target's values after a second copy",
}


def describe_copy(case: Case, facet: str) -> str:
    return _COPY_WORDS.get(facet, "copy_parameters(source, target)")


def show_copy(case: Case, facet: str) -> dict[str, Any]:
    """The values of both layers; their shapes alone where nothing should have been copied."""
    names = [f"{layer}.{name}" for layer in ("source", "target") for name in ("weight", "bias")]
    values = {name: case.inputs[name.replace(".", "_")] for name in names}
    if case.inputs["fits"] and facet != "raised":
        return values if facet in ("target", "source") else {}
    return {
        f"{k}.shape" if v is not None else k: None if v is None else tuple(v.shape)
        for k, v in values.items()
    }


# ---------------------------------------------------------------------------- models


def _copying(*writers: Callable[[Tensor, Tensor], Any] | None) -> Callable:
    """A function that looks first, as it should, and then writes weight and bias in its own way."""

    def copy(source: nn.Module, target: nn.Module) -> None:
        for name in ("weight", "bias"):
            given, kept = getattr(source, name), getattr(target, name)
            if (given is None) != (kept is None) or given is not None and given.shape != kept.shape:
                raise ValueError("the layers do not fit")
        with torch.no_grad():
            for name, write in zip(("weight", "bias"), writers, strict=True):
                given, kept = getattr(source, name), getattr(target, name)
                if write is not None and given is not None:
                    write(kept, given)

    return copy


def _right(kept: Tensor, given: Tensor) -> None:
    kept.copy_(given)


def _backwards(kept: Tensor, given: Tensor) -> None:
    given.copy_(kept)


def _swap(kept: Tensor, given: Tensor) -> None:
    old = kept.clone()
    kept.copy_(given)
    given.copy_(old)


def _turned(kept: Tensor, given: Tensor) -> None:
    kept.copy_(given.T if given.shape[0] == given.shape[1] else given)


def _move(kept: Tensor, given: Tensor) -> None:
    kept.copy_(given)
    given.zero_()


def _both(write: Callable) -> Callable:
    return _copying(write, write)


# ---------------------------------------------------------------------------- recognizers


def _fitting(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in evidence.rows() if row[0].inputs["fits"]]


def _misfits(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in evidence.rows() if not row[0].inputs["fits"]]


def _wrong_pairs(evidence: Evidence) -> list[Case]:
    """The cases that fit and in which anything is wrong."""
    return [
        case
        for case, wrong in zip(evidence.cases, evidence.wrong, strict=True)
        if wrong and case.inputs["fits"]
    ]


def _texts(evidence: Evidence) -> list[str]:
    return [raised["text"] for raised in evidence.raised()]


def _aliased(evidence: Evidence) -> bool:
    """Right at first, and the target moves when the source is changed afterwards."""
    return any(
        same(answer.get("target"), truth["target"])
        and "target_after_source_moved" in answer
        and not same(answer["target_after_source_moved"], truth["target_after_source_moved"])
        for _, answer, truth in _fitting(evidence)
    )


def _no_grad_forgotten(evidence: Evidence) -> bool:
    texts = _texts(evidence)
    return bool(texts) and all("leaf" in text and "Variable" in text for text in texts)


def _wrong_where_fitting(*facets: str) -> Callable[[Evidence], bool]:
    """Recognizes by ``facets`` of layers that fit; others may have been given other parameters."""

    def when(evidence: Evidence) -> bool:
        return any(case.inputs["fits"] for case, *_ in evidence.wrong_values(*facets))

    return when


def _bias_none(evidence: Evidence) -> bool:
    """Only layers without a bias go wrong, or a bias is asked whether it is true."""
    texts, wrong = _texts(evidence), _wrong_pairs(evidence)
    asked = bool(texts) and all("Boolean value of Tensor" in text for text in texts)
    return asked or bool(wrong) and all(case.inputs["source_bias"] is None for case in wrong)


def _matched_by_order(evidence: Evidence) -> bool:
    """Pairs go wrong exactly where one layer has its bias first and the other has not."""

    def orders_differ(case: Case) -> bool:
        return (case.inputs["source_by"] == BIAS_FIRST) != (case.inputs["target_by"] == BIAS_FIRST)

    wrong = _wrong_pairs(evidence)
    return bool(wrong) and all(
        orders_differ(case) == any(case is other for other in wrong)
        for case, _, _ in _fitting(evidence)
    )


def _same_class_only(evidence: Evidence) -> bool:
    """Pairs go wrong where a layer of ours is involved, at least where the other is PyTorch's."""

    def makers(case: Case) -> set[bool]:
        return {case.inputs["source_by"] == TORCH, case.inputs["target_by"] == TORCH}

    wrong = _wrong_pairs(evidence)
    mixed = [case for case, _, _ in _fitting(evidence) if len(makers(case)) == 2]
    return all(False in makers(case) for case in wrong) and all(
        any(case is other for other in wrong) for case in mixed
    )


def _turned_somewhere(evidence: Evidence) -> bool:
    """Somewhere the target's weight is the transpose of the source's."""
    return any(
        isinstance(found, dict) and same(found.get("weight"), case.inputs["source_weight"].T)
        for case, _, found, _ in evidence.wrong_values("target")
    )


def _rounded(evidence: Evidence) -> bool:
    """Values arrive nearly as they were."""
    wrong = [
        (found[name], due[name])
        for _, _, found, due in evidence.wrong_values("target")
        for name in due
    ]
    return bool(wrong) and all(
        isinstance(found, Tensor) and torch.allclose(found, due, 2**-6, 1e-3)
        for found, due in wrong
    )


def _averaged(evidence: Evidence) -> bool:
    """The target has gone the same part of the way to the source's values each time."""
    shares = {
        multiple(found[name] - old, due[name] - old)
        for case, _, found, due in evidence.wrong_values("target")
        for name in due
        for old in [case.inputs[f"target_{name}"]]
    }
    return None not in shares and len({round(share, 2) for share in shares} - {0.0, 1.0}) == 1


def _good_copy(evidence: Evidence) -> bool:
    return not _wrong_pairs(evidence)


def _outcomes(evidence: Evidence) -> set[str]:
    return {str(answer.get("outcome")) for _, answer, _ in _misfits(evidence)}


def _resized(evidence: Evidence) -> bool:
    """After layers that do not fit the target has another shape, or a bias more or less."""
    return any(
        isinstance(answer.get("target"), dict)
        and _shapes(answer["target"]) != _shapes(truth["target"])
        for _, answer, truth in _misfits(evidence)
    )


def _shapes(values: dict[str, Tensor]) -> dict[str, tuple]:
    return {name: tuple(value.shape) for name, value in values.items()}


def _returned(evidence: Evidence) -> list[tuple[Case, dict]]:
    return [(c, a) for c, a, _ in _misfits(evidence) if a.get("outcome") == "no error"]


def _reshaped(evidence: Evidence) -> bool:
    """As many entries in another shape are poured in, in the order in which they lie."""
    return _good_copy(evidence) and any(
        same(answer["target"]["weight"], case.inputs["source_weight"].reshape(shape))
        for case, answer in _returned(evidence)
        for shape in [case.inputs["target_weight"].shape]
        if shape.numel() == case.inputs["source_weight"].numel()
        and shape != case.inputs["source_weight"].shape
    )


def _broadcasts(evidence: Evidence) -> bool:
    """Only sizes of one are let through, and spread over the target."""
    found = _returned(evidence)
    return (
        _good_copy(evidence)
        and bool(found)
        and all(
            1 in case.inputs["source_weight"].shape
            and same(
                answer["target"]["weight"],
                case.inputs["source_weight"].expand_as(case.inputs["target_weight"]).contiguous(),
            )
            for case, answer in found
        )
    )


def _refuses(evidence: Evidence) -> bool:
    """Nothing but a ValueError, and for layers that fit."""
    wrong = [
        (facets, answer)
        for (case, answer, _), facets in zip(evidence.rows(), evidence.wrong, strict=True)
        if facets and case.inputs["fits"]
    ]
    return bool(wrong) and all(
        facets == ["raised"] and "ValueError" in answer["raised"]["bases"]
        for facets, answer in wrong
    )


def _no_error(evidence: Evidence) -> bool:
    return _good_copy(evidence) and bool(_returned(evidence))


def _half_copied(evidence: Evidence) -> bool:
    """It raises, and by then the target is no longer what it was."""
    return _good_copy(evidence) and any(
        answer.get("outcome") != "no error"
        and isinstance(answer.get("target"), dict)
        and not same(answer["target"], truth["target"])
        for _, answer, truth in _misfits(evidence)
    )


def _wrong_error(evidence: Evidence) -> bool:
    return _good_copy(evidence) and bool(_outcomes(evidence) - {"ValueError", "no error"})


# ---------------------------------------------------------------------------- the ideas

COPY_IDEAS = (
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program, perhaps only after "
        "an error. Use `with torch.no_grad():`; it puts back what was, whatever happens.",
        f"{LEARNS}#gradients-reach-it",
        when=lambda e: bool(e.wrong_facets & {"grad_mode_after", "grad_mode_kept"}),
    ),
    Idea(
        "no-grad-forgotten",
        "autograd does not let a parameter be written into while it records. Write the values "
        "under `with torch.no_grad():`.",
        f"{EXACTLY}#copying",
        when=_no_grad_forgotten,
    ),
    Idea(
        "reversed",
        "The copy goes the wrong way: the source is overwritten with the target's values.",
        f"{EXACTLY}#copying",
        models=(_both(_backwards),),
    ),
    Idea(
        "exchanged",
        "The layers exchange their values. Only the target is to change.",
        f"{EXACTLY}#copying",
        models=(_both(_swap),),
    ),
    Idea(
        "aliasing",
        "Source and target share their values now: change one later, and the other follows. Copy "
        "the values once.",
        f"{EXACTLY}#copying",
        when=_aliased,
    ),
    Idea(
        "graph-recorded",
        "The copy is recorded by autograd, so the target's parameters are no longer leaves, or a "
        "gradient runs back into the source. Write the values under torch.no_grad().",
        f"{EXACTLY}#copying",
        when=_wrong_where_fitting("is_leaf", "grad_at_source"),
    ),
    Idea(
        "parameter-replaced",
        "The target gets new Parameter objects. An optimizer that knows the old ones goes on "
        "moving those. Write values into the Parameters that are there.",
        f"{EXACTLY}#copying",
        when=lambda e: any(
            False in found.values()
            for case, _, found, _ in e.wrong_values("same_parameters")
            if case.inputs["fits"]
        ),
    ),
    Idea(
        "source-changed",
        "The source is not as it was. Only the target is to change.",
        f"{EXACTLY}#copying",
        models=(_both(_move),),
        when=lambda e: bool(e.wrong_facets & {"source", "source_trainable", "source_grad"}),
    ),
    Idea(
        "requires-grad-changed",
        "requires_grad of the target changed. Values only: whether a parameter is trained is the "
        "target's own affair.",
        f"{EXACTLY}#copying",
        when=_wrong_where_fitting("trainable"),
    ),
    Idea(
        "gradients-changed",
        ".grad of the target changed. Values only: collected gradients stay until zero_grad().",
        f"{EXACTLY}#copying",
        when=_wrong_where_fitting("target_grad"),
    ),
    Idea(
        "mode-changed",
        "A layer was switched between training and evaluation mode. Values only.",
        f"{EXACTLY}#copying",
        when=lambda e: "modes" in e.wrong_facets,
    ),
    Idea(
        "nothing-copied",
        "The target still has its old values. They were written somewhere else: into a copy, into "
        "a new name inside the function, or into a new dictionary.",
        f"{EXACTLY}#copying",
        models=(_copying(None, None),),
    ),
    Idea(
        "weight-only",
        "The bias is not copied.",
        f"{EXACTLY}#copying",
        models=(_copying(_right, None),),
    ),
    Idea(
        "bias-only",
        "The weight is not copied.",
        f"{EXACTLY}#copying",
        models=(_copying(None, _right),),
    ),
    Idea(
        "first-row-only",
        "Only one row of the weight arrives: a return inside the loop, or an index that stays.",
        f"{EXACTLY}#copying",
        models=(
            _copying(lambda kept, given: kept[0].copy_(given[0]), _right),
            _copying(lambda kept, given: kept[-1].copy_(given[-1]), _right),
            _both(lambda kept, given: kept[0].copy_(given[0])),
        ),
    ),
    Idea(
        "weight-transposed",
        "The weight arrives transposed. Both layers store it as (out, in).",
        f"{EXACTLY}#weight-shape",
        models=(_copying(_turned, _right),),
        when=_turned_somewhere,
    ),
    Idea(
        "added",
        "The source's values are added to the target's. They are to take their place.",
        f"{EXACTLY}#copying",
        models=(_both(lambda kept, given: kept.add_(given)),),
    ),
    Idea(
        "averaged",
        "The target ends up between its old values and the source's. It is to have the source's.",
        f"{EXACTLY}#copying",
        models=(_both(lambda kept, given: kept.lerp_(given, 0.5)),),
        when=_averaged,
    ),
    Idea(
        "rounded",
        "The values lose digits on the way: through another dtype, or through text. Copy them as "
        "they are.",
        f"{EXACTLY}#dtype",
        models=(
            _both(lambda kept, given: kept.copy_(given.half())),
            _both(lambda kept, given: kept.copy_(given.bfloat16())),
        ),
        when=_rounded,
    ),
    Idea(
        "answer-cached",
        "A second copy into the same layer is left out. Copy each time: the source may have "
        "changed.",
        f"{EXACTLY}#copying",
        when=lambda e: e.wrong_facets == {"target_after_second_copy"},
    ),
    Idea(
        "bias-none-mishandled",
        "A missing bias is not handled: it is None then, and None on both sides fits. Ask `is "
        "None`; a tensor is neither true nor false.",
        f"{EXACTLY}#copying",
        when=_bias_none,
    ),
    Idea(
        "matched-by-order",
        "Parameters are paired in the order in which they were registered. A layer may register "
        "its bias first: go by the names weight and bias.",
        f"{EXACTLY}#state-dict",
        when=_matched_by_order,
    ),
    Idea(
        "same-class-only",
        "A layer of another class is refused, or asked for attributes that it need not have. "
        "Either layer may be yours or PyTorch's; only weight and bias are promised.",
        f"{EXACTLY}#copying",
        when=_same_class_only,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for layers that fit. They do if the weights have the same shape "
        "and both have a bias or neither has.",
        f"{EXACTLY}#copying",
        when=_refuses,
    ),
    Idea(
        "target-resized",
        "A target that does not fit is made to fit: it gets another shape, or a bias more or "
        "less. Raise ValueError and leave it as it is.",
        f"{EXACTLY}#copying",
        when=_resized,
    ),
    Idea(
        "reshaped-silently",
        "A weight of another shape is poured in because it has as many entries. Compare the "
        "shapes and raise ValueError.",
        f"{EXACTLY}#copying",
        when=_reshaped,
    ),
    Idea(
        "broadcasts",
        "A shape that does not fit is accepted: copy_ spreads one row or one column over many. "
        "Compare the shapes yourself and raise ValueError.",
        f"{EXACTLY}#copying",
        when=_broadcasts,
    ),
    Idea(
        "no-error-on-mismatch",
        "Layers that do not fit are let through. Raise ValueError where a shape differs or only "
        "one of the two has a bias.",
        f"{EXACTLY}#copying",
        when=_no_error,
    ),
    Idea(
        "half-copied",
        "When the layers do not fit, part of the target has been overwritten before the error. "
        "Look at weights and biases first, then copy.",
        f"{EXACTLY}#copying",
        when=_half_copied,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{EXACTLY}#copying",
        when=_wrong_error,
    ),
)

COPY_CHECK = Check(
    name="linear-layer/copy-parameters",
    takes="copy_parameters",
    kind="function",
    parts=(
        Part("copies values that fit", 3, tag="fits"),
        Part("refuses what does not fit", 1, tag="refused", needs=("copies values that fit",)),
    ),
    cases=copy_parameters_cases,
    reference=copy_parameters,
    answers=frozenset({"target", "source", "target_after_second_copy"}),
    ideas=COPY_IDEAS,
    describe=describe_copy,
    show=show_copy,
    page=f"{EXACTLY}#copying",
)
