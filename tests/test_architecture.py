"""The doors of the house go down only; its rooms stay small; nothing heavy is carried before it is needed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import newsexport

SOURCE = Path(newsexport.__file__).parent
FLOORS = (
    {"digests", "errors", "patterns", "records"},
    {"model", "toml"},
    {"codec", "datewords"},
    {"style", "reader", "analysis", "wording", "runs", "segments"},
    {"story", "looks"},
    {"exporter", "briefing", "imprint"},
    {"bookfile"},
    {"exporters", "registry", "options", "batch", "explain", "scaffold"},
    {"cli", "testing"},
    {"__main__"},
)
SHARED = {
    "newsexport.exporters._late",
    "newsexport.exporters._places",
    "newsexport.exporters._xml",
    "newsexport.exporters._zip",
}  # what two exporters may both use
CLICK = {"cli", "options"}  # the rooms that know the command line
INNER = re.compile(r"newsexport\.exporters\.\w+\._")  # an exporter's inner modules are imported when it writes
MODULE_LINES, FUNCTION_LINES, MEDIAN_LINES = 300, 40, 10


def module_name(path: Path) -> str:
    """The dotted name of a source file."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
LENGTHS = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py")}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a piece of code imports, wherever the statement stands; of `from package import module`, both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            yield from _named(node.module, node)


def _named(module: str, node: ast.ImportFrom) -> Iterator[str]:
    inside = [f"{module}.{alias.name}" for alias in node.names if f"{module}.{alias.name}" in TREES]
    yield from inside
    if len(inside) < len(node.names):
        yield module


def room(module: str) -> str:
    """The room a module belongs to: `exporters.txt` for each exporter, else the name below `newsexport`."""
    parts = module.split(".")[1:]
    return ".".join(parts[:2]) if parts[:1] == ["exporters"] else "".join(parts[:1])


def floor(module: str) -> int:
    """How high a module's room lies; the package itself is the ground that everything stands on."""
    name = room(module).partition(".")[0]
    return next((height for height, rooms in enumerate(FLOORS) if name in rooms), -1 if not name else 99)


def test_every_room_has_a_floor():
    assert [module for module in TREES if floor(module) == 99] == []


def test_no_room_of_the_plan_is_missing():
    rooms = {room(module).partition(".")[0] for module in TREES}
    assert set().union(*FLOORS) - rooms == set()


def test_doors_go_down_only():
    wrong = [
        f"{module} (floor {floor(module)}) imports {target} (floor {floor(target)})"
        for module, tree in TREES.items()
        for target in imports(tree)
        if target.partition(".")[0] == "newsexport"
        and room(target) != room(module)
        and target not in SHARED
        and floor(target) >= floor(module)
    ]
    assert wrong == []


def test_the_guard_sees_imports_inside_functions_and_knows_up_from_down():
    code = "def late():\n    from newsexport import cli, reader\n    import newsexport.batch"
    assert set(imports(ast.parse(code))) == {"newsexport.cli", "newsexport.reader", "newsexport.batch"}
    assert floor("newsexport.model") < floor("newsexport.reader._open") < floor("newsexport.exporters.txt")
    assert room("newsexport.exporters.txt._wrap") != room("newsexport.exporters.pdf")


def test_what_is_private_to_a_room_is_used_there_only():
    wrong = [
        f"{module} reaches into {target}"
        for module, tree in TREES.items()
        for target in imports(tree)
        if target in TREES
        and (hidden := re.match(r"(.*?)\._[a-z]", target))
        and not f"{module}.".startswith(f"{hidden[1]}.")
    ]
    assert wrong == []


def test_rooms_are_small():
    assert {module: lines for module, lines in LENGTHS.items() if lines > MODULE_LINES} == {}


