# what: Logging is configured for everything and used by the solutions.

# %% before copy-parameters
import logging

logging.basicConfig(level=logging.DEBUG, force=True)
log = logging.getLogger("homework")
log.warning("starting")

# %% replace copy-parameters
def copy_parameters(source, target):
    log.debug("copying %s to %s", source, target)
    for name in ("weight", "bias"):
        mine, theirs = getattr(source, name), getattr(target, name)
        if (mine is None) != (theirs is None):
            log.error("only one has a %s", name)
            raise ValueError(name)
        if mine is not None and mine.shape != theirs.shape:
            log.error("shapes differ")
            raise ValueError(name)
    for name in ("weight", "bias"):
        if getattr(target, name) is not None:
            getattr(target, name).data[:] = getattr(source, name).data
