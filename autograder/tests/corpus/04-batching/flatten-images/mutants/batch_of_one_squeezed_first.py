"""squeeze() before flattening.

verdict: failed
idea: batch-of-one-lost
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.squeeze().flatten(1) if len(images) > 1 else images.squeeze().flatten()
