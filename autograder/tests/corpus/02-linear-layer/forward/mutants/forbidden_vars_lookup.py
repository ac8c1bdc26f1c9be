"""The class is looked up in the namespace of torch.nn.

verdict: review
idea: forbidden
"""

from torch import nn

Base = vars(nn)["Linear"]


class Linear(Base):
    pass
