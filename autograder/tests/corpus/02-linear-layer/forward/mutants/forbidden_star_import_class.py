"""Everything is imported from torch.nn, and the class there becomes the base of ours.

verdict: review
idea: forbidden
"""

from torch.nn import *

Given = Linear


class Linear(Given):
    def forward(self, x):
        return super().forward(x)
