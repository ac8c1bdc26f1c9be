"""The solution's Linear on PyTorch's own inputs for its own layer, values and gradients.

They ship with torch: the module inputs for nn.Linear and the samples for nn.functional.linear. The
assignment promises less than they ask for: a vector or a batch of rows, always with a bias. More
leading dimensions and an empty batch the solution's formula gives for nothing; a sample without
bias is held against a layer whose bias is zero. What cannot be asked is `bias=False`: that argument
comes with chapter 3.
"""

from pathlib import Path

import nbformat
import pytest
import torch
from torch import nn
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db

NOTEBOOK = Path(__file__).parents[2] / "solutions/02-linear-layer/linear-layer.ipynb"
KIND = {"device": "cpu", "dtype": torch.float64, "requires_grad": False}


def solution():
    """The class `Linear` as the solution notebook defines it."""
    nb = nbformat.read(NOTEBOOK, as_version=4)
    (source,) = (
        cell.source
        for cell in nb.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "forward"
    )
    namespace = {"torch": torch, "nn": nn}
    exec(compile(source, "solution", "exec"), namespace)
    return namespace["Linear"]


def module_inputs():
    (info,) = (entry for entry in module_db if entry.module_cls is nn.Linear)
    return list(info.module_inputs_func(info, training=True, **KIND))


def samples():
    (entry,) = (op for op in op_db if op.name == "nn.functional.linear")
    return list(entry.sample_inputs(**KIND))


def layer_with(weight, bias):
    """The solution's layer, in float64, holding these values."""
    layer = solution()(weight.shape[1], weight.shape[0]).double()
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer


def agrees(layer, x, due):
    """Values, and the gradients of x, weight and bias against finite differences."""
    torch.testing.assert_close(layer(x), due)
    names = ("weight", "bias")
    held = [getattr(layer, name).detach().clone().requires_grad_() for name in names]

    def call(x, *values):
        return torch.func.functional_call(layer, dict(zip(names, values, strict=True)), (x,))

    return torch.autograd.gradcheck(call, (x.clone().requires_grad_(), *held))


def test_there_are_as_many_inputs_as_this_file_was_written_for():
    assert len(module_inputs()) == 3
    assert len(samples()) == 18


@pytest.mark.parametrize("given", module_inputs(), ids=lambda given: given.desc or "batch")
def test_module_inputs(given):
    if given.constructor_input.kwargs.get("bias") is False:
        pytest.skip("the layer of assignment 02 always has a bias")
    sizes, keywords = given.constructor_input.args, given.forward_input.kwargs
    # x goes by position and parameters by name: an honest layer may call x otherwise, and may
    # register its bias first.
    (x,) = [*given.forward_input.args, *keywords.values()]
    theirs = nn.Linear(*sizes, dtype=torch.float64)
    ours = layer_with(theirs.weight, theirs.bias)
    assert agrees(ours, x, theirs(x).detach())


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: str(tuple(sample.input.shape)))
def test_samples_of_the_function(sample):
    weight, bias = [*sample.args, None][:2]
    due = nn.functional.linear(sample.input, weight, bias)
    ours = layer_with(weight, torch.zeros(len(weight)) if bias is None else bias)
    assert agrees(ours, sample.input, due)
