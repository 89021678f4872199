"""The UN Digital Library's General Assembly voting file, as its operator downloaded it → the compiled vote archive.

    opening ─► layout ─► reading ─► compiling ─► adapters.votefile
    (bytes)    (header)  (rows)     (one archive, what changed, report)

Nothing here opens a network connection: the Library forbids automated download, so a person fetches the file. `WHERE`
says where and `TERMS` under which terms; both are printed with every import and kept in the archive.
"""

from __future__ import annotations

from adapters.undl.compiling import import_file
from adapters.undl.layout import Refused
from adapters.undl.report import ATTRIBUTION, TERMS, Report
from adapters.votefile import WHERE

__all__ = ["ATTRIBUTION", "TERMS", "WHERE", "Refused", "Report", "import_file"]
