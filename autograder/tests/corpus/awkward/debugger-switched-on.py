# what: %pdb is on when a cell raises, and breakpoint() and %debug are called.

# %% before forward
%pdb on

# %% before forward
1 / 0

# %% before parameter-count
%debug

# %% before parameter-count
breakpoint()
print("after the breakpoint")
