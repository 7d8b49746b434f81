"""Papers: the words of one Markdown template, and that Markdown as a page, a Word paper and a PDF."""
