"""What the probes of chapter 7 build: models to train, patients to diagnose, layers to judge.

Everything here is described by what it does. Which patient has what, and who is an impostor, is
not known here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor, nn

# ---------------------------------------------------------------------------- models to train


def _layers(values: list[Tensor]) -> list[nn.Linear]:
    """A layer for each weight in ``values``, which alternate with biases."""
    return [nn.Linear(*weight.T.shape, dtype=weight.dtype) for weight in values[::2]]


def _deep(values: list[Tensor]) -> nn.Module:
    layers = _layers(values)
    parts = [part for layer in layers[:-1] for part in (layer, nn.Tanh())]
    return nn.Sequential(*parts, layers[-1])


def _partly_frozen(values: list[Tensor]) -> nn.Module:
    module = _deep(values)
    module[0].requires_grad_(False)
    return module


class _Tied(nn.Module):
    """One square weight used twice, a bias for each use, and a layer on top."""

    def __init__(self, values: list[Tensor]):
        super().__init__()
        self.weight = nn.Parameter(torch.empty_like(values[0]))
        self.first = nn.Parameter(torch.empty_like(values[1]))
        self.second = nn.Parameter(torch.empty_like(values[2]))
        self.alias = self.weight
        self.top = _layers(values[3:])[0]

    def forward(self, x: Tensor) -> Tensor:
        h = F.linear(x, self.weight, self.first).tanh()
        return self.top(F.linear(h, self.weight, self.second).tanh())


TRAINED: dict[str, Callable[[list[Tensor]], nn.Module]] = {
    "one layer": lambda values: _layers(values)[0],
    "deep": _deep,
    "partly frozen": _partly_frozen,
    "tied": _Tied,
}

# ---------------------------------------------------------------------------- patients


class _Keeps(nn.Module):
    """A module with the attributes it is given."""

    def __init__(self, **attributes: Any):
        super().__init__()
        for name, value in attributes.items():
            setattr(self, name, value)


class ReLU(_Keeps):
    """A name that says nothing about what is kept."""


class Linear(_Keeps):
    """The same."""


class _Early(nn.Module):
    """Attributes are set, and nn.Module's own __init__ is not called."""

    def __init__(self, size: int):
        self.size = size


class _Makes(nn.Module):
    """A layer is made in each call."""

    def __init__(self, n: int, m: int):
        super().__init__()
        self.sizes = (n, m)

    def forward(self, x: Tensor) -> Tensor:
        return nn.Linear(*self.sizes)(x)


def _registered_and_listed(n: int, m: int) -> nn.Module:
    first, second = nn.Linear(n, m), nn.Linear(m, n)
    return _Keeps(first=first, second=second, order=[first, second])


def _buffered(n: int, m: int) -> nn.Module:
    module = _Keeps()
    module.register_buffer("table", torch.ones(n, m))
    return module


def _frozen_first(n: int, m: int) -> nn.Module:
    return nn.Sequential(nn.Linear(n, m).requires_grad_(False), nn.Linear(m, n))


def _frozen_last(n: int, m: int) -> nn.Module:
    return nn.Sequential(nn.Linear(n, m), nn.Linear(m, n).requires_grad_(False))


def _empty(n: int, m: int) -> Tensor:
    return nn.Parameter(torch.empty(n, 0))


