# what: Below the checks, helpers and names of the solutions are used again for something else.

# %% replace forward
def apply(x, w, b):
    return x @ w.T + b


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return apply(x, self.weight, self.bias)

# %% replace parameter-count
ONE = 1


def linear_parameter_count(in_features, out_features, bias=True):
    return (in_features + ONE * bool(bias)) * out_features

# %% after check-parameter-count
ONE = "one"
apply = print


def count(words):
    return len(words.split())

# %% last
Linear.forward = lambda self, x: "another experiment"
count_parameters = count("not that one")
del linear_backward
