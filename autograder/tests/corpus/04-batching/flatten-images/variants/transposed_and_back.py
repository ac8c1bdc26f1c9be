"""Pixels first, flattened, and turned back.

verdict: passed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.permute(1, 2, 3, 0).flatten(0, 2).T
