# what: Objects that say they are ints, tensors and modules are returned and handed to the checks.
# expect: parameter-count=failed count-parameters=failed forward=failed

# %% replace parameter-count
class Number:
    __class__ = int

    def __int__(self):
        return 9

    __index__ = __int__

    def __eq__(self, other):
        return True


def linear_parameter_count(in_features, out_features, bias=True):
    return Number()

# %% replace count-parameters
def count_parameters(module):
    return True

# %% replace forward
class Meta(type):
    def __instancecheck__(cls, thing):
        return True

    def __subclasscheck__(cls, thing):
        return True

    def __call__(cls, *args):
        return cls

    def __getattr__(cls, name):
        return torch.ones(2)


class Linear(metaclass=Meta):
    __class__ = nn.Module
