# what: __build_class__, super and property are patched before the class is defined.
# expect: forward=failed

# %% replace forward
import builtins

real_build = builtins.__build_class__
builtins.__build_class__ = lambda function, name, *bases, **kwargs: (
    real_build(function, name, object) if name == "Linear" else real_build(function, name, *bases, **kwargs)
)


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        self.weight = torch.zeros(out_features, in_features)
        self.bias = torch.zeros(out_features)

    def __call__(self, x):
        return x.new_zeros((*x.shape[:-1], len(self.bias)))
