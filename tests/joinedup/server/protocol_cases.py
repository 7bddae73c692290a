"""Requests of the SPARQL 1.1 Protocol and how they are to be answered.

The cases are those that https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ names for
queries, in our own words, and what clients were seen to send beside them. In addresses and bodies
`{one}` and `{two}` are the names of two graphs of the store, and `{in_one}` and `{in_two}` the names of things that
only one of them speaks of, all percent-encoded.
"""

# ruff: noqa: E501 - a case is a line

from __future__ import annotations

from dataclasses import dataclass, field

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv; charset=utf-8", "text/tab-separated-values; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"
ROW_TYPES = f"{JSON}, {XML}, text/csv, text/tab-separated-values"

ASK, SELECT = "ASK%20%7B%7D", "SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201"
CONSTRUCT = "CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201"
DESCRIBE = "DESCRIBE%20%3Chttp%3A%2F%2Fexample.org%2Fx%3E"
IN_DEFAULT = "ASK%20%7B%3Chttps%3A%2F%2Fw3id.org%2Fjoinedup%2Fontology%3E%20%3Fp%20%3Fo%7D"
IN_TWO = "ASK%20%7B%3C{in_one}%3E%20%3Fp%20%3Fo%20.%20%3C{in_two}%3E%20%3Fq%20%3Fr%7D"
IN_BOTH = "ASK%20%7BGRAPH%20%3C{one}%3E%7B%3Fs%20%3Fp%20%3Fo%7D%20GRAPH%20%3C{two}%3E%7B%3Fa%20%3Fb%20%3Fc%7D%7D"


@dataclass(frozen=True)
class ProtocolCase:
    """A request, and what comes back."""

    name: str
    address: str = ""
    status: int = 200
    content_type: str = ""
    method: str = "GET"
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    """What must stand in the answer."""


def get(
    name: str, address: str, content_type: str = JSON, accept: str = "", **more: str
) -> ProtocolCase:
    headers = {"Accept": accept} if accept else {}
    return ProtocolCase(name, address, 200, content_type, headers=headers, **more)  # type: ignore[arg-type]


def posted(
    name: str,
    content_type: str,
    body: str | bytes,
    status: int = 200,
    address: str = "",
    **more: str,
) -> ProtocolCase:
    headers = {"Content-Type": content_type} if content_type else {}
    encoded = body.encode() if isinstance(body, str) else body
    return ProtocolCase(name, address, status, "", "POST", encoded, headers, more.get("text", ""))


