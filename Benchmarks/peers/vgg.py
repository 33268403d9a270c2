"""`vgg` as the benchmark runs it: a command for each turn, each answer and each start."""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from peers import files
from peers.process import EngineFailure

ROOT = Path(__file__).resolve().parent.parent.parent


def run(command, timeout=900):
    """(standard output, seconds to its first byte, resource usage) of a whole process."""
    with tempfile.TemporaryFile() as log:
        before = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, bufsize=0)
        first = process.stdout.read(1)
        seconds = time.monotonic() - before
        output = first + (process.stdout.read() if first else b"")
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            tail = log.read().decode(errors="replace").strip().splitlines()[-3:]
            raise EngineFailure(f"`{' '.join(map(str, command[:3]))}` ended with status {process.returncode}: "
                                f"{' / '.join(tail)}")
    return output.decode(), seconds, usage


def objects(text):
    """Every object of an output that is one object, a list of objects, or several in a row."""
    decoder, position, found = json.JSONDecoder(), 0, []
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        value, position = decoder.raw_decode(text, position)
        found += value if isinstance(value, list) else [value]
    return found


class Vgg:
    id = "vgg"
    title = "vgg"

    def __init__(self, program):
        self.program = str(program)
        self.help = run([self.program, "predict", "--help"])[0]

    def predict(self, line, folder, batch, options=()):
        command = [
            self.program, "predict", str(ROOT / line.network.configuration), "--weights", files.weights(folder),
            *options, "--format", "json", *(files.picture(folder, index) for index in range(batch))]
        if "--threads" in self.help:
            command[3:3] = ["--threads", str(line.threads)]
        output, seconds, _ = run(command)
        return [answer.get("logits") or answer["features"] for answer in objects(output)], seconds

    def cold_variants(self):
        """The options that a user can choose for a fast start: {title: options}."""
        variants = {self.title: []}
        if "--cache" in self.help:
            variants[f"{self.title}, packed weights cached"] = ["--cache"]
        return variants


class VggAtLine:
    """`vgg` at one line of the table, with the interface of a Worker."""

    def __init__(self, vgg, line, folder):
        self.vgg, self.line, self.folder = vgg, line, folder
        self.output, _ = vgg.predict(line, folder, line.batch)
        self.sizes = {}
        self.layers = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def turn(self, runs):
        line = self.line
        output, _, usage = run([
            self.vgg.program, "bench", str(ROOT / line.network.configuration), "--weights", files.weights(self.folder),
            "--batch", str(line.batch), "--threads", str(line.threads), "--runs", str(runs), "--format", "json"])
        report = json.loads(output)
        for key, expected in (("batch", line.batch), ("threads", line.threads), ("runs", runs)):
            if report[key] != expected:
                raise EngineFailure(f"vgg bench ran with {key} {report[key]}, not {expected}")
        peak = max(report["peak_rss_bytes"], usage.ru_maxrss * 1024, self.sizes.get("peak_rss_bytes", 0))
        self.sizes["peak_rss_bytes"] = peak
        if "steady_rss_bytes" in report:
            self.sizes["steady_rss_bytes"] = report["steady_rss_bytes"]
        self.layers = report["layers"]
        return {
            "times_ms": report.get("times_ms") or [report["median_ms"]], "min_ms": report["min_ms"],
            "cpu_seconds": usage.ru_utime + usage.ru_stime}

    def memory(self):
        return self.sizes
