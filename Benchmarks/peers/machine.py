"""The machine: its description, and how busy other work keeps it."""

import os
import platform
import time


def describe():
    facts = {"processor": platform.processor(), "processors": os.cpu_count(), "system": platform.platform()}
    names = {"model name": "processor", "cpu family": "family", "model": "model"}
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                key, _, value = line.partition(":")
                if key.strip() in names:
                    facts[names[key.strip()]] = value.strip()
                elif key.strip() == "flags":
                    flags = value.split()
                    facts["vectors"] = [flag for flag in ("avx2", "fma", "avx512f", "avx512_bf16") if flag in flags]
                    break
        facts["memory_bytes"] = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        pass
    return facts


def busy_seconds():
    """Processor seconds that the whole machine has spent, including those stolen by its host."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, irq, soft, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def children_seconds():
    """Processor seconds of this process's children that have ended."""
    times = os.times()
    return times.children_user + times.children_system


class Others:
    """The number of processors that other work used while something of ours ran."""

    def __init__(self):
        self.busy, self.time = busy_seconds(), time.monotonic()

    def processors(self, own_seconds):
        elapsed = time.monotonic() - self.time
        return max(0.0, (busy_seconds() - self.busy - own_seconds) / elapsed)


def wait_for_quiet(seconds, calm=0.15):
    """Returns once the machine has been idle for a quarter of a second, or the seconds are over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        others = Others()
        time.sleep(0.25)
        if others.processors(0) < calm:
            return
