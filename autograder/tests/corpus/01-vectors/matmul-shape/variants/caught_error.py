"""A helper raises and the error is turned into None.

verdict: passed
"""


def product(a, b):
    if a[-1] - b[0]:
        raise ValueError(f"{a} does not fit {b}")
    return a[:-1] + b[1:]


def matmul_shape(a, b):
    try:
        return product(a, b)
    except ValueError as error:
        print(error)
        return None
