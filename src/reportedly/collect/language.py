"""Which language a text is in: by the small words of its most likely languages, or by its script."""

import re
import unicodedata
from collections import Counter
from functools import cache

from reportedly.errors import InputError

_SMALL_WORDS = {
    "en": "the of and to in that is was for on with as by at from it his he have has be not are this said",
    "de": "der die das und ist nicht ein eine den dem mit von auf für sich im des auch als wird aus bei hat",
    "fr": "le la les des et est une du dans que qui pour sur pas au avec sont il par ce plus ne ont cette",
    "es": "el la los las de que y en un una por con se del para es al su como lo más pero ha sus fue este",
    "it": "il di che la e un una per non del della in con sono le dei al da ha più anche gli nel si alla è",
    "pt": "o a de que e do da em um uma para com não os as no na por mais dos das foi ao se como é são",
    "nl": "de het een van en in is dat op te niet zijn voor met die aan er om ook als bij naar heeft wordt",
    "sv": "och att det som en på är av för den med till inte har om ett men var de sig från vi kan han",
    "da": "og at det er en til på af for den med ikke der har som de et om men var fra vi kan han efter ved",
    "no": "og at det er en til på av for den med ikke som har de et om men var fra vi kan han etter ved",
    "pl": "i w na z się nie do że to jest o jak po co ale za od tym przez dla są oraz który było jego",
    "cs": "a v na se je že to s z do o pro ale jako za od by po které jsou podle byl také jeho",
    "ro": "și de la în a cu pe că nu o din este un să mai pentru care au fost sunt prin după sau",
    "hu": "a az és hogy nem is egy van meg de ez csak volt már mint azt el még szerint vagy után lett",
    "tr": "ve bir bu da de için ile olarak daha çok en olan kadar gibi sonra ama ne var dedi göre ise",
    "id": "yang dan di itu dengan untuk dari dalam ini tidak pada akan ke juga oleh ada telah karena bisa",
    "fi": "ja on ei että se oli hän ovat myös kun mutta joka tai ole mukaan sen kuin jos vain nyt",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo yake kwamba baada watu hii alisema huku",
    "hr": "i u je na da se su za od s o kako koji koja iz što ne će nije a kao bi ali još prema do",
    "sq": "të e në dhe një për me se që është nga nuk i u ka do më tha janë edhe si por kanë deri ishte",
    "vi": "và của là có các cho được trong với đã không một người này những từ về khi tại để sẽ đến ở ông",
    "ca": "de la el i a que els les en va per amb del un una no és al es ha dels més són ser però com",
}
"""The most frequent words of the languages that a news page is likely to be in."""

_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian", "pl": "Polish", "cs": "Czech", "ro": "Romanian",
    "hu": "Hungarian", "tr": "Turkish", "id": "Indonesian", "fi": "Finnish", "sw": "Swahili", "hr": "Croatian",
    "sr": "Serbian", "bs": "Bosnian", "sq": "Albanian", "vi": "Vietnamese", "ca": "Catalan", "ar": "Arabic",
    "fa": "Persian", "he": "Hebrew", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese",
    "ko": "Korean", "el": "Greek", "hi": "Hindi", "ur": "Urdu", "ps": "Pashto", "ku": "Kurdish",
}  # fmt: skip
_SCRIPTS = {
    "CYRILLIC": "Russian or Ukrainian", "ARABIC": "Arabic", "HEBREW": "Hebrew", "GREEK": "Greek",
    "CJK": "Chinese", "HANGUL": "Korean", "DEVANAGARI": "Hindi", "BENGALI": "Bengali", "THAI": "Thai",
    "GEORGIAN": "Georgian", "ARMENIAN": "Armenian", "TAMIL": "Tamil", "ETHIOPIC": "Amharic",
    "GURMUKHI": "Punjabi", "GUJARATI": "Gujarati", "TELUGU": "Telugu", "KHMER": "Khmer", "MYANMAR": "Burmese",
    "SINHALA": "Sinhala", "LAO": "Lao", "MALAYALAM": "Malayalam", "KANNADA": "Kannada",
}  # fmt: skip
_OTHER = "und"
"""The code of ISO 639 for a language that is not determined: here, for one that is not English."""

_NO_LANGUAGE = ("und", "mul", "mis", "zxx")
"""What a page may declare that says nothing."""

