"""Clamped to what can be shown.

verdict: failed
idea: pixels-changed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(1).clamp(0, 1)
