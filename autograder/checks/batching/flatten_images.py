"""batching/flatten-images: one row for each image, in the order of the indices."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.pages import EXACTLY, LEARNS, MANY_ROWS, SHAPES
from autograder.checks.batching.recognizers import (
    ENDINGS,
    detached,
    digits_lost,
    dtype_forced,
    fitting,
    no_error,
    not_a_tensor,
    only_where,
    refuses,
    returns_nothing,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part


def flatten_images(images: Tensor) -> Tensor:
    """The reference: dimension 0 stays, all others become one."""
    if images.dim() != 4:
        raise ValueError("images need four dimensions")
    return images.flatten(1)


def flatten_cases(draw: Draw) -> list[Case]:
    """Eleven batches of images, two of them empty, and five tensors that are none."""
    (n, c, h), (h2, w2) = draw.sizes(3, 2, 5), draw.sizes(2, 3, 6)
    w = draw.random.randint(6, 8)
    small, double = {"readable": True}, {"dtype": "float64"}
    shapes = {
        "two small images": (2, 1, 2, 3, small),
        "two channels": (1, 2, 3, 2, {**small, **double}),
        "four different sizes": (n, c, h, w, {}),
        "channels last in memory": (n, c, h2, w2, {**double, "layout": "channels last"}),
        "rows and columns swapped in memory": (c, n, h2, w2, {"layout": "transposed"}),
        "with gaps in memory": (h, n, c, w, {**double, "layout": "strided"}),
        "one image": (1, c, h2, w2, double),
        "one pixel": (n, w, 1, 1, {}),
        "all sizes equal": (c, c, c, c, double),
    }
    empty = {
        "no image": (0, c, h, w, {}),
        "no image, with gaps in memory": (0, n, w2, h2, {**double, "layout": "strided"}),
    }
    others = {
        "a single image without a batch": (c, h, w),
        "a batch of rows": (n, c),
        "a vector": (n,),
        "a single number": (),
        "a batch of clips": (n, 2, c, h, w2),
    }
    return [
        *(_fitting(draw, label, "images", *spec) for label, spec in shapes.items()),
        *(_fitting(draw, label, "empty", *spec) for label, spec in empty.items()),
        *(_misfit(draw, label, shape) for label, shape in others.items()),
    ]


def _fitting(draw: Draw, label: str, tag: str, n: int, c: int, h: int, w: int, extra: dict) -> Case:
    dtype, shape = extra.get("dtype", "float32"), (n, c, h, w)
    readable = "readable" in extra
    images = draw.readable(*shape) if readable else draw.tensor(*shape, dtype=dtype)
    inputs = {
        "images": images.to(getattr(torch, dtype)),
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": draw.tensor(*shape, dtype=dtype),
        "upstream": draw.tensor(n, c * h * w, dtype=dtype),
    }
    return Case(label, inputs, frozenset({tag}))


def _misfit(draw: Draw, label: str, shape: tuple) -> Case:
    inputs = {"images": draw.tensor(*shape), "fits": False}
    return Case(label, inputs, frozenset({"refused"}))


describe_flatten = words_for(
    "flatten_images(images)",
    {
        "rows": "the rows",
        "images_after": "the images after the call",
        "images_require_grad_after": "requires_grad of the images after the call",
    },
    ENDINGS,
)


def show_flatten(case: Case, facet: str) -> dict[str, Any]:
    """The images, of the second call where a facet is about it; the shape where that is what
    matters or the numbers are many."""
    given = case.inputs["second" if facet in ("rows_second", "rows_flow") else "images"]
    if facet in ("outcome", "raised") or not 0 < given.numel() <= 24:
        return {"images.shape": tuple(given.shape)}
    return {"images": given}


# ---------------------------------------------------------------------------- models


def _then(function: Callable[[Tensor], Tensor]) -> Callable:
    """``function`` of images, after a look at their shape."""

    def model(images: Tensor) -> Tensor:
        if images.dim() != 4:
            raise ValueError("images need four dimensions")
        return function(images)

    return model


def _rows(images: Tensor) -> Tensor:
    return images.flatten(1)


def _by_columns(function: Callable[[tuple[int, ...]], int]) -> Callable:
    """The number of columns by ``function`` of the shape, and the number of rows left open."""
    return _then(lambda images: images.reshape(-1, function(tuple(images.shape))))


# ---------------------------------------------------------------------------- recognizers


def _is_empty(case: Case) -> bool:
    return "empty" in case.tags


def _other_memory(case: Case) -> bool:
    return case.inputs["layout"] != "contiguous"


def _batch_of_one(evidence: Evidence) -> bool:
    """One image comes back as a vector, perhaps none at all as well, and all else is right."""
    wrong = [(case, answer.get("rows")) for case, _, answer, _ in wrong_in_fitting(evidence)]
    counts = {len(case.inputs["images"]) for case, _ in wrong}
    return {1} <= counts <= {0, 1} and all(
        isinstance(rows, Tensor) and rows.dim() == 1 for _, rows in wrong
    )


def _sizes_assumed(evidence: Evidence) -> bool:
    """Some images are cut to other pieces, or cannot be: never a column too many or too few."""
    wrong = wrong_in_fitting(evidence)
    cut = [answer["rows"] for _, _, answer, _ in wrong if isinstance(answer.get("rows"), Tensor)]
    raised = [answer["raised"]["text"] for _, _, answer, _ in wrong if "raised" in answer]
    return (
        all(rows.dim() == 2 for rows in cut)
        and bool(raised)
        and all("is invalid for input of size" in text for text in raised)
        and not only_where(_is_empty)(evidence)
    )


def _pixels_changed(evidence: Evidence) -> bool:
    """The shape is right, and hardly any number is one of the image's."""
    pairs = [
        (case.inputs["images"], answer.get("rows"), truth["rows"])
        for case, answer, truth in fitting(evidence)
        if case.inputs["images"].numel()
    ]
    return bool(pairs) and all(
        isinstance(rows, Tensor)
        and rows.shape == due.shape
        and torch.isin(rows.double(), images.double()).sum() <= rows.numel() // 3
        for images, rows, due in pairs
    )


