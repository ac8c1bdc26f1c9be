# what: The notebook comes with the outputs of the learner's own runs, errors and old failures too.

# %% edit
def edit(nb):
    failure = {
        "output_type": "error",
        "ename": "CheckFailed",
        "evalue": "not yet",
        "traceback": ["\x1b[31mnot yet\x1b[0m"],
    }
    stderr = {"output_type": "stream", "name": "stderr", "text": ["careful!\n"]}
    nothing = {
        "output_type": "execute_result",
        "execution_count": 7,
        "metadata": {},
        "data": {"text/plain": ["0.0"]},
    }
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [failure, stderr, nothing]
            cell["execution_count"] = 7
