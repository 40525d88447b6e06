/** How alike two words of names are. */
export interface Likeness {
  /** 0..1; from 0.8 on they are taken for the same word. */
  readonly score: number
  readonly kind: 'same' | 'accents' | 'spelling' | 'nickname' | 'initial' | 'script' | 'typo' | 'sound'
  /** Words a reporter understands; empty where they are equal. */
  readonly why: string
}
