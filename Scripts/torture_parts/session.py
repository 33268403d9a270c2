"""The attacks' shared code: running the tools under limits, judging how they end, and ending leftover programs."""

import contextlib
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile

# Messages that Swift and the C library print when a program traps.
CRASHES = re.compile(rb"Fatal error:|Program crashed|AddressSanitizer|runtime error:|terminate called")
# Longer than any task of a tool here takes, on a machine that also does other work.
PATIENCE = 120


class Finding(Exception):
    """A failure. `kind` is the same for all of one kind; `files` are kept, contents by name."""

    def __init__(self, kind, details="", files=None):
        super().__init__(kind)
        self.kind, self.details, self.files = kind, details, files or {}


class Skipped(Exception):
    """The reason why an attack cannot be made here."""


class Outcome:
    """The end of a command. `signal` is the name of the signal that ended it, if one did."""

    def __init__(self, command, status, output, errors):
        self.command, self.output, self.errors = command, output, errors
        self.signal = signal.Signals(-status).name if status is not None and status < 0 else None
        self.status = status

    @property
    def shown(self):
        """The command, and the end of its output."""
        said = (self.errors or self.output).decode(errors="replace").strip()
        return f"{' '.join(map(str, self.command))}\n{said[-600:]}"


class Session:
    """One run of Scripts/torture: its tools, its folder, and the programs that it has started."""

    def __init__(self, tools, minutes):
        self.tools, self.minutes = tools, minutes
        self.root = pathlib.Path(__file__).resolve().parent.parent.parent
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vggc-torture."))
        self.started = set()
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self.folder / "home"), "TMPDIR":
                            str(self.folder), "PATH": f"{tools}:{os.environ['PATH']}"}
        self.environment.pop("XDG_CACHE_HOME", None)
        (self.folder / "home").mkdir()

    def place(self, *names):
        """A folder within the session's, created if it does not exist."""
        folder = self.folder.joinpath(*names)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def fresh(self, *names):
        """An empty folder within the session's."""
        shutil.rmtree(self.folder.joinpath(*names), ignore_errors=True)
        return self.place(*names)

    # Programs

    def start(self, command, folder=None, memory=None, input=None, **streams):
        """Starts a program in a separate process group; `memory` limits its address space, in bytes."""
        def limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if memory:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder or self.folder, env=self.environment, preexec_fn=limit,
            start_new_session=True, stdin=subprocess.PIPE if input is not None else subprocess.DEVNULL,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams})
        self.started.add(process)
        return process

    def run(self, command, folder=None, memory=None, input=None, patience=PATIENCE, **streams):
        """Runs a program to its end, and judges how it ended."""
        process = self.start(command, folder, memory, input, **streams)
        try:
            output, errors = process.communicate(input, timeout=patience)
        except subprocess.TimeoutExpired:
            self.end(process)
            raise Finding("a command does not end", f"within {patience} s: {' '.join(map(str, command))}") from None
        finally:
            if process.poll() is not None:
                self.started.discard(process)
        return judged(Outcome(command, process.returncode, output or b"", errors or b""))

    def end(self, process):
        """Ends a program and all programs that it has started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        self.started.discard(process)

    def close(self):
        for process in list(self.started):
            self.end(process)
        shutil.rmtree(self.folder, ignore_errors=True)


def judged(outcome):
    """The outcome, if the command ended by itself, with an error message if it failed."""
    if outcome.signal:
        raise Finding(f"{outcome.signal} ends {subject(outcome)}", outcome.shown)
    if CRASHES.search(outcome.errors):
        raise Finding(f"{subject(outcome)} crashes", outcome.shown)
    if outcome.status and not (outcome.errors + outcome.output).strip():
        raise Finding(f"{subject(outcome)} fails without a message", f"status {outcome.status}: {outcome.shown}")
    return outcome


def subject(outcome):
    """The tool and its subcommand."""
    words = [pathlib.Path(str(word)).name for word in outcome.command]
    tool = next((index for index, word in enumerate(words) if word in ("vgg", "vggc")), 0)
    names = [words[tool]]
    for word in words[tool + 1:tool + 3]:
        if not re.fullmatch("[a-z]+", word):
            break
        names.append(word)
    return " ".join(names)


def sound(outcome, what):
    """The outcome of a command that must succeed."""
    if outcome.status != 0:
        raise Finding(f"{what}: {subject(outcome)} fails", f"status {outcome.status}: {outcome.shown}")
    return outcome


def untimed(metrics):
    """The lines of a metrics.jsonl without the times."""
    rows = [json.loads(line) for line in metrics.splitlines()]
    return [{key: value for key, value in row.items() if key not in ("seconds", "images_per_second")} for row in rows]
