import type { Time } from '../../schema/reading.js'
import type { Step } from '../step.js'
import { readTimes } from './read-times.js'

/** Times in the text with their EDTF, relative ones anchored in the date of publication; see read-times.ts for TIMEX3 values. */
export const times: Step<'sentences', 'times'> = {
  name: 'times',
  version: 1,
  needs: ['sentences'],
  gives: ['times'],
  run: ({ info }, { sentences }) => ({
    layers: {
      times: readTimes(info.text, sentences, info.published).map(({ start, end, text, edtf }): Time => ({
        start,
        end,
        text,
        edtf,
      })),
    },
  }),
}
