"""Printed only.

verdict: failed
idea: returns-nothing
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    print(torch.tensor([[c, s], [-s, c]]))
