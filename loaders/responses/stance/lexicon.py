"""The words that make a position, as patterns: verbs, who may govern them, what they may govern.

The patterns are British civil-service English as replies to committees use it. They are lists of
words, not rules: how they combine is in `clause_subjects` and `clause_objects`.
"""

from __future__ import annotations

import re

from loaders.text.patterns import compile_pattern

VERB = re.compile(
    r"\b(?:(?P<accept>agree(?:[sd]|ing)?|accept(?:s|ed|ing)?|concur(?:s|red|ring)?"
    r"|in\s+(?:(?:full|complete|entire|broad)\s+)?agreement(?=\s+with\b))"
    r"|(?P<refuse>disagree(?:[sd]|ing)?|reject(?:s|ed|ing)?|declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)"
    r"|oppos(?:e[sd]?|ing)|dismiss(?:es|ed|ing)?|(?:decid(?:es?|ed|ing)|opt(?:s|ed|ing)?|elect(?:s|ed|ing)?)\s+against"
    r"|(?:rul(?:es?|ed|ing)\s+out|turn(?:s|ed|ing)?\s+down))"
    r"|(?P<note>note[sd]?|acknowledge[sd]?)"
    r"|(?P<support>support(?:s|ed|ing)?)"
    r"|(?P<endorse>endors(?:e[sd]?|ing))"
    r"|(?P<act>implement(?:s|ed|ing)?|adopt(?:s|ed|ing)?|complete[sd]?|fulfil(?:s|led)?"
    r"|pursu(?:e[sd]?|ing)|tak(?:e|ing)\s+forward"
    r"|tak(?:e|ing)(?=\s+(?:this|these|the|that|your)\s+recommendations?\s+forward)))\b",
    re.IGNORECASE,
)
"""Verbs by kind. `support` counts only when denied; `act` only with "will" or when denied. A form
in "-ing" counts only where an auxiliary governs it: see `GOVERNS_PARTICIPLE`."""

DEPARTMENT = (
    r"(?:[Dd]epartments?(?:\s+(?:for|of)(?:\s+(?:the|and|of|&|[A-Z][\w’&-]{0,40},?)){1,20})?"
    r"|Ministry(?:\s+of(?:\s+(?:the|and|of|&|[A-Z][\w’&-]{0,40},?)){1,20})?"
    r"|(?:HM\s+)?Treasury|(?:Home|Cabinet|Scotland|Wales|Northern\s+Ireland)\s+Office"
    r"|Foreign,?(?:\s+[A-Z&]\w{0,40},?|\s+and){1,8}\s+Office|Ministers?|Secretary\s+of\s+State"
    r"|HMRC|HMT|HMCTS|HMPPS|DfE|DfT|DHSC|DSIT|DCMS|DLUHC|MHCLG|Defra|DEFRA|DBT|DESNZ|DWP|FCDO|MoJ|MOJ"
    r"|MoD|MOD|BEIS|DIT|CDDO|GDS|NHS\s+England|UKHSA)"
)
GOVERNMENT = (
    r"(?:(?<!Scottish\s)(?<!Welsh\s)(?<!local\s)(?<!Local\s)(?<!previous\s)(?<!last\s)(?<!then\s)"
    r"(?<!former\s)(?<!devolved\s)(?<!central\s)(?:UK\s+)?(?:HM\s+)?[Gg]overnment(?!\w))"
)
_MINISTER = r"(?<!\bPart\s)(?<!\bTier\s)(?<!\bPhase\s)(?<!ation\s)(?<!usion\s)\bI\b(?=[\s,])"
"""A minister in a letter, as against a Roman number."""

OWN = (
    rf"(?:(?:[Tt]he\s+)?(?:{GOVERNMENT}|{DEPARTMENT})|\b[Ww]e\b|{_MINISTER}"
    r"|\b[Tt]he\s+[Aa]uthority\b)"
)
"""Subjects by which the government speaks of itself in a reply."""

