"""view(-1, 784), as in many tutorials.

verdict: failed
idea: size-assumed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(-1, 784)
