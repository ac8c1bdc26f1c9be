# what: Star imports bring hundreds of names, among them linear and Linear, before the class is defined.

# %% before forward
from torch import *
from torch.nn import *

# %% before forward
import torch
from torch import nn
