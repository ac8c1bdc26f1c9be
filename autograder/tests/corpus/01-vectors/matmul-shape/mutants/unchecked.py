"""Inner sizes are not compared.

verdict: partly
idea: unchecked
"""


def matmul_shape(a, b):
    return a[:-1] + b[1:]
