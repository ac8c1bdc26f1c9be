# what: The operators below F.linear are called: torch._C._nn.linear and its dispatcher's name.
# expect: forward=review

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 1:
            return torch._C._nn.linear(x, self.weight, self.bias)
        return torch.ops.aten.linear.default(x, self.weight, self.bias)
