# what: The file starts with a byte order mark, which JSON does not allow; everything else is right.
# expect: all=malformed|passed
# because: JSON forbids the mark and lets a reader ignore it (RFC 8259, section 8.1)

# %% bytes
def data(right):
    return b"\xef\xbb\xbf" + right
