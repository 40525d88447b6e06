/** What the name of a teller tells: nobody in particular, the document itself, the newsroom, somebody of an organisation. */
import type { Context } from './context.js'
import { isPersonal, isPrimary } from './document-kind.js'
import { isWill, type Card, type Teller } from './statement.js'
import { contentWords, fold, stem } from './words/content.js'
import vague from './words/vague-sources.json' with { type: 'json' }

/** Who speaks for the newsroom where nobody else is named. */
export const NEWSROOM =
  /^(?:the )?(?:host|presenter|anchor|newsreader|announcer|correspondent|moderator|interviewer|reporter|narrator)$/i

/** Says what somebody wants. Who fears or hopes that a thing is so says so. */
export const isMereWill = (teller: Teller): boolean =>
  isWill(teller) && teller.stance !== 'fears' && teller.stance !== 'hopes'

/** 'I' in a judgment, 'the inspectors' in their report: the document itself. */
export const speaksItself = ({ name, kind }: Teller, card: Card): boolean =>
  (card.kind === 'statement' &&
    kind !== 'named' &&
    (SELF.test(name.trim()) || OURSELVES.test(name.trim()))) ||
  (isPrimary(card.kind) &&
    !isPersonal(card.kind) &&
    (SELF.test(name.trim()) ||
      (kind !== 'named' && ISSUERS.test(name.trim())) ||
      fold(name) === fold(card.publisher ?? '')))
const OURSELVES =
  /^(?:the|our) (?:company|firm|board|management|ministry|authority|group|family|trustees|hospital|school|museum|bank|union|club|institute)$/i
const ISSUERS =
  /^(?:the |this |our )?(?:court|tribunal|chamber|panel|jury|bench|judges?|coroner|magistrate|prosecutor|commission|committee|inspectors?|inspectorate|inspection|auditors?|audit|investigators?|investigation|inquiry|examiners?|experts?|office|registrar|registry|authority|record|report|minutes|council|board)$/i

export const SELF = /^(?:i|we|our|my)$/i
/** A pronoun that the reader resolved to nobody: who says so is told by who told of them. */
export const isNobody = ({ name, entity }: Teller): boolean =>
  entity === null &&
  (SELF.test(name.trim()) ||
    /^(?:it|they|he|she|who|that|this|one|somebody|someone|people|many)$/i.test(name.trim()))

const VAGUE = new Set(vague.words.map(stem))
/** One described so that nobody can tell who it is: "a source", "an official". */
export const isVague = (teller: Teller): boolean =>
  teller.kind !== 'named' &&
  teller.count === 1 &&
  VAGUE.has(
    contentWords(teller.name.split(/\b(?:of|in|at|from|with|who|close|near|familiar)\b|,/)[0]!).at(-1) ?? '',
  )

/** 'A colleague who works at the mill' is not the mill. */
export function isComplement({ name, entity }: Teller, { nameOf }: Context): boolean {
  const at = / (?:of|at|from|in|for|with|near|by) /.exec(name)?.index
  if (entity === null || at === undefined || !/^(?:the |an? |one |its |his |her |their )?\p{Ll}/iu.test(name))
    return false
  const head = contentWords(name.slice(0, at))
  const own = contentWords(nameOf(entity))
  return (
    own.length > 0 &&
    !own.some((w) => head.includes(w)) &&
    own.some((w) => contentWords(name.slice(at)).includes(w))
  )
}
