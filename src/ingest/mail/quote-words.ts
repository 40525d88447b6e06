/** How mail programs introduce what they quote, in the languages they speak. */

/** "Ada Brock wrote:" — the writer stands before the verb. */
export const WROTE = [
  'wrote',
  'writes',
  'a écrit',
  'escribió',
  'ha scritto',
  'escreveu',
  'napisał',
  'napisała',
  'napisał(a)',
  'написал',
  'написала',
  'написал(а)',
  'yazdı',
  'napsal',
  'napsal(a)',
  'kirjoitti',
]
/** "schrieb Ada Brock:" — the writer stands behind it. */
export const WROTE_BEFORE = ['schrieb', 'schreef', 'skrev', 'пишет', 'het geskryf']
/** How the line begins that only then may stand above unmarked quoted text. */
export const OPENINGS = [
  'On',
  'Am',
  'Le',
  'El',
  'Il',
  'Op',
  'Em',
  'Den',
  'Dne',
  'W dniu',
  'Am Do',
  'Il giorno',
  'Pada',
]

/** Header names above a quoted or forwarded message, by what they hold. */
export const HEADER_WORDS: Readonly<Record<string, 'from' | 'date' | 'to' | 'subject'>> = {
  from: 'from', von: 'from', de: 'from', da: 'from', van: 'from', od: 'from', от: 'from', från: 'from', fra: 'from', lähettäjä: 'from', gönderen: 'from',
  sent: 'date', date: 'date', gesendet: 'date', datum: 'date', envoyé: 'date', 'enviado el': 'date', enviado: 'date', 'enviada em': 'date', fecha: 'date', inviato: 'date', data: 'date', verzonden: 'date', skickat: 'date', sendt: 'date', dato: 'date', wysłano: 'date', отправлено: 'date', дата: 'date', 'date sent': 'date',
  to: 'to', cc: 'to', bcc: 'to', an: 'to', à: 'to', para: 'to', a: 'to', aan: 'to', do: 'to', кому: 'to', till: 'to', til: 'to', 'reply-to': 'to',
  subject: 'subject', betreff: 'subject', objet: 'subject', asunto: 'subject', oggetto: 'subject', onderwerp: 'subject', assunto: 'subject', temat: 'subject', тема: 'subject', ämne: 'subject', emne: 'subject',
} // prettier-ignore

/** Lines that part a quoted or forwarded message from what stands above; they are nobody's words. */
export const DIVIDER =
  /^[-_*\s]*(?:original message|forwarded message|begin forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message d’origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|mensagem original|mensagem encaminhada|wiadomość oryginalna|исходное сообщение|ursprungligt meddelande)[-_*\s:]*$|^_{10,}$/i
