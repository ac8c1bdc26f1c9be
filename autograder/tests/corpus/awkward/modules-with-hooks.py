# what: The layer registers hooks, buffers and extra attributes, and global module hooks are set in a cell.

# %% replace forward
class Linear(nn.Module):
    calls = 0

    def __init__(self, in_features, out_features):
        super().__init__()
        self.register_parameter("bias", nn.Parameter(torch.randn(out_features)))
        self.register_parameter("weight", nn.Parameter(torch.randn(out_features, in_features)))
        self.register_buffer("seen", torch.zeros(()), persistent=False)
        self.register_forward_hook(lambda module, args, result: None)
        self.history = []

    def forward(self, x):
        type(self).calls += 1
        self.seen += 1
        self.history.append(tuple(x.shape))
        return (self.weight @ x.unsqueeze(-1)).squeeze(-1) + self.bias

# %% after forward
handle = nn.modules.module.register_module_forward_hook(lambda module, args, result: None)
