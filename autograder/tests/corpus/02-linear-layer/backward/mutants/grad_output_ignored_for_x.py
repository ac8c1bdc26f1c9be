"""The local derivative of y by x comes back: the same sum of the weight's rows for each sample.

verdict: partly
idea: grad-output-ignored
"""


def linear_backward(x, weight, grad_output):
    grad_x = weight.sum(dim=0).expand_as(x).clone()
    return grad_x, grad_output.T @ x, grad_output.sum(dim=0)
