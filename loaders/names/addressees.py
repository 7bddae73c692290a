"""Who is asked to act: the bodies that a committee's sentence tells what they should do.

A body is asked where it is the subject of "should", "must" and the like, or stands behind "we
recommend that", "we urge", "we call on". A body to which something is done ("should be abolished"),
of whose part or plan something is said, with whom another is to work, or of which a witness spoke,
is not asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.names.annotated_text import by_position
from loaders.names.pronoun_addressees import pronoun_addressees
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import Mention, Span
    from loaders.names.annotated_text import AnnotatedText

ASKED = "asked"

_ADVERB = (
    r"(?:also|all|always|both|each|further|immediately|jointly|now|once|only|still|then|therefore"
    r"|thus|together|urgently|likewise|similarly|in turn)"
)
_PARTICIPLE = (
    r"(?:\w+ed|given|made|held|put|set|taken|told|cut|let|paid|sold|split|shut|brought|broken|kept"
    r"|left|seen|shown|done|drawn|written|led|run|sent|built)\b"
)
_NOT_DONE_TO = (
    r"(?!\s+(?:(?:not|never|again|also|now|\w+ly)\s+){0,3}be\s+(?:\w+ly\s+)?(?!prepared|concerned|committed"
    r"|required|asked(?!\s+by)|expected|encouraged|interested|determined)"
    rf"{_PARTICIPLE})"
)
_NOT_PAST = (
    r"(?!\s+(?:(?:also|never|not|long)\s+)?have\s+(?:\w+ly\s+|not\s+|already\s+){0,2}(?:\w+ed|been|done|made|taken|given"
    r"|known|seen|set|put|had|gone|come|found|held|kept|begun|spent|told|got|led|built)\b)"
)
_OUGHT = (
    rf"(?:should|must|ought\s+to|needs?\s+to|will\s+need\s+to)"
    rf"{_NOT_DONE_TO}{_NOT_PAST}\b"
)
_WITH = (
    r"as\s+well\s+as|along\s+with|alongside|together\s+with|jointly\s+with|working\s+with"
    r"|in\s+(?:consultation|partnership|conjunction|collaboration|co-?operation)\s+with|with|via"
    r"|through|led\s+by|supported\s+by"
)
_MORE = rf"(?:,|,?\s(?:and|or|nor|&|{_WITH})\s)"
_GAP = compile_pattern(
    rf"(?:,\s(?:which|who)\s[^,.;:?!]{{1,80}},)?(?P<gap>(?:\s\([^()]{{1,60}}\))?(?:{_MORE}\s?[^.;:?!]{{0,100}}?)?,?)\s(?:{_ADVERB}\s){{0,2}}"
    rf"(?P<ought>{_OUGHT})"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|could|can|may|might|must|do|does|did"
    r"|told|said|says|agreed|agrees|that|which|who|because|but|if|when|so|we|it|they)\b"
)
_OF_ANOTHER = compile_pattern(
    r"\b(?:of|in|for|by|from|to|at|within|under|between|across|about|against|than|like|beside|on"
    r"|including|such\sas|especially|particularly"
    rf"|whether|if|how|why|when|unless|because|{_WITH})\s(?:both\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_WITNESS = re.compile(
    r"\b(?:said|argued?s?|suggest(?:ed|s)|claim(?:ed|s)|called\s+for|ruled|found|thought|believed?|proposed)\b"
)
_TOLD = re.compile(r"\b(?:told\s+us|heard|wrote|submitted|witness(?:es)?|according\s+to)\b")
_RECOMMENDED = compile_pattern(
    r"(?<!\b[Ww]e\s)(?<!\bCommittee\s)(?<!\balso\s)(?<!\btherefore\s)\brecommend(?:s|ed)\s"
)
_OURSELVES = re.compile(r"\b[Ww]e\b[^.]{0,20}$")
_REQUEST_BEFORE = compile_pattern(
    r"\b(?P<that>[Ww]e\s(?:\w+\s){0,2}(?:ask|request|propose|urge|expect|suggest)\sthat(?:,\s[^,.;]{1,60},)?"
    r"|[Ww]e\s(?:\w+\s){0,2}(?:repeat|reiterate|restate|renew|stand\sby)\s(?:our|the|this)\s(?:\w+\s){0,2}recommendation\sthat"
    r"|[Ww]e\s(?:\w+\s){0,2}would\slike\sto\ssee"
    r"|[Oo]ur\s(?:\w+\s)?recommendation\sis\sthat|[Ii]t\s(?:is|would\sbe)\s(?:right|best|time|essential|important|vital|necessary)\sfor|[Ii]t\sis\s(?:(?!not\b|never\b|hardly\b)\w+\s)?for|[Tt]he\s(?:onus|responsibility)\s(?:is|lies|rests|falls)\s(?:\w+\s)?(?:on|with)"
    r"|recommend(?:s|ed|ing)?(?:,?\s[^.;]{0,60},|\s+again)?\s+that"
    r"(?:,\s[^,.;]{1,60},)?"
    r"|[Ii]t\sis\s(?:therefore\s|also\s)?(?:vital|essential|imperative|important|crucial|right|critical)\sthat"
    r"|(?:call(?:s|ing)?|look(?:s|ing)?)\s+(?:again\s+)?(?:up)?(?:on|to)|urge[sd]?|press(?:es)?|ask(?:s|ed)?|invite[sd]?"
    r"|encourage[sd]?|request(?:s|ed)?|expects?|wants?|require[sd]?)"
    r"\s(?:both\s|all\s)?(?:the\s)?$"
)
_COORDINATED = compile_pattern(r"(?:,|,?\s(?:and|or|nor|&)(?:,\s[^,.;]{1,40},)?)\s(?:the\s)?$")
_INVERTED = re.compile(
    r"\b(?:Only|Not\suntil|Nor|Never|On\sno\saccount)\b[^.;]{0,80}?\s(?P<ought>should|must)\s(?:the\s)?$"
)
_BY_ANOTHER = re.compile(
    r"(?:(?<!\b[Ww]e\s)\b(?:should|must|will|can|could|may)|needs?\s+to|ought\s+to)\s(?:\w+\s)?$"
)
"""What makes a request one of somebody else, who is to make it."""

_SAME_SUBJECT = compile_pattern(
    rf"[^.;:?!]{{0,160}}?,?\s(?:and|but|yet)\s(?:{_ADVERB}\s)?(?P<ought>{_OUGHT})"
)
"""What the subject of a sentence should do, said in its second half."""

_BY_WHOM = compile_pattern(
    rf"\b(?P<ought>should|must|ought\s+to|needs?\s+to)\s(?:(?:not|also|now|first|\w+ly)\s){{0,3}}be\s"
    r"(?:\w+ly\s)?(?!informed|guided|affected|covered|governed|bound|inspired|followed|accompanied"
    r"|matched|underpinned|helped|judged|told|based|driven|met)"
    rf"{_PARTICIPLE}(?:(?!\b(?:that|which|who|what|was|were|is|are|has|have|being|been)\b)[^.;:?!]){{0,80}}?"
    r"\sby\s(?:both\s)?(?:the\s)?$"
)
"""What is to be done, with the word for by whom."""

_WITHOUT_TO = re.compile(r"\s(?!(?:be|being|been|\w+ed|and|or|,)\b)[a-z]+")
_OPENS = re.compile(r"(?:[Rr]ecommendations?\s{0,2}(?:\d{1,3}[a-h]?)?[.:]?\s{0,2})?(?:[Tt]he\s)?$")
_LABEL = re.compile(r"[Rr]ecommendations?(?:\s\d{1,3}[a-h]?)?\s?:\s(?:[^.;:]{1,100}\s)?$")
_LABELLED_TO = re.compile(r"(?:,?\s(?:and|&)\s[^.;:?!]{1,80}?)?(?P<to>\sto)\s(?!be\s)[a-z]{3,}")
_TO = re.compile(r"(?P<gap>(?:\s\([^()]{1,60}\))?(?:[^.;:?!]{0,80}?))\sto\s(?!be\s+\w+ed\b)[a-z]+")
_LOOK = 170


def mark_addressees(text: AnnotatedText) -> None:
    """Give each organisation that a committee's text asks to act its role, with the cue."""
    bodies = [
        (place, mention)
        for place, mention in enumerate(text.mentions)
        if mention.entity[0] != "initiative" and not mention.nested
    ]
    cues: dict[int, Span] = {}
    for place, mention in bodies:
        first, last = text.sentences.around(mention.start, mention.end)
        if cue := _cue(text.text, mention, (first, last)) or _shared_cue(text, cues, mention):
            cues[mention.end] = cue
            text.mentions[place] = mention._replace(role=ASKED, cue=cue)
    pronouns = [
        request.mention._replace(role=ASKED, cue=request.cue)
        for request in pronoun_addressees(text)
    ]
    if pronouns:
        text.mentions.extend(pronouns)
        text.mentions.sort(key=by_position)


