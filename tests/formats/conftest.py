"""What the tests of documents share: ways to read a file that is written first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.formats.documents.document_reading import read_documents
from habeas.formats.documents.found_document import ReadDocument
from habeas.vocabulary import InputError


@pytest.fixture
def read() -> Any:
    """Read a path; return its documents, with what was said on the way."""

    def reading(
        path: Path, *, published: str | None = None, language: str | None = None
    ) -> tuple[list[ReadDocument], list[str]]:
        said: list[str] = []
        found = read_documents([path], published=published, language=language, note=said.append)
        return list(found), said

    return reading


@pytest.fixture
def read_one(tmp_path: Path, read: Any) -> Any:
    """Write a file and read the one document in it, about which there is nothing to say."""

    def reading(
        name: str,
        content: str | bytes,
        *,
        published: str | None = None,
        language: str | None = None,
    ) -> ReadDocument:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        [one], said = read(path, published=published, language=language)
        assert said == []
        return one

    return reading


@pytest.fixture
def refusal(tmp_path: Path, read: Any) -> Any:
    """Write a file that must be refused; return what is said of it."""

    def refused(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(InputError) as caught:
            read(path)
        assert caught.value.remedy
        return str(caught.value)

    return refused
