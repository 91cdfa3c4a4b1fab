"""Page furniture: the lines of a page that are no part of its article, told by their words."""

import re

_ANY = re.I | re.U
_END = r"\s*(?:$|[:|>\u2013\u2014\u2192\u00bb\u25ba\u203a-])"
_NETWORKS = (
    r"(?:facebook|twitter|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|mastodon|google news|"
    r"apple news|flipboard|pinterest|reddit|viber|signal|\bX\b|social media)"
)
_MAILING = r"(?:newsletters?|inbox|e-?mails?|alerts?|updates|notifications?|podcasts?|app|briefing|headlines|channel)"

_LABELS = re.compile(
    r"^(?:\W*)(?:read (?:also|next|more)|also read|see also|also see|related(?: (?:articles?|stor(?:y|ies)|topics?|"
    r"content|coverage|news|posts?|links?|videos?|reading|items?))?|more (?:on|from|about) (?:this|the)"
    r"(?: (?:story|topic|author|section|subject|series))?|more (?:stories|news|coverage|top stories)|"
    r"recommended(?: (?:for you|stories|reading|articles))?|editor['\u2019]?s['\u2019]? (?:picks?|choice)|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|don['\u2019]?t miss(?: out)?|in case you missed it|"
    r"must[- ]reads?|most (?:read|popular|viewed|shared)|trending(?: now| stories| topics)?|further reading|"
    r"top stories|latest (?:news|stories|updates|videos?|headlines)|up next|read this next|what to read next|"
    r"keep reading|continue reading|story continues(?: below)?(?: (?:this )?advertisement)?|article continues.*|"
    r"advertise?ments?|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)|recommended by|"
    r"skip (?:to |past )?(?:content|main content|advertisement|ad|newsletter promotion|navigation|.{0,20}section)|"
    r"scroll (?:down )?(?:to|for) (?:continue|more).{0,30}|after newsletter promotion|from our partners?|"
    r"around the web|you may like|also in this (?:package|section|series)|explore more|view (?:all|more|comments)|"
    r"(?:load|show|see) (?:more|all)(?: comments)?|hide caption|toggle caption|enlarge(?: this)? image|"
    r"play video|watch video|video player.{0,30}|unmute|mute|loading\W*|now playing|live tv|"
    r"tags?|topics?|filed under|categories|in this (?:article|story)|more topics|keywords|sections|"
    r"leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|\d* ?comments?|"
    r"listen to (?:this )?(?:article|story)(?: \d+ min(?:ute)?s?)?|listen now|watch now|watch live|"
    r"our standards|the thomson reuters trust principles|purchase licensing rights|about the author|"
    r"newsletters?|get the newsletter|follow us|stay connected|share(?: this)?(?: article| story| post)?|"
    r"print(?: this)?(?: article| page)?|copy link|link copied|save|saved|sign in|log in|register|menu|close|"
    r"back to top|explore further|order reprints|click to tweet|image source|image caption|media caption|photo gallery|view gallery|gallery|slideshow)\W*$",
    _ANY,
)
_TEASER = re.compile(
    rf"^\W*(?:read(?: (?:more|also|next|here|full (?:story|report)|the full (?:story|report)))?|also read|must read|"
    rf"see also|related(?: (?:article|story|stories|news|coverage|video|reading))?|more on this(?: story)?|watch|"
    rf"watch also|also watch|video|listen|in pictures|in photos|photos|gallery|explained|recommended|don['\u2019]t miss|"
    rf"see more|(?:opinion|analysis|exclusive|interactive|podcast)(?=\s*\|)|trending|sponsored|promoted|advertisement)"
    rf"\s*[:|>\u2192\u00bb\u25ba\u203a]\s*\S",
    _ANY,
)
_READ_MORE = re.compile(
    r"^\W*(?:(?:click|tap) (?:here|the|on|this)\b|read (?:more|our|the full)\b.{0,60}\b(?:here|story|coverage|report)\W*$|"
    r"read more (?:about|on|from|at)\b|for more (?:news|stories|on|information).{0,80}\b(?:visit|click|follow|"
    r"go to|see|here)\b|to read more\b|more (?:to follow|details soon)\W*$)",
    _ANY,
)
_INVITATION = re.compile(
    rf"^\W*(?:please |you can |want more\W+|need more\b.{{0,30}}|to (?:receive|get)\b.{{0,60}}|never miss\b.{{0,60}}|"
    rf"don['\u2019]?t miss\b.{{0,60}}|stay (?:up to date|informed|updated|tuned|connected|ahead)\b.{{0,60}})?"
    rf"(?:sign up|subscribe|get|join|follow|download|click|tap|share|like|register|enter|receive|stay|add|support|"
    rf"become|donate|find|connect|listen|watch|catch|install|turn on|enable|tweet|e-?mail|send|contact|reach|write)\b"
    rf"(?=.{{0,140}}(?:\b(?:{_MAILING}|{_NETWORKS}|our (?:journalism|work|newsroom|website|site|podcast)|"
    rf"member(?:ship)?|subscriber|preferred source|this (?:article|story|page|post))\b|https?://|@))",
    _ANY,
)
_CERTAIN_INVITATION = re.compile(
    rf"^\W*(?:sign up|subscribe)\b.{{0,140}}\b{_MAILING}|^\W*(?:follow|like|find|join|subscribe)\b.{{0,140}}\b{_NETWORKS}|"
    rf"^\W*(?:follow|reach|contact|write to|e-?mail)\b.{{0,140}}(?:https?://|@)",
    _ANY,
)
_SECOND_PERSON = re.compile(r"\b(?:you|your|our|us|here|this (?:article|story|page|post)|now|today|free|daily|weekly)\b", _ANY)
_ADDRESS = re.compile(r"^\W*(?:(?:https?://|www\.|twitter\.com/|x\.com/)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)\W*$", _ANY)
_TAGGED = re.compile(r"[^.!?]\s*\[[A-Z][A-Z ]{2,14}\]\s*\|?$")
_CONSENT = re.compile(
    r"(?:\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\buses? (?:of )?cookies|"
    r"\b(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences|consent)|"
    r"^by (?:continuing|clicking|signing up|subscribing|submitting|using|entering|providing)\b.{0,120}"
    r"\b(?:agree|accept|consent|cookies|terms)|^(?:this|your) (?:video|content|browser|player|audio|embed).{0,60}"
    r"\b(?:not (?:be )?(?:available|supported|played|loaded)|does not support|cannot be|blocked|disabled)|"
    r"\b(?:enable|turn on|activate) (?:javascript|cookies)|javascript (?:is|must be) (?:disabled|required|enabled)|"
    r"^to (?:view|see|display|show|watch|play) this (?:content|video|post|embed).{0,80}\b(?:cookies|consent|enable|accept)|"
    r"\bprivacy (?:policy|notice)\b.{0,120}\bterms (?:of|and)\b|\bterms (?:of|and)\b.{0,120}\bprivacy (?:policy|notice)\b|"
    r"^this copy is for your personal|^an error (?:has )?occurred|^(?:have|got) a (?:news )?tip\?|"
    r"^(?:if you (?:buy|click|make a purchase)|when you (?:buy|click)).{0,120}\b(?:commission|share of|earn)|"
    r"^this site is protected by recaptcha|^thank you for (?:subscribing|signing up|reading|registering|your patience))",
    _ANY,
)
_RIGHTS = re.compile(
    r"^(?:\(c\)|\u00a9|copyright\b(?=\W*(?:\u00a9|\(c\)|\d{4})))|^\W*all rights reserved|^\W*this material may not be published",
    _ANY,
)
_LISTED = re.compile(r"^\W*(?:tags?|topics?|filed under|filed in|categories|keywords|more topics|hashtags?)\s*:\s*\S", _ANY)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATED = re.compile(
    r"^(?=.*(?:\b(?:published|updated|posted|modified|ago|read)\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|"
    rf"\b{_MONTHS}\b\W+\d|\d\W+{_MONTHS}\b))"
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified|created|issued)(?: (?:on|at|date))?\b[:\s]*)?"
    rf"(?:[\d:.,/ \u2022\u00b7|()-]|\b{_MONTHS}\b|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|"
    r"\b(?:at|on|am|pm|a\.m\.?|p\.m\.?|gmt|utc|est|edt|et|ist|bst|cet|cest|updated|"
    r"published|last|ago|hours?|minutes?|mins?|days?|hrs?|read|of|st|nd|rd|th|an?)\b)+\W*$",
    _ANY,
)
_BAR = frozenset(
    "share facebook twitter x whatsapp email e-mail mail print copy link linkedin reddit telegram save comments "
    "comment tweet pinterest messenger flipboard bookmark this article story on via post pocket sms listen gift "
    "close menu more options follow us instagram youtube threads bluesky send to and or by with a friend google "
    "news line wechat copied url the full screen text size font".split()
)
_CREDIT_LABEL = (
    r"(?:photo|photograph|photos|image|images|picture|pictures|pic|video|illustration|graphic|file photo|file image|"
    r"credit|photo credit|image credit|picture credit|photo courtesy|image source|photo source|source|photo by|image by|"
    r"photograph by|picture by|courtesy)"
)
_HOUSES = (
    r"(?:getty(?: images)?|afp|ap|reuters|epa|epa-efe|anadolu(?: agency)?|shutterstock|alamy|istock|bloomberg|xinhua|"
    r"zuma(?: press)?|nurphoto|pa(?: images| wire| media)?|handout|ap photo|upi|tass|planet labs|maxar(?: technologies)?|"
    r"wikimedia commons|unsplash|pexels|pool|via reuters|wana|afptv)"
)
_CREDIT = re.compile(
    rf"^\W*(?:{_CREDIT_LABEL}\s*[:|/\u2013\u2014]\s*\S.{{0,90}}|{_CREDIT_LABEL} by .{{2,60}}|"
    rf"(?:[\w.'\u2019 -]{{0,50}}[/|,\u2013\u2014]\s*|[\w.'\u2019 -]{{2,40}}\bvia |\bvia )+(?:[\w.'\u2019 -]{{2,30}}[/|]\s*)?{_HOUSES}"
    rf"(?:\s*(?:[/|,]|via|file|\d{{4}})\s*[\w.'\u2019 -]{{0,30}})*|{_HOUSES}\s*(?:/|\bvia\b)\s*[\w.'\u2019 -]{{2,40}}|"
    rf"\[[^\]]{{0,60}}[/|][^\]]{{0,60}}\]|getty images|shutterstock|ap photo|file photo|handout)\W*$",
    _ANY,
)
_MARKED_CREDIT = (
    r"(?:(?:(?:FILE )?(?:Photo|Image|Picture|Photograph|Pic|Graphic|Illustration)(?: (?:[Cc]redit|[Cc]ourtesy|[Ss]ource))?"
    r"|Credit|PHOTO|IMAGE|CREDIT)(?: by)?\s*[:\u2013]|(?:Photo|Photograph|Image|Picture)s? by)"
)
_NAMES = r"[\w.'\u2019 &/|,-]"
_TRAILING_CREDIT = re.compile(
    rf"\s*(?:[|\u2013\u2014-]?\s*{_MARKED_CREDIT}\s*{_NAMES}{{2,70}}|"
    rf"\((?i:{_CREDIT_LABEL}\b\s*(?:[:/]|by\b|courtesy|via\b)|{_HOUSES}\s*(?:/|photo\b|via\b))[^()]{{0,90}}\)|"
    rf"\([^()]{{2,50}}(?:/|\bvia )\s*(?i:{_HOUSES})[^()]{{0,20}}\)|"
    rf"\[[^\[\]]{{0,60}}(?:/|\bvia\b|(?:Photo|Image|File|Credit)\s*:)[^\[\]]{{0,60}}\]|"
    rf"(?<=[.!?\"\u201d])\s*[A-Z][\w.'\u2019 -]{{1,40}}(?:/|\bvia )\s*(?i:{_HOUSES})(?:\s*(?:/|via)\s*[\w.'\u2019 -]{{2,30}})?|"
    rf"(?<=[.!?\"\u201d])\s*(?:AP Photo|AFP|REUTERS|EPA|Getty Images)\s*[/-]\s*[\w.'\u2019 -]{{2,50}}|"
    rf"(?<=[.!?\"\u201d])\s*(?:Getty Images|Shutterstock|Handout)|\s*Click [Tt]o [Tt]weet)\W{{0,2}}$",
)
_CAPTION_LABEL = re.compile(r"^(?:(?:image|media|photo|video) caption\b[\s:,]*|caption\s*:\s*)", re.I)
_CAPTION_CREDIT = re.compile(rf"\s*\((?i:{_HOUSES}|file|file photo)\)\W?$|\s+(?:Getty|AFP|AP|Reuters|EPA)$")
_FEWEST_CAPTION_WORDS = 5
_LONGEST = 400


