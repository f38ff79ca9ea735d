"""Hands the tasks of this folder out to the workers of a Dask scheduler, and brings back what they leave.

No disk is shared: the folder goes out as bytes, and what a task leaves comes back as a tar. When standard input
ends, everything is taken back.

    dask.py ADDRESS PROGRAM TASKS THREADS IDS
"""

import io
import os
import sys
import tarfile
import threading
import time

SENT = ("tasks.json",)
LEFT = "left"


def numbers(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def packed(folder, names):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        for name in names:
            tar.add(os.path.join(folder, name), arcname=name)
    return data.getvalue()


def unpacked(data, folder):
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tar.extractall(folder, filter="data")


def task(sent, program, number, of, threads, stop):
    """Runs on a worker: what the task leaves, as a tar, and what it said."""
    import shutil
    import subprocess
    import tempfile

    from distributed import Event, get_client

    stopped = Event(stop, client=get_client())
    here = program if os.path.exists(program) else shutil.which("reachsim") or program
    with tempfile.TemporaryDirectory(prefix="reachsim-") as folder:
        with tarfile.open(fileobj=io.BytesIO(sent)) as tar:
            tar.extractall(folder, filter="data")
        line = [here, "task", ".", "--shard", f"{number}/{of}", "--threads", str(threads), "--color", "never"]
        with open(os.path.join(folder, "said"), "w+b") as said:
            try:
                process = subprocess.Popen(
                    line, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
                )
            except OSError as error:
                return None, str(error).encode()
            while process.poll() is None:
                try:
                    process.wait(0.5)
                except subprocess.TimeoutExpired:
                    if stopped.is_set():
                        process.kill()
                        process.wait()
            said.seek(0)
            words = said.read()
        left = os.path.join(folder, LEFT)
        if not os.path.isdir(left):
            return None, words
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w") as tar:
            tar.add(left, arcname=LEFT)
        return data.getvalue(), words


def main():
    address, program, of, threads, ids = sys.argv[1:6]
    try:
        from distributed import Client, Event, as_completed
    except ImportError as error:
        sys.exit(f"this Python has no `distributed` ({error}): install it, or name another one in REACHSIM_PYTHON")
    try:
        client = Client(address, timeout="30s")
    except (OSError, ValueError) as error:
        sys.exit(f"no scheduler answers at {address}: {error}")
    names = [name for name in os.listdir(".") if name in SENT or name.endswith((".cbor", ".graph"))]
    # A task of its own, so that every worker fetches the bytes once.
    sent = client.submit(bytes, packed(".", names), pure=False)
    stop = f"reachsim-{os.getpid()}-{time.time_ns()}"
    futures = {
        client.submit(task, sent, program, number, of, threads, stop, retries=2, pure=False): number
        for number in numbers(ids)
    }

    def take_back():
        sys.stdin.read()
        Event(stop, client=client).set()
        client.cancel(list(futures), force=True)
        time.sleep(1.5)
        os._exit(0)

    threading.Thread(target=take_back, daemon=True).start()

    def begun():
        while not client.scheduler_info().get("workers"):
            time.sleep(0.5)
        open("log/begun", "w").close()

    threading.Thread(target=begun, daemon=True).start()
    for future in as_completed(list(futures)):
        number = futures[future]
        if future.status != "finished":
            words, left = f"{future.exception()!r}".encode(), None
        else:
            left, words = future.result()
        if left is not None:
            unpacked(left, ".")
        with open(f"log/{number}.txt", "wb") as log:
            log.write(words)
        future.release()
    os._exit(0)


if __name__ == "__main__":
    main()
