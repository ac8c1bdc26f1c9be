"""Divides by the number of images.

verdict: partly
idea: empty-batch-fails
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(len(images), images.numel() // len(images))
