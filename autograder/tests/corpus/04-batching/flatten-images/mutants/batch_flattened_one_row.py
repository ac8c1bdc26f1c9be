"""All images in one long row.

verdict: failed
idea: batch-flattened-away
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(1, images.numel())
