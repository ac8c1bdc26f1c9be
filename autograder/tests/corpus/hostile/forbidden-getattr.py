# what: The function's name is put together from pieces.
# expect: forward=review

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        name = "".join(reversed(["near", "li"]))
        return getattr(getattr(nn, "func" + "tional"), name)(x, self.weight, self.bias)
