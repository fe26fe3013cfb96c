"""The command line. Every command parses its arguments, calls, prints; heavy libraries are imported inside.

Data goes to standard output, messages and progress to standard error. Exit codes: 0 well, 1 something failed or went
to quarantine, 2 wrong use. Help texts are keys of messages, put into the language in force before the call.

app (options, output) > progress > articles · answers · audits · rules · evaluate (the commands) > main (one call)
"""

from danvan.cli.main import call, main

__all__ = ["call", "main"]
