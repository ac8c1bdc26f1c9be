"""The module of nn.Linear is imported by a string.

verdict: review
idea: forbidden
"""

import importlib

layers = importlib.import_module("torch.nn.modules.linear")


class Linear(layers.Linear):
    pass
