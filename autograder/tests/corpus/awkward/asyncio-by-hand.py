# what: Event loops are made and run by hand, which works in a script and not in a notebook.

# %% before forward
import asyncio


async def work():
    await asyncio.sleep(0.01)
    return 42


try:
    print(asyncio.run(work()))
except RuntimeError as error:
    print("a loop is running already:", error)


# %% after check-forward
async def slowly():
    await asyncio.sleep(0.05)


task = asyncio.get_event_loop().create_task(slowly())
