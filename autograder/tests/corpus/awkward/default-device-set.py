# what: The default device is set, to the CPU first and to "meta" at the end.

# %% before forward
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.set_default_device(device)

# %% before copy-parameters
torch.set_default_device("meta")
