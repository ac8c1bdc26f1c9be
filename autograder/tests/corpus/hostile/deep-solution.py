# what: A right solution adds nine hundred zeros in one expression, and asks six hundred helpers, one after the other.

# %% before forward
for number in range(100):
    exec(f"def step{number}(x):\n    return step{number + 1}(x)")


def step100(x):
    return x

# %% edit
def edit(nb):
    for cell in nb["cells"]:
        if cell["id"] == "forward":
            cell["source"] = cell["source"].replace("+ self.bias", "+ self.bias" + " + 0" * 900)
        if cell["id"] == "backward":
            helpers = [f"def g{n}(x):\n    return g{n + 1}(x) if n < 3 else x\n" for n in range(600)]
            cell["source"] = "n = 5\ng600 = abs\n" + "".join(helpers) + cell["source"].replace(
                "grad_output.sum(0)", "g0(grad_output).sum(0)"
            )