# fmt: off
CASES = [
    # Ways to ask
    get("query in the address", f"?query={ASK}", text="true"),
    posted("query in a form", FORM, f"query={ASK}", text="true"),
    posted("query as a body", DIRECT, "ASK {}", text="true"),
    posted("query as a body, empty query string", DIRECT, "ASK {}", address="?", text="true"),
    posted("query as a body with charset", f"{DIRECT}; charset=UTF-8", "ASK {}", text="true"),
    get("further fields are left alone", f"?query={ASK}&format=json&output=json&results=json&ac=1"),
    posted("further fields of a form", FORM, f"query={ASK}&format=xml", text="true"),
    get("a plus is a space", "?query=ASK+%7B%7D", text="true"),
    posted("a byte order mark", DIRECT, "\ufeffASK {}", text="true"),
    # Ways to ask wrongly
    ProtocolCase("put", f"?query={ASK}", 405, method="PUT", body=b"ASK {}"),
    ProtocolCase("delete", f"?query={ASK}", 405, method="DELETE"),
    ProtocolCase("patch", f"?query={ASK}", 405, method="PATCH", body=b"ASK {}"),
    ProtocolCase("two queries in the address", f"?query={ASK}&query={SELECT}", 400, text="2 queries"),
    posted("two queries in a form", FORM, f"query={ASK}&query={SELECT}", 400),
    posted("a query in the address and one in a form", FORM, f"query={ASK}", 400, f"?query={ASK}"),
    posted("a query in the address and one as a body", DIRECT, "ASK {}", 400, f"?query={ASK}"),
    ProtocolCase("no query but other fields", "?default-graph-uri={one}", 400, text="no query"),
    posted("a form without a query", FORM, "default-graph-uri={one}", 400),
    posted("an empty form", FORM, "", 400),
    posted("an empty query", DIRECT, "", 400),
    posted("another type", "text/plain", "ASK {}", 415),
    posted("no type, a form", "", f"query={ASK}", 415),
    posted("no type, a query", "", "ASK {}", 415),
    posted("json", "application/json", '{"query": "ASK {}"}', 415),
    posted("a parted form", "multipart/form-data; boundary=x", "--x--", 415),
    posted("another charset", f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
    posted("another charset, quoted", f'{FORM}; charset="latin-1"', "query=ASK", 415),
    posted("bytes that are not UTF-8", DIRECT, b"ASK { ?s ?p '\xe9' }", 400),
    posted("bytes of a form that are not UTF-8", FORM, b"query=ASK%20%7B%3Fs%20%3Fp%20%27%E9%27%7D", 400),
    posted("raw bytes of a form", FORM, b"query=ASK \xe9", 400),
    ProtocolCase("a query that is malformed", "?query=SELECT%20%2A%0AWHERE%20%7B", 400, text="2:8"),
    ProtocolCase("a query cut in an escape", "?query=ASK%", 400),
    # Updates
    posted("an update in a form", FORM, "update=CLEAR%20ALL", 403, text="only asked"),
    posted("an update and a query", FORM, f"query={ASK}&update=CLEAR%20ALL", 403),
    posted("an update as a body", "application/sparql-update", "CLEAR ALL", 415, text="only asked"),
    posted("two updates in a form", FORM, "update=CLEAR%20ALL&update=CLEAR%20ALL", 403),
    posted("an update of another type", "text/plain", "CLEAR ALL", 415),
    posted("no type, an update in a form", "", "update=CLEAR%20ALL", 415),
    posted("an update in another charset", "application/sparql-update; charset=UTF-16", "CLEAR ALL".encode("utf-16"), 415),
    posted("an update that is malformed", FORM, "update=CLEAR%20XYZ", 403),
    posted("an update with graphs of its own", FORM, "using-named-graph-uri={one}&update=WITH%20%3C{two}%3E%20DELETE%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D", 403),
    posted("an update with graphs", FORM, "update=CLEAR%20ALL&using-graph-uri={one}", 403),
    ProtocolCase("an update in the address", "?update=CLEAR%20ALL", 403),
    posted("an update that says it is a query", DIRECT, "CLEAR ALL", 400, text="cannot change"),
    # Graphs
    get("default graphs", f"?query={IN_DEFAULT}&default-graph-uri={{one}}", text="false"),
    get(
        "two default graphs",
        f"?query={IN_TWO}&default-graph-uri={{one}}&default-graph-uri={{two}}",
        text="true",
    ),
    get("one default graph holds no other", "?query=ASK%20%7B%3C{in_two}%3E%20%3Fp%20%3Fo%7D&default-graph-uri={one}", text="false"),
    get("named graphs", f"?query={IN_BOTH}&named-graph-uri={{one}}&named-graph-uri={{two}}", text="true"),
    get("a graph that is not named", f"?query={IN_BOTH}&named-graph-uri={{one}}", text="false"),
    get("named graphs leave the default graph empty", f"?query={IN_DEFAULT}&named-graph-uri={{one}}", text="false"),
    get("without graphs", f"?query={IN_DEFAULT}", text="true"),
    get("a graph that is not there", f"?query={IN_DEFAULT}&default-graph-uri=http%3A%2F%2Fexample.org%2F", text="false"),
    posted("graphs in a form", FORM, f"query={IN_BOTH}&named-graph-uri={{one}}&named-graph-uri={{two}}", text="true"),
    posted("default graphs in a form", FORM, f"query={IN_TWO}&default-graph-uri={{one}}&default-graph-uri={{two}}", text="true"),
    get(
        "default and named graphs",
        "?query=ASK%20%7B%3C{in_one}%3E%20%3Fp%20%3Fo%20GRAPH%20%3C{two}%3E%7B%3C{in_two}%3E%20%3Fq%20%3Fr%7D%7D"
        "&default-graph-uri={one}&named-graph-uri={two}",
        text="true",
    ),
    posted("graphs in the address of a form", FORM, f"query={IN_BOTH}", address="?named-graph-uri={one}&named-graph-uri={two}", text="true"),
    posted("graphs in both", FORM, f"query={IN_BOTH}&named-graph-uri={{two}}", address="?named-graph-uri={one}", text="true"),
    posted("graphs in the address of a body", DIRECT, "ASK { <https://w3id.org/joinedup/ontology> ?p ?o }", address="?default-graph-uri={one}", text="false"),
    get("graphs of the request outweigh FROM", "?query=ASK%20FROM%20%3C{two}%3E%20%7B%3C{in_two}%3E%20%3Fp%20%3Fo%7D&default-graph-uri={one}", text="false"),
    ProtocolCase("a name that is no address", f"?query={ASK}&default-graph-uri=x%20y", 400),
    ProtocolCase("FROM of what is not there", "?query=ASK%20FROM%20%3Chttp%3A%2F%2Fexample.org%2F%3E%20%7B%7D", 400, text="not a graph of this store"),
    # Types
    get("select", f"?query={SELECT}", JSON),
    get("ask", f"?query={ASK}", JSON),
    get("construct", f"?query={CONSTRUCT}", TURTLE),
    get("describe", f"?query={DESCRIBE}", TURTLE),
    get("select as XML", f"?query={SELECT}", XML, XML),
    get("select as CSV", f"?query={SELECT}", CSV, "text/csv"),
    get("select as TSV", f"?query={SELECT}", TSV, "text/tab-separated-values"),
    get("select as any text", f"?query={SELECT}", CSV, "text/*"),
    get("select as any application", f"?query={SELECT}", JSON, "application/*;q=0.4"),
    get("select as JSON", f"?query={SELECT}", "application/json", "application/json"),
    get("select as plain XML", f"?query={SELECT}", "application/xml", "application/xml"),
    get("select as text of XML", f"?query={SELECT}", "text/xml; charset=utf-8", "text/xml"),
    get("the more liked", f"?query={SELECT}", CSV, f"{JSON};q=0.5, text/csv;q=0.9, */*;q=0.1"),
    get("all but the usual", f"?query={SELECT}", XML, f"{JSON};q=0, */*"),
    get("a narrow range outweighs a wide one", f"?query={SELECT}", XML, "text/*;q=0.2, application/*, application/sparql-results+json;q=0.1, application/json;q=0"),
    get("capitals and spaces", f"?query={SELECT}", CSV, "TEXT/CSV ; Q=0.3 ,"),
    get("a parameter", f"?query={SELECT}", CSV, "text/csv;header=present"),
    get("what cannot be read is left alone", f"?query={SELECT}", CSV, "nonsense, text/csv, ;;, a/b/c"),
    get("a browser", f"?query={SELECT}", JSON, BROWSER),
    get("a browser, construct", f"?query={CONSTRUCT}", TURTLE, BROWSER),
    get("rdflib, select", f"?query={SELECT}", XML, "application/rdf+xml, application/sparql-results+xml"),
    get("rdflib, construct", f"?query={CONSTRUCT}", "application/rdf+xml", "application/rdf+xml, application/sparql-results+xml"),
    get("SPARQLWrapper, select", f"?query={SELECT}", JSON, "application/sparql-results+json,application/json,text/javascript,application/javascript"),
    get("SPARQLWrapper, construct", f"?query={CONSTRUCT}", TURTLE, "application/turtle,text/turtle"),
    get("construct as N-Triples", f"?query={CONSTRUCT}", "application/n-triples", "application/n-triples"),
    get("construct as plain text", f"?query={CONSTRUCT}", "text/plain; charset=utf-8", "text/plain"),
    get("construct as JSON-LD", f"?query={CONSTRUCT}", "application/ld+json", "application/ld+json"),
    get("construct as JSON-LD by its older name", f"?query={CONSTRUCT}", "application/x-json+ld", "application/x-json+ld"),
    get("construct as Turtle by its older name", f"?query={CONSTRUCT}", "application/x-turtle", "application/x-turtle"),
    ProtocolCase("select as a picture", f"?query={SELECT}", 406, headers={"Accept": "image/png"}, text=ROW_TYPES),
    ProtocolCase("select as Turtle", f"?query={SELECT}", 406, headers={"Accept": "text/turtle"}),
    ProtocolCase("ask as CSV", f"?query={ASK}", 406, headers={"Accept": "text/csv"}),
    ProtocolCase("construct as CSV", f"?query={CONSTRUCT}", 406, headers={"Accept": "text/csv"}),
    ProtocolCase("nothing is liked", f"?query={SELECT}", 406, headers={"Accept": "*/*;q=0"}),
    ProtocolCase("head", f"?query={SELECT}", 200, JSON, method="HEAD"),
    # What may not be asked
    ProtocolCase("another server", "?query=ASK%20%7BSERVICE%20%3Chttp%3A%2F%2F127.0.0.1%3A9%2F%3E%7B%7D%7D", 400, text="another server"),
]
# fmt: on
