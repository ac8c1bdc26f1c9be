# what: A solution crashes its process by reading address 0.
# expect: forward=killed

# %% replace forward
import ctypes


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return ctypes.string_at(0)
