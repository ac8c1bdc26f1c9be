"""x @ weight + bias, the first thing one tries.

verdict: failed
idea: weight-not-transposed
"""



def linear(x, weight, bias=None):
    return x @ weight + bias
