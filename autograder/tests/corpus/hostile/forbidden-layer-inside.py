# what: The layer keeps an nn.Linear and calls it.
# expect: forward=review

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.inner = [nn.Linear(in_features, out_features)]
        self.weight, self.bias = self.inner[0].weight, self.inner[0].bias

    def forward(self, x):
        self.inner[0].weight, self.inner[0].bias = self.weight, self.bias
        return self.inner[0](x)
