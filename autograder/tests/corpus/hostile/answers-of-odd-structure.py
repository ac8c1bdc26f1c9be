# what: The answers contain themselves, are nested a hundred thousand deep, or hold a million keys.
# expect: parameter-count=failed|error count-parameters=failed|error backward=failed|error|killed
# because: what cannot travel is refused wherever that is noticed first

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    own = []
    own.append(own)
    return own

# %% replace count-parameters
DEEP = []
for _ in range(100_000):
    DEEP = [DEEP]


def count_parameters(module):
    return DEEP

# %% replace backward
KEYS = {f"key {n}\ud800\0": n for n in range(100_000)}


def linear_backward(x, weight, grad_output):
    return [KEYS] * 3
