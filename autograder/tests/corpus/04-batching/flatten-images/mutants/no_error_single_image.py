"""A single image is given a batch dimension.

verdict: partly
idea: no-error-on-mismatch
"""


def flatten_images(images):
    if images.dim() == 3:
        images = images.unsqueeze(0)
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(1)
