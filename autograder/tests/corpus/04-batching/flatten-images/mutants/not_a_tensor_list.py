"""A list of vectors.

verdict: failed
idea: not-a-tensor
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return [image.flatten() for image in images]
