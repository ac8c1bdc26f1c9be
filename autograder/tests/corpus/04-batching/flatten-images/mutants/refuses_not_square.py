"""Only square images pass.

verdict: error
idea: refuses-what-fits
"""


def flatten_images(images):
    if images.dim() != 4 or images.shape[2] != images.shape[3]:
        raise ValueError("square images only")
    return images.flatten(1)
