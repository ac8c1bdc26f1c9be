# what: All of autograder's modules are deleted from sys.modules, and the truth is imported in their place.
# wrong: copy-parameters
# expect: copy-parameters=failed|error|killed
# because: a process whose runner is gone may be able to answer or not

# %% before copy-parameters
import importlib
import os
import sys

import autograder

sys.path.insert(0, os.path.dirname(os.path.dirname(autograder.__file__)))
for name in [name for name in sys.modules if name.startswith("autograder")]:
    del sys.modules[name]
try:
    print("HO" + "LE: imported", importlib.import_module("autograder.checks.linear_layer"))
except Exception as error:
    print(type(error).__name__, error)
