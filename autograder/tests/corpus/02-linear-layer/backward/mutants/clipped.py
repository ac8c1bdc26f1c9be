"""The gradients are limited to the range from -1 to 1.

verdict: failed
idea: clipped
"""


def linear_backward(x, weight, grad_output):
    results = (grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0))
    return tuple(result.clamp(-1, 1) for result in results)
