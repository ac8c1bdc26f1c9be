# what: The file was saved in Latin-1, umlauts included.

# %% bytes
def data(right):
    text = right.replace(b"# Assignment 2", "# Übung 2: größer".encode(), 1).decode()
    return text.encode("latin-1", "replace")
