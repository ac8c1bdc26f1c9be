# what: IPython's namespace, history, display and cell runner are replaced by empty things in the last cell.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before copy-parameters
import IPython

ip = get_ipython()


class Friendly(dict):
    def __missing__(self, key):
        return lambda *args, **kwargs: True

    def get(self, key, default=None):
        return self[key] if key in self else self.__missing__(key)

# %% replace copy-parameters
def copy_parameters(source, target):
    pass


type(ip).run_cell = lambda self, *args, **kwargs: IPython.core.interactiveshell.ExecutionResult(None)
type(ip).run_cell_async = type(ip).run_cell
ip.user_ns = Friendly(ip.user_ns)
ip.display_pub = ip.display_formatter = ip.history_manager = ip.events = None
