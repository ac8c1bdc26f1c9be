"""Channels last, as in picture files.

verdict: failed
idea: pixels-reordered
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.permute(0, 2, 3, 1).flatten(1)
