"""What an office program's file says of itself, without the hour it was packed at: the same table, the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same records give the same file
LANGUAGE = "en-GB"
_ZIPPED = (2000, 1, 1, 0, 0, 0)
_ABOUT, _END = "docProps/core.xml", b"</cp:coreProperties>"


def packed(data: bytes) -> bytes:
    """The same file with fixed hours, and its language named where it names none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            member = zipfile.ZipInfo(info.filename, _ZIPPED)
            member.compress_type = zipfile.ZIP_DEFLATED
            made = source.read(info)
            if info.filename == _ABOUT and b"<dc:language>" not in made:
                made = made.replace(_END, f"<dc:language>{LANGUAGE}</dc:language>".encode() + _END)
            target.writestr(member, made)
    return out.getvalue()
