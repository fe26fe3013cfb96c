"""`python -m danvan.cli`."""

from danvan.cli.main import main

main()
