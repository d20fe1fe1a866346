"""Console sessions in Markdown, played as tests: `$ command` lines and what they print.

A block of a session may end a line's command with `  # exit 1` to say another exit code than 0. Standard error is
printed after standard output. `...` in an expected line stands for anything.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_EXIT = re.compile(r"  # exit (\d+)\Z")


@dataclass(frozen=True)
class Step:
    """One command with what it shall print."""

    command: str
    code: int
    expected: tuple[str, ...]
    line: int


def steps(text: str, mark: str = "```console") -> Iterator[Step]:
    """The commands of every block that starts with `mark`, in order."""
    command, expected, start, inside = None, [], 0, False
    for number, line in enumerate([*text.split("\n"), "```"], 1):
        if line.startswith("```"):
            if command is not None:
                yield _step(command, expected, start)
            command, expected, inside = None, [], line == mark
        elif inside and line.startswith("$ "):
            if command is not None:
                yield _step(command, expected, start)
            command, expected, start = line[2:], [], number
        elif inside and command is not None:
            expected.append(line)


def play(step: Step, folder: Path, environ: dict[str, str]) -> None:
    """Run one command in `folder`; AssertionError shows what differs."""
    found = subprocess.run(
        ["bash", "-c", step.command], cwd=folder, env=environ, capture_output=True, timeout=60, check=False
    )
    said = (found.stdout + found.stderr).decode("utf-8", "replace").rstrip("\n")
    printed = [line.rstrip() for line in said.split("\n")] if said else []
    wanted = [line.rstrip() for line in step.expected]
    if wanted[-1:] == ["..."]:  # and whatever follows
        printed = printed[: len(wanted) - 1]
        wanted.pop()
    same = len(printed) == len(wanted) and all(map(_alike, printed, wanted))
    assert same, f"line {step.line}: $ {step.command}\n" + "\n".join(["expected:", *wanted, "printed:", *printed])
    assert found.returncode == step.code, f"line {step.line}: $ {step.command}\nexit {found.returncode}\n{said}"


def _alike(printed: str, wanted: str) -> bool:
    pattern = ".*".join(map(re.escape, wanted.split("...")))
    return re.fullmatch(pattern, printed) is not None


def _step(command: str, expected: list[str], line: int) -> Step:
    code = _EXIT.search(command)
    return Step(_EXIT.sub("", command), int(code[1]) if code else 0, tuple(expected), line)
