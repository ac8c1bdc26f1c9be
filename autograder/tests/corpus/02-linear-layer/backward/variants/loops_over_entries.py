"""Every entry is a sum written out.

verdict: passed
"""

import torch


def entries(rows, columns, terms, value):
    return torch.stack(
        [
            torch.stack([sum(value(r, c, t) for t in range(terms)) for c in range(columns)])
            for r in range(rows)
        ]
    )


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("x, weight and grad_output must have two dimensions each")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError(f"grad_output must not be {tuple(grad_output.shape)}")


def linear_backward(x, weight, grad_output):
    check_shapes(x, weight, grad_output)
    (n, inputs), outputs = x.shape, len(weight)
    g = grad_output
    grad_x = entries(n, inputs, outputs, lambda r, c, t: g[r, t] * weight[t, c])
    grad_weight = entries(outputs, inputs, n, lambda r, c, t: g[t, r] * x[t, c])
    grad_bias = torch.stack([sum(g[t, r] for t in range(n)) for r in range(outputs)])
    return grad_x, grad_weight, grad_bias
