# what: Finalizers make new objects with finalizers, and a garbage collector's callback never returns.

# %% before copy-parameters
import gc


class Hydra:
    def __del__(self):
        Hydra()


Hydra()

# %% before copy-parameters
import time

gc.callbacks.append(lambda *_: time.sleep(1000))
gc.collect()
