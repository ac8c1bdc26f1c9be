"""A numpy array.

verdict: failed
idea: not-a-tensor
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.detach().numpy().reshape(len(images), images[:1].numel() or 1)