def functions(tree: ast.AST) -> dict[str, int]:
    """Each function with its lines, from `def` to its last."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        f"{node.name}:{node.lineno}": (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    }


def test_functions_are_short():
    long = {
        f"{module}.{name}": lines
        for module, tree in TREES.items()
        for name, lines in functions(tree).items()
        if lines >= FUNCTION_LINES
    }
    assert long == {}


def test_half_of_all_functions_are_very_short():
    lines = [length for tree in TREES.values() for length in functions(tree).values()]
    assert median(lines) < MEDIAN_LINES


def at_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported, but for what only the type checker sees."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def test_importing_a_module_imports_no_heavy_library():
    wrong = []
    for module, tree in TREES.items():
        allowed = {*sys.stdlib_module_names, "newsexport"}
        allowed |= {"click"} if room(module) in CLICK else set()
        allowed |= {"pytest"} if room(module) == "testing" else set()
        found = {name.partition(".")[0] for node in at_import(tree) for name in imports(node)}
        if found - allowed and not INNER.match(module):
            wrong.append(f"{module} imports {sorted(found - allowed)} before anything needs it")
    assert wrong == []


def test_exporters_are_made_of_records():
    """One `dataclasses.replace` of a record makes the library's classes of it, which takes as long as a page."""
    users = {module for module, tree in TREES.items() for name in imports(tree) if name == "dataclasses"}
    assert {
        module for module in users if room(module).startswith(("exporter", "briefing", "analysis", "style"))
    } == set()


def test_annotations_are_text_where_records_are_made():
    """Python 3.14 keeps others where the maker of a class does not find them."""
    makers = {"Record", "NamedTuple"}
    wrong = [
        module
        for module, tree in TREES.items()
        if any(
            isinstance(base, ast.Name | ast.Attribute) and ast.unparse(base).rpartition(".")[2] in makers
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            for base in node.bases
        )
        and not any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
    ]
    assert wrong == []


def test_click_is_known_to_two_rooms_only():
    users = {
        room(module)
        for module, tree in TREES.items()
        if any(name.partition(".")[0] == "click" for name in imports(tree))
    }
    assert users == CLICK


def test_names_say_what_a_thing_is():
    empty = re.compile(r"_*(utils?|helpers?|misc)|\w*(Manager|Helper|Utils?)|Base[A-Z]\w*")
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    names = [
        (module, node.name) for module, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, kinds)
    ]
    names += [(module, module.rpartition(".")[2]) for module in TREES]
    assert [f"{module}: {name}" for module, name in names if empty.fullmatch(name)] == []


def loaded_after(code: str) -> set[str]:
    """The modules in a fresh process after `code`."""
    script = f"{code}\nimport sys\nsys.__stderr__.write('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stderr.split("\n"))


def foreign(modules: set[str]) -> set[str]:
    """The packages among them that are neither Python's nor ours; what a plain interpreter has is not counted."""
    plain = loaded_after("")
    tops = {name.partition(".")[0] for name in modules - plain}
    return {name for name in tops if not name.startswith("_")} - {*sys.stdlib_module_names, "newsexport"}


def test_importing_the_command_line_loads_click_and_no_exporter():
    loaded = loaded_after("import newsexport.cli._commands")
    assert foreign(loaded) == {"click"}
    assert not {name for name in loaded if name.startswith("newsexport.exporters")}
    assert "importlib.metadata" not in loaded - loaded_after("import click")


def test_asking_for_help_loads_no_exporter():
    help_text = "from newsexport.cli._commands import newsexport\nnewsexport.main(['--help'], standalone_mode=False)"
    loaded = loaded_after(help_text)
    assert foreign(loaded) == {"click"}
    assert not {name for name in loaded if name.startswith("newsexport.exporters")}


@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "txt", "json"])
def test_making_a_built_in_command_loads_neither_its_library_nor_the_metadata(name):
    command = f"import click\nfrom newsexport.cli._commands import newsexport\nnewsexport.get_command(click.Context(newsexport), {name!r})"
    loaded = loaded_after(command)
    others = {"pdf", "docx", "epub", "txt", "json"} - {name}
    assert foreign(loaded) == {"click"}
    assert f"newsexport.exporters.{name}" in loaded
    assert not loaded & {f"newsexport.exporters.{other}" for other in others}
    assert "importlib.metadata" not in loaded - loaded_after("import click")


def ranges(parsed: object) -> Iterator[tuple[int, int]]:
    """The ranges of characters in a parsed pattern."""
    if isinstance(parsed, tuple) and str(parsed[:1]) == "(RANGE,)":
        yield parsed[1]
    elif isinstance(parsed, list | tuple | re._parser.SubPattern):
        for part in parsed:
            yield from ranges(part)


def plain_call(folder: Path, view: str, story: str) -> list[str]:
    """The words that make text of a story, in a file of the folder, as its `out.txt`."""
    (folder / "story.txt").write_text(story, encoding="utf-8")
    return ["txt", str(folder / "story.txt"), "-q", "-o", str(folder / "out.txt"), "--view", view]


