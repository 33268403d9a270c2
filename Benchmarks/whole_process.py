"""Commands, timed as a whole process."""

import os
import sys
import time


def run(command, environment=os.environ):
    """Runs one whole process and discards its output: (seconds, peak resident bytes)."""
    start = time.perf_counter()
    process = os.posix_spawnp(
        command[0], command, environment,
        file_actions=[(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)])
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"{' '.join(command)} ended with status {code}")
    return seconds, usage.ru_maxrss * 1024
