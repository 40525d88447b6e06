import { expect, test } from 'vitest'
import { languageOf } from './language.js'

test.each([
  ['The bridge was closed on Tuesday, the ministry said.', null, 'en'],
  ['Le maire a déclaré mardi que le pont avait été fermé.', null, 'fr'],
  ['Der Bürgermeister erklärte am Dienstag, die Brücke sei gesperrt.', 'en', 'de'],
  ['Министр заявил во вторник, что мост закрыли.', null, 'ru'],
  ['Ada Brock', null, 'und'],
  ['Ada Brock', 'en-GB', 'en'],
  ['Ada Brock', '', 'und'],
  ['12,345 – 67.8 %', null, 'und'],
])('%s (said to be %s) is %s', (text, declared, language) => {
  expect(languageOf(text, declared)).toBe(language)
})
