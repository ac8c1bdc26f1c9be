"""Averages the gradients of weight and bias over the batch where they add up."""


# %% backward
def linear_backward(x, weight, grad_output):
    if x.shape[1] != weight.shape[1] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("the shapes do not fit")
    batch_size = len(x)
    grad_x = grad_output @ weight
    grad_weight = grad_output.T @ x / batch_size
    grad_bias = grad_output.mean(dim=0)
    return grad_x, grad_weight, grad_bias
