"""One training run from the command line: `python -m reportedly.train RECIPE --into FOLDER`."""

from reportedly.train.run import main

if __name__ == "__main__":
    main()
