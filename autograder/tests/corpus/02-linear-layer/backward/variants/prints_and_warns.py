"""The shapes are printed, a large gradient is warned about.

verdict: passed
"""

import sys
import warnings


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("x, weight and grad_output must have two dimensions each")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError(f"grad_output must not be {tuple(grad_output.shape)}")


def linear_backward(x, weight, grad_output):
    check_shapes(x, weight, grad_output)
    print("N =", len(x), "in =", x.shape[1], "out =", len(weight))
    results = grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
    for name, result in zip(("x", "weight", "bias"), results):
        print(name, tuple(result.shape), result.detach().abs().max().item(), file=sys.stderr)
        warnings.warn(f"gradient of {name} is {float(result.detach().norm()):.2f}", stacklevel=2)
    return results
