"""The solution's `Linear` on the inputs with which PyTorch tests its own layer.

Sources: ``torch.testing._internal.common_modules`` (module inputs of nn.Linear) and
``common_methods_invocations`` (sample inputs of nn.functional.linear). Both compare by position
and parameter order in places; our class is called by position and its parameters go by name.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from torch import nn

SOLUTION = Path(__file__).parents[2] / "solutions/02-linear-layer/linear-layer.ipynb"
DTYPES = [torch.float32, torch.float64]


def solution_class() -> type[nn.Module]:
    """`Linear` as the solution notebook defines it."""
    nb = json.loads(SOLUTION.read_text(encoding="utf-8"))
    source = next("".join(cell["source"]) for cell in nb["cells"] if cell["id"] == "forward")
    namespace: dict = {"torch": torch, "nn": nn}
    exec(source, namespace)
    return namespace["Linear"]


LINEAR = solution_class()


def ours_like(weight: torch.Tensor, bias: torch.Tensor) -> nn.Module:
    layer = LINEAR(weight.shape[1], weight.shape[0]).to(weight.dtype)
    layer.load_state_dict({"weight": weight, "bias": bias})
    return layer


def module_inputs(dtype: torch.dtype) -> list:
    from torch.testing._internal.common_modules import module_db

    (info,) = [info for info in module_db if info.module_cls is nn.Linear]
    found = info.module_inputs_func(
        info, device="cpu", dtype=dtype, requires_grad=True, training=True
    )
    return list(found)


def functional_samples(dtype: torch.dtype) -> list:
    from torch.testing._internal.common_methods_invocations import op_db

    (info,) = [info for info in op_db if info.name == "nn.functional.linear"]
    return list(info.sample_inputs("cpu", dtype, requires_grad=True))


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_the_module_inputs_of_pytorch(dtype):
    tried = 0
    for sample in module_inputs(dtype):
        sizes = sample.constructor_input.args
        if sample.constructor_input.kwargs.get("bias", True) is False:
            continue  # a layer without bias is the exercise of the next chapter
        theirs = nn.Linear(*sizes, dtype=dtype)
        ours = ours_like(theirs.weight.detach(), theirs.bias.detach())
        (x,) = sample.forward_input.args or (sample.forward_input.kwargs["input"],)
        same_forward_and_backward(ours, theirs, x)
        tried += 1
    assert tried == 2  # of three: a batch, and a single vector


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_the_sample_inputs_of_pytorch(dtype):
    samples = functional_samples(dtype)
    assert len(samples) == 18
    for sample in samples:
        x, (weight, *rest) = sample.input, sample.args
        # Ours always has a bias; one of zeros stands for none.
        bias = rest[0] if rest and rest[0] is not None else weight.new_zeros(len(weight))
        weight, bias = weight.detach(), bias.detach()
        theirs = nn.Linear(weight.shape[1], weight.shape[0], dtype=dtype)
        theirs.load_state_dict({"weight": weight, "bias": bias})
        same_forward_and_backward(ours_like(weight, bias), theirs, x)


def same_forward_and_backward(ours: nn.Module, theirs: nn.Module, x: torch.Tensor) -> None:
    inputs = [x.detach().clone().requires_grad_() for _ in range(2)]
    outputs = [layer(value) for layer, value in zip((ours, theirs), inputs, strict=True)]
    torch.testing.assert_close(*outputs)
    upstream = torch.randn_like(outputs[0])
    for output in outputs:
        output.backward(upstream)
    torch.testing.assert_close(inputs[0].grad, inputs[1].grad)
    for name in ("weight", "bias"):
        torch.testing.assert_close(getattr(ours, name).grad, getattr(theirs, name).grad)


@pytest.mark.parametrize("shape", [(3,), (1, 3), (4, 3)], ids=str)
def test_gradients_pass_gradcheck(shape):
    layer = LINEAR(3, 2).double()
    x = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    weight, bias = (p.detach().clone().requires_grad_() for p in (layer.weight, layer.bias))

    def call(x, weight, bias):
        return torch.func.functional_call(layer, {"weight": weight, "bias": bias}, (x,))

    assert torch.autograd.gradcheck(call, (x, weight, bias))


def test_state_dicts_fit_each_other():
    theirs, ours = nn.Linear(3, 2), LINEAR(3, 2)
    ours.load_state_dict(theirs.state_dict())
    nn.Linear(3, 2).load_state_dict(ours.state_dict())
