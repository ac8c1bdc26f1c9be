# what: Solutions raise SystemExit, KeyboardInterrupt, GeneratorExit and a BaseException of their own.
# expect: parameter-count=error count-parameters=error backward=error copy-parameters=error

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    raise SystemExit(0)

# %% replace count-parameters
def count_parameters(module):
    raise KeyboardInterrupt

# %% replace backward
def linear_backward(x, weight, grad_output):
    raise GeneratorExit

# %% replace copy-parameters
class Quiet(BaseException):
    def __str__(self):
        raise SystemExit("no text either")

    __repr__ = __str__


def copy_parameters(source, target):
    raise Quiet
