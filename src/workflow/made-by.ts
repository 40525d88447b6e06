import type { Manifest } from '../inference/manifest.js'
import { OPENING } from '../ingest/version.js'
import type { AnyStep } from '../read/step.js'

/** What made the derived text and reading of a document, in one line: equal where making it again would give the same. */
export const madeBy = (
  steps: readonly AnyStep[],
  { name, version }: Pick<Manifest, 'name' | 'version'>,
): string =>
  [`ingest ${OPENING}`, `${name} ${version}`, ...steps.map((step) => `${step.name} ${step.version}`)].join(
    '; ',
  )
