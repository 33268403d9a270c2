"""A full disk: failed writes are reported, existing files stay, and once there is room the work continues."""

import os
import pathlib
import shutil

from .session import Finding, Outcome, Skipped, judged, sound
from .training import Training

NAME = "disk"
SHARE = 2

# Mounts a small disk, runs a command on it, enlarges it, runs another, and copies out the files.
INSIDE = """\
mount -t tmpfs -o size="$1" none "$2" || exit 125
cd "$2" && cp -a "$3"/. . || exit 124
sh -c "$4" >"$6/first.out" 2>"$6/first.err"; echo $? >"$6/first.status"
find . -type f -exec cp --parents {} "$6/after-first" \\;
mount -o remount,size=256m "$2" || exit 123
sh -c "$5" >"$6/second.out" 2>"$6/second.err"; echo $? >"$6/second.status"
find . -type f -exec cp --parents {} "$6/after-second" \\;
"""


class Part:
    def __init__(self, session):
        self.session = session
        self.unsharing = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-r", "-m"]
        self.training = Training(session)
        folder = self.training.folder
        self.input = session.fresh("disk", "input")
        for name in ["net.yaml", "photos"]:
            copy = shutil.copytree if (folder / name).is_dir() else shutil.copy
            copy(folder / name, self.input / name)
        shutil.copy(folder / "whole" / "weights.safetensors", self.input / "kept.safetensors")
        self.input_size = sum(-(-path.stat().st_size // 4096) * 4096 + 4096 for path in self.input.rglob("*"))
        if self.on_disk(1 << 28, "true", "true")["first"].status != 0:
            raise Skipped("no file system can be mounted here")
        train = " ".join(self.training.command("run"))
        predict = "vgg predict net.yaml --weights kept.safetensors photos/se/0.pgm --format json --threads 1"
        # A command, the one that continues, the file that they write, and its largest size.
        self.commands = [
            (train, train + " --resume", "run/weights.safetensors", 400_000),
            ("vggc weights init net.yaml --seed 7 -o w.safetensors", None, "w.safetensors", 60_000),
            ("vggc weights convert kept.safetensors w.safetensors", None, "w.safetensors", 60_000),
            ("vggc emit net.yaml --onnx --weights kept.safetensors -o net.onnx", None, "net.onnx", 60_000),
            ("vggc report net.yaml -o net.html", None, "net.html", 120_000),
            (predict + " --cache", None, None, 40_000),
            (predict + " --trace t.safetensors", None, "t.safetensors", 40_000),
        ]
        self.expected = {}

    def on_disk(self, size, first, second):
        out = self.session.fresh("disk", "out")
        for name in ["after-first", "after-second"]:
            (out / name).mkdir()
        mount = self.session.fresh("disk", "mount")
        mounted = self.session.run([*self.unsharing, "sh", "-c", INSIDE, "sh", size, mount, self.input, first, second,
                                    out], self.session.folder)
        if mounted.status in (123, 124, 125):
            raise Skipped(f"no file system can be mounted here ({mounted.errors.decode(errors='replace').strip()})")
        return {name: ended(out, name, command) for name, command in [("first", first), ("second", second)]}

    def after(self, name):
        return self.session.folder / "disk" / "out" / f"after-{name}"

    def run(self, random):
        if random.random() < 0.15:
            return self.full_output(random)
        first, second, name, most = random.choice(self.commands)
        second = second or first
        if first not in self.expected:
            outcomes = self.on_disk(1 << 28, first, "true")
            sound(outcomes["first"], "a command with enough disk space")
            self.expected[first] = (outcomes["first"].output, name and (self.after("first") / name).read_bytes())
        output, whole = self.expected[first]
        size = self.input_size + random.randrange(0, most)
        outcomes = self.on_disk(size, first, second)
        if outcomes["first"].status != 0 and b"o space" not in outcomes["first"].errors:
            raise Finding("a command does not report the full disk", f"{size} bytes: {outcomes['first'].shown}")
        written = name and self.after("first") / name
        if written and "train" not in first and written.exists() and written.read_bytes() != whole:
            raise Finding("a full disk leaves a partial file", f"{size} bytes: {outcomes['first'].shown}")
        if outcomes["second"].status != 0:
            raise Finding("a command does not continue once there is space", f"{size} bytes: {outcomes['second'].shown}")
        if name and (self.after("second") / name).read_bytes() != whole:
            raise Finding("a different file after a full disk", f"{size} bytes: {first}")
        if not name and outcomes["first"].status == 0 and outcomes["first"].output != output:
            raise Finding("a different answer on a full disk", f"{size} bytes: {first}")

    def full_output(self, random):
        """Checks commands whose standard output accepts nothing."""
        tool, *arguments = random.choice([
            "vggc summary net.yaml", "vggc explain net.yaml", "vggc emit net.yaml --json", "vggc emit net.yaml --swift",
            "vggc schema", "vggc report net.yaml", "vggc weights inspect kept.safetensors", "vggc fmt net.yaml -",
            "vgg predict net.yaml --weights kept.safetensors photos/se/0.pgm", "vgg data inspect photos",
        ]).split()
        with open("/dev/full", "wb") as full:
            outcome = self.session.run([tool, *arguments], self.input, stdout=full)
        if outcome.status == 0 and arguments[0] != "fmt":
            raise Finding("a command succeeds although its output cannot be written", outcome.shown)


def ended(folder, name, command):
    """The end of a command that a shell ran."""
    try:
        status = int((folder / f"{name}.status").read_text())
    except (OSError, ValueError):
        raise Finding("a command on a small disk does not end", command) from None
    output, errors = ((folder / f"{name}.{kind}").read_bytes() for kind in ["out", "err"])
    return judged(Outcome([*pathlib.PurePath(command.split()[0]).parts, *command.split()[1:]],
                          128 - status if status > 128 else status, output, errors))
