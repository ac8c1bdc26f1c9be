# what: The answers are NaN and infinity, which compare with nothing and everything.
# expect: forward=failed backward=failed parameter-count=failed

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return (x @ self.weight.T + self.bias) * float("nan")

# %% replace backward
def linear_backward(x, weight, grad_output):
    return x * float("inf"), weight * float("nan"), grad_output[0] * float("inf")

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return float("nan")
