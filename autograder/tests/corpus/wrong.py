# An answer to each exercise that runs, has the right form and earns no point.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return 0 * (x @ self.weight.T + self.bias)


# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return 0


# %% replace count-parameters
def count_parameters(module):
    return -1


# %% replace backward
def linear_backward(x, weight, grad_output):
    return 0 * x, 0 * weight, 0 * grad_output[0]


# %% replace copy-parameters
def copy_parameters(source, target):
    pass
