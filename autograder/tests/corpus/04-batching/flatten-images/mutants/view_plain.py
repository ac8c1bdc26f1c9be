"""view.

verdict: error
idea: view-on-other-memory
"""


def flatten_images(images):
    n, c, h, w = images.shape
    return images.view(n, c * h * w)
