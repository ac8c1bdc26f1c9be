# what: Coroutines, futures, executors and async generators are left unfinished at every await.

# %% before forward
import asyncio
import concurrent.futures
import threading
import time


async def forever():
    while True:
        try:
            await asyncio.sleep(0.001)
        except BaseException:
            pass


tasks = [asyncio.ensure_future(forever()) for _ in range(50)]
await asyncio.sleep(0.01)

# %% before parameter-count
loop = asyncio.get_running_loop()
loop.call_soon(lambda: tasks.append(asyncio.ensure_future(forever())))
loop.run_in_executor(None, time.sleep, 100)
executor = concurrent.futures.ThreadPoolExecutor(4)
futures = [executor.submit(time.sleep, 100) for _ in range(8)]


async def numbers():
    try:
        while True:
            yield 1
    finally:
        await asyncio.sleep(100)


generator = numbers()
await generator.__anext__()

# %% before count-parameters
loop.stop()

# %% before backward
loop.close()
