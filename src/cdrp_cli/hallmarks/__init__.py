"""The Hallmarks checklist as it is shipped: the rows that public material holds, 49 of a stated 115."""

from cdrp_cli.hallmarks.checklist import Checklist, ChecklistRow, checklist, shipped

__all__ = ["Checklist", "ChecklistRow", "checklist", "shipped"]
