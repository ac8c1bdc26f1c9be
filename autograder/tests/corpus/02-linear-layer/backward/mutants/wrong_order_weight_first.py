"""The first two are exchanged, as in weight, x, bias.

verdict: partly
idea: wrong-order
"""


def linear_backward(x, weight, grad_output):
    grads = {"weight": grad_output.T @ x, "x": grad_output @ weight, "bias": grad_output.sum(0)}
    return tuple(grads.values())
