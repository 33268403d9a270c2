"""Kills: a program that is ended at any moment loses none of its user's work, and a continued run ends the same."""

import shutil
import signal
import subprocess
import time

from .session import Finding, judged, Outcome, sound
from .training import Training

NAME = "kills"
SHARE = 4


class Part:
    def __init__(self, session):
        self.session = session
        self.training = Training(session)
        self.seconds = self.timed(lambda: self.training.train("timed"))
        self.folder = self.training.folder
        sound(session.run(["vggc", "weights", "init", "net.yaml", "--seed", "7", "-o", "whole.safetensors"],
                          self.folder), "weights")
        self.writing = [
            (["vggc", "weights", "init", "net.yaml", "--seed", "7", "-o"], "safetensors"),
            (["vggc", "weights", "convert", "whole.safetensors"], "safetensors"),
            (["vggc", "emit", "net.yaml", "--onnx", "--weights", "whole.safetensors", "-o"], "onnx"),
            (["vggc", "report", "net.yaml", "-o"], "html"),
        ]
        self.whole = {}

    @staticmethod
    def timed(body):
        start = time.monotonic()
        body()
        return time.monotonic() - start

    def run(self, random):
        kind = random.choices([self.killed_training, self.killed_writing, self.two_trainings], [6, 2, 1])[0]
        kind(random)

    def killed_training(self, random):
        """A training run that is killed or interrupted up to four times ends with the weights of an undisturbed one."""
        run = "killed"
        shutil.rmtree(self.folder / run, ignore_errors=True)
        moments = []
        for number in range(random.randint(1, 4)):
            how = random.choice([signal.SIGKILL] * 4 + [signal.SIGINT, signal.SIGTERM])
            moment = random.uniform(0, self.seconds * 1.05)
            moments.append(f"{how.name} after {moment:.3f} s")
            process = self.session.start(self.training.command(run, *["--resume"] * (number > 0)), self.folder)
            try:
                output, errors = process.communicate(timeout=moment)
            except subprocess.TimeoutExpired:
                process.send_signal(how)
                try:
                    output, errors = process.communicate(timeout=60)
                except subprocess.TimeoutExpired:
                    raise Finding(f"a training run does not end within a minute of {how.name}", str(moments)) from None
            self.session.started.discard(process)
            status = process.returncode
            if status == -how:
                continue
            outcome = judged(Outcome(process.args, status, output, errors))
            if status not in (0, 130):
                raise Finding("a killed training run does not continue", f"{moments}\n{outcome.shown}")
        last = self.training.train(run, "--resume")
        if last.status != 0:
            raise Finding("a killed training run does not continue", f"{moments}\n{last.shown}")
        self.training.expect_same_results(run, "a killed training run")

    def killed_writing(self, random):
        """A file whose writer is killed is whole or absent, and the command can be run again."""
        command, ending = random.choice(self.writing)
        name = f"written.{ending}"
        whole = self.whole.get(" ".join(command))
        if whole is None:
            (self.folder / name).unlink(missing_ok=True)
            seconds = self.timed(lambda: sound(self.session.run([*command, name], self.folder), "writing"))
            whole = self.whole[" ".join(command)] = ((self.folder / name).read_bytes(), seconds)
        (self.folder / name).unlink(missing_ok=True)
        process = self.session.start([*command, name], self.folder)
        time.sleep(random.uniform(0, whole[1]))
        self.session.end(process)
        path = self.folder / name
        if path.exists() and path.read_bytes() != whole[0]:
            raise Finding("a killed command leaves a partial file", " ".join(command))
        sound(self.session.run([*command, name], self.folder), "a command repeated after a kill")
        if path.read_bytes() != whole[0]:
            raise Finding("a command writes a different file after a kill", " ".join(command))

    def two_trainings(self, random):
        """If two training runs use one folder, one is refused, and the other is not disturbed."""
        run = "shared"
        shutil.rmtree(self.folder / run, ignore_errors=True)
        first = self.session.start(self.training.command(run), self.folder)
        time.sleep(random.uniform(0, self.seconds * 0.8))
        second = self.session.start(self.training.command(run, "--resume"), self.folder)
        statuses = []
        for process in (first, second):
            output, errors = process.communicate(timeout=120)
            self.session.started.discard(process)
            statuses.append(judged(Outcome(process.args, process.returncode, output, errors)).status)
        if 0 not in statuses:
            raise Finding("neither of two training runs in one folder finishes", f"statuses {statuses}")
        self.training.expect_same_results(run, "two training runs in one folder")
        if statuses == [0, 0] and not b"already" in errors:
            raise Finding("two training runs write into one folder", f"statuses {statuses}")
