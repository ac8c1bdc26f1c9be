# what: The file is a zip archive with the notebook in it.

# %% bytes
def data(right):
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("linear-layer.ipynb", right)
    return file.getvalue()
