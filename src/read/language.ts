/** True for a language whose sentences are read to claims. A text too short to tell ('und') is read as English. */
export const isRead = (language: string): boolean => /^(?:en|und)(?:-|$)/i.test(language)
