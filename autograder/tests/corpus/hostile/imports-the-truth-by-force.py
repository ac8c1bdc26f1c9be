# what: The checks are imported through importlib, spec loaders, zip paths and after clearing sys.modules.

# %% first
import importlib
import importlib.machinery
import importlib.util
import os
import sys

import autograder

package = os.path.dirname(autograder.__file__)


def by_spec():
    path = os.path.join(package, "checks", "linear_layer.py")
    spec = importlib.util.spec_from_file_location("truth", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_new_package():
    for name in [name for name in sys.modules if name.startswith("autograder")]:
        del sys.modules[name]
    sys.path.insert(0, os.path.dirname(package))
    return importlib.import_module("autograder.checks.linear_layer")


def by_bytecode():
    tag = sys.implementation.cache_tag
    path = os.path.join(package, "checks", "__pycache__", f"linear_layer.{tag}.pyc")
    return importlib.machinery.SourcelessFileLoader("truth", path).load_module()


for attempt in (
    lambda: importlib.import_module("autograder.checks"),
    lambda: importlib.import_module("autograder.checks.core"),
    by_spec,
    by_bytecode,
    by_new_package,
):
    try:
        print("HO" + "LE: imported", attempt())
    except Exception as error:
        print(type(error).__name__, error)
