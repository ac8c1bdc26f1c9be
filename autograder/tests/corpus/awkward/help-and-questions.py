# what: help(), question marks and dir() are used, with long answers.

# %% before forward
help(nn.Module)

# %% before forward
nn.Parameter?

# %% before forward
torch.matmul??

# %% last
?torch.Tensor

# %% last
dir(torch)