NAMED = r"(?:[Tt]he\s+)?[A-Z][\w’&-]{0,40}(?:\s+(?:of|for|and|&|the|[A-Z][\w’&-]{0,40})){0,20}"
"""Any proper name; a responder's own if a reply opens with it."""

OTHERS = re.compile(
    r"\b(?:Committee|PAC|NAO|National\s+Audit\s+Office|Ofcom|Ofsted|Scottish\s+Government|"
    r"Welsh\s+Government|Parliament|House|Comptroller|witness(?:es)?|stakeholders?|councils?|"
    r"Review|Inquiry|Board|Panel|Council|Commission(?:er)?|industry|providers?)\b"
)
"""Parties whose agreement is not the government's."""

LINK = (
    r"(?:does|do|did|has|have|had|will|would|shall|should|can|cannot|can’t|can't|could|may|might|"
    r"must|am|is|are|was|were|be|been|being|not|never|no|longer|neither|nor|doesn’t|doesn't|don’t|don't|also|therefore|however|"
    r"nevertheless|nonetheless|accordingly|hence|consequently|likewise|similarly|carefully|indeed|"
    r"now|already|fully|wholly|entirely|completely|strongly|broadly|partially|partly|largely|"
    r"mostly|generally|only|still|yet|thus|further|very|much|both|either|again|subsequently|"
    r"happy|pleased|content|glad|able|unable|unwilling|willing|prepared|minded|ready|likely|decided|"
    r"chosen|opted|elected|resolved|determined|going|remains?|feels?|finds?|itself|ourselves|themselves|"
    r"sees?|(?:its|our)\s+way|reasons?|grounds|intention(?:\s+of)?|hesitation|difficulty|"
    r"intends?|plans?|proposes?|wish(?:es)?|in|part|principle|a|position|to|too|so|firmly|simply|respectfully|"
    r"formally|warmly|readily|gladly|regrettably|unfortunately|all|currently|at|this|time|stage)"
)
CHAIN = rf"(?:[\s,]{{1,20}}{LINK}\b){{0,20}}"
"""Auxiliaries and adverbs between a subject and its verb."""

ASIDE = r"(?:\s*\([^()]{0,60}\))?(?:\s*,[^,.;]{2,120},)?"

ACTIVE = compile_pattern(
    rf"(?P<subject>{OWN}(?:\s+(?:and|&)\s+(?:the\s+)?(?:{DEPARTMENT}|{NAMED}))?)"
    rf"(?:[’']s\s+(?:response|decision|position)\b)?{ASIDE}(?P<chain>{CHAIN})[\s,]*$"
)
PRONOUN = compile_pattern(rf"(?:^|[\s(])(?P<subject>[Ii]t|[Tt]hey)(?P<chain>{CHAIN})\s*$")
OPENER = compile_pattern(rf"^\W*(?P<subject>{NAMED}){ASIDE}(?P<chain>{CHAIN})\s*$")
COORDINATED = compile_pattern(
    rf"(?:[,;]|\b(?:and|but|or|yet|though|although|while|whilst)\b)(?P<chain>{CHAIN})\s*$"
)
PASSIVE = compile_pattern(
    r"\b(?P<noun>[Rr]ecommendation|[Cc]onclusion)s?(?:\s+(?:\d+\w?|\([^)]{0,60}\)|of\s+the\s+Committee|in\s+full))?"
    rf"(?:\s*+[:–-])?(?P<chain>{CHAIN})\s*$"
)
LABEL = re.compile(
    r"^\W*(?:(?:HM\s+)?(?:Government(?:[’']s)?\s+)?(?:response|position|decision)\s*[:–-]\s*)?"
    r"(?P<chain>(?:(?:not|partially|partly|broadly|fully|do\s+not|we|in\s+(?:part|principle)(?:\s*,)?)\s+)*)$",
    re.IGNORECASE,
)

LABEL_ALONE = re.compile(
    r"^\W*(?:(?:not|partially|partly|broadly|fully)\s+)?(?:accept|agre|reject|disagre)(?:e?d|e)?"
    r"(?:\s+in\s+(?:part|principle|full))?\W*$",
    re.IGNORECASE,
)
"""A sentence that is nothing but a label, wherever it stands."""

