# what: A solution cell sets the default dtype to bfloat16 below its class.

# %% after forward
torch.set_default_dtype(torch.bfloat16)
Linear(2, 3)(torch.ones(2))
