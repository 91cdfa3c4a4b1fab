"""What all tests share: the builders beside this file can be imported, and no example has a time limit."""

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.append(str(Path(__file__).parent))

os.environ["NO_PROXY"] = "127.0.0.1"  # servers of the tests are reached directly, whatever proxy there is

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
