# what: The answers' storages are freed, resized or made of foreign memory after they were returned.
# expect: backward=failed|error|killed
# because: reading freed memory may find zeros, raise, or end the process

# %% replace backward
def linear_backward(x, weight, grad_output):
    a, b, c = torch.zeros_like(x), torch.zeros_like(weight), torch.zeros_like(grad_output[0])
    a.untyped_storage().resize_(0)
    b.set_(torch.zeros(1).untyped_storage(), 0, weight.shape, (0, 0))
    c = torch.as_strided(c, c.shape, (0,))
    return a, b, c
