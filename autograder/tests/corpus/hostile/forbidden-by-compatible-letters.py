# what: The forbidden name is spelled in mathematical letters, which Python reads as plain ones.
# expect: forward=review

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return nn.functional.𝓁𝒾𝓃ℯ𝒶𝓇(x, self.weight, self.bias)
