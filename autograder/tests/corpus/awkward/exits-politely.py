# what: Cells call exit(), quit() and sys.exit(), which a kernel survives.

# %% before parameter-count
import sys

sys.exit(0)

# %% before backward
raise SystemExit("enough")

# %% last
exit()

# %% last
quit
