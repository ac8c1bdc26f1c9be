# what: A generator left open keeps no_grad and inference_mode switched on.

# %% before forward
guard = torch.no_grad()
guard.__enter__()

# %% before backward
other_guard = torch.inference_mode()
other_guard.__enter__()
