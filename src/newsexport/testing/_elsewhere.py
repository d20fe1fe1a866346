"""Run as a script in a fresh process: writes editions, reports the bytes and every touch of the world.

Standard input: pickled sys.path, then the pickled (exporter, editions, style, file for the answer). Nothing of pytest is
imported here.
"""

from __future__ import annotations

import os
import pickle
import sys
import warnings

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TOUCHES = (
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.utime",
)
_REACHES = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "shutil.",
    "tempfile.",
    "urllib.",
)


def main() -> None:
    """Answer what was asked on standard input."""
    sys.dont_write_bytecode = True  # an import inside a writer may compile: that is Python's file, not the writer's
    sys.path[:] = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent process
    exporter, editions, style, answer = pickle.load(sys.stdin.buffer)  # noqa: S301
    touched: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if not watching:
            return
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        baited = event == "open" and arguments[0] == "/dev/zero"  # named in the texts of the corpus
        if opened or baited or event in _TOUCHES or event.startswith(_REACHES):
            touched.append(f"{event}{arguments!r:.200}")

    options = exporter.options()
    sys.addaudithook(watch)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outputs = {name: exporter.write(edition, style, options) for name, edition in editions.items()}
    watching.clear()
    with open(answer, "wb") as file:
        pickle.dump((outputs, touched), file)


if __name__ == "__main__":
    main()
