# SPDX-License-Identifier: Apache-2.0
"""How does a test get a disk that is really full, or a folder that really cannot be written?

Everything here works without privileges, and for root, whom permissions do not bind by themselves. What
refuses is always the system, never a stand-in for it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.commands.process import MODULE
from tests.conftest import REPOSITORY

# Files longer than the first argument says cannot be written.
LIMITED = """
import os, resource, sys
largest = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
os.execv(sys.argv[1], sys.argv[1:])
"""

# One file of each new release is opened on a device that is always full; it is the system that refuses.
ON_FULL_DEVICE = """
import os, runpy
make = os.open
def full(path, flags, *mode, **further):
    if flags & os.O_CREAT and str(path).endswith("/site/sitemap.xml"):
        return make("/dev/full", os.O_WRONLY)
    return make(path, flags, *mode, **further)
os.open = full
runpy.run_module("generator", run_name="__main__")
"""

# Root gives up the power to write and read where permissions forbid it; others never had it.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
OBEDIENT = f"""
import ctypes, os, sys
for power in ({CAP_DAC_OVERRIDE}, {CAP_DAC_READ_SEARCH}):
    ctypes.CDLL(None).prctl({PR_CAPBSET_DROP}, power, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def limited(largest: int) -> tuple[str, ...]:
    """The command, which cannot write files of more bytes."""
    return (sys.executable, "-c", LIMITED, str(largest), *MODULE)


on_full_device = (sys.executable, "-c", ON_FULL_DEVICE)
obedient = (sys.executable, "-c", OBEDIENT, *MODULE)

# A small disk of its own, which nobody else sees and which is gone with the process.
NAMESPACES = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])
MOUNTED = 'mount -t tmpfs -o size=8m none "$0" && exec "$@"'


def on_small_disk(folder: Path, *command: str) -> Any:
    """What a program says as JSON that runs with a disk of 8 MB at a folder; None where none may be had."""
    for namespace in NAMESPACES if shutil.which("unshare") else ():
        inside = [*namespace, "sh", "-c", MOUNTED, str(folder)]
        if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode == 0:
            done = subprocess.run(
                [*inside, *command], cwd=REPOSITORY, capture_output=True, check=True, timeout=60
            )
            return json.loads(done.stdout)
    return None
