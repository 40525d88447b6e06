/** One request and its answer, or an ApiError in plain words. Runs in the browser. */

/** An answer that is no success; `code` as in schema/errors.ts, or 'unreachable'. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

type Value = string | number | boolean | readonly string[] | null | undefined

/** GET; `query` becomes the address's, arrays with commas, leaving out what is undefined. @throws ApiError */
export async function ask<T>(path: string, query: object = {}): Promise<T> {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as Iterable<[string, Value]>)
    if (value !== undefined && value !== null) fields.set(name, String(value))
  return answer(await reach(fields.size > 0 ? `${path}?${fields.toString()}` : path))
}

/** A Blob goes as it is, anything else as JSON. @throws ApiError */
export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const raw = body instanceof Blob
  return answer(
    await reach(path, {
      method,
      headers: { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }),
  )
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw await errorOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

export async function reach(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  }
}

export const unreachable = (): ApiError =>
  new ApiError(
    'unreachable',
    'The program does not answer; start it again with `npm start` and reload this page.',
  )

export async function errorOf(response: Response): Promise<ApiError> {
  try {
    const { code, message } = (await response.json()) as { code: string; message: string }
    return new ApiError(code, message)
  } catch {
    return new ApiError('unreachable', `The program answered with status ${response.status}.`)
  }
}
