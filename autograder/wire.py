"""Bounded messages between processes: plain values as JSON, tensors as safetensors, never pickle.

A message is a tree of None, bool, int, float, str, tensors, lists, tuples and dicts with str keys.
Whatever else a learner returns becomes `Opaque`, which keeps the type's name only, so that nothing
of theirs is ever unpickled, compared by their own ``__eq__`` or printed by their own ``__repr__``.
"""

from __future__ import annotations

import ctypes
import json
import math
import struct
from dataclasses import dataclass
from typing import Any

import torch
from safetensors.torch import load as load_tensors

MAX_MESSAGE = 16 * 2**20  # bytes
MAX_ITEMS = 10_000  # in all containers of one tree
MAX_DEPTH = 12
MAX_TEXT = 9 * 2**20  # characters of one string: the longest cell, or figure, and no more
MAX_NAME = 120  # characters of a type's name
TOO_LARGE = "too large a structure"

# What travels, by the names of the safetensors format.
_DTYPES = {
    torch.float64: "F64",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.int64: "I64",
    torch.int32: "I32",
    torch.int16: "I16",
    torch.int8: "I8",
    torch.uint8: "U8",
    torch.bool: "BOOL",
    torch.complex64: "C64",
}
_REAL = frozenset(_DTYPES) - {torch.complex64}


class WireError(ValueError):
    """The bytes are not a message: too large, too deep, or not of this form."""


@dataclass(frozen=True)
class Opaque:
    """A value that does not travel; ``kind`` is the name of its type."""

    kind: str

    def __str__(self) -> str:
        return f"an object of type {self.kind}"


def encode(tree: Any) -> bytes:
    """The bytes of ``tree``, `Opaque` for what does not travel. `WireError` if too large."""
    return Writer().message(tree)


def decode(message: bytes) -> Any:
    """The tree in ``message``, made of fresh plain values. Raises `WireError` for anything else."""
    if not 4 <= len(message) <= MAX_MESSAGE:
        raise WireError(f"a message of {len(message)} bytes")
    try:
        (size,) = struct.unpack_from("<I", message)
        tree = json.loads(message[4 : 4 + size].decode())
        tensors = load_tensors(message[4 + size :])
        return _restore(tree, tensors, [MAX_ITEMS + 1], 0)
    except WireError:
        raise
    except Exception as error:  # whatever a forged message provokes in the parsers
        raise WireError(f"not a message: {type(error).__name__}") from error


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a message that a `Writer` holds already."""

    tree: Any


class Writer:
    """A message in the making.

    Tensors go into the safetensors format: the size of a JSON header, the header, the tensors'
    bytes. They are written here and not by the library, whose own checks of every tensor cost
    several times what the rest of a message does; a submission exchanges hundreds. Reading is the
    library's.
    """

    def __init__(self) -> None:
        self.entries: list[str] = []
        self.buffers: list[bytes] = []
        self.size = 0  # bytes of all tensors, also of those that are too much
        self.room = MAX_ITEMS  # how many items may still be put into containers

    def write(self, value: Any) -> Written:
        """``value`` as it is now, to stand in the tree of `message`."""
        return Written(self._flatten(value, 2))

    def message(self, tree: Any) -> bytes:
        """The bytes of ``tree``, with what was written before. `WireError` if too large."""
        header = _JSON.encode(self._flatten(tree, 0)).encode()
        table = f"{{{','.join(self.entries)}}}".encode()
        sizes = struct.pack("<I", len(header)), struct.pack("<Q", len(table))
        size = len(header) + len(table) + self.size + 12
        if size > MAX_MESSAGE:
            raise WireError(f"a message of {size} bytes, at most {MAX_MESSAGE} allowed")
        return b"".join([sizes[0], header, sizes[1], table, *self.buffers])

    def _flatten(self, value: Any, depth: int) -> Any:
        """``value`` as JSON."""
        kind = type(value)  # what is frequent comes first: a submission sends thousands
        if value is None or kind is bool:
            return value
        if kind is str:
            return _clean(value)
        if kind is int:
            return value if abs(value) < 2**63 else {"i": hex(value)[:MAX_TEXT]}
        if kind is float:
            return {"f": value.hex()}
        if issubclass(kind, torch.Tensor):
            return self._tensor(value)
        if kind is Written:
            return value.tree
        if kind is Opaque:
            return {"o": value.kind[:MAX_NAME]}
        if issubclass(kind, (list, tuple)):
            items = list((list if issubclass(kind, list) else tuple).__iter__(value))
            tag, keys = ("l" if issubclass(kind, list) else "u"), None
        elif kind is dict and all(type(key) is str for key in value):
            tag, keys, items = "d", value.keys(), value.values()
        else:
            return {"o": kind.__name__[:MAX_NAME]}
        self.room -= len(items)
        if self.room < 0 or depth >= MAX_DEPTH:
            return {"o": TOO_LARGE}
        flat = [self._flatten(item, depth + 1) for item in items]
        return {tag: flat if keys is None else dict(zip(map(_clean, keys), flat, strict=True))}

    def _tensor(self, value: torch.Tensor) -> Any:
        as_it_is = _is_ordinary(value) and value.is_contiguous() and value.nbytes <= MAX_MESSAGE
        if not as_it_is:
            value = plain_tensor(value)
            if isinstance(value, Opaque):
                return {"o": value.kind}
        name, start, size = str(len(self.entries)), self.size, value.nbytes
        self.size += size
        if self.size <= MAX_MESSAGE:
            # The bytes of what needs a gradient or is somebody's slice are bytes all the same.
            self.buffers.append(ctypes.string_at(value.data_ptr(), size) if size else b"")
            # Nothing in it is a learner's word: a number as name, a format's name, whole numbers.
            self.entries.append(
                f'"{name}":{{"dtype":"{_DTYPES[value.dtype]}","shape":{list(value.shape)},'
                f'"data_offsets":[{start},{self.size}]}}'
            )
        return {"t": name}


_JSON = json.JSONEncoder(check_circular=False)  # what is flattened is a tree


def _clean(text: str) -> str:
    """``text`` as any file can hold it: bounded, and without half a surrogate pair."""
    text = text[:MAX_TEXT]
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _is_ordinary(value: torch.Tensor) -> bool:
    """Whether ``value`` is of no learner's making and can be copied without asking further."""
    return (
        type(value) in (torch.Tensor, torch.nn.Parameter)
        and value.layout is torch.strided
        and value.is_cpu
        and value.dtype in _REAL
        and not value.is_neg()
        and not value.is_nested
        and not value._is_zerotensor()
    )


