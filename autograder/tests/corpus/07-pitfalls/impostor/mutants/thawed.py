"""Everything is made trainable before it is asked for gradients.

verdict: partly
idea: frozen
"""

import torch


def is_correct(candidate):
    try:
        return all(
            right(candidate(n, m), n, m, dtype)
            for n, m in [(3, 2), (4, 4)]
            for dtype in (torch.float32, torch.float64)
        )
    except Exception:
        return False


def right(layer, n, m, dtype):
    shapes = {name: tuple(p.shape) for name, p in layer.named_parameters()}
    if shapes != {"weight": (m, n), "bias": (m,)}:
        return False
    layer = layer.to(dtype).requires_grad_()
    sizes = [(6, n), (1, n), (n,), (3, n)]
    for size in sizes:
        weight, bias = torch.randn(m, n, dtype=dtype), torch.randn(m, dtype=dtype)
        write(layer, weight, bias)
        x = 3 * torch.randn(size, dtype=dtype)
        due = x @ weight.T + bias
        for mode in (True, False):
            layer.train(mode)
            given = x.clone()
            y = layer(given)
            if y.shape != due.shape or y.dtype != due.dtype:
                return False
            if not torch.allclose(y, due, atol=1e-5):
                return False
            if not torch.equal(given, x):
                return False
        if not gradients(layer, x, weight, bias):
            return False
    return True


def write(layer, weight, bias):
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)


def gradients(layer, x, weight, bias):
    x, weight, bias = (v.clone().requires_grad_() for v in (x, weight, bias))
    upstream = torch.randn((x @ weight.T).shape, dtype=x.dtype)
    due = torch.autograd.grad(x @ weight.T + bias, (x, weight, bias), upstream)
    found = torch.autograd.grad(layer(x), (x, layer.weight, layer.bias), upstream)
    return all(torch.allclose(f, d, atol=1e-5) for f, d in zip(found, due))
