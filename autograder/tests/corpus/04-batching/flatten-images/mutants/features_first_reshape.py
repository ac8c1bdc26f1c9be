"""reshape(-1, N).

verdict: failed
idea: features-first
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    n, c, h, w = images.shape
    return images.reshape(c * h * w, n)
