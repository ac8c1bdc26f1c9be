# what: stdout and stderr are replaced, closed or redirected, and left so.

# %% before forward
import contextlib
import io
import sys

with contextlib.redirect_stdout(io.StringIO()) as text:
    print("caught")

# %% before parameter-count
sys.stdout = open("log.txt", "w")
print("into a file")

# %% before backward
sys.stdout.close()
sys.stderr = None
