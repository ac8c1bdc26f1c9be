# what: The answers are enormous: an expanded view, a real eighth of a gigabyte, a trillion elements.
# expect: forward=failed|error backward=failed|error|killed
# because: what is too large to send may be refused, or use up the memory before it can be

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return torch.zeros(1).expand(10**12)

# %% replace backward
def linear_backward(x, weight, grad_output):
    return torch.zeros(30_000_000), weight.expand(10**6, *weight.shape), grad_output
