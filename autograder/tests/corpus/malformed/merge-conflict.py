# what: A merge left its conflict marks between the cells.

# %% bytes
def data(right):
    head, tail = right.split(b'"cells"', 1)
    return head + b"<<<<<<< HEAD\n=======\n>>>>>>> main\n" + b'"cells"' + tail
