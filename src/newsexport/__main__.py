"""`python -m newsexport`."""

from newsexport.cli import main

main()
