# what: What runs the probes is patched to return an empty answer, and one that says all is right.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before copy-parameters
import sys

for name, module in list(sys.modules.items()):
    if name.startswith("autograder"):
        for attribute, value in list(vars(module).items()):
            if callable(value) and attribute in ("run", "answer", "evaluate", "ask", "judge", "probe"):
                setattr(module, attribute, lambda *args, **kwargs: {})
