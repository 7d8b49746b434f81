"""Texts that people type, paste and import, and that a careless writer would lose, change or trip over."""

HOSTILE = (
    "=SUM(A1)", "+44 1376", "@all", "'single'", '"double"', "it's", 'say "so"', "two\nlines", "two\nlines\n", "\nfirst",
    " leading", "trailing ", "trailing\nblank ", "Cŵn a thân ym Môn", "yes", "no", "on", "~", "null", "true", "1.10",
    "010", "104", "1e1", "5_000", "12:30", "2025-06-30", "text # no comment", "#hash", "key: value", "ends with:",
    "- hyphen", "---", "...", "before\n---\nafter", "# Heading\n\nText", "* star", "&anchor", "!tag", "|", ">", "%x",
    "[a, b]", "{a: b}", "a, b", "a]", "?", "? q", "😀 and 👩‍👩‍👧", "tab\there", "no\xa0break", "back\\slash", "", " ",
    "\n", "`tick`", "<<", "<<<<<<< ours", "word " * 60 + "end", "double  blank " * 20 + "end",
    "x" * 300,
)  # fmt: skip
