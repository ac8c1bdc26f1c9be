"""Dimensions are sorted by stride before flattening.

verdict: failed
idea: memory-order
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    order = sorted((1, 2, 3), key=images.stride, reverse=True)
    return images.permute(0, *order).flatten(1)
