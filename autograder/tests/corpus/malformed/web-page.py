# what: The file is the HTML page of a website that wanted a login.

# %% bytes
def data(right):
    return b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>{}</body></html>\n"
