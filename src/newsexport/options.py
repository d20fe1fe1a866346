"""An exporter's options dataclass as click options, and the one place where their values are merged.

Precedence: dataclass default < house style `[export.FORMAT]` < newsexport.toml < NEWSEXPORT_* < command line. click's own
defaults are always "not given", so that each default has one owner.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from types import UnionType

from newsexport.errors import OptionError
from newsexport.records import Literal, fields, hints, made_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import click

_PREFIX = "NEWSEXPORT_"
_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def click_options(kind: type) -> list[click.Option]:
    """One click option for each field of an options dataclass; none has a default of its own."""
    types = hints(kind)
    return [_click_option(part.name, types[part.name], part.default, part.metadata["help"]) for part in fields(kind)]


def collect(
    kind: type,
    name: str | None,
    *,
    files: Sequence[tuple[str, Mapping[str, Any]]],
    environ: Mapping[str, str],
    given: Mapping[str, Any],
    words: Mapping[str, str] | None = None,
) -> Any:
    """The options of one run; `name` is the format's, None for the options that all formats share.

    `files` holds what each file says, weakest first, as (where, values by key); `given` is the command line, `words` what it
    says of other commands' options. OptionError names the key, the value and where it was said.
    """
    known = [part.name for part in fields(kind)]
    values: dict[str, Any] = {}
    environment = ("environment", _from_environ(known, name, environ))
    for place, said in (*files, environment, (f"-O {name}", words or {})):
        for key, value in said.items():
            field_name = key.replace("-", "_")
            if field_name not in known:
                hint = f"known options: {', '.join(known) or 'there is none'}"
                raise OptionError(f"{place}: {key!r} is not an option", hint=hint)
            values[field_name] = _converted(hints(kind)[field_name], value, f"{place}: {key}")
    values |= {key: value for key, value in given.items() if key in known and value is not None}
    try:
        return kind(**values)
    except ValueError as error:
        raise OptionError(str(error), hint=f"see 'newsexport {name or 'pdf'} --help'") from None


def _click_option(name: str, hint: Any, default: Any, help_text: str) -> click.Option:
    import click

    flag = "--" + name.replace("_", "-")
    kind, multiple = _plain(hint)
    shown = f"{help_text}  [default: {_spelled(default)}]" if default not in (None, (), "") else help_text
    if kind is bool:
        return click.Option([f"{flag}/--no-{flag[2:]}", name], default=None, help=shown)
    return click.Option(
        [flag, name], type=_click_type(kind), default=None, multiple=multiple, help=shown, callback=_absent
    )


def _absent(_context: click.Context, _option: click.Parameter, value: Any) -> Any:
    return None if value == () else value


def _plain(hint: Any) -> tuple[Any, bool]:
    """The bare type of a field, and whether it may be given several times."""
    origin, parts = made_of(hint)
    if origin is UnionType:
        return _plain(next(part for part in parts if part is not type(None)))
    return (parts[0], True) if origin is tuple else (hint, False)


def _click_type(kind: Any) -> click.ParamType[Any] | type:
    import click

    origin, parts = made_of(kind)
    if origin is Literal:
        return click.Choice([str(choice) for choice in parts])
    from pathlib import Path

    if kind is Path:
        return click.Path(path_type=Path)
    return kind if kind in (int, float, str) else str


def _spelled(default: Any) -> str:
    return {True: "yes", False: "no"}.get(default, str(default)) if isinstance(default, bool) else str(default)


def _from_environ(known: Sequence[str], name: str | None, environ: Mapping[str, str]) -> dict[str, str]:
    prefix = _PREFIX + (f"{name.upper().replace('-', '_')}_" if name else "")
    return {field_name: environ[key] for field_name in known if (key := prefix + field_name.upper()) in environ}


def _converted(hint: Any, value: Any, where: str) -> Any:
    """A value from a file or the environment as its field's type; OptionError where it is not of that type."""
    kind, multiple = _plain(hint)
    if multiple:
        items = value if isinstance(value, list) else str(value).split(os.pathsep)
        return tuple(_converted(kind, item, where) for item in items)
    text = str(value).lower()
    if kind is bool and isinstance(value, bool | str) and text in _TRUE | _FALSE:
        return text in _TRUE
    origin, parts = made_of(kind)
    if origin is Literal and value in parts:
        return value
    from pathlib import Path

    if kind in (int, float, str, Path) and isinstance(value, str | kind) and not isinstance(value, bool):
        try:
            return kind(value)
        except ValueError:
            pass
    allowed = "one of " + ", ".join(map(repr, parts)) if origin is Literal else kind.__name__
    raise OptionError(f"{where}: {value!r} is not {allowed}")