# ---------------------------------------------------------------------------- the ideas

FLATTEN_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Flattening makes a new tensor and leaves the old one as it "
        "is: return what it gives.",
        f"{SHAPES}#flatten-one",
        when=returns_nothing("rows"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. One tensor of shape (N, C·H·W) is due, with a row for each "
        "image.",
        f"{SHAPES}#flatten-one",
        when=not_a_tensor("rows"),
    ),
    Idea(
        "input-mutated",
        "The images themselves are changed: their numbers, their shape or their requires_grad. "
        "Leave them as they are.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("images_after", "images_require_grad_after"),
    ),
    Idea(
        "batch-of-one-lost",
        "A batch of one image loses its batch dimension. One image gives one row, of shape "
        "(1, C·H·W).",
        f"{SHAPES}#flatten-one",
        models=(_then(lambda images: _rows(images).squeeze()),),
        when=_batch_of_one,
    ),
    Idea(
        "batch-flattened-away",
        "The samples are flattened too: all images end up in one row. Dimension 0 stays.",
        f"{SHAPES}#flatten-one",
        models=(
            _then(lambda images: images.flatten()),
            _then(lambda images: images.reshape(1, images.numel())),
        ),
    ),
    Idea(
        "memory-order",
        "Pixels are read in the order in which they lie in memory. What counts is the order of "
        "the indices; how an image is stored makes no difference.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(_other_memory, raised=False),
    ),
    Idea(
        "pixels-reordered",
        "The pixels of a row come in another order. Due is the order of the indices: channel, "
        "then row, then column, the last one running fastest.",
        f"{SHAPES}#flatten-one",
        models=(
            _then(lambda images: _rows(images.permute(0, 2, 3, 1))),
            _then(lambda images: _rows(images.transpose(2, 3))),
            _then(lambda images: _rows(images.permute(0, 3, 2, 1))),
            _then(lambda images: _rows(images.permute(0, 2, 1, 3))),
            _then(lambda images: torch.cat(images.transpose(2, 3).flatten(2).unbind(1), 1)),
            _then(lambda images: _rows(images.transpose(1, 3).transpose(2, 3))),
            _then(lambda images: _rows(images.flip(2))),
            _then(lambda images: _rows(images.flip(3))),
        ),
    ),
    Idea(
        "dimensions-kept",
        "A dimension too many is left. Channels, rows and columns of an image all go into the "
        "same row.",
        f"{SHAPES}#flatten-one",
        models=(
            _then(lambda images: images.flatten(2)),
            _then(lambda images: images.flatten(1, 2)),
            _then(lambda images: _rows(images).unsqueeze(1)),
        ),
    ),
    Idea(
        "samples-cut",
        "An image is cut into several samples, one for each channel or each row of pixels. N "
        "images give N rows.",
        f"{SHAPES}#samples-cut-in-two",
        models=(
            _then(lambda images: images.flatten(0, -2)),
            _then(lambda images: images.flatten(0, 1).flatten(1)),
        ),
    ),
    Idea(
        "features-first",
        "Rows and columns of the result are the other way round. Samples come first, features "
        "last.",
        f"{SHAPES}#features-last",
        models=(
            _then(lambda images: _rows(images).T),
            _then(lambda images: images.reshape(prod(images.shape[1:]), len(images))),
        ),
    ),
    Idea(
        "channels-merged",
        "Channels are averaged, added up or left out. Every number of an image has a place of its "
        "own in the row.",
        f"{SHAPES}#flatten-one",
        models=(
            _then(lambda images: _rows(images.mean(1))),
            _then(lambda images: _rows(images.sum(1))),
            _then(lambda images: _rows(images[:, 0])),
        ),
    ),
    Idea(
        "empty-batch-fails",
        "An empty batch goes wrong. No image gives no row, and the row still has C·H·W columns: a "
        "-1 in reshape or view cannot be worked out there.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(_is_empty),
    ),
    Idea(
        "view-on-other-memory",
        "view refuses images whose numbers lie in another order in memory, such as channels_last. "
        "Use what copies where it must.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(lambda case: _other_memory(case) or _is_empty(case), raised=True),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for images. Any number of channels, rows and columns will do, and "
        "any number of images.",
        f"{SHAPES}#flatten-one",
        when=refuses,
    ),
    Idea(
        "size-assumed",
        "A certain size is assumed, and the number of samples is left to -1. Other images are cut "
        "up or refused: keep the samples, and let the columns follow from the shape.",
        f"{SHAPES}#samples-cut-in-two",
        models=(
            _by_columns(lambda shape: 784),
            _by_columns(lambda shape: shape[1] * shape[2] ** 2),
            _by_columns(lambda shape: 3 * shape[2] * shape[3]),
        ),
        when=_sizes_assumed,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not find their way back to the images. Do not "
        "detach, and do not leave torch on the way.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("rows_flow"),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: in float64 the result has another one, or float32's digits. "
        "Flattening moves numbers and does not change them.",
        f"{EXACTLY}#dtype",
        when=lambda evidence: dtype_forced(evidence) or digits_lost(evidence),
    ),
    Idea(
        "pixels-changed",
        "The numbers themselves are changed: scaled, normalized or cut off. Flattening only puts "
        "them in one row.",
        f"{SHAPES}#flatten-one",
        models=(
            _then(lambda images: _rows(images) / 255),
            _then(lambda images: (_rows(images) - images.mean()) / images.std()),
            _then(lambda images: _rows(images).clamp(0, 1)),
        ),
        when=_pixels_changed,
    ),
    Idea(
        "no-error-on-mismatch",
        "What is no batch of images is let through. Anything but four dimensions, a single image "
        "included, is due a ValueError.",
        f"{MANY_ROWS}#leading-dimensions",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Look at the number of dimensions first and "
        "say in a ValueError what was expected.",
        f"{MANY_ROWS}#leading-dimensions",
        when=wrong_error,
    ),
)

FLATTEN_CHECK = Check(
    name="batching/flatten-images",
    takes="flatten_images",
    kind="function",
    parts=(
        Part("a row for each image", 1, tag="images"),
        Part("an empty batch", 1, tag="empty", needs=("a row for each image",)),
        Part(
            "refuses what is no batch of images", 1, tag="refused", needs=("a row for each image",)
        ),
    ),
    cases=flatten_cases,
    reference=flatten_images,
    answers=frozenset({"rows", "rows_second"}),
    ideas=FLATTEN_IDEAS,
    describe=describe_flatten,
    show=show_flatten,
    page=f"{SHAPES}#flatten-one",
)
