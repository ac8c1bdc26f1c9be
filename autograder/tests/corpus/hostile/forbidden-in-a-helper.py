# what: The solution cell is clean; a helper in another cell does what is forbidden.
# expect: forward=review

# %% before forward
def apply(x, weight, bias):
    with torch._C.DisableTorchFunction():
        return torch.nn.functional.linear(x, weight, bias)

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return apply(x, self.weight, self.bias)
