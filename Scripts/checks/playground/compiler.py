"""The command line's results for a text, which the page's numbers are compared with."""

import json
import subprocess


class Compiler:
    def __init__(self, path):
        self.path = path

    def summary(self, text, *options, folder=None):
        """The first model's summary, as far as the model is valid."""
        return json.loads(self.output("summary", "-", "--format", "json", *options, text=text,
                                      folder=folder))["models"][0]

    def findings(self, text, folder=None):
        """(line, column, severity, code, message) of each, in source order."""
        found = json.loads(self.output("check", "-", "--format", "json", text=text, folder=folder))["diagnostics"]
        return [(f["range"]["start"]["line"], f["range"]["start"]["column"], f["severity"], f["code"], f["message"])
                for f in found]

    def formatted(self, text):
        return self.output("fmt", "-", text=text)

    def built_in(self, name, *options):
        return json.loads(self.output("summary", name, "--format", "json", *options))["models"][0]

    def works(self, text, size):
        """Whether the text is valid at a square input size."""
        first = self.summary(text)["input"][0]
        return "stopped_at" not in self.summary(text, "--input", f"{first}x{size}x{size}")

    def output(self, *arguments, text="", folder=None):
        done = subprocess.run([self.path, *arguments], input=text, capture_output=True, text=True, cwd=folder,
                              timeout=60)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"vggc {' '.join(arguments)} ended with status {done.returncode}: {done.stderr.strip()[:300]}")
        return done.stdout
