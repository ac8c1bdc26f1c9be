# what: The gradients come from backward().
# expect: backward=review

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    a, b = x.detach().requires_grad_(), weight.detach().requires_grad_()
    c = torch.zeros_like(grad_output[0]).requires_grad_()
    y = a @ b.T + c
    torch.autograd.grad(y, (a, b, c), grad_output.detach())
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)
