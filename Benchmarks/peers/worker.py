"""One engine in a separate process, driven by lines of JSON.

    python3 -m peers.worker '{"engine": …, "network": …, "folder": …, "batch": …, "threads": …}'

It loads, answers once and reports that with the times of each step; then `{"run": K}` returns the milliseconds of K runs
after one that is not counted, and `{"memory": true}` the resident bytes. It ends when its input ends.
"""

import time

STARTED = time.monotonic()

import importlib
import json
import os
import sys

from peers import files
from peers.engines import PEERS
from peers.networks import NETWORKS


def memory():
    sizes = {}
    with open("/proc/self/status") as status:
        for line in status:
            key, _, value = line.partition(":")
            if key in ("VmHWM", "VmRSS", "RssAnon"):
                sizes[key] = int(value.split()[0]) * 1024
    return {
        "peak_rss_bytes": sizes["VmHWM"], "steady_rss_bytes": sizes["VmRSS"],
        "steady_anonymous_bytes": sizes["RssAnon"]}


def timed_runs(engine, count):
    engine.run()
    times = []
    for _ in range(count):
        start = time.perf_counter()
        engine.run()
        times.append((time.perf_counter() - start) * 1000)
    return times


def main():
    # Libraries may print to standard output; the answers use a separate descriptor.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    task = json.loads(sys.argv[1])
    peer = next(peer for peer in PEERS if peer.id == task["engine"])
    network, folder, batch = NETWORKS[task["network"]], task["folder"], task["batch"]

    def answer(value):
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    import numpy
    engine_type = getattr(importlib.import_module(peer.module), peer.type)
    imported = time.monotonic()
    pictures = numpy.stack([
        numpy.fromfile(files.picture(folder, index), dtype="<f4").reshape(network.input) for index in range(batch)])
    engine = engine_type(network, folder, batch, task["threads"], pictures)
    loaded = time.monotonic()
    output = engine.run()
    answered = time.monotonic()
    answer({
        "started": STARTED, "imported": imported, "loaded": loaded, "answered": answered,
        "output": output.reshape(batch, -1).tolist()})
    del output
    for line in sys.stdin:
        request = json.loads(line)
        if "run" in request:
            before = time.process_time()
            times = timed_runs(engine, request["run"])
            answer({"times_ms": times, "cpu_seconds": time.process_time() - before})
        elif "memory" in request:
            answer(memory())


if __name__ == "__main__":
    main()
