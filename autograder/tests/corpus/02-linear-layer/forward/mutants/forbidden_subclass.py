"""The class inherits everything from nn.Linear.

verdict: review
idea: forbidden
"""

from torch import nn


class Linear(nn.Linear):
    def __init__(self, in_features, out_features):
        super().__init__(in_features, out_features)