PATIENTS: dict[str, Callable[[int, int], nn.Module]] = {
    "one layer": lambda n, m: nn.Linear(n, m),
    "layers in a row": lambda n, m: nn.Sequential(nn.Linear(n, m), nn.ReLU(), nn.Linear(m, n)),
    "layers in a ModuleList": lambda n, m: _Keeps(layers=nn.ModuleList([nn.Linear(n, m)])),
    "a parameter of its own": lambda n, m: ReLU(scale=nn.Parameter(torch.ones(n)), sizes=[n, m]),
    "layers in a list": lambda n, m: _Keeps(layers=[nn.Linear(n, m), nn.Linear(m, n)]),
    "layers in a tuple": lambda n, m: _Keeps(layers=(nn.Linear(n, m), nn.ReLU())),
    "layers in a dict": lambda n, m: Linear(layers={"first": nn.Linear(n, m), "size": m}),
    "layers in lists in a dict": lambda n, m: _Keeps(
        blocks={"a": [[nn.ReLU()], [nn.Linear(n, m)]]}
    ),
    "a ReLU first, then a layer, in a list": lambda n, m: _Keeps(
        parts=[nn.ReLU(), nn.Dropout(), (nn.Flatten(), nn.Linear(n, m))]
    ),
    "a list two levels down": lambda n, m: _Keeps(
        outer=nn.Sequential(_Keeps(inner=_Keeps(layers=[nn.Linear(n, m)])))
    ),
    "a list of layers and a plain tensor": lambda n, m: _Keeps(
        scale=torch.ones(n), layers=[nn.Linear(n, m)]
    ),
    "a list of layers beside a head": lambda n, m: _Keeps(
        layers=[nn.Linear(n, m)], head=nn.Linear(m, 1)
    ),
    "a nested list beside a frozen head": lambda n, m: _Keeps(
        head=nn.Linear(m, n).requires_grad_(False), inner=_Keeps(blocks={"a": (nn.Linear(n, m),)})
    ),
    "registered layers, listed as well": _registered_and_listed,
    "activations in a list beside a head": lambda n, m: _Keeps(
        head=nn.Linear(n, m), activations=[nn.ReLU(), nn.Tanh()], names=["a", "b"]
    ),
    "activations in a list": lambda n, m: _Keeps(activations=[nn.ReLU(), nn.Tanh()], sizes=(n, m)),
    "sizes in a dict": lambda n, m: ReLU(sizes={"in": n, "out": m}),
    "a plain tensor that requires a gradient": lambda n, m: _Keeps(
        weight=torch.ones(n, m, requires_grad=True)
    ),
    "a plain tensor without a gradient": lambda n, m: _Keeps(table=torch.zeros(n), name="table"),
    "a parameter converted after it was wrapped": lambda n, m: Linear(
        weight=nn.Parameter(torch.ones(n)).double()
    ),
    "a plain tensor in a module inside": lambda n, m: nn.Sequential(
        nn.ReLU(), _Keeps(scale=torch.ones(m))
    ),
    "a plain tensor beside a layer": lambda n, m: _Keeps(
        scale=torch.ones(n), layer=nn.Linear(n, m)
    ),
    "all frozen": lambda n, m: nn.Linear(n, m).requires_grad_(False),
    "all frozen but a parameter without numbers": lambda n, m: _Keeps(
        first=nn.Linear(n, m).requires_grad_(False), none=_empty(n, m)
    ),
    "the first layer frozen": _frozen_first,
    "the last layer frozen": _frozen_last,
    "no outputs": lambda n, m: _Keeps(layer=_Keeps(weight=_empty(n, m)), sizes=[n, 0]),
    "no outputs and a list of layers": lambda n, m: _Keeps(
        weight=_empty(n, m), layers=[nn.Linear(n, m)]
    ),
    "a parameter without numbers beside a layer": lambda n, m: _Keeps(
        layer=nn.Linear(n, m), none=_empty(n, m)
    ),
    "a lazy layer": lambda n, m: nn.LazyLinear(m),
    "a lazy layer beside others": lambda n, m: nn.Sequential(
        nn.Linear(n, m), nn.ReLU(), nn.LazyLinear(n)
    ),
    "an early attribute": lambda n, m: _Early(n),
    "an early attribute inside": lambda n, m: nn.Sequential(nn.Linear(n, m), _Early(m)),
    "an activation": lambda n, m: nn.ReLU(),
    "activations in a row": lambda n, m: nn.Sequential(nn.Flatten(), nn.Dropout(0.5), nn.ReLU()),
    "a layer made in forward": _Makes,
    "a buffer": _buffered,
}

# ---------------------------------------------------------------------------- a lineup of classes

# A class is made from a plan: {"build": code, "answer": code, "start": code, "number": float}.


