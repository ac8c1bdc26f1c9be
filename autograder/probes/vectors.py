"""Chapter 1: what a learner's products, shapes and rotations do on one case."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor

from autograder.probes import outcome
from autograder.probes.linear_layer import arranged, flow

Seen = Iterator[tuple[str, Any]]


def dot(dot, *, u: Tensor, v: Tensor, **more: Any) -> Seen:
    yield from _product(dot, {"u": u, "v": v}, **more)


def vecmat(vecmat, *, x: Tensor, matrix: Tensor, **more: Any) -> Seen:
    yield from _product(vecmat, {"x": x, "matrix": matrix}, **more)


def compose(compose, *, first: Tensor, second: Tensor, **more: Any) -> Seen:
    yield from _product(compose, {"first": first, "second": second}, **more)


def _product(
    function: Callable,
    values: dict[str, Tensor],
    *,
    fits: bool,
    layout: str = "contiguous",
    others: dict[str, Tensor] | None = None,
    upstream: Tensor | None = None,
) -> Seen:
    """A function of two tensors: called, called with other numbers of the same shapes, and without
    gradients; what flows back through it; and what becomes of its arguments and first result.

    Where the shapes do not fit, only what becomes of the call and of the arguments. With the layout
    "shared" both arguments are one tensor.
    """
    given = {name: arranged(value, layout) for name, value in values.items()}
    if layout == "shared":
        given = dict.fromkeys(given, next(iter(given.values())))
    if not fits:
        yield "outcome", outcome(function, *given.values())
        yield "arguments_after", given
        return
    result = function(*given.values())
    yield "result", result
    yield "arguments_after", given
    yield "arguments_require_grad_after", [value.requires_grad for value in given.values()]

    sources = {name: value.clone().requires_grad_() for name, value in others.items()}
    result_2 = function(*sources.values())
    yield "result_2", result_2
    if all(source.numel() for source in sources.values()):
        yield "flow", flow(result_2, sources, upstream)
    with torch.no_grad():
        for value in given.values():
            value.add_(1)
        yield "result_kept", result
        function(*sources.values())
        yield "grad_mode_kept", not torch.is_grad_enabled()


def matmul_shape(matmul_shape, *, a: list[int], b: list[int], c: list[int], d: list[int]) -> Seen:
    """The shape of a product, and of another with as many sizes on both sides."""
    yield "shape", _plain(matmul_shape(tuple(a), tuple(b)))
    yield "shape_2", _plain(matmul_shape(tuple(c), tuple(d)))


def _plain(shape: Any) -> Any:
    """A torch.Size as the tuple that it is."""
    return tuple(shape) if isinstance(shape, torch.Size) else shape


def rotation(rotation, *, theta: float, theta_2: float, default_dtype: str) -> Seen:
    """The matrices of two angles; then the first again, after it has been written into."""
    torch.set_default_dtype(getattr(torch, default_dtype))
    matrix = rotation(theta)
    yield "matrix", matrix
    yield "matrix_2", rotation(theta_2)
    yield "matrix_kept", matrix
    if isinstance(matrix, Tensor):
        # A result without memory of its own, such as an expanded one, cannot be written into.
        with torch.no_grad(), contextlib.suppress(RuntimeError):
            matrix.add_(1)
    yield "matrix_again", rotation(theta)
