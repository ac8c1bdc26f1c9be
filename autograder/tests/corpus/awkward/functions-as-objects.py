# what: Answers are a lambda, a callable object and a bound method instead of functions.

# %% replace parameter-count
linear_parameter_count = lambda in_features, out_features, bias=True: out_features * (in_features + bool(bias))

# %% replace count-parameters
class Counter:
    def __call__(self, module):
        return sum(p.numel() for p in module.parameters())


count_parameters = Counter()

# %% replace copy-parameters
class Copier:
    def copy(self, source, target):
        for name in ("weight", "bias"):
            if getattr(getattr(source, name), "shape", None) != getattr(getattr(target, name), "shape", None):
                raise ValueError("these do not fit")
        with torch.no_grad():
            target.weight.copy_(source.weight)
            if target.bias is not None:
                target.bias.copy_(source.bias)


copy_parameters = Copier().copy
