# what: F.linear arrives by a star import.
# expect: forward=review

# %% replace forward
from torch.nn.functional import *


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return linear(x, self.weight, self.bias)
