# what: Helpers that the solutions call are defined in cells below the checks.

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(start(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return affine(x, self.weight, self.bias)

# %% after check-forward
def affine(x, weight, bias):
    return x @ weight.T + bias

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return product(in_features, out_features) + (out_features if bias else 0)

# %% last
def start(rows, columns):
    return torch.randn(rows, columns) / columns**0.5


def product(a, b):
    return a * b
