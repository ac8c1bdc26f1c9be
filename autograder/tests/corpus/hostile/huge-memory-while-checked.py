# what: Solutions ask for far more memory than there is, once caught by torch, once piece by piece.
# expect: forward=error backward=error|killed
# because: the last bytes may be missing where Python can say so or where it can only end

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x.repeat(10**6, 10**6) @ self.weight.T

# %% replace backward
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("shapes")
    kept = []
    for _ in range(10_000):
        kept.append(torch.empty(2**18))
    return x, weight, grad_output
