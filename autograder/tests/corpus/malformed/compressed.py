# what: The file is a gzip stream that would unpack to a gigabyte.

# %% bytes
def data(right):
    import zlib

    packer = zlib.compressobj(9, wbits=31)
    chunk = b"[" * 2**20
    return b"".join(packer.compress(chunk) for _ in range(1024)) + packer.flush()
