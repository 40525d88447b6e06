/** How much of an archive is read at most. All sizes are bytes of real output, not those the archive claims. */
export interface ZipLimits {
  /** Members listed; `Zip.leftOut` says how many more there are. */
  readonly entries: number
  /** Bytes of one member. */
  readonly entryBytes: number
  /** Bytes of all members opened, together. */
  readonly totalBytes: number
  /** Output over packed size of a member, once it gave more than `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

const MB = 1024 * 1024

/** For one document that happens to be a ZIP. Deflate cannot pack tighter than 1,032 to 1; sheets of equal rows come near 200. */
export const DOCUMENT_LIMITS: ZipLimits = {
  entries: 20_000,
  entryBytes: 1024 * MB,
  totalBytes: 2048 * MB,
  ratio: 400,
  ratioFrom: 32 * MB,
}
