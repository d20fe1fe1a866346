"""What a plain article makes the reader load and compile: all else waits until a text needs it."""

import subprocess
import sys

import pytest

STORY = """| 12 May 2024, Sunday |

Bridge opens to walkers a year early and £14m under budget

SKERRY HAVEN – The first people to cross the new bridge on foot did so on Sunday, twelve months ahead of the timetable.

The harbour office counted 41,300 walkers between 5am and noon. Cars will be admitted on Monday at 6am.

“We drilled 112 test holes before we drew a single pier,” Maren Oduya, the chief engineer, said.
"""
WAITING = frozenset(
    "_account _binary _calendars _clock _dateforms _detect _front _mojibake _names _split _unmarked _western".split()
)
"""Modules for texts that have what this one has not: other encodings, calendars and clocks, front matter, several articles."""
WATCH = """
import re, sys
compiled, compile_ = [], re.compile
re.compile = lambda source, flags=0: compiled.append(source) or compile_(source, flags)
from newsexport import patterns, reader
reader.read_bytes(sys.stdin.buffer.read())
rooms = [(name, vars(module)) for name, module in sys.modules.items() if name.startswith("newsexport.")]
names = [f"{room[11:]}.{name}" for room, inside in rooms for name, one in inside.items()
         if isinstance(one, patterns.Lazy) and one.pattern in compiled]
print(*sorted(set(names)))
print(*sorted(name[18:] for name, _ in rooms if name.startswith("newsexport.reader.")))
"""


@pytest.fixture(scope="module")
def seen():
    run = subprocess.run(
        [sys.executable, "-c", WATCH], input=STORY.encode(), capture_output=True, check=True, timeout=60
    )
    patterns, modules = run.stdout.decode().splitlines()
    return set(patterns.split()), set(modules.split())


def test_a_plain_article_loads_no_more_than_it_needs(seen):
    assert seen[1] & WAITING == set()
    assert {name for name in seen[1] if name.startswith(("formats.", "vendors."))} == set()


def test_a_plain_article_compiles_few_patterns(seen):
    assert seen[0] <= {
        "reader._datelabels._WORD",
        "reader._datelines._DASH",
        "reader._dates._DAY",
        "reader._dates._DIGIT",
        "reader._dates._STRANGE_DIGIT",
        "reader._dateworded._LATIN",
    }
