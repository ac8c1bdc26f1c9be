"""Brought to mean 0 and deviation 1.

verdict: failed
idea: pixels-changed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    flat = images.flatten(1)
    return (flat - flat.mean()) / flat.std()
