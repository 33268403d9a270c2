"""The measurements: interleaved rounds at a line of the table, and starts of fresh processes."""

import json
import statistics
import time
from contextlib import ExitStack

from peers import files
from peers.engines import PEERS
from peers.machine import Others, wait_for_quiet
from peers.process import EngineFailure, Worker
from peers.vgg import VggAtLine

CALM = 0.1  # processors that other work may use in a turn that counts
PAUSE = 0.3  # seconds between turns: threads of the previous engine may still spin


class Bench:
    """The state that all measurements share: the peers' interpreter, the engines, the patience to wait for calm, progress."""

    def __init__(self, python, engines, vgg, patience, say):
        self.python, self.vgg, self.patience, self.say = python, vgg, patience, say
        self.peers = [peer for peer in PEERS if peer.id in engines]

    def start(self, engine, line, folder):
        if engine is self.vgg:
            return VggAtLine(engine, line, folder)
        return Worker(self.python, engine, line, folder)

    def engines(self):
        return self.peers + ([self.vgg] if self.vgg else [])


def error(output, reference):
    """The largest difference from the reference, relative to its largest value."""
    largest = max(abs(value) for answer in reference for value in answer)
    return max(
        abs(value - expected)
        for answer, wanted in zip(output, reference, strict=True)
        for value, expected in zip(answer, wanted, strict=True)) / largest


def rotated(items, by):
    by %= max(1, len(items))
    return items[by:] + items[:by]


def summary(turns):
    """The median over turns of their medians, the best run, and how busy other work kept the machine.

    Turns that other work disturbed are left out, unless there are no others: by that work, never by the time it took.
    """
    calm = [turn for turn in turns if turn["others_processors"] <= CALM] or turns
    return {
        "counted_rounds": len(calm),
        "median_ms": statistics.median(statistics.median(turn["times_ms"]) for turn in calm),
        "min_ms": min(turn.get("min_ms", min(turn["times_ms"])) for turn in turns),
        "others_processors": statistics.median(turn["others_processors"] for turn in calm)}


def measure_line(bench, line, folder, rounds):
    """{engine id: {"rounds": […], "median_ms", "min_ms", "error", memory…}}, or {"failure": …} for an engine that fails."""
    with open(files.reference(folder)) as file:
        reference = json.load(file)[:line.batch]
    results, running = {}, []
    with ExitStack() as stack:
        for engine in bench.engines():
            bench.say(f"{line.title}: starting {engine.title}")
            try:
                worker = stack.enter_context(bench.start(engine, line, folder))
                results[engine.id] = {"error": error(worker.output, reference), "rounds": []}
                running.append((engine, worker))
            except EngineFailure as failure:
                results[engine.id] = {"failure": str(failure)}
        for number in range(rounds):
            for engine, worker in rotated(running, number):
                if "failure" in results[engine.id]:
                    continue
                bench.say(f"{line.title}: round {number + 1} of {rounds}, {engine.title}")
                time.sleep(PAUSE)
                wait_for_quiet(bench.patience)
                try:
                    others = Others()
                    turn = worker.turn(line.runs)
                    turn["others_processors"] = others.processors(turn.pop("cpu_seconds"))
                    results[engine.id]["rounds"].append(turn)
                except EngineFailure as failure:
                    results[engine.id]["failure"] = str(failure)
        for engine, worker in running:
            result = results[engine.id]
            if "failure" in result:
                continue
            result |= worker.memory()
            result |= summary(result["rounds"])
            if engine is bench.vgg:
                result["layers"] = worker.layers
    return results


def measure_starts(bench, line, folder, samples):
    """{title: {"answered_s": median, "imported_s": median, "samples": […]}}, weights in the page cache."""
    starts = {peer.title: lambda peer=peer: start_of_peer(bench, peer, line, folder)
              for peer in bench.peers if peer.cold_start}
    if bench.vgg:
        starts |= {title: lambda options=options: {"answered_s": bench.vgg.predict(line, folder, 1, options)[1]}
                   for title, options in bench.vgg.cold_variants().items()}
    results = {title: {"samples": []} for title in starts}
    for number in range(samples + 1):
        for title, start in rotated(list(starts.items()), number):
            if "failure" in results[title]:
                continue
            bench.say(f"{line.network.title}: start {number} of {samples}, {title}")
            wait_for_quiet(bench.patience)
            try:
                sample = start()
            except EngineFailure as failure:
                results[title]["failure"] = str(failure)
                continue
            if number > 0:  # the first brings files into the page cache, and fills the engines' caches
                results[title]["samples"].append(sample)
    for result in results.values():
        for step in ("imported_s", "loaded_s", "answered_s"):
            values = [sample[step] for sample in result["samples"] if step in sample]
            if values:
                result[step] = statistics.median(values)
    return results


def start_of_peer(bench, peer, line, folder):
    with Worker(bench.python, peer, line, folder) as worker:
        return worker.start
