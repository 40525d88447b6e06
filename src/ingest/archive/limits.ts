import type { ZipLimits } from '../zip/limits.js'

const MB = 1024 * 1024

/** For an archive that stands for a folder: a leak has many files, and large ones. Bytes of real output. */
export const ARCHIVE_LIMITS: ZipLimits = {
  entries: 100_000,
  entryBytes: 4096 * MB,
  totalBytes: 16_384 * MB,
  ratio: 400,
  ratioFrom: 64 * MB,
}

export const inMb = (bytes: number): string => String(Math.round(bytes / MB))
