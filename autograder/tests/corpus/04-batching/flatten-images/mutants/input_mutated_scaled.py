"""The images are scaled in place on the way.

verdict: failed
idea: input-mutated
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    flat = images.flatten(1).clone()
    with torch.no_grad():
        images.div_(255)
    return flat
