# what: Files are written and read in the working and the temporary directory, and left there.

# %% before forward
import os
import pathlib
import tempfile

pathlib.Path("notes.txt").write_text("my notes")
pathlib.Path("figures/deep").mkdir(parents=True, exist_ok=True)
print(pathlib.Path("notes.txt").read_text(), os.listdir("."))

# %% after check-forward
layer = Linear(3, 2)
torch.save(layer.state_dict(), "layer.pt")
print(layer.load_state_dict(torch.load("layer.pt")))

# %% replace parameter-count
with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "count.txt").write_text("1")
    ONE = int(pathlib.Path(folder, "count.txt").read_text())


def linear_parameter_count(in_features, out_features, bias=True):
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * in_features)
        size = file.tell()
    return (size + (ONE if bias else 0)) * out_features