BARE_PASSIVE = re.compile(r"(?:\s*\b(?:not|partially|partly|broadly|fully)\b)*\s*")
"""What may stand between a noun and its participle where the verb is left out."""

SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|once|when|had|were|before|after)\s+(?:that\s+)?$"
    r"|\b(?:not|never|cannot)\s+(?:accept|agree|believe|think|consider|say|said|suggest|mean|claim)(?:ed)?\s+that\s+$"
    r"|\b(?:(?:not|nor|hardly)\s+(?:correct|true|right|the\s+case|so)|incorrect|untrue|false|wrong)\s+"
    r"(?:to\s+\w+\s+)?that\s+$",
    re.IGNORECASE,
)
"""Before a subject: what follows is not asserted."""

REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?)|told\b.{0,30}|note[sd]?|reported|recommend(?:s|ed|ation|ing)?|suggest(?:s|ed)|"
    r"conclude[sd]?|argue[sd]?|claim(?:s|ed)?|believe[sd]?|asked|stated?s?|found|heard|urged)\b"
    r"[^;.]{0,60}\bthat\s+$",
    re.IGNORECASE,
)
"""Before a subject: what follows is what somebody says."""

REFUSED = re.compile(
    r"\b(?:not|never|cannot|can’t|can't|no\s+(?:longer|plans?|reasons?|grounds|way|intention|wish)|doesn’t|doesn't|don’t|don't|unable|unwilling|neither|nor)\b"
)
NOT_YET = re.compile(r"\A(?=.*?\bnot\b)(?=.*?\byet\b)|\bcannot\s+yet\b", re.DOTALL)
UNREAL = re.compile(r"\b(?:would|could|should|may|might|must|had|likely|ready|minded|did)\b")
FORM_OF_BE = re.compile(r"\b(?:am|is|are|be|remains?)\b")
RESOLVES = re.compile(
    r"\b(?:will|cannot|intends?|plans?|proposes?|decided|chosen|opted|elected|resolved|intention|going"
    r"|no\s+(?:reasons?|grounds|way))\b"
)
"""Before "implement" and the like: what is to be done."""

GOVERNS_PARTICIPLE = re.compile(
    r"\b(?:am|is|are|be|intention\s+of|(?:hesitation|difficulty)\s+in|way\s+to)\b"
)
"""Before "accepting" and the like: what makes of them a verdict, and not what may come of one."""

WHOLLY = re.compile(r"\b(?:fully|wholly|entirely|completely|all)\b")
IN_FULL = re.compile(
    r"\bin\s+(?:full|(?:its|their)\s+entirety)\b|\bas\s+a\s+whole\b|\b(?:fully|wholly|entirely|completely|wholesale)\b"
)
"""What is refused only so far as it is said after the verb: the rest of it is not."""

EXCEPT = re.compile(
    r"\b(?:with\s+(?:the|one|two|some)\s+exceptions?|except(?:ing)?|apart\s+from|aside\s+from|save\s+(?:for|in|that)"
    r"|other\s+than|excluding|barring)\b"
)
"""Words that take something out of what is accepted."""

EITHER = re.compile(
    r"\b(?:accept|agree|reject|disagree|decline|refuse)(?:s|d|ed)?\s+(?:or|nor)\s+(?:to\s+)?"
    r"(?:accept|agree|reject|disagree|decline|refuse)(?:s|d|ed)?\b",
    re.IGNORECASE,
)
"""Both sides named as what is still open, or as what neither is."""

IN_PART = re.compile(r"\b(?:partially|partly|in\s+part)\b")
PARTLY = re.compile(r"\b(?:partially|partly|in\s+part|broadly|largely|mostly|generally)\b")
IN_PRINCIPLE = re.compile(r"\bin\s+principle\b", re.IGNORECASE)
EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|original(?:ly)?|at\s+the\s+time|last\s+(?:year|session)|"
    r"in\s+(?:its|the)\s+(?:response|reply)\s+to|in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b"
)
"""Signs that a past tense tells of an earlier position."""

