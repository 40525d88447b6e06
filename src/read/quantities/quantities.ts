import type { Quantity } from '../../schema/reading.js'
import type { Step } from '../step.js'
import { readQuantities } from './read-quantities.js'

/** Amounts with their value and unit; see amount.ts for the bounds ("more than 300") that the contract has no field for. */
export const quantities: Step<'sentences' | 'times', 'quantities'> = {
  name: 'quantities',
  version: 2,
  needs: ['sentences', 'times'],
  gives: ['quantities'],
  run: ({ info }, { sentences, times }) => ({
    layers: {
      quantities: readQuantities(info.text, sentences, times).map(
        ({ start, end, text, value, unit }): Quantity => ({ start, end, text, value, unit }),
      ),
    },
  }),
}
