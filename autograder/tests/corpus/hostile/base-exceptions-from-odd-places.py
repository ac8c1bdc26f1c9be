# what: BaseExceptions come from representations, finalizers, attributes, comparisons and callbacks.

# %% before forward
import gc
import weakref


class Trap:
    def __repr__(self):
        raise SystemExit("from repr")

    def _repr_html_(self):
        raise KeyboardInterrupt("from _repr_html_")

    def _ipython_display_(self):
        raise GeneratorExit("from display")

    def __getattr__(self, name):
        raise SystemExit("from " + name)

    def __del__(self):
        raise SystemExit("from a finalizer")


trap = Trap()
trap

# %% before parameter-count
display(trap, [trap], {"a": trap})

# %% before count-parameters
def callback(*args):
    raise SystemExit("from a callback")


gc.callbacks.append(callback)
weakref.finalize(Trap, callback)
get_ipython().events.register("post_run_cell", callback)
get_ipython().set_custom_exc((Exception,), callback)

# %% before backward
raise type("Trap", (BaseException,), {"__str__": callback, "__repr__": callback})()

# %% before copy-parameters
raise BaseExceptionGroup("many", [SystemExit(1), KeyboardInterrupt()]) if "BaseExceptionGroup" in dir(__builtins__) else SystemExit(1)
