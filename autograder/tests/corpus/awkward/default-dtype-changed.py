# what: The default dtype is set to float64 at the top and left so.

# %% first
import torch

torch.set_default_dtype(torch.float64)
