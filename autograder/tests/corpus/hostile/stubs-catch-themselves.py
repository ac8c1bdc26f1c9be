# what: Answers raise NotImplementedError themselves, or hide that they were never written.
# expect: forward=missing parameter-count=missing count-parameters=failed

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        raise NotImplementedError

# %% replace parameter-count
linear_parameter_count = None
del linear_parameter_count

# %% replace count-parameters
def count_parameters(module):
    try:
        raise NotImplementedError
    except NotImplementedError:
        return None
