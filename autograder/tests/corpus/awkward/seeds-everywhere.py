# what: Every random state is seeded, in cells and in a constructor.

# %% first
import random
import numpy as np
import torch

random.seed(0)
np.random.seed(0)
torch.manual_seed(0)

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        torch.manual_seed(42)
        self.weight = nn.Parameter(torch.rand(out_features, in_features) - 0.5)
        self.bias = nn.Parameter(torch.rand(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
