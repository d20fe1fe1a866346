"""An options dataclass as click options, and the one merge of their values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click
import pytest
from click.testing import CliRunner

from newsexport.errors import OptionError
from newsexport.exporter import Exporter, option
from newsexport.options import click_options, collect


@dataclass(frozen=True)
class Options:
    width: int = option(72, "Line length.")
    wide: bool = option(False, "Be wide.")
    variant: Literal["a", "b"] = option("a", "Which.")
    font: tuple[Path, ...] = option((), "More fonts.")
    title: str | None = option(None, "A title.")

    def __post_init__(self):
        if self.width < 40:
            raise ValueError(f"width starts at 40, got {self.width}")


def given(*arguments):
    seen = {}
    command = click.Command("x", params=list(click_options(Options)), callback=lambda **values: seen.update(values))
    result = CliRunner().invoke(command, arguments)
    return seen if result.exit_code == 0 else result.output


def merged(*files, environ=None, **values):
    return collect(Options, "txt", files=list(files), environ=environ or {}, given=values)


def test_an_option_not_given_is_none():
    assert given() == {"width": None, "wide": None, "variant": None, "font": None, "title": None}


def test_each_type_has_its_click_form():
    assert given("--width", "60", "--wide", "--variant", "b", "--font", "a.ttf", "--font", "b.ttf", "--title", "T") == {
        "width": 60,
        "wide": True,
        "variant": "b",
        "font": (Path("a.ttf"), Path("b.ttf")),
        "title": "T",
    }
    assert given("--no-wide")["wide"] is False
    assert "'c' is not one of 'a', 'b'" in given("--variant", "c")


def test_help_shows_the_one_default():
    command = click.Command("x", params=list(click_options(Options)))
    assert "[default: 72]" in CliRunner().invoke(command, ["--help"]).output


def test_precedence_is_default_style_settings_environment_command_line():
    style, settings, environ = ("style", {"width": 50}), ("settings", {"width": 55}), {"NEWSEXPORT_TXT_WIDTH": "60"}
    assert merged().width == 72
    assert merged(style).width == 50
    assert merged(style, settings).width == 55
    assert merged(style, settings, environ=environ).width == 60
    assert merged(style, settings, environ=environ, width=65).width == 65


def test_the_environment_speaks_every_type():
    environ = {"NEWSEXPORT_TXT_WIDE": "yes", "NEWSEXPORT_TXT_VARIANT": "b", "NEWSEXPORT_TXT_FONT": "a.ttf"}
    assert merged(environ=environ) == Options(wide=True, variant="b", font=(Path("a.ttf"),))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"widht": 60}, "style: 'widht' is not an option\nhint: known options: width, wide"),
        ({"width": "much"}, "style: width: 'much' is not int"),
        ({"width": True}, "style: width: True is not int"),
        ({"wide": 3}, "style: wide: 3 is not bool"),
        ({"variant": "c"}, "style: variant: 'c' is not one of 'a', 'b'"),
        ({"width": 3}, "width starts at 40, got 3"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(table, said):
    with pytest.raises(OptionError) as caught:
        merged(("style", table))

    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"extension": "md"}, "extension 'md' is not a dot"),
        ({"extension": ".../x"}, "extension"),
        ({"summary": "two\nlines"}, "summary is one line"),
        ({"view": "summary"}, "view .summary. is not one of .article., .briefing., .digest."),
    ],
)
def test_an_exporter_is_checked_when_it_is_made(change, said):
    values = {"extension": ".md", "summary": "Markdown", "write": lambda edition, style, options: b""} | change
    with pytest.raises(ValueError, match=said):
        Exporter(**values)


def test_an_option_without_help_is_refused():
    @dataclass(frozen=True)
    class Silent:
        width: int = 72

    with pytest.raises(ValueError, match="option 'width' has no help"):
        Exporter(extension=".md", summary="Markdown", write=lambda edition, style, options: b"", options=Silent)


def test_an_option_that_every_format_has_is_refused_in_one_of_them():
    from newsexport.cli._commands import _format_command
    from newsexport.errors import PluginError

    @dataclass(frozen=True)
    class Mine:
        style: str = option("x", "Mine.")

    exporter = Exporter(extension=".md", summary="Markdown", write=lambda edition, style, options: b"", options=Mine)
    with pytest.raises(PluginError, match="'md' takes 'style', which every format has"):
        _format_command("md", exporter)
