"""What an agenda still lacks: business that the terms, the law or earlier meetings bring before a meeting."""