def is_label(text: str) -> bool:
    """Whether a line is the label of furniture and nothing else ("Related", "Advertisement")."""
    return len(text) <= 80 and bool(_LABELS.match(text))


def is_furniture(text: str) -> bool:
    """Whether a paragraph is furniture: a teaser, an invitation, a share bar, a credit, a notice on cookies."""
    if len(text) > _LONGEST:
        return False
    if not re.search(r"\w", text) or is_label(text) or _TEASER.match(text) or _READ_MORE.match(text):
        return True
    if _CERTAIN_INVITATION.match(text) or (_INVITATION.match(text) and _SECOND_PERSON.search(text)):
        return True
    if _ADDRESS.match(text) or _TAGGED.search(text):
        return True
    if _CONSENT.search(text) or _RIGHTS.search(text) or _LISTED.match(text) or _is_bar(text):
        return True
    return len(text) <= 120 and bool(_CREDIT.match(text) or _DATED.match(text))


def caption(text: str) -> str | None:
    """The caption of a picture without its credit; None where what is left is no sentence."""
    rest = _CAPTION_CREDIT.sub("", without_credit(text))
    if is_furniture(rest) or len(rest.split()) < _FEWEST_CAPTION_WORDS:
        return None
    return rest


def without_credit(text: str) -> str:
    """`text` without the credit of a photo at its end, and without "Image caption" before it."""
    rest = _CAPTION_LABEL.sub("", text)
    for _ in range(3):
        shorter = _TRAILING_CREDIT.sub("", rest).rstrip()
        if shorter == rest:
            break
        rest = shorter
    return rest


def _is_bar(text: str) -> bool:
    """Whether every word is one of a share bar."""
    found = re.findall(r"[\w-]+", text.lower())
    return 0 < len(found) <= 30 and all(word in _BAR for word in found)
