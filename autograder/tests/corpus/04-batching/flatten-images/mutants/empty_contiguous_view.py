"""contiguous, and a view with -1.

verdict: partly
idea: empty-batch-fails
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.contiguous().view(len(images), -1)
