# SPDX-License-Identifier: Apache-2.0
"""Which commands are there? Assembled here, so that `python -m generator` and `platform-registry` agree."""

import typer

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.lock import lock
from generator.commands.lookup import lookup
from generator.commands.schema import schema
from generator.commands.serve import serve


def application() -> typer.Typer:
    """The command line."""
    app = typer.Typer(
        help="中小企业公共服务示范平台名录：检查记录、生成网站。",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for command in (check, build, serve, lookup, schema, lock):
        app.command()(command)
    return app


def main() -> None:
    """Run the command that the arguments name."""
    application()()


if __name__ == "__main__":
    main()