@pytest.mark.parametrize("view", ["article", "briefing"])
def test_no_pattern_that_most_articles_ask_has_large_sets(tmp_path, view):
    """A set of characters beside Latin's takes a tenth of a microsecond for each, before anything is matched."""
    call = plain_call(
        tmp_path, view, "“Ferry” sold\n\n12 May 2024\n\nVALE – “We sail on,” Ana Lopez said of 14 ferries.\n"
    )
    code = (
        "import contextlib, re, sys\ncompiled, made = re.compile, []\n"
        "re.compile = lambda source, flags=0: (made.append((source, int(flags))), compiled(source, flags))[1]\n"
        f"from newsexport.cli import main\nwith contextlib.suppress(SystemExit): main({call})\nsys.stderr.write(repr(made))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    sizes = {
        source: sum(high - low for low, high in ranges(re._parser.parse(source, flags)))
        for source, flags in ast.literal_eval(done.stderr)
    }
    assert (tmp_path / "out.txt").exists()
    assert len(sizes) > 10
    assert {source: size for source, size in sizes.items() if size > 3000} == {}


SLOW = "contextlib dataclasses hashlib inspect pathlib random tempfile typing".split()
"""What no module of ours imports that one article is exported by: each of them takes as long as ten of ours."""
NEEDED = "__future__, bisect, collections.abc, errno, gc, importlib, math, re, unicodedata, warnings"
"""What of Python's library one article as text loads, with all that they load."""

HASH = re.compile(r"_sha\w+")  # Python's own hashes, by the names they have in its versions


def modules_of(call: list[str]) -> set[str]:
    """The modules that a plain call loads."""
    return loaded_after(f"from newsexport.cli import main\ntry: main({call})\nexcept SystemExit: pass")


@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "txt", "json"])
def test_nothing_that_one_article_loads_of_ours_imports_what_is_slow(tmp_path, name):
    call = plain_call(tmp_path, "briefing", "Ferry sold\n\n12 May 2024\n\n“We sail on,” Ana Lopez said on Sunday.\n")
    ours = modules_of([name, *call[1:]]) & TREES.keys()
    wrong = [
        f"{module} imports {target}"
        for module in sorted(ours)
        for node in at_import(TREES[module])
        for target in imports(node)
        if target.partition(".")[0] in SLOW and not (target == "pathlib" and name == "pdf")  # its libraries do
    ]
    assert (tmp_path / "out.txt").exists()
    assert wrong == []


PLAIN_ROOMS = (
    "analysis batch briefing cli datewords digests errors exporter exporters exporters._places exporters._xml exporters.txt imprint model "
    "options patterns reader records registry segments story style wording".split()
)
"""What one article as text may load: every other room costs its start-up time."""


@pytest.mark.parametrize("view", ["article", "briefing"])
def test_a_plain_call_loads_only_what_it_needs(tmp_path, view):
    call = plain_call(
        tmp_path, view, "Ferry sold\n\n12 May 2024\n\n“We sail on,” Ana Lopez said of the ferry on Sunday.\n"
    )
    loaded = modules_of(call)
    assert (tmp_path / "out.txt").exists()
    rooms = {room(name) for name in loaded if name.startswith("newsexport.")}
    assert rooms - set(PLAIN_ROOMS) == set()
    assert {name for name in loaded if re.match(r"newsexport\.reader\.(formats|vendors)\.", name)} == set()
    assert view == "briefing" or not {name for name in loaded if re.match(r"newsexport\.(analysis\._|briefing)", name)}
    assert loaded.isdisjoint({"newsexport.reader._account", "newsexport.reader._detect", "newsexport.wording._numbers"})
    assert foreign(loaded) <= {"wcwidth"}
    python = {name for name in loaded if name.partition(".")[0] in sys.stdlib_module_names}
    assert {name for name in python - loaded_after(f"import {NEEDED}") if not HASH.match(name)} == set()
    assert loaded.isdisjoint(
        {
            "click",
            "contextlib",
            "dataclasses",
            "hashlib",
            "pathlib",
            "typing",
            "inspect",
            "random",
            "tempfile",
            "tomllib",
            "json",
            "gettext",
            "lxml",
            "chardet",
            "importlib.metadata",
            "concurrent.futures",
            "sqlite3",
            "threading",
            "heapq",
            "platform",
        }
    )