_SAMPLE = 20_000
_FEWEST_WORDS = 12
_MANY_WORDS = 40
_FEWEST_LETTERS = 100
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_ENGLISH_SHARE = 0.15
_FOREIGN_SHARE = 0.12
_PLAIN_SHARE = 0.25
_PLAIN_WORDS = 3
"""The share of small words that is plain in a text of fewer than `_MANY_WORDS`, and how many different ones, in small
letters."""

_PROSE_SHARE = 0.6
"""From this share of words in small letters on, a text is prose; lists of names, headlines and results have fewer."""

_ENGLISH_PROSE, _FOREIGN_PROSE = 0.12, 0.08
"""The share of small English words among those in small letters: at least so many in English, fewer than so many in
the prose of any other language. Measured: 0.13 and more, 0.04 and less, but for Frisian."""


def checked(text: str, declared: str | None, name: str) -> str | None:
    """The language of `text` as a two-letter code, None where it is too short to tell and nothing says.

    Args:
        text: the article; only its beginning is looked at.
        declared: what the page says of itself, such as `en-GB`; the text decides where it can.
        name: where it comes from, for the message.

    Raises:
        InputError: it is not in English.
    """
    code = _code(declared)
    sample = text[:_SAMPLE]
    if (script := _script(sample)) is not None:
        raise _refused(name, f"looks {script}")
    found = _by_words(sample)
    if found in (None, _OTHER) and code not in (None, "en") and _share("en", sample) < _ENGLISH_SHARE:
        found = code
    if found not in (None, "en"):
        raise _refused(name, f"looks {_NAMES[found]}" if found in _NAMES else "not in English")
    return "en" if "en" in (found, code) else None


def _refused(name: str, problem: str) -> InputError:
    return InputError(name, problem, "only English is read so far")


def _code(declared: str | None) -> str | None:
    """The code of the language in what a page declares, None where that names none."""
    code = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    if not re.fullmatch("[a-z]{2,3}", code) or code in _NO_LANGUAGE:
        return None
    return "en" if code == "eng" else code


def _script(text: str) -> str | None:
    """What is written in the script that most letters are in; None where it is Latin, or there are too few."""
    letters = [char for char in text[:4000] if char.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    beyond = [char for char in letters if char > "\u024f" and not "\u1e00" <= char <= "\u1eff"]
    if len(beyond) <= len(letters) / 2:
        return None
    scripts = Counter(unicodedata.name(char, "").partition(" ")[0] for char in beyond)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > len(beyond) / 10:
        return _NAMES["ja"]
    return _SCRIPTS.get(scripts.most_common(1)[0][0], "not Latin")


def _by_words(text: str) -> str | None:
    """The language whose small words are plainly the most frequent; None where none is, or too few words."""
    words = Counter(_WORD.findall(text.lower()))
    total = words.total()
    if total < _FEWEST_WORDS:
        return None
    shares = {code: sum(words[word] for word in known) / total for code, known in _known().items()}
    best = max((code for code in shares if code != "en"), key=lambda code: shares[code])
    if total < _MANY_WORDS:
        plain = shares[best] >= _PLAIN_SHARE and shares[best] > 3 * shares["en"]
        written_small = _known()[best].intersection(_WORD.findall(text))
        return best if plain and len(written_small) >= _PLAIN_WORDS else None
    if shares["en"] >= _ENGLISH_SHARE and shares["en"] >= shares[best]:
        return "en"
    return best if shares[best] >= _FOREIGN_SHARE and shares[best] > 1.5 * shares["en"] else _by_prose(text)


def _by_prose(text: str) -> str | None:
    """English or `_OTHER`, by the words in small letters alone: names, headlines and numbers do not count."""
    written = _WORD_OR_NUMBER.findall(text)
    small = [word for word in written if word.islower() and word.isalpha()]
    share = sum(word in _known()["en"] for word in small) / len(small) if small else 0.0
    if share >= _ENGLISH_PROSE:
        return "en"
    return _OTHER if share < _FOREIGN_PROSE and len(small) >= _PROSE_SHARE * len(written) else None


def _share(code: str, text: str) -> float:
    words = _WORD.findall(text.lower())
    return sum(word in _known()[code] for word in words) / len(words) if words else 0.0


@cache
def _known() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
