# SPDX-License-Identifier: Apache-2.0
"""`make bench`: what does a build cost for 1,000, 10,000 and 100,000 platforms, and a search in the browser?

Seconds are medians of several runs, and the floor, writing the same files with plain open and write, is
measured between them: disks stall. The index of the site-wide search is made in a step of its own and is
told apart. `changed once` is the first change after a build from nothing, which links all other files
into a second release; later changes only bring the two up to date in turn.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.lookup import measure
from benchmarks.project import REPOSITORY, change_one_document, write_fiction
from generator.model.overview import Overview
from generator.output.release import Build
from generator.render.lookup.index import entries_of

DAY = "2026-01-05"
RUNS = 3
PORTION = 2_000
ONCE = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from generator import pipeline
marks, began = [], time.perf_counter()
root, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
built = pipeline.build(root, day, lambda text: marks.append((text, time.perf_counter())))
ended = time.perf_counter()
assert built.site is not None, built.findings[:3]
times = dict(marks)
search = times.get("核对链接和文件", ended) - times.get("编制全站搜索的索引", ended)
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
steps = {text: round(later - at, 2) for (text, at), (_, later) in zip(marks, [*marks[1:], ("", ended)])}
print(json.dumps({"seconds": ended - began - search, "search_seconds": search, "steps": steps,
                  "rss_mib": max(u.ru_maxrss for u in usage) / 1024,
                  "cpu_seconds": sum(u.ru_utime + u.ru_stime for u in usage)}))
"""


def build(root: Path) -> dict[str, Any]:
    """One build in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", ONCE, str(root), DAY],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def floor(site: Path, target: Path) -> float:
    """Seconds to write the same files with plain open and write; the site-wide search's are left out.

    They are read in portions, which is not counted, so that the bench itself stays small.
    """
    paths = [path.relative_to(site).as_posix() for path in _files(site)]
    made: set[str] = set()
    seconds = 0.0
    for at in range(0, len(paths), PORTION):
        portion = [(name, (site / name).read_bytes()) for name in paths[at : at + PORTION]]
        began = time.perf_counter()
        for name, content in portion:
            folder = os.path.dirname(name)  # noqa: PTH120
            if folder not in made:
                os.makedirs(f"{target}/{folder}", exist_ok=True)  # noqa: PTH103
                made.add(folder)
            with open(f"{target}/{name}", "wb") as file:  # noqa: PTH123
                file.write(content)
        seconds += time.perf_counter() - began
    return seconds


def _files(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*") if path.is_file() and "pagefind" not in path.parts)


def _away(folder: Path) -> None:
    """Remove a folder and let the disk finish with it before anything else is measured."""
    shutil.rmtree(folder, ignore_errors=True)
    os.sync()


def measure_build(root: Path) -> dict[str, Any]:
    """The builds of one project, with the floor between them."""
    colds, floors = [], []
    for _ in range(RUNS):
        _away(root / "build")
        colds.append(build(root))
        site = (root / "build" / "site").resolve()
        floors.append(floor(site, root.parent / "floor"))
        _away(root.parent / "floor")
    unchanged = [build(root)["seconds"] for _ in range(3)]
    changes = []
    for number in range(4):
        change_one_document(root, number)
        changes.append(build(root))
    paths = list(_files((root / "build" / "site").resolve()))
    least = statistics.median(floors)
    found = {
        "cold_seconds": statistics.median(run["seconds"] for run in colds),
        "unchanged_seconds": statistics.median(unchanged),
        "one_change_seconds": statistics.median(run["seconds"] for run in changes[1:]),
        "first_change_seconds": changes[0]["seconds"],
        "floor_seconds": least,
        "search_seconds": statistics.median(run["search_seconds"] for run in colds),
        "search_one_change_seconds": statistics.median(run["search_seconds"] for run in changes[1:]),
        "peak_rss_mib": max(run["rss_mib"] for run in [*colds, *changes]),
        "cpu_seconds": statistics.median(run["cpu_seconds"] for run in colds),
        "files": len(paths),
        "bytes": sum(path.stat().st_size for path in paths),
        "steps_cold": colds[-1]["steps"],
        "steps_one_change": changes[-1]["steps"],
    }
    for name in ("cold", "unchanged", "one_change", "first_change"):
        found[f"{name}_to_floor"] = round(found[f"{name}_seconds"] / least, 2)
    return found


def _overview(root: Path) -> Overview:
    """What the platforms of the built site are looked up by."""
    release = Build(root / "build").current
    if release is None:
        raise SystemExit("nothing was built")
    shards = [part for part in release.parts if part.startswith("lists/")]
    lines = "".join(release.overview(part).lines["lookup-platforms"] for part in shards)
    return Overview(lines={"lookup-platforms": lines})


def main() -> None:
    """Measure every size that the arguments name; print, and write build/bench.json."""
    results: dict[str, dict[str, Any]] = {"build": {}, "lookup": {}}
    target = REPOSITORY / "build" / "bench"
    for size in map(int, sys.argv[1:]):
        root = target / "project"
        write_fiction(size, root)
        results["build"][str(size)] = measure_build(root)
        print(size, json.dumps(results["build"][str(size)], ensure_ascii=False, indent=2), flush=True)
        entries = list(entries_of(_overview(root)))
        results["lookup"][str(size)] = measure((root / "build" / "site").resolve(), entries)
        print(size, json.dumps(results["lookup"][str(size)], indent=2), flush=True)
    shutil.rmtree(target, ignore_errors=True)
    (REPOSITORY / "build" / "bench.json").write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"build/bench.json; the bench itself took {peak:.0f} MiB")


if __name__ == "__main__":
    main()
