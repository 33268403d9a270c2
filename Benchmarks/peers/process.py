"""The benchmark's end of a worker: starts it, sends requests, ends it."""

import json
import os
import select
import subprocess
import tempfile
import time
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent


class EngineFailure(Exception):
    """Raised for an engine that fails; the others continue without it."""


class Worker:
    """A peer at one line of the table. Construction waits for the first answer."""

    def __init__(self, python, peer, line, folder, timeout=900):
        self.peer, self.timeout = peer, timeout
        self.log = tempfile.TemporaryFile()
        self.pending = b""
        task = {
            "engine": peer.id, "network": line.network.name, "folder": str(folder), "batch": line.batch,
            "threads": line.threads}
        before = time.monotonic()
        self.process = subprocess.Popen(
            [str(python), "-W", "ignore", "-m", "peers.worker", json.dumps(task)], cwd=BENCHMARKS,
            env=os.environ | peer.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, bufsize=0)
        try:
            first = self._receive()
        except BaseException:
            self.close()
            raise
        self.output = first.pop("output")
        self.start = {f"{step}_s": moment - before for step, moment in first.items()}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def turn(self, runs):
        """{"times_ms": […], "cpu_seconds": …} of this number of runs."""
        return self._ask({"run": runs})

    def memory(self):
        return self._ask({"memory": True})

    def close(self):
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def _ask(self, request):
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
        except BrokenPipeError:
            raise self._failure("has ended") from None
        return self._receive()

    def _receive(self):
        deadline = time.monotonic() + self.timeout
        while b"\n" not in self.pending:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                self.process.kill()
                raise self._failure(f"gave no answer in {self.timeout} s")
            received = os.read(self.process.stdout.fileno(), 1 << 20)
            if not received:
                raise self._failure("has ended")
            self.pending += received
        answer, _, self.pending = self.pending.partition(b"\n")
        return json.loads(answer)

    def _failure(self, what):
        self.log.seek(0)
        tail = self.log.read().decode(errors="replace").strip().splitlines()[-3:]
        return EngineFailure(f"{self.peer.title} {what}: {' / '.join(tail) or 'it printed nothing'}")
