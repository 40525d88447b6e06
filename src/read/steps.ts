/** The order of reading: each step may use what the ones before it gave. */
import { attributionsStep } from './attributions/attributions.js'
import { quotationsStep } from './attributions/quotations-only.js'
import { claims } from './claims/claims.js'
import { coreferenceStep } from './coreference/coreference.js'
import { encodeStep, type Encoder } from './encode/encode.js'
import { isRead } from './language.js'
import { quantities } from './quantities/quantities.js'
import { segmentStep } from './segment.js'
import type { AnyStep } from './step.js'
import { times } from './times/times.js'

/** The steps, first to last, for a document in `language` (BCP 47). Throws TypeError where the model's manifest lacks labels. */
export const stepsWith = (encoder: Encoder, language = 'en'): readonly AnyStep[] => [
  segmentStep,
  times,
  quantities,
  encodeStep(encoder),
  coreferenceStep,
  ...(isRead(language) ? [attributionsStep, claims] : [quotationsStep]),
]
