# what: Solutions are wrapped by the learner's own decorators, which time, count and log calls.

# %% before forward
import functools
import time

calls = {}


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            calls[function.__name__] = time.perf_counter() - start

    return wrapper

# %% replace forward
class Linear(nn.Module):
    @timed
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    @timed
    def forward(self, x):
        return x @ self.weight.T + self.bias

# %% replace count-parameters
@timed
def count_parameters(module):
    return sum(p.numel() for p in module.parameters())
