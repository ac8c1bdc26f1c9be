"""Right so far, then a loop in the last answer's cell that never comes to an end."""

import torch
from torch import nn


# %% copy-parameters
def copy_parameters(source, target):
    with torch.no_grad():
        target.weight.copy_(source.weight)
        target.bias.copy_(source.bias)


steps = 0
while steps < 10:
    copy_parameters(nn.Linear(2, 3), nn.Linear(2, 3))
