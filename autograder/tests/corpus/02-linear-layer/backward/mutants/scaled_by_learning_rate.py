"""The parameter gradients are multiplied by a learning rate.

verdict: partly
idea: scaled-by-learning-rate
"""


def linear_backward(x, weight, grad_output, lr=0.1):
    return grad_output @ weight, lr * (grad_output.T @ x), lr * grad_output.sum(dim=0)
