"""The progress of an epoch, shown while it runs."""

import sys
import time

from processes import Process


class Progress:
    """A line that is updated in place on a terminal; elsewhere one line per minute."""

    def __init__(self, process: Process, title: str, total: int) -> None:
        self.title = title
        self.total = total
        self.speaks = process.leads
        self.on_terminal = sys.stderr.isatty()
        self.pause = 0.5 if self.on_terminal else 60
        self.shown = time.monotonic()

    def show(self, step: int) -> None:
        now = time.monotonic()
        if not self.speaks or now - self.shown < self.pause:
            return
        self.shown = now
        text = f"{self.title}: step {step} of {self.total}"
        start, end = ("\r\033[K", "") if self.on_terminal else ("", "\n")
        print(f"{start}{text}", end=end, file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.speaks and self.on_terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
