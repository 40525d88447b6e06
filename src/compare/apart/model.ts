/**
 * How likely two sentences contradict each other in what they differ in: a logistic regression per kind of difference, whose
 * weights training/apart.ts learns from the cases' planted truth. Features are those of features.ts, by name.
 */
import data from './weights.json' with { type: 'json' }
import { chanceBy, type Line } from '../regression.js'
import type { Features, On } from './difference.js'

const LINES: Readonly<Record<On, Line>> = data.lines

/** Differences less likely than this are not raised. */
export const ACCEPTED: Readonly<Record<On, number>> = data.accepted

/** 0..1. */
export const likelihood = (on: On, features: Features): number => chanceBy(LINES[on], features)
