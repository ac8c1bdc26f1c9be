# what: Cells that are not Python: half a thought, a Markdown cell of the wrong type, a shell line.

# %% before forward
def half_a_function(

# %% before parameter-count
This should have been a Markdown cell, it's text.

# %% before backward
for x in range(3)
print(x)

# %% last
pip install torch
