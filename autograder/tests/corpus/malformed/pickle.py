# what: The file is a pickle that would run a command when it is loaded.

# %% bytes
def data(right):
    return b"cos\nsystem\n(S'touch @OUTSIDE@/@MARK@'\ntR."
