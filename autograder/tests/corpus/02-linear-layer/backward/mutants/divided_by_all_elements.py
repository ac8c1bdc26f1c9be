"""All three are divided by the number of outputs in the batch, as for the mean of all of them.

verdict: failed
idea: divided-by-batch-again
"""


def linear_backward(x, weight, grad_output):
    share = grad_output / grad_output.numel()
    return share @ weight, share.T @ x, share.sum(dim=0)
