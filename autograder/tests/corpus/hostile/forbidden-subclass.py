# what: The class is PyTorch's own by inheritance, assignment, or type().
# expect: forward=review

# %% replace forward
Linear = type("Linear", (nn.Linear,), {"mine": True})
