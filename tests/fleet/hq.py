"""What HyperQueue's wheel has instead of the program `hq`: a server with a worker, and as much of its client as the
program's row of the table of engines calls.

    hq.py FOLDER server
    hq.py FOLDER --output-mode=quiet submit --array=1,4-6 .. SCRIPT
    hq.py FOLDER --output-mode=quiet job list --filter=waiting,running
    hq.py FOLDER job cancel ID
"""

import os
import sys

from hyperqueue import Client, Job, LocalCluster
from hyperqueue.cluster import WorkerConfig


def numbers(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def server(folder):
    cluster = LocalCluster(folder, WorkerConfig(cores=2))
    print("ready", flush=True)
    sys.stdin.read()
    cluster.stop()


def submit(client, folder, words):
    ids = next(word.partition("=")[2] for word in words if word.startswith("--array="))
    job = Job(max_fails=None)
    for number in numbers(ids):
        line = ["sh", "-c", 'HQ_TASK_ID=$0 exec "$1"', str(number), words[-1]]
        job.program(line, stdout=None, stderr=None, cwd=folder)
    known = client.submit(job).id
    with open(os.path.join(folder, "jobs"), "a") as jobs:
        jobs.write(f"{known}\n")
    print(known)


def jobs(client, folder):
    class Enough(Exception):
        pass

    with open(os.path.join(folder, "jobs")) as text:
        ids = [int(line) for line in text]
    states = {}

    def seen(found):
        states.update({number: bool(state["completed"]) for number, state in found.items()})
        raise Enough

    try:
        client.connection.wait_for_jobs(ids, seen)
    except BaseException:
        pass
    for number, is_over in states.items():
        if not is_over:
            print(number, "RUNNING")


def main():
    folder, words = sys.argv[1], sys.argv[2:]
    if words == ["server"]:
        return server(folder)
    client = Client(folder)
    words = [word for word in words if not word.startswith("--output-mode")]
    if words[0] == "submit":
        submit(client, folder, words)
    elif words[:2] == ["job", "list"]:
        jobs(client, folder)


main()