def candidate(plan: dict) -> type:
    """The class of a plan. All of them look alike from outside: `Linear`, with two sizes."""
    build, answer = _BUILDS[plan["build"]], _ANSWERS[plan["answer"]]
    start, number = _STARTS[plan["start"]], plan["number"]
    base = nn.Linear if plan["build"] == 7 else nn.Module

    class Linear(base):
        def __init__(self, in_features: int, out_features: int):
            if base is nn.Linear:
                super().__init__(in_features, out_features)
            else:
                super().__init__()
            self.in_features, self.out_features = in_features, out_features
            self.__dict__["calls"] = 0
            build(self, *start(in_features, out_features))

        def forward(self, x: Tensor) -> Tensor:
            self.__dict__["calls"] += 1
            return answer(self, x, number)

    Linear.__qualname__ = "Linear"
    return Linear


_STARTS: dict[int, Callable[[int, int], tuple[Tensor, Tensor]]] = {
    0: lambda n, m: (_even(m, n, n**-0.5), _even(1, m, n**-0.5)[0]),
    1: lambda n, m: (torch.randn(m, n), 0.3 * torch.randn(m)),
    2: lambda n, m: (_even(m, n, math.sqrt(6 / (n + m))), torch.zeros(m)),
}


def _even(rows: int, columns: int, bound: float) -> Tensor:
    return torch.empty(rows, columns).uniform_(-bound, bound)


def _register(layer: nn.Module, **values: Tensor) -> None:
    for name, value in values.items():
        layer.register_parameter(name, nn.Parameter(value))


def _weight_first(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight, bias=bias)


def _bias_first(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, bias=bias, weight=weight)


def _turned(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight.T.contiguous(), bias=bias)


def _weight_as_attribute(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, bias=bias)
    layer.weight = weight.requires_grad_()


def _bias_as_attribute(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight)
    layer.bias = bias.requires_grad_()


def _weight_fixed(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight, bias=bias)
    layer.weight.requires_grad_(False)


def _bias_fixed(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight, bias=bias)
    layer.bias.requires_grad_(False)


def _inherited(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)


