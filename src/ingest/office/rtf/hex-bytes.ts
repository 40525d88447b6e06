/** Bytes written as pairs of hexadecimal digits, gathered digit by digit, as many as a picture may have. */

export interface HexBytes {
  /** Takes the code of a digit; anything else is passed over. */
  add(code: number): void
  bytes(): Uint8Array
}

const MOST = 64 * 1024 * 1024

export function hexBytes(): HexBytes {
  let room = new Uint8Array(1024)
  let digits = 0
  return {
    add(code) {
      const value = code <= 57 ? code - 48 : (code | 32) - 87
      if (value < 0 || value > 15 || (code > 57 && value < 10) || digits >= MOST * 2) return
      const at = digits >> 1
      if (at === room.length) {
        const larger = new Uint8Array(room.length * 2)
        larger.set(room)
        room = larger
      }
      room[at] = digits % 2 === 0 ? value << 4 : room[at]! | value
      digits++
    },
    bytes: () => room.slice(0, digits >> 1),
  }
}
