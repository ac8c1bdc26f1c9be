"""The parameter gradients are multiplied by N, to undo a mean that is not theirs to undo.

verdict: partly
idea: multiplied-by-batch
"""


def linear_backward(x, weight, grad_output):
    n = x.shape[0]
    return grad_output @ weight, n * (grad_output.T @ x), n * grad_output.sum(dim=0)
