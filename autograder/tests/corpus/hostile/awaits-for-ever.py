# what: A cell awaits a future that nobody completes.
# endless: an awaited event

# %% before backward
import asyncio

await asyncio.Future()
