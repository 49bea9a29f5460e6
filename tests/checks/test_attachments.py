# SPDX-License-Identifier: Apache-2.0
"""Do notices and the files beside them agree?"""

from generator.checks.attachments import attachments_are_there_and_listed
from generator.derive.register import Register
from generator.model.site import Attached
from tests.builders import notice, register
from tests.checks.findings import places_told

FILE = Attached(10, "0" * 64)
ID = "2023/2023-a"
NOTICE = f"content/notices/{ID}.md"


def listing(*files: str | None, beside: tuple[str, ...] = (), **changes: object) -> Register:
    """A notice that lists some files, with some files beside it."""
    attachments = [{"title": "样例", "file": file} for file in files]
    attached = {ID: dict.fromkeys(beside, FILE)} if beside else {}
    return register(notices={ID: notice(attachments=attachments)}, **({"attached": attached} | changes))


def test_files_that_are_listed_and_there_are_right() -> None:
    assert (
        places_told(attachments_are_there_and_listed, listing("a.pdf", "b.xlsx", beside=("a.pdf", "b.xlsx")))
        == []
    )


def test_an_attachment_needs_no_file() -> None:
    assert places_told(attachments_are_there_and_listed, listing(None, None)) == []


def test_a_file_that_is_listed_must_be_there() -> None:
    assert places_told(attachments_are_there_and_listed, listing("a.pdf", "b.pdf", beside=("a.pdf",))) == [
        f"{NOTICE} attachments 1 file"
    ]


def test_a_file_that_could_not_be_read_is_not_called_missing() -> None:
    unreadable = frozenset({f"content/notices/{ID}/a.pdf"})

    assert places_told(attachments_are_there_and_listed, listing("a.pdf", unreadable=unreadable)) == []


def test_a_file_is_listed_once() -> None:
    told = places_told(attachments_are_there_and_listed, listing("a.pdf", "a.pdf", beside=("a.pdf",)))

    assert told == [f"{NOTICE} attachments 1 file"]


def test_a_file_that_is_there_must_be_listed() -> None:
    assert places_told(attachments_are_there_and_listed, listing(beside=("a.pdf",))) == [
        f"content/notices/{ID}/a.pdf"
    ]


def test_a_folder_belongs_to_a_notice_of_its_name() -> None:
    other = {"2023/2023-b": {"a.pdf": FILE}}

    assert places_told(attachments_are_there_and_listed, listing(attached=other)) == [
        "content/notices/2023/2023-b/a.pdf"
    ]
    unreadable = frozenset({"content/notices/2023/2023-b.md"})
    assert places_told(attachments_are_there_and_listed, listing(attached=other, unreadable=unreadable)) == []
