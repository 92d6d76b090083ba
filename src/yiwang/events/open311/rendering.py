"""Answers as GeoReport v2 has them: the same content as JSON or XML, errors as a list of code and description."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from fastapi.responses import Response

# What one of several is called in XML.
_ONE = {
    "services": "service",
    "service_requests": "request",
    "attributes": "attribute",
    "values": "value",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def rendered(form: str, root: str, content: Any, status: int = 200) -> Response:
    """Return content in one of the two forms; `root` is the name of the element around it in XML."""
    if form == "xml":
        text = _DECLARATION + _element(root, content)
        return Response(text.encode(), status, media_type="text/xml; charset=utf-8")
    return Response(json.dumps(content, ensure_ascii=False).encode(), status, media_type="application/json")


def errors(form: str, status: int, descriptions: Sequence[str]) -> Response:
    """Return the errors of a request."""
    return rendered(form, "errors", [{"code": status, "description": text} for text in descriptions], status)


def _element(name: str, content: Any) -> str:
    if content is None or content == "":
        return f"<{name}/>"
    return f"<{name}>{_inside(name, content)}</{name}>"


def _inside(name: str, content: Any) -> str:
    if isinstance(content, Mapping):
        return "".join(_element(str(key), value) for key, value in content.items())
    if isinstance(content, Sequence) and not isinstance(content, str):
        return "".join(_element(_ONE[name], each) for each in content)
    if isinstance(content, bool):
        return "true" if content else "false"
    return escape(_NOT_XML.sub("", str(content)))
