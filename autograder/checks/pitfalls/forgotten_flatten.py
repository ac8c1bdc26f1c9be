"""pitfalls/forgotten-flatten: a classifier that took rows of pixels for images, mended.

Without points.
"""

from __future__ import annotations

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case, registered_otherwise
from autograder.checks.pitfalls.pages import MESSAGES, SHAPES


class Classifier(nn.Module):
    """The reference: all pixels of an image in one row."""

    def __init__(self, channels: int, height: int, width: int, classes: int):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images: Tensor) -> Tensor:
        return self.out(images.flatten(1))


class _ChannelsLast(Classifier):
    def forward(self, images: Tensor) -> Tensor:
        return super().forward(images.permute(0, 2, 3, 1))


class _ColumnsFirst(Classifier):
    def forward(self, images: Tensor) -> Tensor:
        return super().forward(images.mT)


class _MemoryOrder(Classifier):
    def forward(self, images: Tensor) -> Tensor:
        in_order = images.is_contiguous()
        return super().forward(images if in_order else images.permute(0, 2, 3, 1))


class _Softmax(Classifier):
    def forward(self, images: Tensor) -> Tensor:
        return super().forward(images).softmax(dim=1)


class _LogSoftmax(Classifier):
    def forward(self, images: Tensor) -> Tensor:
        return super().forward(images).log_softmax(dim=1)


def forgotten_flatten_cases(draw: Draw) -> list[Case]:
    """Seven kinds of images, some of them with their channels last in memory."""
    (a, b, c), (d, e, m) = draw.sizes(3, 2, 5), draw.sizes(3, 2, 5)
    return [
        _case(draw, "one channel", (1, a, b), c, 3),
        _case(draw, "several channels", (2, b, c), a, 4),
        _case(draw, "square images", (3, d, d), e, 2, dtype="float32"),
        _case(draw, "channels last in memory", (3, a, c), m, 3, layout="channels last"),
        _case(draw, "rows and columns exchanged in memory", (2, e, m), d, 5, layout="transposed"),
        _case(draw, "one image", (3, m, d), e, 1, layout="channels last"),
        _case(draw, "an empty batch", (2, d, e), m, 0),
    ]


def _case(
    draw: Draw,
    label: str,
    image: tuple[int, int, int],
    classes: int,
    rows: int,
    layout: str = "contiguous",
    dtype: str = "float64",
) -> Case:
    pixels = image[0] * image[1] * image[2]
    return life_case(
        draw,
        label,
        {"image": list(image), "classes": classes},
        {"weight": (classes, pixels), "bias": (classes,)},
        (rows, *image),
        (rows, classes),
        dtype=dtype,
        layout=layout,
    )


# ---------------------------------------------------------------------------- recognizers


def _texts(evidence: Evidence) -> list[str]:
    return [raised["text"] for raised in evidence.raised()]


def _not_flattened(evidence: Evidence) -> bool:
    """The weight is too narrow, and the output has more than two dimensions."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(len(answer["shape_of_y"]) > 2 for _, answer, _ in rows)


def _too_narrow(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in registered_otherwise(evidence) if row[1]["shape_of_y"]]


def _part(evidence: Evidence) -> bool:
    """The weight is too narrow, and there is one score for each class all the same."""
    rows = _too_narrow(evidence)
    return bool(rows) and all(len(answer["shape_of_y"]) == 2 for _, answer, _ in rows)


def _refused_in(evidence: Evidence) -> set[str]:
    rows = zip(evidence.cases, evidence.wrong, strict=True)
    return {case.label for case, wrong in rows if "raised" in wrong}


def _view(evidence: Evidence) -> bool:
    texts = [text for text in _texts(evidence) if "0 elements" not in text]
    return bool(texts) and all("view size is not compatible" in text for text in texts)


def _empty(evidence: Evidence) -> bool:
    return _refused_in(evidence) == {"an empty batch"}


def _batch_flattened(evidence: Evidence) -> bool:
    texts = [text for text in _texts(evidence) if "0 elements" not in text]
    return bool(texts) and all("shapes cannot be multiplied (1x" in text for text in texts)


_FLATTEN = f"{SHAPES}#flatten-one"
IDEAS = (
    Idea(
        "not-flattened",
        "Rows of pixels, or channels, are still taken for images: a linear layer works on the "
        "last dimension alone. All pixels of an image have to be in it.",
        f"{MESSAGES}#message-spatial-targets",
        when=_not_flattened,
    ),
    Idea(
        "part-of-the-image",
        "There is one score for each class, and it is made from less than all pixels: from an "
        "average or a part of the image. The weight needs a number for each pixel.",
        f"{MESSAGES}#message-spatial-targets",
        when=_part,
    ),
    Idea(
        "batch-flattened",
        "The batch is flattened away: all images have become one row. Dimension 0 has to stay.",
        f"{MESSAGES}#message-mat1-mat2",
        when=_batch_flattened,
    ),
    Idea(
        "view-refused",
        "view does not copy, and refuses images whose channels lie last in memory.",
        f"{MESSAGES}#message-view",
        when=_view,
    ),
    Idea(
        "empty-batch-refused",
        "An empty batch is refused: where there is nothing to count, a size of −1 cannot be "
        "worked out.",
        f"{SHAPES}#view-reshape-flatten",
        when=_empty,
    ),
    Idea(
        "set-by-hand",
        "The weights do not start as numbers that are drawn anew for each model. Leave the first "
        "values to the layer.",
        _FLATTEN,
        when=life.set_by_hand,
    ),
    Idea(
        "another-order",
        "The pixels come in another order than channel, row, column. What counts is the order of "
        "the dimensions, and not that in memory.",
        f"{SHAPES}#view-reshape-flatten",
        models=(_ChannelsLast, _ColumnsFirst, _MemoryOrder),
    ),
    Idea(
        "softmax-added",
        "There is a softmax after the layer. Scores are asked for, any numbers at all; the loss "
        "has its own softmax.",
        "pitfalls/loss-does-not-fall#softmax-twice",
        models=(_Softmax, _LogSoftmax),
    ),
)

FORGOTTEN_FLATTEN_CHECK = Check(
    name="pitfalls/forgotten-flatten",
    takes="Classifier",
    kind="class",
    parts=(Part("the model", 0),),
    cases=forgotten_flatten_cases,
    reference=Classifier,
    answers=life.ANSWERS,
    ideas=IDEAS,
    describe=life.describe_life(
        "model",
        lambda case: (
            f"Classifier({', '.join(map(str, case.inputs['image']))}, {case.inputs['classes']})"
        ),
    ),
    derive=life.read_start,
    silent=life.SILENT,
    page=_FLATTEN,
)
