# what: The functional module goes by another name, and its function through a default argument.
# expect: forward=review

# %% replace forward
import torch.nn.functional as friendly


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x, combine=friendly.linear):
        return combine(x, self.weight, self.bias)
