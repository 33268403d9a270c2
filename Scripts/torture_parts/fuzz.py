"""libFuzzer, one target after the other (Scripts/fuzz)."""

import os
import pathlib
import re

from .session import Finding, Outcome, Skipped

NAME = "fuzz"
SHARE = 4


class Part:
    def __init__(self, session):
        self.session = session
        script = (session.root / "Scripts" / "fuzz").read_text()
        self.targets = re.search(r"^targets=\(([^)]*)\)", script, re.M)[1].split()
        if not (session.root / ".build-fuzzing" / "release" / "Fuzzer").exists():
            raise Skipped("the fuzzer is not built, which takes minutes: Scripts/fuzz 1")
        self.number = 0
        # Two rounds of all targets, or longer turns if there are hours.
        self.seconds = max(2, int(session.minutes * 60 * SHARE / 20 / len(self.targets) / 2))

    def run(self, random):
        target = self.targets[self.number % len(self.targets)]
        self.number += 1
        findings = self.session.root / "Fuzzing" / "Findings"
        before = set(findings.glob("*")) if findings.is_dir() else set()
        self.session.environment["VGGC_FUZZING_SEED"] = str(random.randrange(1, 1 << 31))
        process = self.session.start(["Scripts/fuzz", self.seconds, target], self.session.root)
        output, errors = process.communicate()
        self.session.started.discard(process)
        if process.returncode != 0:
            said = (output + errors).decode(errors="replace")
            kept = sorted(set(findings.glob("*")) - before)
            repeating = [f"VGGC_FUZZER={target} .build-fuzzing/release/Fuzzer {os.path.relpath(path, self.session.root)}"
                         for path in kept]
            wrong = re.search(r"Fatal error.*|ERROR: .*", said)
            raise Finding(f"{target}: {wrong[0][:150] if wrong else 'the fuzzer fails'}",
                          "\n".join(repeating) or said[-1500:])
