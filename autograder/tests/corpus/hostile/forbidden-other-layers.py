# what: nn.LazyLinear and nn.Bilinear do the work.
# expect: forward=review

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        made = nn.LazyLinear(out_features)
        made(torch.ones(1, in_features))
        self.weight, self.bias = made.weight, made.bias

    def forward(self, x):
        return x @ self.weight.T + self.bias
