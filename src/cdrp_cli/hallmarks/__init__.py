"""The Hallmarks checklist as it is shipped: the rows that public material holds, 49 of a stated 115."""

from cdrp_cli.hallmarks.checklist import NONE, Checklist, ChecklistRow, checklist

__all__ = ["NONE", "Checklist", "ChecklistRow", "checklist"]
