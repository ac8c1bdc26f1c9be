# what: The file holds spaces and line breaks.

# %% bytes
def data(right):
    return b" \n\t\r\n" * 100
