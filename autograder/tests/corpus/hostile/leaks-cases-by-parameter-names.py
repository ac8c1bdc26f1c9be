# what: The layer registers parameters and buffers named after its hidden sizes, and renames itself.
# wrong: copy-parameters
# expect: forward=failed copy-parameters=failed
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        word = "LEAK" + "ED"
        setattr(self, f"{word}_{in_features}_{out_features}", nn.Parameter(torch.randn(out_features, in_features)))
        self.register_buffer(f"{word}_buffer_{in_features}", torch.ones(2))
        type(self).__name__ = type(self).__qualname__ = f"{word}_{in_features}"

    def forward(self, x):
        return x
