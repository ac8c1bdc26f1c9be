# what: Finalizers make new objects with finalizers, and a garbage collector's callback never returns.
# expect: copy-parameters=passed|timeout
# because: the first of them goes off when the next cell starts, and which of the two is to blame cannot be told
# endless: a callback of the garbage collector

# %% before copy-parameters
import gc


class Hydra:
    def __del__(self):
        Hydra()


Hydra()

# %% before copy-parameters
import gc
import time

gc.callbacks.append(lambda *_: time.sleep(1000))
gc.collect()
