"""The files that the server requested from the system, as recorded by strace."""

import os
import re
import subprocess
import tempfile

from .checks import Unable, holds
from .wire import Client

CALL = re.compile(r'^\d+ +(\d+\.\d+) (\w+)\((?:(?:AT_FDCWD|\d+), )?(?:"((?:[^"\\]|\\.)*)")?(.*)')
# The system files that a process reads for any request.
SYSTEM = ("/proc/", "/sys/", "/dev/urandom", "/dev/null", "/etc/localtime", "/etc/nsswitch.conf", "/usr/share/zoneinfo",
          "/usr/lib",
          "/lib", "/etc/ld.so")


def can_trace():
    with tempfile.NamedTemporaryFile() as record:
        try:
            done = subprocess.run(["strace", "-f", "-qq", "-o", record.name, "true"], capture_output=True, timeout=20)
        except FileNotFoundError:
            return False
        return done.returncode == 0 and os.path.getsize(record.name) > 0


def calls(record):
    """(time, call, path, rest) of each call."""
    for line in open(record, errors="replace"):
        found = CALL.match(line)
        if found:
            yield float(found[1]), found[2], found[3], found[4]


def no_file_but_the_given_one_was_touched(server, record):
    if not record:
        raise Unable("strace is missing, or may not trace here")
    Client(server).ask("GET", "/api/file")
    folder = os.path.realpath(server.folder)
    own, others = 0, set()
    for time, call, path, _ in calls(record):
        if time < server.started:
            continue
        # A folder that is listed was opened before. The file's folder may be listed: saving looks there for files that
        # a killed save has left under the file's temporary name.
        if path is None:
            continue
        whole = os.path.normpath(os.path.join(folder, path))
        name = os.path.basename(whole)
        if os.path.dirname(whole) == folder and ("model.yaml" in name or "real.yaml" in name):
            own += 1
        elif whole != folder and not whole.startswith(SYSTEM):
            others.add(f"{call} {path}")
    holds(own, "strace did not even see the given file being read")
    holds(not others, f"it also asked for {sorted(others)}")
    return f"{own} calls, all for the given file"
