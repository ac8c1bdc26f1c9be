# what: While it is checked, the solution closes every descriptor.
# expect: forward=killed

# %% replace forward
import os


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        os.closerange(0, 4096)
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