def _cue(text: str, mention: Mention, sentence: Span) -> Span | None:
    """The words that ask a body to act, if a sentence does so."""
    before = text[sentence[0] : mention.start][-_LOOK:]
    if request := _REQUEST_BEFORE.search(before):
        start = mention.start - len(before) + request.start("that")
        end = start + len(request["that"].rstrip())
        follows = _WITHOUT_TO if request["that"].endswith("see") else _TO
        told_to = request["that"].endswith(("that", ",")) or follows.match(
            text, mention.end, min(sentence[1], mention.end + _LOOK)
        )
        owned = text.startswith(("’", "'"), mention.end)
        elsewhere = _witness(before) or _BY_ANOTHER.search(before, 0, request.start("that"))
        return (start, end) if told_to and not owned and not elsewhere else None
    by_whom = _BY_WHOM.search(before) or _INVERTED.search(before)
    if by_whom and not text.startswith(("’", "'"), mention.end) and not _witness(before):
        start = mention.start - len(before) + by_whom.start("ought")
        return start, start + len(by_whom["ought"])
    if _OF_ANOTHER.search(before) or _witness(before):
        return None
    end = min(sentence[1], mention.end + _LOOK)
    match = _GAP.match(text, mention.end, end)
    if match and not _VERB.search(match["gap"]):
        return match.span("ought")
    labelled = _LABEL.search(before) and _LABELLED_TO.match(text, mention.end, end)
    if labelled:
        return labelled.span("to")
    opens = _OPENS.fullmatch(before) and not text.startswith(("’", "'"), mention.end)
    later = _SAME_SUBJECT.match(text, mention.end, end) if opens else None
    return later.span("ought") if later else None


def _witness(before: str) -> bool:
    """Whether somebody else than the committee says what a body should do."""
    if _TOLD.search(before) or _RECOMMENDED.search(before):
        return True
    verbs = list(_WITNESS.finditer(before))
    return bool(verbs) and _OURSELVES.search(before, 0, verbs[-1].start()) is None


def _shared_cue(text: AnnotatedText, cues: dict[int, Span], mention: Mention) -> Span | None:
    """The cue of the body before, where a request names several: "urge X and Y to"."""
    before = text.text[max(0, mention.start - 60) : mention.start]
    joint = _COORDINATED.search(before)
    if joint is None:
        return None
    return cues.get(mention.start - len(joint[0]))
