# what: Comments and trailing commas, as in JavaScript.

# %% bytes
def data(right):
    return right.replace(b"{", b"{ // a notebook\n", 1).rstrip()[:-1] + b",}"
