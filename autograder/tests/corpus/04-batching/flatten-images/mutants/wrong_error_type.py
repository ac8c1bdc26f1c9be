"""A TypeError.

verdict: partly
idea: wrong-error-type
"""


def flatten_images(images):
    if len(images.shape) != 4:
        raise TypeError("expected (N, C, H, W)")
    return images.flatten(1)
