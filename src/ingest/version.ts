/** Raised when the text that any file gives changes: `whence rebuild` then opens all of them again. */
export const OPENING = 3
