# what: A cell awaits a future that nobody completes.

# %% before backward
import asyncio

await asyncio.Future()
