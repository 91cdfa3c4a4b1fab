"""The words of page furniture: what newsrooms print around their articles, as patterns in lower case."""

LABELS = (
    # Lists of other articles
    r"read (?:also|next|more)", r"also read", r"see (?:also|more)", r"also see",
    r"more (?:stories|news|coverage)",
    r"related(?: (?:articles?|stor(?:y|ies)|topics?|content|coverage|news|posts?|links?|videos?|items?))?",
    r"more (?:on|from|about) (?:this|the)(?: (?:story|topic|author|section|subject|series))?",
    r"more topics", r"recommended(?: (?:for you|stories|reading|articles|by))?",
    r"editor['\u2019]?s['\u2019]? (?:picks?|choice)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)", r"don['\u2019]?t miss(?: out)?", r"up next",
    r"in case you missed it", r"must[- ]reads?", r"most (?:read|popular|viewed|shared)", r"further reading",
    r"trending(?: now| stories| topics)?", r"(?:more )?top stories", r"read this next",
    r"what to read next", r"latest (?:news|stories|updates|videos?|headlines)", r"keep reading",
    r"explore (?:more|further)", r"also in this (?:package|section|series)", r"around the web",
    r"from our partners?",
    # Advertisements and breaks
    r"continue reading", r"story continues(?: below)?(?: (?:this )?advertisement)?",
    r"article continues.{0,40}", r"advertise?ments?", r"sponsored(?: content)?", r"promoted(?: content)?",
    r"paid (?:content|post)", r"scroll (?:down )?(?:to|for) (?:continue|more).{0,30}",
    r"after newsletter promotion", r"order reprints",
    r"skip (?:to |past )?(?:content|main content|advertisement|ad|newsletter promotion|.{0,20}section)",
    # Players, pictures and buttons
    r"hide caption", r"toggle caption", r"enlarge(?: this)? image", r"play video", r"watch video",
    r"video player.{0,30}", r"unmute", r"mute", r"loading", r"now playing", r"live tv", r"photo gallery",
    r"view gallery", r"gallery", r"slideshow", r"image (?:source|caption|copyright)", r"media caption",
    r"listen to (?:this )?(?:article|story)(?: \d+ min(?:ute)?s?)?", r"listen now", r"watch (?:now|live)",
    r"(?:load|show|see|view) (?:more|all)(?: comments)?", r"view comments", r"\d* ?comments?",
    r"back to top", r"leave a (?:comment|reply)", r"post a comment",
    r"join the (?:conversation|discussion)", r"click to tweet",
    r"share(?: this)?(?: article| story| post)?", r"print(?: this)?(?: article| page)?", r"copy link",
    r"link copied", r"saved?", r"sign in", r"log in", r"register", r"menu", r"close",
    # Sections and services
    r"tags?", r"topics?", r"filed under", r"categories", r"keywords", r"sections",
    r"in this (?:article|story)", r"our standards", r"the thomson reuters trust principles",
    r"purchase licensing rights", r"about the author", r"newsletters?", r"get the newsletter", r"follow us",
    r"stay connected",
)  # fmt: skip
"""A line that is one of these and nothing else."""

TEASERS = (
    r"read(?: (?:more|also|next|here|(?:the )?full (?:story|report)))?", r"also read", r"must read",
    r"see (?:also|more)", r"more on this(?: story)?", r"recommended", r"don['\u2019]t miss", r"trending",
    r"related(?: (?:article|story|stories|news|coverage|video|reading))?", r"sponsored", r"promoted", r"advertisement",
)  # fmt: skip
"""What stands before the colon, bar or arrow of a line that points to another article."""

MEDIA = (
    r"watch(?: also)?", r"also watch", r"video", r"listen", r"in pictures", r"in photos", r"photos", r"gallery",
    r"explained", r"more", r"podcast", r"interactive",
)  # fmt: skip
"""The same, but so that a sentence may follow it, which is then text."""

