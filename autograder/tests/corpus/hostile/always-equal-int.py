# what: The count is an int that equals every number.
# expect: parameter-count=failed count-parameters=failed

# %% replace parameter-count
class Yes(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = int.__hash__


def linear_parameter_count(in_features, out_features, bias=True):
    return Yes(7)

# %% replace count-parameters
def count_parameters(module):
    return Yes(7)
