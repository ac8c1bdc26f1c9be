# what: The exercise is handed in as it was handed out.
# expect: all=missing

# %% edit
def edit(nb):
    from autograder.tests import submissions

    import json

    return json.loads(submissions.RELEASED.read_text(encoding="utf-8"))
