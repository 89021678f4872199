"""`python -m bot` and the program `dateline`: hands over to the command line."""

from bot.cli import main

if __name__ == "__main__":
    main()
