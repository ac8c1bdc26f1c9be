# what: Gradients are switched off for the whole notebook and stay off.

# %% before forward
torch.set_grad_enabled(False)
