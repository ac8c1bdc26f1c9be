"""An assertion.

verdict: partly
idea: wrong-error-type
"""


def flatten_images(images):
    assert images.dim() == 4, "expected (N, C, H, W)"
    return images.flatten(1)
