# what: Braces and quotes are written in UTF-7, past filters that look for them.

# %% bytes
def data(right):
    return right.decode().encode("utf-7").replace(b"{", b"+AHs-")
