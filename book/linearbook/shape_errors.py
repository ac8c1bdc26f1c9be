"""Which shapes `nn.Linear` takes, and in which words it refuses the others: asked of PyTorch.

The texts differ between versions, so they are not written down here. Each kind of call is tried
once with sizes that occur nowhere else, and in the message that comes, the sizes become
placeholders for the shape checker to fill in.
"""

from __future__ import annotations

import warnings
from itertools import product

import torch
from torch import nn

DTYPES = ("float32", "float64", "int64")
IN, OUT, OTHER = 103, 107, 109  # sizes that no other number in a message is mistaken for
LEADING = {0: (), 1: (), 2: (113,), 3: (3, 127)}  # 3 stands for any number above 2
ROWS = {2: 113, 3: 381}


def refusal(
    shape: tuple[int, ...], in_features: int, out_features: int, bias: bool, dtype: str
) -> tuple[str, str] | None:
    """The error's type and message, of nn.Linear for zeros of this shape; None if it takes them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a layer without features is announced as a no-op
        layer = nn.Linear(in_features, out_features, bias=bias)
    try:
        layer(torch.zeros(shape, dtype=getattr(torch, dtype)))
    except (RuntimeError, IndexError, ValueError) as error:
        return type(error).__name__, str(error)
    return None


def known_answers() -> dict[str, object]:
    """For the checker: `cases`, case -> number in `answers`, or -1 where the layer runs."""
    cases, answers = {}, []
    for ndim, bias, dtype, fits in product(LEADING, (True, False), DTYPES, (True, False)):
        if not ndim and not fits:
            continue  # without a dimension there is no size that could differ
        shape = LEADING[ndim] + (() if not ndim else (IN,) if fits else (OTHER,))
        refused = refusal(shape, IN, OUT, bias, dtype)
        key = f"{ndim} {'bias' if bias else 'plain'} {dtype} {'fits' if fits else 'differs'}"
        cases[key] = -1
        if refused:
            answer = described(*refused, ndim)
            if answer not in answers:
                answers.append(answer)
            cases[key] = answers.index(answer)
    return {"dtypes": DTYPES, "cases": cases, "answers": answers}


def described(error: str, message: str, ndim: int) -> dict[str, str]:
    """An answer of the checker: the message with placeholders, and what it is about."""
    reason = "dtype" if "dtype" in message else "no dimension" if not ndim else "features"
    sizes = {OTHER: "{last}", IN: "{in}", OUT: "{out}"}
    if ndim in ROWS:
        sizes[ROWS[ndim]] = "{rows}"
    for size, placeholder in sizes.items():
        message = message.replace(str(size), placeholder)
    return {"error": error, "message": message, "reason": reason}
