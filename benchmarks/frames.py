"""The words of the invented news in `archive.py`: frames with places to fill, and what fills them.

Every happening is invented, and the frames are put together by chance: what comes out says nothing about the
countries, bodies and towns whose names stand in it.
"""

LEADS = (
    "{force} shelled {town} {when}, killing {few} people and wounding {some} others, {official} said.",
    "{force} seized the customs post at {town} {when}, {official} said, in what {other} called a grave escalation.",
    "{official_cap} ordered {many} reservists to report for duty {when} after {force} massed near {town}.",
    "Two drones struck {site} {when}, and {official} blamed {force} for the attack.",
    "{country_cap} and {rival} agreed {when} on talks in {capital} on a ceasefire around {town}, {official} said.",
    "{force} denied {when} that its fighters had crossed the border near {town}, rejecting an account by {official}.",
    "{rival_cap} expelled three diplomats of {country} {when}, a day after explosions at {site}.",
    "At least {some} people were detained in {town} {when} in protests against the call-up, {official} said.",
    "{country_cap} will close its border with {rival} from {weekday} after rockets fell on {town}, {official} said.",
    "{rival_cap} warned {when} that it would respond if {force} attacked {site} again.",
    "An explosion damaged a pipeline near {town} {when}, and {official} said that sabotage could not be ruled out.",
    "{force} released {few} captured soldiers {when} under a deal brokered by {third}, {official} said.",
)

BODY = (
    "{official_cap} said that {few} of the wounded were in a critical condition.",
    '"We will not let this go unanswered," a spokesman for {official} told reporters in {capital}.',
    "{other_cap} said it could not confirm the report.",
    "{force} did not comment on the accusation.",
    "{force} denied any involvement and called the report fabricated.",
    "{agency}, citing two officials who asked not to be named, reported that {rival} was considering sanctions.",
    "{agency} reported that {many} people had left {town} since {weekday}.",
    "According to {outlet}, which quoted a diplomat, {third} has offered to mediate.",
    "Residents of {town} said they had heard shelling through the night.",
    "Witnesses saw a column of about {some} armoured vehicles on the road to {town}.",
    "The foreign ministry of {rival} summoned the ambassador of {country} {when} and handed over a note of protest.",
    "{third_cap} called on both sides to show restraint.",
    "{official_cap} had said on {weekday} that {force} was planning an attack on {site}.",
    "The attack, which {force} claimed {when}, was the deadliest in the region since the truce of {year}.",
    "It was not immediately clear how many people were inside the building.",
    "The ministry put the number of dead at {few}; the hospital in {town} spoke of {more}.",
    "{rival_cap} has stationed more than {many} soldiers along the border, {outlet} reported last week.",
    "If the shelling goes on, {official} said, {country} will ask the Security Council for an emergency session.",
    "Air defences shot down {few} drones over {town}, {official} said; none of them reached its target.",
    "{agency} quoted the governor of the province as saying that power had been cut to {many} homes.",
    "{official_cap} threatened to suspend the agreement of {year} unless {force} withdrew by {weekday}.",
    "Talks that were planned for {weekday} in {capital} have been put off, a spokeswoman for {third} said.",
    "Satellite pictures reviewed by {outlet} show new trenches east of {town}.",
    "The claim could not be verified independently.",
    "{third_cap} said it would send {some} observers to {town} once both sides had agreed.",
    "{rival_cap} accused {country} of preparing a false report about {site}, which {official} rejected.",
    "Shops in {town} stayed closed, and schools taught by radio.",
    "The price of bread has doubled in {town} since the road was cut, aid workers said.",
    "{force} promised to let convoys through from {weekday}, according to the aid group.",
    "{official_cap} said the army had retaken two villages north of {town}, a claim that {force} disputed.",
    '"Nobody has told us anything," said a shopkeeper near {site}, who gave only her first name.',
    "{outlet} reported that {rival} had moved {few} ships out of the port.",
    "A senior official of {third} said there was no sign that an attack on {site} was imminent.",
    "{country_cap} and {rival} fought over the valley in {year} and have held no talks since.",
    "Markets fell by {few} percent before trading was suspended in {capital}.",
    "{official_cap} declined to say whether {force} had been warned beforehand.",
    "{agency} later withdrew an earlier report that the bridge had been destroyed.",
    "Around {many} people have been displaced in the province since the beginning of the year, aid groups say.",
    "An inquiry has been opened, the prosecutor's office in {capital} said {when}.",
    "{force} has carried out {few} such attacks this year, by a count of {outlet}.",
    "The mayor of {town} said that {few} houses had burned down and that the fire was under control.",
    "{official_cap} said that the two governments remained in contact.",
    "Neither {force} nor {rival} had responded to the statement by the evening.",
    "In a speech on {weekday}, the president of {rival} had vowed to defend {site} at any price.",
    "{third_cap} withdrew the families of its diplomats from {capital} as a precaution.",
    "Border guards turned back about {some} lorries, drivers said.",
)

