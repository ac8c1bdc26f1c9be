# what: The counts are integers of ten thousand digits, of the learner's own kind, or not integers but for their looks.
# expect: parameter-count=failed count-parameters=failed|error
# because: Python refuses to write so many digits, and says so where they are put into words

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return 10**10_000 + in_features

# %% replace count-parameters
class Count(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def count_parameters(module):
    size = sum(p.numel() for p in module.parameters())
    return Count(size) if size % 2 else float(size)
