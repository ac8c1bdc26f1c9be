"""Nothing is checked: some shapes that do not fit end in a RuntimeError of torch's, some in results.

verdict: partly
idea: no-error-on-mismatch

Wrong only by the rule that functions raise ValueError for shapes that do not fit. An x with too many
columns gives a grad_x of the right shape and a grad_weight of a wrong one.
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
