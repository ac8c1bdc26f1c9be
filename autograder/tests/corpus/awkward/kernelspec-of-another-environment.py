# what: The kernel is called as the learner's own environment, with a name of their own.

# %% edit
def edit(nb):
    nb["metadata"]["kernelspec"] = {
        "display_name": "Python (torch gpu) ⚡",
        "language": "python",
        "name": "my env/torch:2",
    }
    nb["metadata"]["language_info"] = {"name": "python", "version": "3.7.4"}
    nb["metadata"]["colab"] = {"provenance": [], "gpuType": "T4"}
    nb["metadata"]["accelerator"] = "GPU"
    nb["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
