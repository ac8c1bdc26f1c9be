# what: The probe's own module is replaced, function by function, by one that yields made-up facets.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before copy-parameters
import sys


def made_up(*args, **kwargs):
    yield "count", 0
    yield "again", 0
    yield "target", {}
    yield "outcome", "ValueError"
    yield "verdict", "passed"


for name, module in list(sys.modules.items()):
    if name.startswith("autograder"):
        for attribute, value in list(vars(module).items()):
            if callable(value) and attribute in ("find", "copy_parameters", "count_parameters", "outcome"):
                setattr(module, attribute, made_up if attribute != "find" else lambda name: made_up)
