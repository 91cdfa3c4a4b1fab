"""What all tests share: the builders beside this file can be imported, and no example has a time limit."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.append(str(Path(__file__).parent))

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
