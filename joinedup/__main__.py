"""`python -m joinedup`: the command line, where the script is not on the path."""

from joinedup.cli import main

if __name__ == "__main__":
    main()
