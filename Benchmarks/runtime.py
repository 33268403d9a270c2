#!/usr/bin/env python3
"""Times `vgg` against the runtimes that people use on a processor, and compares all their answers with float64.

    python3 Benchmarks/runtime.py [--rounds N] [--only vgg16,custom…] [-o FILE.json]

The peers are PyTorch (eager, with oneDNN's blocked layout, and compiled with frozen weights), ONNX Runtime, OpenVINO
and ncnn, all in float32; they are installed from PyPI, at the versions of peers/requirements.txt, in a virtual
environment next to this script. PyPI's torch for Linux includes CUDA; to save its gigabytes, let PIP_FIND_LINKS or
PIP_EXTRA_INDEX_URL name a place that has the `+cpu` wheel.

One file of seeded weights goes to every engine. Each peer runs in a separate process; `vgg` is run as a command. In
each round every engine takes its turn, some runs after one that is not counted, in an order that rotates, so that a
change of the machine's speed affects all alike. An engine's time is the median over rounds of its turns' medians; turns
in which other work took more than a tenth of a processor are left out if there are calm ones, and a table's last column
says how busy other work kept the machine at worst. `--patience 20` waits for calm.
Memory is the resident size of the process, for peers with their interpreter (some 30 MiB) and with files they map.
A start is a fresh process up to its first answer, with the weights in the page cache; the median of several.

Prints Markdown; `-o` saves every single time as JSON, which results-page.py, if it is in the folder results, writes into
Docs/Benchmarks.md. Needs a built `vgg` (`swift build -c release --product vgg`), or --without-vgg. Exits with 1 if an
engine failed or an answer is wrong.
"""

import argparse
import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from peers import environment, files, machine, report
from peers.engines import PEERS
from peers.measure import Bench, measure_line, measure_starts
from peers.networks import LINES
from peers.process import BENCHMARKS, EngineFailure
from peers.vgg import ROOT, Vgg

TOLERANCE = 1e-4  # a right answer's largest difference from float64, relative to the largest output


def say(text):
    print(text, file=sys.stderr, flush=True)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="rounds at each line (default 9)")
    parser.add_argument("--starts", type=int, default=5, help="cold starts of each engine, 0 for none (default 5)")
    parser.add_argument(
        "--only", metavar="LINE,…", default="",
        help=f"only lines whose names start with these (all: {', '.join(line.id for line in LINES)})")
    parser.add_argument(
        "--engines", metavar="NAME,…", default=",".join(peer.id for peer in PEERS), help="the peers (all: %(default)s)")
    parser.add_argument(
        "--patience", type=float, default=0, metavar="SECONDS",
        help="longest time that each turn waits for an idle machine (default 0)")
    parser.add_argument("--vgg", default=str(ROOT / ".build/release/vgg"), help="the built program")
    parser.add_argument("--without-vgg", action="store_true", help="run only the peers")
    parser.add_argument("--venv", type=Path, default=BENCHMARKS / ".venv", help="the peers' virtual environment")
    parser.add_argument("--models", type=Path, help="keep weights and models in this folder, and reuse them")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.json", help="write every measured time to this file")
    arguments = parser.parse_args()
    starts = [start for start in arguments.only.split(",") if start] or [""]
    arguments.lines = [line for line in LINES if line.id.startswith(tuple(starts))]
    for start in starts:
        if not any(line.id.startswith(start) for line in LINES):
            parser.error(f"no line starts with '{start}'; the lines are {', '.join(line.id for line in LINES)}")
    arguments.engines = [engine for engine in arguments.engines.split(",") if engine]
    for engine in arguments.engines:
        if engine not in {peer.id for peer in PEERS}:
            parser.error(f"unknown peer '{engine}'; the peers are {', '.join(peer.id for peer in PEERS)}")
    if arguments.rounds < 1 or arguments.starts < 0:
        parser.error("--rounds must be at least 1, --starts at least 0")
    if not arguments.without_vgg and not os.access(arguments.vgg, os.X_OK):
        parser.error(f"{arguments.vgg} not found; build it with `swift build -c release --product vgg`, "
                     "or measure the peers alone with --without-vgg")
    return arguments


def make_models(python, network, folder, batches):
    """The network's files; they are reused if an earlier run has left them there."""
    complete = [files.reference(folder), *(files.onnx(folder, batch) for batch in batches)]
    if all(os.path.exists(path) for path in complete):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for module, argument in (("models", json.dumps(batches)), ("reference", str(max(batches)))):
        say(f"{network.title}: making {module}")
        made = subprocess.run(
            [str(python), "-m", f"peers.{module}", network.name, str(folder.resolve()), argument], cwd=BENCHMARKS)
        if made.returncode:
            sys.exit(f"the {module} of {network.title} could not be made in {folder}")


def save(run, path):
    if path:
        path.write_text(json.dumps(run, indent=1) + "\n")


def measure(arguments, bench, run):
    """Adds the lines, and the starts at each network's first line, to the run; one network's files at a time.

    Saves each measurement at once, so that an interrupted run is not lost.
    """
    for network in dict.fromkeys(line.network for line in arguments.lines):
        own = [line for line in arguments.lines if line.network is network]
        with tempfile.TemporaryDirectory(prefix="vgg-benchmark-") as temporary:
            place = (arguments.models or Path(temporary)).resolve() / network.name
            make_models(bench.python, network, place, sorted({1} | {line.batch for line in own}))
            for line in own:
                run["lines"].append({
                    "id": line.id, "title": line.title, "batch": line.batch, "threads": line.threads, "runs": line.runs,
                    "engines": measure_line(bench, line, place, arguments.rounds)})
                save(run, arguments.output)
            first = next((line for line in LINES if line.network is network and line.batch == 1), None)
            if first and arguments.starts:
                run["cold_starts"].append({
                    "id": first.id, "title": first.title,
                    "engines": measure_starts(bench, first, place, arguments.starts)})
                save(run, arguments.output)


def main():
    arguments = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that workers and temporary files are also removed
    python = environment.prepare(arguments.venv.resolve(), say)
    try:
        vgg = None if arguments.without_vgg else Vgg(arguments.vgg)
    except EngineFailure as failure:
        sys.exit(str(failure))
    bench = Bench(python, arguments.engines, vgg, arguments.patience, say)
    packages = list(dict.fromkeys(peer.package for peer in bench.peers))
    run = {
        "machine": machine.describe(),
        "date": datetime.date.today().isoformat(),
        "versions": environment.versions(python, packages),
        "rounds": arguments.rounds,
        "engines": {engine.id: engine.title for engine in bench.engines()},
        "lines": [],
        "cold_starts": [],
    }
    measure(arguments, bench, run)
    print("\n".join(report.markdown(run)))
    wrong = [
        f"{line['title']}, {run['engines'][engine]}: {result.get('failure') or 'error {:.1e}'.format(result['error'])}"
        for line in run["lines"] for engine, result in line["engines"].items()
        if "failure" in result or not result["error"] < TOLERANCE]
    if wrong:
        sys.exit("\n".join(["not all answers are right:", *wrong]))


if __name__ == "__main__":
    main()
