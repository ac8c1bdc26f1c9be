"""Only one or three channels pass.

verdict: error
idea: refuses-what-fits
"""


def flatten_images(images):
    if images.dim() != 4 or images.shape[1] not in (1, 3):
        raise ValueError("gray or RGB")
    return images.flatten(1)
