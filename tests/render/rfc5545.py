# SPDX-License-Identifier: Apache-2.0
"""Which rules of RFC 5545 does a file break? A reading of our own, without the library that writes it."""

import re
from collections import Counter
from collections.abc import Iterator

LINE = re.compile(rb"(?P<name>[A-Z0-9-]+)(?P<parameters>(?:;[A-Z0-9-]+=[^\";:,]+)*):(?P<value>.*)", re.DOTALL)
CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
DATE = re.compile(r"\d{8}")
STAMP = re.compile(r"\d{8}T\d{6}Z")
DEMANDED = {"VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"}}
ONCE = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL", "RRULE", "ACTION", "TRIGGER", "TRANSP"}
ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")


def problems(content: bytes) -> list[str]:
    """Everything that is wrong; empty for a sound file."""
    found = list(_of_lines(content))
    return found or list(_of_components(unfolded(content)))


def unfolded(content: bytes) -> list[tuple[str, str, str]]:
    """The content lines: name, parameters, value."""
    lines = content.replace(b"\r\n ", b"").removesuffix(b"\r\n").split(b"\r\n")
    parts = [LINE.fullmatch(line) for line in lines]
    return [(p["name"].decode(), p["parameters"].decode(), p["value"].decode()) for p in parts if p]


def _of_lines(content: bytes) -> Iterator[str]:
    """3.1: lines end with CRLF, have at most 75 octets, and break between characters."""
    if not content.endswith(b"\r\n"):
        yield "the last line has no end"
    for number, line in enumerate(content.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        if CONTROL.search(line) or b"\n" in line or b"\r" in line:
            yield f"line {number} has a control character"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} breaks within a character"
    for number, line in enumerate(content.replace(b"\r\n ", b"").removesuffix(b"\r\n").split(b"\r\n"), 1):
        if not LINE.fullmatch(line):
            yield f"content line {number} is no property"


def _of_components(lines: list[tuple[str, str, str]]) -> Iterator[str]:
    """3.4 to 3.8: components are closed and have what they must, once; values are as their type demands."""
    if (lines[0], lines[-1]) != (("BEGIN", "", "VCALENDAR"), ("END", "", "VCALENDAR")):
        yield "it is no calendar"
    stack: list[tuple[str, Counter[str]]] = []
    uids: Counter[str] = Counter()
    for name, parameters, value in lines:
        if name == "BEGIN":
            stack.append((value, Counter()))
        elif name == "END":
            component, names = stack.pop()
            if component != value:
                yield f"{component} is closed as {value}"
            missing = DEMANDED.get(component, {"VERSION", "PRODID"}) - set(names)
            yield from (f"{component} lacks {name}" for name in sorted(missing))
            yield from (f"{component} has {name} twice" for name in ONCE if names[name] > 1)
        else:
            stack[-1][1][name] += 1
            uids[value] += name == "UID"
            yield from _of_value(name, parameters, value)
    yield from (f"the id {uid} is used twice" for uid, count in uids.items() if count > 1)
    if not uids:
        yield "it has no event"


def _of_value(name: str, parameters: str, value: str) -> Iterator[str]:
    if name in {"SUMMARY", "DESCRIPTION"} and not ESCAPED.fullmatch(value):
        yield f"{name} has a sign that is not escaped: {value}"
    if name == "DTSTAMP" and not STAMP.fullmatch(value):
        yield f"the stamp {value} is no time in UTC"
    if name == "DTSTART" and (parameters, bool(DATE.fullmatch(value))) != (";VALUE=DATE", True):
        yield f"{value} is no whole day"
    if name == "RRULE":
        until = dict(part.split("=") for part in value.split(";")).get("UNTIL")
        if until and not DATE.fullmatch(until):
            yield f"UNTIL {until} is of another type than the first day"
