# what: gc, weakref, del and finalizers are used.

# %% before count-parameters
import gc
import weakref

gc.disable()
gc.set_threshold(10)
temporary = nn.Linear(3, 3)
watcher = weakref.ref(temporary, lambda _: print("gone"))
weakref.finalize(temporary, print, "finalized")
del temporary
gc.collect()


class Loud:
    def __del__(self):
        raise RuntimeError("in a finalizer")


Loud()
loud = Loud()
