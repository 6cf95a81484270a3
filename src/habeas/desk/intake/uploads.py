"""Uploads too large for memory, in files that have no name: a server that is killed leaves none."""

from __future__ import annotations

import tempfile
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from habeas.desk.store import place


class UnnamedFileUploadHandler(FileUploadHandler):
    """Keeps an upload in a file of the store that has no name, and ends with the request."""

    stream: IO[bytes]

    def new_file(self, *words: Any, **named: Any) -> None:
        """Begin a file."""
        super().new_file(*words, **named)
        room = place().work
        room.mkdir(mode=0o700, exist_ok=True)
        # Open beyond this method: it is closed with the request.
        self.stream = tempfile.TemporaryFile(dir=room)  # noqa: SIM115

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        """Take in a piece."""
        self.stream.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        """Return the upload, to be read from its beginning."""
        self.stream.seek(0)
        return UploadedFile(
            file=self.stream,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
