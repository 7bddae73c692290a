"""The saved questions: a list, a form for each, and its answer as a page and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from joinedup.server.jobs.asking import ask_question, list_saved_questions, write_answer
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.table_files import MEDIA_TYPES, file_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_OF_TODAY = {"Cache-Control": "no-cache"}
"""An answer may depend on the day."""


async def list_questions(request: Request) -> Response:
    """All saved questions."""
    questions = await workers_of(request).run(list_saved_questions, None)
    return page(request, "questions.html", questions=questions)


async def show_question(request: Request) -> Response:
    """The form of a question, and its answer once it is asked."""
    question = await workers_of(request).run(ask_question, _query(request))
    query = f"?{request.url.query}" if request.url.query else ""
    return page(request, "question.html", headers=_OF_TODAY, question=question, query=query)


async def give_answer(request: Request) -> Response:
    """The answer as a file."""
    query = {**_query(request), "suffix": request.url.path.rpartition(".")[2]}
    content = await workers_of(request).run(write_answer, query)
    response = file_response(content, query["suffix"], query["name"])
    response.headers.update(_OF_TODAY)
    return response


def _query(request: Request) -> dict[str, Any]:
    values = dict(request.query_params)
    evidence = values.pop("evidence", "") not in {"", "0"}
    flag = values.pop("asked", "")
    return {
        "name": request.path_params["name"],
        "values": {name.replace("-", "_"): value for name, value in values.items()},
        "evidence": evidence,
        "asked": bool(flag or values),
    }


ROUTES = [
    Route("/questions", list_questions),
    *(Route(f"/questions/{{name}}.{suffix}", give_answer) for suffix in MEDIA_TYPES),
    Route("/questions/{name}", show_question),
]
