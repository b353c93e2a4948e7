"""`python -m onrecord` is `onrecord`: for machines where the script's folder is not on the path.

Nothing of its own; the command line lives in `cli`.
"""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
