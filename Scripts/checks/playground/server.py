"""A `vggc playground` that runs while it is checked."""

import os
import re
import select
import signal
import subprocess
import tempfile
import time

from .checks import Difference, same

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/#key=([A-Za-z0-9_\-]{16,})")
# In a separate process, so that ours is the server; with the time of each call.
TRACING = ["strace", "-D", "-f", "-qq", "-ttt", "-s", "4096", "-e", "trace=%file,getdents64"]


class Server:
    """`folder` is its working folder, `input` its standard input; `trace` the file that strace writes to, if any."""

    def __init__(self, vggc, *arguments, folder, trace=None, input=""):
        self.vggc, self.folder, self.ended = vggc, folder, False
        tracing = [*TRACING, "-o", trace] if trace else []
        given = tempfile.TemporaryFile("w+")
        given.write(input)
        given.seek(0)
        self.remarks = tempfile.TemporaryFile("w+")
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([*tracing, vggc, "playground", *arguments], cwd=folder, env=environment,
                                        stdin=given, stdout=subprocess.PIPE, stderr=self.remarks)
        self.address = self.first_line().rstrip("\n")
        found = ADDRESS.fullmatch(self.address)
        if not found:
            self.process.kill()
            raise Difference(f"prints {self.address!r}, no address with a key; says {self.said()!r}")
        self.port, self.key = int(found[1]), found[2]
        self.started = time.time()
        self.origin = f"http://127.0.0.1:{self.port}"

    def first_line(self):
        line, until = b"", time.monotonic() + 20
        while not line.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], max(0, until - time.monotonic()))[0]:
                self.process.kill()
                raise Difference(f"prints no address within 20 seconds; says {self.said()!r}")
            read = os.read(self.process.stdout.fileno(), 1)
            if not read:
                break
            line += read
        return line.decode(errors="replace")

    def said(self):
        self.remarks.seek(0)
        return self.remarks.read()

    def runs(self):
        return self.process.poll() is None

    def memory(self):
        """Resident bytes; `None` if the system does not report them."""
        try:
            with open(f"/proc/{self.process.pid}/statm") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return None

    def end(self, by=signal.SIGTERM):
        """Ends it; it must do so quickly, with status 0, having printed nothing but its address."""
        if self.ended:
            return
        self.ended = True
        self.process.send_signal(by)
        try:
            status = self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Difference(f"the server does not end within 5 seconds of {by.name}") from None
        more = self.process.stdout.read().decode(errors="replace")
        self.process.stdout.close()
        same(status, 0, f"the server's exit status after {by.name} (it says {self.said()[-300:]!r})")
        same(more, "", "standard output after the address")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.end()
        else:
            self.process.kill()
            self.process.wait()
