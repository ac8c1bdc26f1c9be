# what: isinstance, len, all, type, sorted, getattr and others are replaced in builtins.
# wrong: copy-parameters
# expect: copy-parameters=failed|error|killed
# because: in a process without sane builtins anything may break first; no points come of it

# %% replace copy-parameters
def copy_parameters(source, target):
    pass


import builtins

for name in ("all", "any", "isinstance", "issubclass", "hasattr", "callable"):
    setattr(builtins, name, lambda *args, **kwargs: True)
builtins.len = lambda thing: 0
builtins.sorted = builtins.list = lambda *args: []
builtins.zip = builtins.enumerate = lambda *args, **kwargs: iter(())
builtins.__import__ = lambda *args, **kwargs: None
builtins.AssertionError = builtins.Exception = SystemExit
