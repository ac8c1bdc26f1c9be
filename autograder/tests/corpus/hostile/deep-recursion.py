# what: Recursion without end, in Python, in representations, in comparisons, with no limit.
# endless: a traceback of millions of frames

# %% before forward
import sys

sys.setrecursionlimit(10**9)


def again(n):
    return again(n + 1)


again(0)

# %% before parameter-count
import sys

sys.setrecursionlimit(10**9)
deep = []
for _ in range(10**6):
    deep = [deep]
repr(deep)

# %% before count-parameters
import copy
import functools

function = len
for _ in range(10**6):
    function = functools.partial(function)
print(repr(function)[:10], copy.deepcopy(function) is None)
