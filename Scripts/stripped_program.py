"""The bytes of a program without its debug sections and symbols, for make-wheel and make-artifact-bundle."""

import pathlib
import shutil
import subprocess
import tempfile


def stripped(program):
    """The bytes of a copy of an executable, after strip."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / program.name
        shutil.copy(program, copy)
        subprocess.run(["strip", copy], check=True)
        return copy.read_bytes()