def snapshot(value: Any) -> Any:
    """``value`` with every tensor copied now: what is written into one later does not count."""
    if isinstance(value, torch.Tensor):
        return plain_tensor(value)
    if type(value) is dict:
        return {key: snapshot(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(snapshot, value))
    return value


def plain_tensor(value: torch.Tensor) -> torch.Tensor | Opaque:
    """A detached, contiguous copy of ``value`` on the CPU, whatever subclass it is."""
    if _is_ordinary(value) and value.numel() * value.element_size() <= MAX_MESSAGE:
        return value.detach().clone(memory_format=torch.contiguous_format)
    # A subclass may answer every torch function with a lie; these calls do not ask it.
    with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
        strided = value.layout is torch.strided and value.device.type == "cpu"
        odd = value.is_quantized or value.is_nested or value.dtype not in _DTYPES
        if not strided or odd:
            return Opaque(f"tensor ({value.dtype}, {value.layout}, {value.device.type})"[:MAX_NAME])
        if value.numel() * value.element_size() > MAX_MESSAGE:
            return Opaque(f"tensor (more than {MAX_MESSAGE // 2**20} MiB)")
        fresh = torch.empty(tuple(value.shape), dtype=value.dtype, device="cpu")
        return fresh.copy_(value.detach().as_subclass(torch.Tensor))


def _restore(tree: Any, tensors: dict, budget: list[int], depth: int) -> Any:
    budget[0] -= 1
    if budget[0] < 0 or depth > MAX_DEPTH:
        raise WireError(TOO_LARGE)
    if tree is None or isinstance(tree, (bool, int)):
        return tree
    if isinstance(tree, str):
        return _clean(tree)
    if not isinstance(tree, dict) or len(tree) != 1:
        raise WireError("an unknown form")
    ((tag, body),) = tree.items()
    return _RESTORE[tag](body, tensors, budget, depth)


def _restore_float(body: str, *_: Any) -> float:
    value = float.fromhex(body)
    return value if not math.isnan(value) else math.nan


_RESTORE = {
    "f": _restore_float,
    "i": lambda body, *_: int(body[:MAX_TEXT], 16),
    "o": lambda body, *_: Opaque(_clean(str(body))[:MAX_NAME]),
    "t": lambda body, tensors, *_: tensors[body],
    "l": lambda body, tensors, budget, depth: [
        _restore(v, tensors, budget, depth + 1) for v in body
    ],
    "u": lambda body, tensors, budget, depth: tuple(
        _restore(v, tensors, budget, depth + 1) for v in body
    ),
    "d": lambda body, tensors, budget, depth: {
        _clean(k): _restore(v, tensors, budget, depth + 1) for k, v in body.items()
    },
}
