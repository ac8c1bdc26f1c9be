# what: Carriage returns, colors and clear_output draw progress bars.

# %% before backward
import sys
import time

from IPython.display import clear_output

for step in range(200):
    print(f"\r[{'#' * (step // 10):20}] {step}", end="", flush=True)
print("\x1b[32mdone\x1b[0m")
for step in range(30):
    clear_output(wait=True)
    print(step)
