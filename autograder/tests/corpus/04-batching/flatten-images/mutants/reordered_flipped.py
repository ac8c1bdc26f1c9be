"""The last row first.

verdict: failed
idea: pixels-reordered
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flip(2).flatten(1)
