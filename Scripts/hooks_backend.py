"""A build backend (PEP 517) for pre-commit's hooks: makes a wheel without files that requires the wheel of vggc.

pip calls it, as pyproject.toml says. It needs no other package, and no Swift.
"""

import pathlib
import re
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def version():
    """The version of vggc, which SwiftPM's sources state."""
    text = (ROOT / "Sources/VGGCompilation/Version.swift").read_text(encoding="utf-8")
    return re.search(r'current = "(.+)"', text)[1]


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = f"vggc_hooks-{version()}"
    information = f"{name}.dist-info"
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: vggc-hooks\nVersion: {version()}\nRequires-Dist: vggc=={version()}\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: vggc\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files["RECORD"] = "".join(f"{information}/{file},,\n" for file in [*files, "RECORD"])
    wheel = pathlib.Path(wheel_directory) / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, text in files.items():
            archive.writestr(f"{information}/{file}", text)
    return wheel.name
