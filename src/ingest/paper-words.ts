/** What the head of a paper that is no article says of it: what it is, who issues it, when it was given. */

/** What a paper calls itself, at the beginning of a line. */
export const PAPER =
  /^(?:(?:the )?(?:[\p{L}]+ )?(?:press|news|media) (?:release|statement|notice)|for (?:immediate )?(?:release|publication)|communiqu[eé]|(?:public |press |open |sworn |witness |joint )?(?:statement|declaration|announcement)s?|corrections?|clarifications?|errat(?:um|a)|retraction|apology|(?:full |partial )?transcript|script|judge?ment|decision|ruling|verdict|order|decree|hearing|minutes|record|extracts?|(?:interim |final |annual )?(?:report|summary)|memorandum|memo|affidavit|deposition|(?:acceptance |birth |death |marriage )?certificate|(?:sales? )?(?:contract|agreement|deed|licen[cs]e|permit|invoice|receipt)|letter(?: of \p{L}+)?|notice|circular|bulletin|appointments?|inquest|protocol)(?![\p{L}])/iu

/** What stands before the day a paper was given, released or heard. */
export const GIVEN =
  /(?:^|[\s,–-])(?:of|on|dated|date|the|at|release|released|publication|issued|given|signed|done|embargoed until|embargo)[\s:]*$/iu

/** A word that only an office, a company or another body has in its name. */
export const BODY =
  /(?<![\p{L}])(?:academy|administration|agency|assembly|association|authority|bank|board|bureau|cent(?:er|re)|chamber|church|city|clinic|college|commission(?:er)?|committee|company|consulate|cooperative|coroner|corporation|council|county|court|department|diocese|directorate|district|embassy|federation|foundation|fund|gazette|gmbh|group|holdings?|hospital|house|inc|inspectorate|institute|institution|ltd|llc|llp|league|library|ministry|municipality|museum|office|ombudsman|oy|parish|parliament|parquet|party|plc|police|prefecture|prison|prosecutor|region|registry|registrar|republic|school|secretariat|senate|service|services|society|state|station|syndicate|treasury|tribunal|trust|trustees|union|university|works|as|asa|ab|ag|sa|spa|srl|bv|nv)(?![\p{L}])/iu

/** Words in small letters inside the name of an office. */
export const SMALL: ReadonlySet<string> = new Set(
  'of the for and in at on to into de la le du der des von van y & no'.split(' '),
)

/** What closes a letter before its writer's name. */
export const FAREWELL =
  /^(?:with (?:\p{L}+ ){0,3}(?:regards?|respect|wishes|thanks|greetings|love)|(?:kind |best |warm )?(?:regards|wishes)|yours(?: \p{L}+){0,2}|sincerely|respectfully(?: yours)?|faithfully|cordially|your (?:\p{L}+ )?(?:servant|friend))[,.]?$/iu

/** What opens a letter. */
export const GREETING =
  /^(?:dear|to whom it may concern|(?:to the|to) \p{L}|your (?:honou?r|excellency)|sirs?,|gentlemen)/iu
