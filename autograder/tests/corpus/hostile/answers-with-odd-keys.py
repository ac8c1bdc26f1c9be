# what: The answers are dicts, sets, generators, NumPy values and huge ints with lying methods.
# expect: parameter-count=failed|error count-parameters=failed|error|killed backward=failed|error
# because: a lying container may be refused before it is looked into, an endless one use up the memory

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return 1 << 200_000

# %% replace count-parameters
class Endless(list):
    def __iter__(self):
        while True:
            yield self

    def __len__(self):
        return 10**9


def count_parameters(module):
    return Endless([1])

# %% replace backward
class Keys(dict):
    def items(self):
        raise SystemExit(0)

    keys = __iter__ = items


def linear_backward(x, weight, grad_output):
    return Keys(a=1), (value for value in [1, 2]), {frozenset([1]): 2}
