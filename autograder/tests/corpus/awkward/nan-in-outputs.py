# what: Stored outputs contain NaN and Infinity, which JSON lacks and Jupyter writes all the same.

# %% edit
def edit(nb):
    chart = {"data": [{"y": [1.0, float("nan"), float("inf")]}]}
    output = {
        "output_type": "display_data", "metadata": {},
        "data": {"application/vnd.plotly.v1+json": chart, "text/plain": "Figure()"},
    }
    nb["cells"][-1]["outputs"] = [output]
