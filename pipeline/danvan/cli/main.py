"""Runs one command: language, help texts, exit codes, and one line for whatever goes wrong."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
from typer._click import exceptions as click

from danvan.cli import answers, articles, audits, crawl, evaluate, report, reviews, rules, sites, status
from danvan.cli.app import HELP_OPTIONS, app, tell
from danvan.errors import DanvanError, UsageError
from danvan.messages import say, set_language

MODULES = crawl, sites, articles, status, answers, audits, reviews, report, evaluate, rules
"""Whose import puts their commands into the application, in the order of the help."""

_PLACE = {module.__name__: place for place, module in enumerate(MODULES)}
app.registered_commands.sort(key=lambda command: _PLACE[command.callback.__module__] if command.callback else 0)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The command `danvan`: runs one command and ends the process with its exit code."""
    sys.exit(call(list(sys.argv[1:] if arguments is None else arguments)))


def call(arguments: list[str]) -> int:
    """Runs one command and gives its exit code; whatever goes wrong is one line on standard error."""
    _use_utf8()
    try:
        set_language(None)
        remaining = _take_language(arguments)
        command = typer.main.get_command(app)
        _translate(command)
        _translate_frame()
        result = command.main(remaining, prog_name="danvan", standalone_mode=False)
        sys.stdout.flush()
        return _exit_code(result)
    except BrokenPipeError:
        # The reader went away ("| head"): nothing is left to be told, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except click.NoArgsIsHelpError as error:
        # Typer prints the help itself where it draws it with rich, and gives it back where it does not.
        if error.message:
            print(error.message)
        return 2
    except click.ClickException as error:
        return fail(_usage(error), 2)
    except UsageError as error:
        return fail(str(error), 2)
    except DanvanError as error:
        return fail(str(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        return fail(say("stopped"), 1)
    except Exception as error:
        if os.environ.get("DANVAN_DEBUG"):
            raise
        return fail(say("error.internal", name=type(error).__name__, text=error), 1)


def _exit_code(result: Any) -> int:
    if result == 130:
        return fail(say("stopped"), 1)
    return result if isinstance(result, int) else 0


def fail(text: str, code: int) -> int:
    tell(say("error", text=" ".join(text.split())))
    return code


def _use_utf8() -> None:
    """Windows writes to pipes and files in a code page that lacks Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _take_language(arguments: list[str]) -> list[str]:
    """Sets the language where --lang says one, wherever it stands; gives the other arguments back."""
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*rest, word, *words]
        if word == "--lang":
            set_language(next(words, ""))
        elif word.startswith("--lang="):
            set_language(word.removeprefix("--lang="))
        else:
            rest.append(word)
    return rest


def _translate(command: Any) -> None:
    """Puts every help text, which is a key of messages so far, into the language in force."""
    for name in ("help", "short_help"):
        if str(getattr(command, name, None) or "").startswith("help."):
            setattr(command, name, say(getattr(command, name)))
    command.options_metavar = say("usage.some_options")
    if hasattr(command, "commands"):
        command.subcommand_metavar = say("usage.some_command")
    asked = command.get_help_option(typer.Context(command, help_option_names=HELP_OPTIONS))
    for parameter in (*command.params, *([] if asked is None else [asked])):
        match parameter.name:
            case "help":
                parameter.help = say("help.help")
            case "install_completion":
                parameter.help = say("help.install_completion")
            case "show_completion":
                parameter.help = say("help.show_completion")
            case _ if str(getattr(parameter, "help", None) or "").startswith("help."):
                parameter.help = say(parameter.help)
    for child in getattr(command, "commands", {}).values():
        _translate(child)


def _translate_frame() -> None:
    """Puts into the language in force what Typer itself writes around help texts."""
    from typer import rich_utils
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

    class Formatter(HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or say("usage.usage"))

    Context.formatter_class = Formatter
    rich_utils.OPTIONS_PANEL_TITLE = say("usage.options")
    rich_utils.ARGUMENTS_PANEL_TITLE = say("usage.arguments")
    rich_utils.COMMANDS_PANEL_TITLE = say("usage.commands")
    rich_utils.REQUIRED_LONG_STRING = say("usage.required")
    rich_utils.DEFAULT_STRING = say("usage.default", value="{}")


def _usage(error: click.ClickException) -> str:
    """Typer's refusal of the arguments in one line: what, where, what to do."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "danvan"
    close = list(getattr(error, "possibilities", None) or ())
    hint = say("usage.did_you_mean", name=close[0]) if close else ""
    parameter = getattr(error, "param", None)
    name = ""
    if parameter is not None:
        option = parameter.opts[0].startswith("-")
        name = parameter.opts[0] if option else parameter.metavar or parameter.opts[0]
    if isinstance(error, click.NoSuchOption):
        if command.endswith(" query") and _is_parameter(error.option_name.lstrip("-")):
            hint = say("usage.did_you_mean", name=f"-p {error.option_name.lstrip('-')}=...")
        return say("usage.no_option", command=command, name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", command=command, name=name)
    if isinstance(error, click.BadParameter):
        reason = say("usage.whole_number") if "valid integer" in error.message else error.message
        return say("usage.bad_value", command=command, name=name, reason=reason)
    if error.message.startswith("No such command"):
        # Typer puts what was meant into the message, as 'a', 'b'.
        wrong, *meant = re.findall(r"'([^']*)'", error.message) or ["?"]
        guess = say("usage.did_you_mean", name=meant[0]) if meant else ""
        return say("usage.no_command", name=wrong, hint=guess)
    return say("usage.other", command=command, reason=error.format_message().rstrip("."))


def _is_parameter(name: str) -> bool:
    """Whether a named query takes a parameter of this name."""
    from danvan.queries import load_queries

    return any(p.name == name for query in load_queries().values() for p in query.parameters)
