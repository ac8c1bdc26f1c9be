# what: Cells between the exercises end the process in three ways.

# %% before parameter-count
import os

os._exit(0)

# %% before backward
import os

os.abort()

# %% before copy-parameters
import os

os.kill(os.getpid(), 9)
