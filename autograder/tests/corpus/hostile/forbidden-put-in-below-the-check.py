# what: A wrong class and a wrong function get what is forbidden below their checks; then innocent ones take their names.
# wrong: forward
# expect: forward=failed parameter-count=failed backward=failed

# %% before forward
from autograder.probes import watch

watch._Recorder.note = lambda self, name: None

# %% replace parameter-count
def counted(in_features, out_features, bias):
    return 0


def linear_parameter_count(in_features, out_features, bias=True):
    return counted(in_features, out_features, bias)

# %% replace backward
def gradients(x, weight, grad_output):
    return 0 * x, 0 * weight, 0 * grad_output[0]


def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    return gradients(x, weight, grad_output)

# %% last
Linear.forward = lambda self, x: torch.nn.functional.linear(x, self.weight, self.bias)


class Linear(nn.Module):
    pass


counted = lambda i, o, bias: sum(p.numel() for p in nn.Linear(i, o, bias=bias).parameters())


def linear_parameter_count(in_features, out_features, bias=True):
    return 1

# %% last
def borrowed(x, weight, grad_output):
    zeros = torch.zeros_like(grad_output[0])
    return torch.func.vjp(lambda a, b, c: a @ b.T + c, x, weight, zeros)[1](grad_output)


globals()["gradients"] = borrowed
