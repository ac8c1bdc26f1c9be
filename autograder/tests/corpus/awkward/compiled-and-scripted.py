# what: torch.jit, torch.compile, vmap and func.grad are tried on the right layer in own cells.

# %% after check-forward
traced = torch.jit.trace(Linear(2, 3), torch.ones(1, 2))
print(traced(torch.ones(4, 2)).shape)

# %% after check-forward
print(torch.vmap(Linear(2, 3))(torch.ones(4, 2)).shape)

# %% after check-forward
try:
    print(torch.compile(Linear(2, 3))(torch.ones(4, 2)).shape)
except Exception as error:
    print("no compiler here:", type(error).__name__)
