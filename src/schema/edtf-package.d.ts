declare module 'edtf' {
  interface Extended {
    readonly type: string
    /** Milliseconds since 1970, infinite at an open end. */
    readonly min: number
    readonly max: number
  }
  /** Parses EDTF of levels 0 to 2; throws on anything else. */
  export default function edtf(text: string): Extended
}
