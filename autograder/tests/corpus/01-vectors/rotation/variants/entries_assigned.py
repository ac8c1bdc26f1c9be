"""Entry by entry into an empty tensor.

verdict: passed
"""

import math

import torch


def rotation(theta):
    matrix = torch.empty(2, 2)
    matrix[0, 0] = matrix[1, 1] = math.cos(theta)
    matrix[0, 1] = math.sin(theta)
    matrix[1, 0] = -math.sin(theta)
    return matrix