HEADLINES = (
    "{country_cap} blames {force} for attack near {town}",
    "Talks on {town} put off as {rival} masses troops",
    "{force}: we did not cross the border at {town}",
    "At least {few} dead after shelling of {town}, {country} says",
    "{rival_cap} warns of response if {site} is hit again",
    "{third_cap} offers to mediate between {country} and {rival}",
    "{country_cap} closes border with {rival} after rockets hit {town}",
    "What we know about the explosion at {site}",
    "Thousands protest in {town} against mobilisation in {country}",
    "{official_cap} orders reservists to duty",
)

WHENS = (
    "on {weekday}", "on {weekday} morning", "early on {weekday}", "late on {weekday}", "overnight",
    "at dawn on {weekday}", "{weekday} evening",
)  # fmt: skip

OFFICIALS = (
    "the defence ministry of {country}", "the interior ministry of {country}", "the government in {capital}",
    "the army of {country}", "the foreign ministry of {country}", "the coastguard of {country}",
    "the president of {country}", "police in {town}", "the governor of {town}", "an army spokesman",
)  # fmt: skip

OTHERS = ("the opposition in {capital}", "the United Nations", "the Red Cross", "the European Union", "aid workers")

OUTLETS = (
    "Inland Courier", "The Harbour Post", "Meridian Daily", "Northern Dispatch", "The Valley Observer",
    "Capital Ledger", "The Strait Times-Union", "Morning Telegram", "The Frontier Record", "Globe Bulletin",
    "Coastline Today", "The Signal",
)  # fmt: skip

FIRST = ("Mara", "Ilo", "Tessa", "Joren", "Anwen", "Pavo", "Sela", "Corin", "Dagny", "Emeric", "Liora", "Nils")
LAST = ("Quill", "Brandt", "Okoro-Vale", "Harrow", "Senn", "Castellan", "Ferrow", "Lund", "Marchetti-Roe", "Aster")

TEASERS = (
    "Harvest fair opens despite rain", "Five ways to cook lentils", "Ferry timetable changes next month",
    "Local team wins in extra time", "Museum shows forgotten maps", "Why the river is lower this year",
    "Council votes on new tram line", "A quiet week for the markets", "The baker who paints at night",
)  # fmt: skip

SECTIONS = ("World", "Politics", "Business", "Sport", "Culture", "Weather", "Opinion", "Science", "Travel", "Video")

FOREIGN = {
    "de": (
        "Die Behörden haben am Morgen mitgeteilt, dass der Verkehr auf der Brücke nicht vor Montag wieder rollt.",
        "Ein Sprecher des Rathauses sagte, die Arbeiten seien aufwendiger als geplant und würden sich verzögern.",
        "Nach Angaben der Polizei ist bei dem Unfall niemand verletzt worden, der Sachschaden ist aber hoch.",
        "Die Gemeinde will im Herbst mit dem Bau einer neuen Schule beginnen und sucht noch nach einem Architekten.",
    ),
    "es": (
        "El alcalde dijo que las obras del puente no terminan antes de la primavera por la falta de materiales.",
        "Los vecinos del barrio piden que se abra de nuevo el mercado y que el autobús pase más veces al día.",
        "La policía informó de que no hubo heridos en el accidente, pero la carretera sigue cerrada al tráfico.",
        "El museo de la ciudad presenta una exposición sobre los mapas que se hicieron en el siglo pasado.",
    ),
    "fr": (
        "Le maire a dit que les travaux du pont ne seront pas terminés avant le printemps, faute de matériaux.",
        "Les habitants du quartier demandent que le marché soit ouvert de nouveau et que le bus passe plus souvent.",
        "La police a indiqué que personne n'a été blessé dans l'accident, mais que la route est encore fermée.",
        "Le musée de la ville présente une exposition sur les cartes qui ont été dessinées au siècle dernier.",
    ),
}

WALLS = (
    ("Just a moment...", "Checking your browser before you go on. This takes a few seconds."),
    ("Access denied", "Please verify that you are a human. Reference number 18.2f."),
    ("Before you continue", "We and our partners use cookies. Accept all. Reject all. Manage your privacy choices."),
    ("Subscribers only", "Subscribe to continue. Already a subscriber? Sign in."),
    ("Loading", "You need to enable JavaScript to run this app."),
)
