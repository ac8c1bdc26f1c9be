"""Detached from the graph.

verdict: failed
idea: detached
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.detach().flatten(1)
