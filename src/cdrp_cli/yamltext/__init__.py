"""YAML text to plain values with places: the only part that knows the YAML library.

YAML 1.2 as ruamel.yaml reads it, less what hand-edited records must not hold: anchors, aliases, merge keys, tags,
duplicate keys, a second document. Dates stay text; what each place asks for is the models' business.
"""

from cdrp_cli.yamltext.document import Document, Map, Problem, Seq, Value
from cdrp_cli.yamltext.read import LIMIT_BYTES, LIMIT_DEPTH, read, reader

__all__ = ["LIMIT_BYTES", "LIMIT_DEPTH", "Document", "Map", "Problem", "Seq", "Value", "read", "reader"]
