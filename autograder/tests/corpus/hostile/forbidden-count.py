# what: The count is read off a layer that is built for it.
# expect: parameter-count=review

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return sum(p.numel() for p in nn.Linear(in_features, out_features, bias=bias, device="meta").parameters())
