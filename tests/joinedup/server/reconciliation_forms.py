"""Forms of the reconciliation API, and the requests that its tests send.

They are written from version 0.2 of its specification, as JSON Schemas of our own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    import httpx

    from tests.joinedup.server.running_server import RunningServer

TYPE = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    "required": ["id", "name"],
}

SERVICE = {
    "type": "object",
    "properties": {
        "service_url": {"type": "string", "pattern": "^http"},
        "service_path": {"type": "string", "pattern": "^/"},
    },
    "required": ["service_url", "service_path"],
}

MANIFEST = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "contains": {"const": "0.2"}},
        "name": {"type": "string"},
        "identifierSpace": {"type": "string", "pattern": "^https://"},
        "schemaSpace": {"type": "string", "pattern": "^https://"},
        "defaultTypes": {"type": "array", "items": TYPE, "minItems": 2},
        "view": {
            "type": "object",
            "properties": {"url": {"type": "string", "pattern": r"\{\{id\}\}"}},
            "required": ["url"],
        },
        "suggest": {"type": "object", "additionalProperties": SERVICE},
        "preview": {
            "type": "object",
            "properties": {"width": {"type": "integer"}, "height": {"type": "integer"}},
            "required": ["url", "width", "height"],
        },
        "extend": {"type": "object", "properties": {"propose_properties": SERVICE}},
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
}

CANDIDATE = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "name": {"type": "string", "minLength": 1},
        "type": {"type": "array", "items": TYPE, "minItems": 1},
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "match": {"type": "boolean"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "value": {"type": ["boolean", "number"]},
                },
                "required": ["id", "value"],
            },
        },
    },
    "required": ["id", "name", "type", "score", "match"],
}

ANSWERS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
        "required": ["result"],
        "additionalProperties": False,
    },
}

VALUE = {
    "type": "object",
    "anyOf": [{"required": [key]} for key in ("str", "id", "date", "float", "int", "bool")],
}

EXTENSION = {
    "type": "object",
    "properties": {
        "meta": {"type": "array", "items": TYPE},
        "rows": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": VALUE},
            },
        },
    },
    "required": ["meta", "rows"],
}


def checked(answer: httpx.Response, schema: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    assert answer.status_code == 200, answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    content = answer.json()
    Draft202012Validator(schema).validate(content)
    return content


def post(service: RunningServer, **fields: object) -> httpx.Response:
    data = {name: json.dumps(value) for name, value in fields.items()}
    return service.client.post("/reconcile", data=data)


def match(service: RunningServer, *queries: object) -> list[list[dict[str, Any]]]:
    named = {f"q{number}": query for number, query in enumerate(queries)}
    content = checked(post(service, queries=named), ANSWERS)
    assert list(content) == list(named)
    return [content[key]["result"] for key in named]
