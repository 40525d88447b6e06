/** The label sets of the model, in the order of its outputs. */
import type { Manifest } from '../../inference/manifest.js'
import type { MentionType, SourceKind, Stance } from '../../schema/reading.js'
import type { Transitions } from './viterbi.js'

export interface Labels {
  readonly upos: readonly string[]
  readonly deprels: readonly string[]
  readonly names: readonly string[]
  readonly mentions: readonly (MentionType | 'none')[]
  /** The first is 'none': no anchor of an attribution. */
  readonly stances: readonly (Stance | 'none')[]
  readonly kinds: readonly SourceKind[]
  readonly roles: readonly string[]
  readonly properties: readonly string[]
  readonly crf: Transitions
}

/** The labels as the manifest lists them. Throws TypeError where a list is missing. */
export function labelsOf(manifest: Manifest): Labels {
  const list = <T extends string = string>(name: string): readonly T[] => {
    const labels = manifest.labels[name]
    if (!labels) throw new TypeError(`the model's manifest has no labels for ${name}`)
    return labels as T[]
  }
  const { crf } = manifest as { crf?: Transitions }
  const roles = list('roles')
  if (crf?.start?.length !== roles.length || crf.transitions?.length !== roles.length)
    throw new TypeError(`the model's manifest has no transitions between its ${roles.length} roles`)
  return {
    upos: list('upos'),
    deprels: list('deprels'),
    names: list('names'),
    mentions: list<MentionType | 'none'>('mentions'),
    stances: list<Stance | 'none'>('stances'),
    kinds: list<SourceKind>('kinds'),
    roles,
    properties: list('properties'),
    crf,
  }
}
