"""For programs of ours to import before anything else: what they start without.

jsonschema, which nbformat imports, would parse a grammar of all addresses if it found the package
for it: most of a second in every process, for formats that no notebook is checked for.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # an import of it fails, and jsonschema goes on
