"""The commands as click knows them: one for each format, made when it is asked for, and those for all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from newsexport import __version__, registry
from newsexport.cli._check import check
from newsexport.cli._run import export
from newsexport.cli._settings import common_parameters
from newsexport.cli._styles import styles
from newsexport.errors import PluginError, printable
from newsexport.exporter import Exporter
from newsexport.options import click_options

_LATE = {
    "batch": "Write many articles in many formats.",
    "verify": "Compare the files of an output folder with what batches wrote there.",
}


class Newsexport(click.Group):
    """The group of all commands: a format's is made when it is asked for, so that no other exporter is loaded."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; a format's is built from its exporter's options."""
        if cmd_name in _LATE:
            from newsexport.cli._batch import command

            return command(cmd_name)
        if found := super().get_command(ctx, cmd_name):
            return found
        try:
            return _format_command(cmd_name, registry.load(cmd_name))
        except PluginError as error:
            raise click.UsageError(str(error), ctx) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, formats first: shell completion offers them."""
        return [*registry.names(), *_LATE, *super().list_commands(ctx)]

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Print formats and commands without loading an exporter."""
        ready = {name: command.get_short_help_str(80) for name, command in self.commands.items()}
        rows = sorted((ready | _LATE).items())
        with formatter.section("Formats"):
            formatter.write_text(", ".join(registry.names()))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=Newsexport, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def newsexport() -> None:
    """Turn plain-text news articles into briefings.

    newsexport pdf article.txt writes dist/article.pdf. Every FORMAT takes the same options, and some of its own: see
    newsexport FORMAT --help.
    """


def _format_command(name: str, exporter: Exporter[Any]) -> click.Command:
    def run(article: tuple[str, ...], **given: Any) -> None:
        if not export(name, exporter, article, given):
            sys.exit(1)

    common, own = common_parameters(exporter.view), click_options(exporter.options)
    if twice := {parameter.name for parameter in common} & {parameter.name for parameter in own}:
        raise PluginError(
            f"format {name!r} takes {', '.join(map(repr, twice))}, which every format has", hint="rename it there"
        )
    parameters: list[click.Parameter] = [*common, *own]
    parameters.append(click.Argument(["article"], nargs=-1, required=True, metavar="ARTICLE..."))
    help_text = f"{exporter.summary}\n\nARTICLE is a text file, or '-' for standard input."
    return click.Command(name, params=parameters, callback=run, help=help_text, short_help=exporter.summary)


newsexport.add_command(check)


@newsexport.command()
def formats() -> None:
    """List the formats that are installed, and those that are broken."""
    for name in registry.names():
        try:
            exporter = registry.load(name)
        except PluginError as error:
            click.echo(f"{name:<12} broken: {error.message}", err=True)
        else:
            click.echo(f"{name:<12} {printable(exporter.summary)}")


newsexport.add_command(styles)


@newsexport.group()
def plugin() -> None:
    """Make a new format of your own."""


@plugin.command("new")
@click.argument("name")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path(), help="Folder to put it in.")
def plugin_new(name: str, output: Path) -> None:
    """Write a plugin for the format NAME: it installs, exports and tests at once."""
    from newsexport.scaffold import new_plugin

    for path in new_plugin(name, output):
        click.echo(printable(str(path)))