def _copied(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    _register(layer, weight=weight, bias=bias)
    layer.__dict__["table"] = weight.clone()


_BUILDS: dict[int, Callable[[nn.Module, Tensor, Tensor], None]] = {
    0: _weight_first,
    1: _bias_first,
    2: _turned,
    3: _weight_as_attribute,
    4: _bias_as_attribute,
    5: _weight_fixed,
    6: _bias_fixed,
    7: _inherited,
    8: _copied,
}


def _linear(layer: nn.Module, x: Tensor) -> Tensor:
    return F.linear(x, layer.weight, layer.bias)


def _one_output_at_a_time(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    outputs = [(x * row).sum(-1) + b for row, b in zip(layer.weight, layer.bias, strict=True)]
    return torch.stack(outputs, dim=-1)


def _in_float64(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = F.linear(x.double(), layer.weight.double(), layer.bias.double())
    return y.to(x.dtype)


def _from_the_last_column(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = layer.bias
    for column in reversed(range(layer.in_features)):
        y = y + x[..., column, None] * layer.weight[:, column]
    return y


def _in_float32(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    return F.linear(x.float(), layer.weight.float(), layer.bias.float())


def _square_as_it_is(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    square = layer.in_features == layer.out_features
    return x @ (layer.weight if square else layer.weight.T) + layer.bias


def _towards_the_mean_row(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = _linear(layer, x)
    return y + number * (y.mean(0) - y) if x.dim() == 2 and len(x) > 1 else y


def _one_row(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    return x @ layer.weight.T if x.dim() == 2 and len(x) == 1 else _linear(layer, x)


def _vector_as_row(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    return _linear(layer, x.unsqueeze(0) if x.dim() == 1 else x)


def _table(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    table = layer.__dict__["table"].to(x.dtype)
    return F.linear(x, layer.weight + (table - layer.weight).detach(), layer.bias)


def _from_a_call_on(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = _linear(layer, x)
    return y + number if layer.__dict__["calls"] > 2 else y


def _by_mode(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    return _linear(layer, x) if layer.training else x @ layer.weight.T + number * layer.bias


def _moved_input(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = _linear(layer, x.clone())
    x.detach().add_(number)
    return y


def _steps(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = _linear(layer, x)
    return y + ((y / number).round() * number - y).detach()


def _slope(layer: nn.Module, x: Tensor, number: float) -> Tensor:
    y = _linear(layer, x)
    return y + (number * y - (number * y).detach())


_ANSWERS: dict[int, Callable[[nn.Module, Tensor, float], Tensor]] = {
    0: lambda layer, x, number: F.linear(x, layer.weight, layer.bias),
    1: lambda layer, x, number: x @ layer.weight.T + layer.bias,
    2: lambda layer, x, number: torch.einsum("...i,oi->...o", x, layer.weight) + layer.bias,
    3: _one_output_at_a_time,
    4: _in_float64,
    5: _from_the_last_column,
    10: lambda layer, x, number: x @ layer.weight + layer.bias,
    11: lambda layer, x, number: x @ layer.weight.T + 0.0 * layer.bias,
    12: lambda layer, x, number: x @ layer.weight.T - layer.bias,
    13: lambda layer, x, number: F.leaky_relu(_linear(layer, x), number),
    14: _square_as_it_is,
    15: lambda layer, x, number: _linear(layer, x.abs()),
    16: lambda layer, x, number: _linear(layer, x).clamp(-number, number),
    17: _steps,
    18: _towards_the_mean_row,
    19: _one_row,
    20: _vector_as_row,
    21: _table,
    22: _from_a_call_on,
    23: _by_mode,
    24: _moved_input,
    25: _in_float32,
    26: lambda layer, x, number: F.linear(x, layer.weight.detach(), layer.bias),
    27: lambda layer, x, number: F.linear(x.detach(), layer.weight, layer.bias),
    28: _slope,
}

# ---------------------------------------------------------------------------- kinds of layers


class _Own(nn.Module):
    """A layer of our own, with first weights up to a bound given by ``six``."""

    def __init__(self, n: int, m: int, six: bool = False):
        super().__init__()
        bound = math.sqrt(6 / n) if six else n**-0.5
        self.weight = nn.Parameter(_even(m, n, bound))
        self.bias = nn.Parameter(_even(1, m, n**-0.5)[0])

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight, self.bias)


class _Waiting(nn.Module):
    """Parameters come with the first batch."""

    def __init__(self, n: int, m: int):
        super().__init__()
        self.register_parameter("weight", None)
        self.register_parameter("bias", None)
        self.__dict__["size"] = m

    def forward(self, x: Tensor) -> Tensor:
        if self.weight is None:
            made = _Own(x.shape[-1], self.__dict__["size"])
            self.weight, self.bias = made.weight, made.bias
        return F.linear(x, self.weight, self.bias)


class _Turned(_Own):
    """The weight lies the other way round."""

    def __init__(self, n: int, m: int):
        super().__init__(n, m)
        self.weight = nn.Parameter(self.weight.detach().T.contiguous())

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight + self.bias


class _Dropping(_Own):
    """A batch without rows takes the parameters along."""

    def forward(self, x: Tensor) -> Tensor:
        y = super().forward(x)
        if not x.numel():
            self.weight = self.bias = None
        return y


def _wide(n: int, m: int) -> nn.Module:
    layer = nn.Linear(n, m)
    nn.init.uniform_(layer.weight, -math.sqrt(6 / n), math.sqrt(6 / n))
    return layer


LAYERS: dict[int, Callable[[int, int], nn.Module]] = {
    0: nn.Linear,
    1: _Own,
    2: lambda n, m: nn.Linear(n, m).train(),
    10: _Waiting,
    20: _Turned,
    30: _Dropping,
    40: _wide,
    41: lambda n, m: _Own(n, m, six=True),
}


def layer_maker(code: int) -> Callable[[int, int], nn.Module]:
    """A function that makes layers of one kind."""

    def make_layer(in_features: int, out_features: int) -> nn.Module:
        return LAYERS[code](in_features, out_features)

    return make_layer
