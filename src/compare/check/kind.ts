/** What sort of sentence a draft's sentence is: one that claims something, one that gives another's account, one that claims nothing. */
import type { Passage } from '../passages/passage.js'

const QUESTION = /\?["”’']?\s*$/
const STORY = /^\W*(?:this|here) is (?:the|a) (?:story|tale|account|report)\b/i
/** 'Listen to', 'Begin with', 'Imagine': to the reader. */
const INVITES =
  /^\W*(?:listen|begin|start|imagine|picture|consider|think|look|take|come|go|read|remember|suppose|ask|call|let|meet|follow|stand|walk|wait|see|forget|picture|judge|count|note|try|tell|give|put|turn|open|close|watch|hear|keep|never mind|do not|don['’]t)\b(?! (?:\w+ )?(?:was|were|is|are|has|had|did|said|says)\b)/i
const DEFINITE =
  /\b(?:the|this|that|these|those|his|her|hers|its|their|my|our|he|she|they|it|him|them|there|we|us|i|you)\b/i
/** 'Every transfer begins with a handshake', 'a hospital at night has its own silence'. */
const OF_ANY = /^\W*(?:at \w+ )?(?:an?|every|each|some|all|no|any|most|many|few)\s/i
const PAST =
  /\b(?:was|were|had|did|been|ago|yesterday)\b|\b(?!need|feed|seed|speed|bleed|breed|indeed)\w{3,}ed\b/i

export const isQuestion = (text: string): boolean => QUESTION.test(text)

/** Questions, invitations to the reader, sayings and openings that speak of nobody and nothing in particular. */
export function claimsNothing(passage: Passage, heading: boolean): boolean {
  const text = passage.evidence.text
  if (QUESTION.test(text) || STORY.test(text)) return true
  if (heading && !/[.!]["”’']?\s*$/.test(text)) return true
  if (INVITES.test(text) && !PAST.test(text)) return true
  const named = passage.written.length > 0 || passage.amounts.length > 0 || passage.times.length > 0
  const pointing = OF_ANY.test(text) ? text.replace(/\b(?:its|their|his|her) /gi, '') : text
  return !named && !DEFINITE.test(pointing) && !PAST.test(text) && !/\bwill\b/i.test(text)
}

const SAYS =
  /\b(?:said|says|say|according to|testified|testifies|claims|claimed that|stated|states|wrote|writes|alleges|alleged|admitted|admits|maintains|maintained|insists|insisted|reports|reported that|recalls|recalled|complains|complained|believes|spoke of|speaks of|described|describes|declared|told (?:\w+ ){1,4}that|in the words of)\b|\btold (?!(?:\w+ ){1,3}to\b)/i
/** 'As eight carers told the paper' gives it as theirs. */
const SAYS_OTHERWISE =
  /\b(?:den(?:y|ies|ied)|disput(?:es|ed)|rejects?|rejected|contradicts?|contradicted|whereas|says? otherwise|contests?)\b/i

/** It names whose account it gives, and claims no more than that they say so. */
export const givesAccount = (text: string): boolean => SAYS.test(text)

/** It says itself that somebody says otherwise. */
export const givesBoth = (text: string): boolean => SAYS_OTHERWISE.test(text)

/** What is agreed, owed or planned is not contradicted by what came of it. */
export const isPlanned = (text: string): boolean =>
  /\b(?:was|were|is|are) (?:to (?:be|have)|obliged|bound|required|supposed|meant|due|expected) |\b(?:must|shall|should)\b/i.test(
    text,
  )
