"""nn.Linear under another name.

verdict: review
idea: forbidden
"""

from torch import nn


class Linear(nn.Linear):
    pass