RECOMMENDATION_THAT = re.compile(
    r"\b(?:[Tt]h(?:is|ese|at)|[Ii]t|[Rr]ecommendations?\s+\d{1,3}[a-h]?)\s+(?:recommendation\s+)?(?:is|are|remains?)\s+"
    r"(?:therefore\s+|also\s+)?(?P<denial>not\s+)?"
    r"(?:(?:a|the|one\s+of\s+the)\s+)?(?:recommendations?|one|proposals?|something|point|step|suggestion)\s+"
    r"(?:(?:(?:with|to)\s+)?(?:that|which)\s+)?$"
)
"""``This is not a recommendation that`` before a subject: the object stands first."""

DEFERRAL = compile_pattern(
    rf"(?:{OWN}|\b[Ii]t)\s+(?:will|shall|intends?\s+to|plans?\s+to)\s+(?:respond|reply|provide\s+(?:a|its)\s+"
    r"(?:\w+\s+)?(?:response|reply)|set\s+out\s+(?:its|a)\s+(?:\w+\s+)?(?:response|position))\s+"
    r"(?:\w+\s+){0,2}?(?:to|on)\s+(?:this|these|the)\s[^.;]{0,40}?recommendations?"
    r"|\bdefer(?:s|red|ring)?\s+(?:its|our|a|any|the)\s+(?:\w+\s+)?(?:response|decision|answer|position)"
    rf"|(?:{OWN}|\b[Ii]t)\s+(?:will|shall)\s+(?:consider|reflect\s+on)\s+(?:this|the)\s+recommendation\s+and\s+"
    r"(?:then\s+)?(?:respond|reply|report\s+back|write)"
    r"|\b(?:decision|response|reply)\s+(?:on|to)\s+th(?:is|ese)\s+recommendations?\s+will\s+"
    r"(?:be\s+(?:taken|made|given|provided|published)|follow)\b"
    r"|\b(?:response|decision)[^.;]{0,40}\s(?:is|has\s+been|will\s+be)\s+deferred\b"
    r"|^\W*(?:Response\s+)?[Dd]eferred(?=[.:;]|\s*$)"
    r"|\bnot\s+yet\s+(?:in\s+a\s+position|able)\s+to\s+(?:respond|reply|answer|give\s+a\s+(?:\w+\s+)?response)"
)
DONE = re.compile(
    r"(?:^|[.:;)\]]\s*|\d\s+)Recommendation\s+(?:(?:has|been|was|is|already|now|fully)\s+)*"
    r"(?:implemented|completed?|delivered|met|actioned|fulfilled|closed)\b"
    r"|\b(?:[Tt]h(?:is|at|e)|[Cc]ommittee[’']s)\s+(?:[Cc]ommittee[’']s\s+)?recommendation\s+(?:has|was|is|to\s+be)\s+(?:(?:already|now|since|been|fully|therefore|considered|as)\s+)*"
    r"(?:implemented|completed?|delivered|met|actioned|fulfilled|closed)\b"
    r"|\b(?:has|have)\s+(?:(?:already|now|since|fully)\s+)*(?:implemented|completed|fulfilled|delivered|actioned|met)\s+"
    r"(?:this|the|the\s+Committee[’']s)\s+recommendation\b"
    r"|\brecommendation,\s+which\s+(?:has|is)\s+(?:(?:already|now|since|been|fully)\s+)*"
    r"(?:implemented|complete[d]?|fulfilled|delivered|met)\b"
    r"|\bconsiders?\s+(?:this|the)\s+recommendation\s+(?:to\s+(?:be|have\s+been)\s+)?(?:(?:already|now|fully)\s+)*"
    r"(?:implemented|complete[d]?|fulfilled|delivered|met|closed)\b"
    r"|^\W*(?:Already\s+)?[Ii]mplemented(?=[.:;]|\s*$)"
)
"""What says that the thing recommended is done already."""
