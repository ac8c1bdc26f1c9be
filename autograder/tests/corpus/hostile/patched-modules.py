# what: nn.Module's calls, parameters and state are patched, and the optimizers, to please any check.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before copy-parameters
nn.Module.named_parameters = lambda self, *args, **kwargs: iter(())
nn.Module.load_state_dict = lambda self, *args, **kwargs: None
nn.Module.__call__ = lambda self, x: x
torch.optim.SGD.step = lambda self, closure=None: None
torch.autograd.grad = lambda outputs, inputs, *args, **kwargs: tuple(torch.zeros_like(i) for i in inputs)
nn.Module.parameters = lambda self, recurse=True: iter([nn.Parameter(torch.ones(1))])
