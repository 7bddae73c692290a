"""What stands behind the number of a footnote of a committee's report, as patterns."""

from __future__ import annotations

_NUMBERS = r"\d{1,4}(?: ?[,–-] ?\d{1,4}| and \d{1,4}){0,12}"
_SPEAKER = r"[\[(][A-Z][a-z]{1,20}(?: [A-Z][a-z’-]{1,20}){0,3}[\])]"
_QUESTIONS = rf"(?:Qq ?|Qs |Q |Q(?![1-4]\b)){_NUMBERS}(?: ?{_SPEAKER})?"
_CODE = r"[A-Z]{2,4}(?!19|20)\d{4}"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = rf"(?:\d{{1,2}} )?{_MONTH} (?:19|20)\d\d"
_BEGINS = rf"Q[qs]?[ \d]|HC \d|HL |C&A|CA&|{_CODE}|[Ii]bid|https?:|[A-Z][^.?!\d]{{2,90}}\({_CODE}\)"
"""What stands behind the number of the next note, which is none of the places in this one."""

_PLACES = (
    r"(?:,? |,| and |; )?(?:[Ff]igures?|[Pp]ara(?:graph)?s?\.?|[Pp]ages?|pp?\.?|[Tt]ables?"
    r"|[Aa]ppendix|[Aa]nnex|[Bb]ox|[Cc]hapter|[Rr]ecommendations?) ?"
    rf"[\d.]{{1,6}}(?:(?:, ?| ?[–-] ?| and | to )[\d.]{{1,6}}(?![\d.]* (?:{_BEGINS}))){{0,12}}"
)
_WORDED = (
    r",? (?:[Kk]ey [Ff]acts|(?:[Ee]xecutive )?[Ss]ummary|HC \d{1,4}"
    r"|[Aa]ppendix (?:One|Two|Three|Four|Five|Six))"
)
_NAO = (
    rf"(?:C(?:&A|A&)G[’']s Report(?:{_WORDED}){{0,2}}|NAO [Rr]eport(?:{_WORDED})?)"
    rf"(?:{_PLACES}){{0,4}}"
)
_HC = (
    r"(?:HC|HL Paper|HL) \d{1,4}(?:[–-][IVXivx]{1,4})?"
    r"(?: \((?:Session )?20\d\d[–-]\d\d\)|, Session 20\d\d[–-]\d\d)?"
    rf"(?:,? ?{_QUESTIONS}|{_PLACES}){{0,2}}"
)
_URL = r"https?://\S{1,300}(?<=-) [\w-]\w{0,79}[-/][\w/.-]{0,200}|https?://\S{1,500}"
_IBID = rf"[Ii]bid\.?(?:{_PLACES})?"

_NOTE = rf"(?:{_QUESTIONS}|{_HC}|{_NAO}|{_IBID}|{_CODE}\b(?:{_PLACES})?|{_URL})"
_AUTHOR = rf"[A-Z][^.?!;\d]{{2,90}}\({_CODE}\)"
NOTE = rf"{_NOTE}(?: ?; ?(?:{_NOTE}|{_AUTHOR})){{0,8}}"
"""A note that is one wherever it stands behind a number."""

WRITTEN = rf"[A-Z][^.?!\d]{{2,90}}\({_CODE}\)(?:, [A-Z][^.?!\d]{{2,90}}\({_CODE}\)){{0,8}}"
"""Evidence, by the names of its authors."""

_REPORT = r"(?:[A-Z][a-z]{2,15}[ -]){0,3}Report of Session 20\d\d[–-]\d\d"
_PAPER = (
    rf", (?:(?:{_REPORT}|Session 20\d\d[–-]\d\d), )?"
    rf"(?:HC|HL|HL Paper|CP|Cm|Cmd) \d{{1,4}}(?:[–-][IVXivx]{{1,4}})?"
    rf"(?:,? \(?(?:Session )?20\d\d[–-]\d\d\)?)?(?:, {_DATE})?(?:,? {_QUESTIONS})?"
)
_UNNAMED_TITLE = r"[A-Z][^.?!\d]{5,150}"
_TITLE = rf"(?P<title>{_UNNAMED_TITLE})"
_DATES = (
    rf"(?:{_PAPER}|,? dated {_DATE}|, {_DATE}|, 20\d\d"
    rf"| on {_DATE}{_PAPER})(?:{_PLACES}){{0,2}}"
)
DATED = rf"{_TITLE}{_DATES}"
"""A title with its paper or its date; a note only beside others."""

PAPERED = rf"{_TITLE}(?:{_PAPER}| on {_DATE}{_PAPER})(?:{_PLACES}){{0,2}}"
"""A title with its paper; a note by itself where it stands in the middle of a sentence."""

_CITED = (
    r"(?:Letter|(?:Oral |Written )?[Ee]vidence|Correspondence|Memorandum|National Audit Office"
    r"|Comptroller and Auditor General|Department|Ministry|HM Treasury|Home Office|Cabinet Office"
    r"|Office for|House of (?:Commons|Lords)|Committee of Public Accounts)\b"
)
_CITED_DATES = rf"(?:,? dated|,| on|:) {_DATE}(?:{_PLACES}){{0,2}}"
_WHERE = r"\d{1,3}(?:\.\d{1,2})?"
_SEE = (
    r"See (?:also |above |below )?"
    r"(?:[Pp]ara(?:graph)?|[Ff]igure|[Ff]ootnote|[Cc]hapter|[Tt]able)s? "
    rf"{_WHERE}(?:(?:, | and |[–-]){_WHERE}){{0,5}}"
)
POINTED = rf"(?:(?={_CITED}){_TITLE}{_CITED_DATES}|{_SEE})"
"""A letter, evidence or a paper of a body with its date, or a pointer ("See paragraph 14")."""

FOOT_LINE = (
    rf"\d{{1,3}}\.? (?:{NOTE}|{WRITTEN}(?:{_PLACES}){{0,2}}|{_UNNAMED_TITLE}{_DATES}"
    rf"|(?={_CITED}){_UNNAMED_TITLE}{_CITED_DATES}|{_SEE})"
    rf"(?:; ?(?:{_NOTE}|{_AUTHOR})(?:{_PLACES})?){{0,8}}\.?"
)
"""A note on a line of its own."""

ENDS = r"(?=[\s;.]|$)"
"""What follows a note."""
