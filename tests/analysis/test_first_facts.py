"""What the glance of one English article costs before anything is read: modules loaded, patterns compiled."""

import ast
import subprocess
import sys
from pathlib import Path

STORY = Path(__file__).parents[2] / "source" / "harbour-bridge.txt"
GLANCE = """
import re, sys
from newsexport import briefing, reader
story = reader.read(sys.argv[1])[0]
compiled, made, before = re.compile, [], set(sys.modules)
re.compile = lambda source, flags=0: (made.append(source), compiled(source, flags))[1]
assert briefing.view(story, "briefing").glance
sys.stdout.write(repr((sorted(set(sys.modules) - before), made)))
"""


def glanced():
    done = subprocess.run([sys.executable, "-c", GLANCE, str(STORY)], capture_output=True, text=True, check=True)
    return ast.literal_eval(done.stdout)


def test_a_glance_loads_no_words_of_other_languages_and_no_rules_that_its_article_has_no_signs_of():
    loaded, made = glanced()
    ours = {name.removeprefix("newsexport.analysis._") for name in loaded}
    assert "attribution" in ours
    assert ours.isdisjoint(
        "dialogue exchange loose words_western words_loose words_el entities bodywords placewords".split()
    )
    assert len(made) < 36  # a fifth of a millisecond for a long one


def test_the_patterns_that_read_every_paragraph_are_those_of_a_typewriters_text():
    _, made = glanced()
    beyond = [source for source in made if max(source) > "\u2100" or ("\\u" in source and "\\u00a0" not in source)]
    assert beyond == []
