"""The peers' virtual environment."""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent / "requirements.txt"


def prepare(folder, say):
    """The environment's interpreter; makes it and installs the peers if necessary."""
    python = folder / "bin" / "python"
    stamp = folder / "benchmark-requirements.txt"
    wanted = REQUIREMENTS.read_text()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    if not python.exists():
        say(f"making {folder}")
        made = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True)
        if made.returncode:
            sys.exit(f"no virtual environment could be made in {folder}; on Debian: apt install python3-venv\n"
                     f"{(made.stdout + made.stderr).strip()}")
    say(f"installing the peers in {folder}")
    installed = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)],
        capture_output=True, text=True)
    if installed.returncode:
        sys.exit(
            f"pip cannot install the peers: it needs PyPI, 2 GB of disk and a Python that {REQUIREMENTS.name}'s "
            f"versions have wheels for (this is {sys.version.split()[0]})\n{installed.stderr.strip()}")
    stamp.write_text(wanted)
    return python


def versions(python, packages):
    """{package: version} of the installed packages."""
    script = "import importlib.metadata, sys; print(*map(importlib.metadata.version, sys.argv[1:]))"
    answer = subprocess.run([str(python), "-c", script, *packages], capture_output=True, text=True, check=True)
    return dict(zip(packages, answer.stdout.split()))
