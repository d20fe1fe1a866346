"""A path is spelled as `pathlib` would, which a plain call does not load."""

from pathlib import Path

import pytest

from newsexport.batch import spelled


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "-",
        "a",
        "./a",
        "a/./b",
        "a//b/",
        "../a",
        "a/..",
        "/",
        "//",
        "///",
        "/a",
        "//a/b",
        "///a",
        "./",
        "港/é.txt",
    ],
)
def test_a_path_is_spelled_as_pathlib_spells_it(path):
    assert spelled(path) == spelled(Path(path)) == str(Path(path))
