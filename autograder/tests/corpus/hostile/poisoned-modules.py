# what: sys.modules, the import hooks and the path are poisoned with modules of the learner's.
# wrong: forward
# expect: forward=failed

# %% before forward
import importlib.abc
import sys
import types


class Everything(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args, **kwargs: True


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.startswith("autograder.checks"):
            return importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        return Everything(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Finder())
for name in ("autograder.checks", "autograder.checks.judge", "autograder.results", "autograder.kernel"):
    sys.modules[name] = Everything(name)
