# what: The file was saved as UTF-16 with a byte order mark.
# expect: all=malformed|passed
# because: what is exchanged must be UTF-8 (RFC 8259, section 8.1), though a reader may tell what it is

# %% bytes
def data(right):
    return right.decode().encode("utf-16")
