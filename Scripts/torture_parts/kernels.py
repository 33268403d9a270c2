"""The C kernels against plain loops, with new random cases each time, under the sanitizers (Scripts/test-kernels)."""

import shutil

from .session import Finding, Skipped

NAME = "kernels"
SHARE = 2


class Part:
    def __init__(self, session):
        self.session = session
        if session.minutes < 5:
            raise Skipped("compiling the kernels with sanitizers takes longer than its share of less than 5 minutes")
        if not (shutil.which("clang") or shutil.which("cc")):
            raise Skipped("there is no C compiler")

    def run(self, random):
        command = ["Scripts/test-kernels", "--seed", random.randrange(1, 1 << 31), random.choice(["40", "--large"])]
        outcome = self.session.run(command, self.session.root, patience=3600)
        if outcome.status != 0:
            raise Finding("the kernels fail", f"{outcome.shown}\n{outcome.output.decode(errors='replace')[-2000:]}")
