'''The web server: one application that reads the graph, for browsers and for programs.

The process of the server speaks HTTP and never opens the store. Worker processes do; they have no
network, and one that is over its time is killed and replaced. Each request is answered from one
version of the graph.

A page or an answer in JSON is a module of `joinedup.server.routes`, which states its `ROUTES`. What
it asks of the graph is a function that runs in a worker: in a module of `joinedup.server.jobs`,
which workers import when they start, or beside its route. Such a job takes the open store and one
argument; argument and result are plain data (None, numbers, text, bytes, lists, dictionaries; a
tuple or a dataclass arrives as a list or a dictionary)::

    # joinedup/server/jobs/committees.py
    _QUERY = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?name { ?committee a ju:Committee ; rdfs:label ?name } ORDER BY ?name
    """

    def list_committees(store: Store, start: str) -> list[str]:
        """Names of the committees that begin so."""
        names = (name.value for (name,) in store.rows(_QUERY))
        return [name for name in names if name.startswith(start)]

    # joinedup/server/routes/committees.py
    async def show_committees(request: Request) -> Response:
        """The committees, as JSON below /api and as a page elsewhere."""
        start = request.query_params.get("start", "")
        names = await workers_of(request).run(list_committees, start)
        if request.url.path.startswith("/api/"):
            return JSONResponse({"committees": names})
        return page(request, "committees.html", names=names)

    ROUTES = [
        Route("/committees", show_committees),
        Route("/api/committees", show_committees),
    ]

What is worked out once for a version of the graph, however long it takes, is asked for with
``workers_of(request).once(job, argument)``, a task that all requests share.

A template lies in `templates` and extends `base.html`; what it loads lies in `static` and is served
below ``{{ settings.root }}/static``, since a proxy may put a path before it. Jobs raise the errors
of `graph.errors` for what a user did wrong: the server answers them with a status and the error's
message, as text or, below ``/api`` and ``/reconcile``, as JSON. HEAD, OPTIONS, `ETag`, compression
and headers of safety are added to every answer; one that must not be kept says
``Cache-Control: no-store`` itself.
'''
