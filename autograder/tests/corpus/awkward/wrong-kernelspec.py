# what: Honest Python in a notebook that says it is written in R.

# %% edit
def edit(nb):
    nb["metadata"] = {
        "kernelspec": {"display_name": "R", "language": "R", "name": "ir"},
        "language_info": {"name": "R", "codemirror_mode": "r", "version": "4.3.1"},
    }
