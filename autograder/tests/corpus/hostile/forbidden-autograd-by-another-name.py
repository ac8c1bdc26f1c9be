# what: The gradients come from autograd through getattr and from torch.func.
# expect: backward=review

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    bias = torch.zeros_like(grad_output[0])
    transform = getattr(torch.func, "v" + "jp")
    _, pull = transform(lambda a, b, c: a @ b.T + c, x, weight, bias)
    return pull(grad_output)
