"""A report as text for people and for programs: values in, text out, nothing printed."""
