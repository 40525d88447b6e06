/** Numbers and what is counted, as English writes them. */
export const number = new Intl.NumberFormat('en')
export const many = (n: number, one: string, more = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : more}`
