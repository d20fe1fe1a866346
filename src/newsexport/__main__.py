"""`python -m newsexport`."""

from newsexport.cli import program

program()
