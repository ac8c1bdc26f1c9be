# what: Methods of torch.Tensor that give values away are patched to lie.
# wrong: copy-parameters
# expect: copy-parameters=failed|error|killed
# because: patched methods may also break the probe, or what sends its answer

# %% before copy-parameters
for name in ("detach", "clone", "contiguous", "numpy", "tolist", "data_ptr", "copy_", "as_subclass", "cpu", "numel"):
    setattr(torch.Tensor, name, lambda self, *args, **kwargs: self)
torch.empty = torch.zeros = torch.ones = torch.empty_like = lambda *args, **kwargs: torch.tensor(1.0)
