"""What a verb of acceptance or refusal states: whether it holds now, and which position it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.replies import Object
from loaders.responses.stance import lexicon

if TYPE_CHECKING:
    from loaders.responses.stance.clause_objects import ClauseObject
    from loaders.responses.stance.clause_subjects import ClauseSubject

_STATED_BEFORE = re.compile(
    r"\s*[Tt]he\s+[Gg]overnment\s+(?:partially\s+|partly\s+)?(?:(?:dis)?agreed|accepted|rejected)\s+(?:with\s+)?"
    r"the\s+Committee[’']s\s+recommendation\s*(?:$|[.,;])"
)
"""The position of an earlier paper, as progress reports print it; it still stands."""

_THIS = re.compile(r"\bth(?:is|ese)\s+recommendation")
_NEXT = re.compile(r"[^.,;:]*?\bth(?:is|ese)\s+recommendation")
"""What the verb governs, and not a clause after it: "which we rejected, …"."""


_GOVERNORS = {"ing": lexicon.GOVERNS_PARTICIPLE, "in": lexicon.FORM_OF_BE}
"""What must govern "accepting" and "in agreement", by the end of the first word."""

_MUST_REFUSE = re.compile(r"\bmust\b(?!\s+not\b)")
"""Who must refuse does refuse; who must accept may yet complain of it."""


def holds_now(sentence: str, verb: re.Match[str], side: ClauseSubject) -> bool:
    """Whether a verb states a position held now, not a supposed or an earlier one.

    Args:
        sentence: The sentence in which it stands.
        verb: A match of `lexicon.VERB`.
        side: What stands before it.

    Returns:
        True if so: "must decline" is a verdict, "must accept" is not.
    """
    chain = side.chain.lower()
    if lexicon.UNREAL.search(_MUST_REFUSE.sub("", chain) if verb["refuse"] else chain):
        return False
    head = verb[0].lower().split()[0]
    governor = _GOVERNORS.get(head[-3:])
    if governor:
        return governor.search(chain) is not None
    return side.bare or not head.endswith("ed") or _past_holds_now(sentence, verb, side)


def _past_holds_now(sentence: str, verb: re.Match[str], side: ClauseSubject) -> bool:
    """Whether a past form states a position held now."""
    chain = side.chain.lower()
    if re.search(r"\b(?:is|are|has|have|will\s+be|cannot\s+be)\b", chain):
        return not lexicon.EARLIER.search(sentence)
    if side.passive and lexicon.BARE_PASSIVE.fullmatch(chain):
        return True
    this = _THIS.search(sentence[: verb.start()] if side.passive else sentence)
    if this and this.start() >= verb.end():
        this = _NEXT.match(sentence, verb.end())
    return bool(this or _STATED_BEFORE.match(sentence)) and not lexicon.EARLIER.search(sentence)


def position_of(verb: re.Match[str], side: ClauseSubject, governs: ClauseObject) -> str | None:
    """Name the position that a verb, its denial and its degree make together.

    Args:
        verb: A match of `lexicon.VERB`.
        side: What stands before it.
        governs: What it governs.

    Returns:
        A local name of the scheme of positions; None if they make none.
    """
    chain = side.chain.lower()
    denied = lexicon.REFUSED.search(chain) is not None or governs.none
    on_recommendation = governs.object is Object.RECOMMENDATION
    if re.search(r"\bneither\b", chain) or (_needs_recommendation(verb) and not on_recommendation):
        return None
    if verb["note"]:
        on_finding = on_recommendation or governs.object is Object.CONCLUSION
        return "noted" if on_finding and not denied else None
    if verb["support"]:
        return "rejected" if denied else None
    if verb["act"]:
        return _acted(chain, denied=denied, ongoing=verb[0].lower().endswith("ing"))
    if verb["refuse"]:
        refused = "accepted-in-part" if lexicon.IN_PART.search(chain) else "rejected"
        return None if denied else refused
    return _accepted(chain, governs, denied=denied)


def _needs_recommendation(verb: re.Match[str]) -> bool:
    """Whether a verb states a position only where the recommendation is its object."""
    if verb["refuse"]:
        return not verb[0].lower().startswith(("disagree", "reject"))
    return bool(verb["support"] or verb["endorse"] or verb["act"])


def _accepted(chain: str, governs: ClauseObject, *, denied: bool) -> str:
    """The concept for a verb of acceptance."""
    if denied:
        if lexicon.NOT_YET.search(chain):
            return "deferred"
        some = lexicon.WHOLLY.search(chain) or governs.wholly
        return "accepted-in-part" if some else "rejected"
    if governs.principle or lexicon.IN_PRINCIPLE.search(chain):
        return "accepted-in-principle"
    if governs.partly or lexicon.PARTLY.search(chain):
        return "accepted-in-part"
    return "accepted"


def _acted(chain: str, *, denied: bool, ongoing: bool) -> str | None:
    """The concept for "will implement" and the like; what is done already is read elsewhere."""
    if not (lexicon.RESOLVES.search(chain) or (denied and ongoing)):
        return None
    return "rejected" if denied else "accepted"
