# what: Cells print a gigabyte, display a huge picture, and raise with a huge message.

# %% before forward
import sys

line = "x" * 2**20
for _ in range(1000):
    print(line)

# %% before parameter-count
from IPython.display import HTML, display

display(HTML("<p>" + "y" * 300_000_000 + "</p>"))

# %% before count-parameters
from IPython.display import Image, display

display(Image(data=b"\x89PNG\r\n\x1a\n" + bytes(80_000_000), format="png"))

# %% before backward
raise ValueError("z" * 200_000_000)

# %% before copy-parameters
for number in range(20_000):
    display(number)
