# what: Cells nest brackets, signs and sums so deeply that parsers run out of stack.
# expect: forward=review parameter-count=review backward=review

# %% edit
def edit(nb):
    sources = [
        "x = " + "(" * 50_000 + ")" * 50_000,
        "x = " + "-" * 200_000 + "1",
        "x = 1" + "+1" * 100_000,
        "x = " + "[" * 90 + "]" * 90,
        "x" + ".a" * 100_000,
        "x = " + "lambda: " * 5_000 + "0",
        "if 1:\n" + "".join(" " * n + "if 1:\n" for n in range(1, 99)) + " " * 99 + "pass",
        "x = " + "not " * 100_000 + "1",
        "x = f'" + "{f\"" * 200 + "}" * 200 + "'",
        "global " + ", ".join(f"n{n}" for n in range(100_000)),
    ]
    for number, source in enumerate(sources):
        nb["cells"].insert(1, {
            "cell_type": "code", "id": f"deep-{number}", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source,
        })
