"""Writes the manual pages of a command line that uses swift-argument-parser: one for the tool and one for each subcommand.

    python3 Scripts/manual_pages.py TOOL DAY FOLDER

writes FOLDER/vggc.1, FOLDER/vggc-check.1, FOLDER/vggc-weights-check.1 and so on, dated DAY (2026-11-30), from what TOOL says
of itself (`--experimental-dump-help`, and the usage of `--help`). Commands that the help does not show have no page. Needs
only Python's standard library.
"""

import json
import re
import subprocess
import sys
from pathlib import Path


def output(*command):
    # Without these variables, the help names the cache folder as ~/.cache/vggc, not as this user's folder.
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def prose(text):
    """Text of a paragraph in roff's notation; names of options get the hyphen that can be copied."""
    text = text.replace("\\", "\\e")
    text = re.sub(r"(?<![^\s(\[|'`/])-+(?=\w)|--(?=\w)", lambda match: match[0].replace("-", "\\-"), text)
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def literal(text):
    """Text that is typed as it is."""
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", "\\e").replace("-", "\\-"), flags=re.MULTILINE)


def bold(text):
    return f"\\fB{literal(text)}\\fR"


def displayed(items):
    return [item for item in items or [] if item["shouldDisplay"]]


def subcommands(command):
    """The subcommands with pages: `help` prints what the pages say."""
    return [item for item in displayed(command.get("subcommands")) if item["commandName"] != "help"]


class Page:
    """The manual page of one command."""

    def __init__(self, command, tool, day, version):
        self.command = command
        self.words = [*command.get("superCommands", []), command["commandName"]]
        self.name = "-".join(self.words)
        self.usage = usage(tool, self.words[1:])
        self.day, self.version = day, version

    def text(self):
        parts = paragraphs(self.command.get("discussion", ""))
        lines = [f'.TH "{literal(self.name.upper())}" "1" "{self.day}" "{self.words[0]} {self.version}" "User Commands"']
        lines += [".SH NAME", f"{literal(self.name)} \\- {prose(self.command['abstract'].rstrip('.'))}"]
        lines += [".SH SYNOPSIS", ".nh", ".ad l", *self.synopsis(), ".ad b", ".hy", ".SH DESCRIPTION"]
        for paragraph in parts["description"] or [[prose(self.command["abstract"])]]:
            lines += [".PP", *paragraph]
        lines += self.arguments("ARGUMENTS", lambda item: item["kind"] == "positional")
        lines += self.arguments("OPTIONS", lambda item: item["kind"] != "positional")
        lines += self.commands()
        for title in ("EXAMPLES", "EXIT STATUS"):
            for paragraph in parts[title]:
                lines += [f".SH {title}", *paragraph]
        return "\n".join([*lines, *self.see_also()]) + "\n"

    def synopsis(self):
        """Each form of the command as a paragraph whose other lines are indented, not broken within brackets."""
        start = " ".join(self.words)
        for form in self.usage:
            yield ".HP 8"
            yield f"{bold(start)} {unbroken(literal(form.removeprefix(start).strip()))}".rstrip()

    def arguments(self, title, belongs):
        items = [item for item in displayed(self.command.get("arguments")) if belongs(item)]
        lines = [f".SH {title}"] if items else []
        for item in items:
            lines += [".TP", head(item)]
            if abstract := item.get("abstract"):
                lines.append(prose(abstract))
            lines += choices(item)
            if discussion := item.get("discussion"):
                lines += [".IP", prose(discussion)]
        return lines

    def commands(self):
        items = subcommands(self.command)
        lines = [".SH COMMANDS"] if items else []
        for item in items:
            lines += [".TP", reference(f"{self.name}-{item['commandName']}"), prose(item["abstract"])]
        return lines

    def see_also(self):
        """The pages of the command above this one and of those below; of the tools, also the other tool's."""
        above = ["-".join(self.words[:-1])] if len(self.words) > 1 else [{"vggc": "vgg", "vgg": "vggc"}[self.name]]
        names = above + [f"{self.name}-{item['commandName']}" for item in subcommands(self.command)]
        references = [reference(name) + "," for name in names]
        references[-1] = references[-1].rstrip(",").rstrip()
        return [".SH SEE ALSO", *references]


def reference(name):
    return f".BR {literal(name)} (1)"


def unbroken(text):
    """Roff in which a line is not broken at spaces within brackets."""
    depth, characters = 0, []
    for character in text:
        depth += (character in "[(<") - (character in "])>")
        characters.append("\\ " if character == " " and depth > 0 else character)
    return "".join(characters)


def usage(tool, words):
    """The lines of a command's usage, one for each of its forms."""
    found = re.search(r"^USAGE: (.*?)\n\n", output(tool, *words, "--help"), flags=re.MULTILINE | re.DOTALL)
    return [line.strip() for line in found[1].split("\n")]


def paragraphs(discussion):
    """A discussion's paragraphs as lines of roff, by the section to which each belongs."""
    parts = {"description": [], "EXAMPLES": [], "EXIT STATUS": []}
    for paragraph in filter(None, discussion.split("\n\n")):
        if paragraph.startswith("Examples:\n"):
            examples = [literal(line.strip()) for line in paragraph.splitlines()[1:]]
            parts["EXAMPLES"].append([".nf", ".RS 4", *examples, ".RE", ".fi"])
        elif match := re.match(r"Exit status: (.*)", paragraph, flags=re.DOTALL):
            parts["EXIT STATUS"].append([prose(match[1])])
        elif "\n" in paragraph:
            parts["description"].append([".nf", *(literal(line) for line in paragraph.splitlines()), ".fi"])
        else:
            parts["description"].append([prose(paragraph)])
    return parts


def head(item):
    """An argument's names and value."""
    value = f"\\fI{literal(item['valueName'])}\\fR"
    if item["kind"] == "positional":
        return value + ("..." if item["isRepeating"] else "")
    names = sorted(item["names"], key=lambda name: name["kind"] != "short")
    shown = ", ".join(bold(("--" if name["kind"] == "long" else "-") + name["name"]) for name in names)
    return shown if item["kind"] == "flag" else f"{shown} {value}"


def choices(item):
    """A sentence on an option's values and its default, if the abstract has no default."""
    lines = []
    if values := item.get("allValues"):
        lines.append(f"Values: {', '.join(map(bold, values))}.")
    if default := item.get("defaultValue"):
        lines.append(f"Default: {bold(default)}.")
    return lines


def pages(command, tool, day, version):
    yield Page(command, tool, day, version)
    for item in subcommands(command):
        yield from pages(item, tool, day, version)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    tool, day, folder = str(Path(sys.argv[1]).resolve()), sys.argv[2], Path(sys.argv[3])
    command = json.loads(output(tool, "--experimental-dump-help"))["command"]
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages(command, tool, day, output(tool, "--version").strip()):
        (folder / f"{page.name}.1").write_text(page.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