POINTERS = (
    r"(?:click|tap) (?:here|the|on|this)\b",
    r"read (?:more|our|the full)\b.{0,60}\b(?:here|story|coverage|report)\W*$",
    r"read more (?:about|on|from|at)\b",
    r"for more (?:news|stories|on|information).{0,80}\b(?:visit|click|follow|go to|see|here)\b",
    r"to read more\b",
    r"more (?:to follow|details soon)\W*$",
)
"""How a line begins that sends the reader elsewhere."""

NETWORKS = (
    r"facebook", r"twitter", r"instagram", r"whatsapp", r"telegram", r"youtube", r"linkedin", r"tiktok",
    r"threads", r"bluesky", r"mastodon", r"google news", r"apple news", r"flipboard", r"pinterest",
    r"reddit", r"viber", r"social media",
)  # fmt: skip

MAILING = (
    r"newsletters?", r"inbox", r"e-?mails?", r"alerts?", r"updates", r"notifications?", r"podcasts?",
    r"app", r"briefing", r"headlines", r"channel",
)  # fmt: skip

INVITING = (
    r"sign up", r"subscribe", r"get", r"join", r"follow", r"download", r"click", r"tap", r"share", r"like",
    r"register", r"enter", r"receive", r"stay", r"add", r"support", r"become", r"donate", r"find",
    r"connect", r"listen", r"watch", r"catch", r"install", r"turn on", r"enable", r"tweet", r"e-?mail",
    r"send", r"contact", r"reach", r"write",
)  # fmt: skip
"""The imperatives that invite a reader; no sentence of news begins with one and goes on to a newsletter."""

NOTICES = (
    # Cookies and consent
    r"^(?:we|this (?:web)?site|our (?:web)?site|we and our partners)\b.{0,60}\buses? (?:of )?cookies",
    r"^(?:please )?(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences|consent)",
    r"^by (?:continuing|clicking|signing up|subscribing|submitting|using|entering|providing)\b.{0,120}"
    r"\b(?:agree|accept|consent|cookies|terms)",
    r"^(?:see |read |view |our |you |your |this site|for more).{0,100}\b(?:privacy (?:policy|notice)|terms of use)",
    r"\b(?:you agree to|subject to|read) (?:our|the) (?:privacy|terms)",
    r"^this site is protected by recaptcha",
    # Players and scripts
    r"^(?:this|your) (?:video|content|browser|player|audio|embed).{0,60}"
    r"\b(?:not (?:be )?(?:available|supported|played|loaded)|does not support|cannot be|blocked|disabled)",
    r"^(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)",
    r"^javascript (?:is|must be) (?:disabled|required|enabled)",
    r"^to (?:view|see|display|show|watch|play) this (?:content|video|post|embed).{0,80}"
    r"\b(?:cookies|consent|enable|accept)",
    r"^an error (?:has )?occurred",
    # Rights, trade and thanks
    r"^(?:\(c\)|\u00a9|copyright\b(?=\W*(?:\u00a9|\(c\)|\d{4})))", r"^all rights reserved",
    r"^this material may not be published", r"^this copy is for your personal",
    r"^(?:have|got) a (?:news )?tip\?", r"\btell us what you think\b",
    r"^(?:if you (?:buy|click|make a purchase)|when you (?:buy|click)).{0,120}\b(?:commission|share of|earn)",
    r"^thank you for (?:subscribing|signing up|reading|registering|your patience)",
    r"^(?:subscribe|sign in|log in|register) to (?:continue|read|access|keep|unlock)",
    r"^already (?:a subscriber|a member|have an account|registered)",
    # Lists of tags
    r"^(?:tags?|topics?|filed (?:under|in)|categories|keywords|more topics|hashtags?)\s*:\s*\S",
)  # fmt: skip
"""Notices to the reader, and where in a paragraph they stand."""

BAR = frozenset(
    "share facebook twitter x whatsapp email e-mail mail print copy link linkedin reddit telegram save "
    "comments comment tweet pinterest messenger flipboard bookmark this article story on via post pocket "
    "sms listen gift close menu more options follow us instagram youtube threads bluesky send to and or by "
    "with a friend google news line wechat copied url the full screen text size font".split()
)
"""A paragraph of nothing but these words is a share bar."""
