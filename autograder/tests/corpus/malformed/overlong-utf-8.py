# what: The brace is written as an overlong UTF-8 sequence, and a surrogate as three bytes.

# %% bytes
def data(right):
    return b"\xc1\xbb" + right[1:].replace(b"linear", b"\xed\xa0\x80linear", 1)
