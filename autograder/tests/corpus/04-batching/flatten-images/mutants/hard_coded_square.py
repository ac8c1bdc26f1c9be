"""Square images are assumed.

verdict: failed
idea: size-assumed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(-1, images.shape[1] * images.shape[2] ** 2)
