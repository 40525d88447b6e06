/** Short messages at the foot of the page, with at most one thing to do about each. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { strings } from '../strings.js'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; run(): void }
  /** Stays until it is closed. */
  readonly lasting?: boolean
}
const Show = createContext<(toast: Toast) => void>(() => undefined)
export const useToast = (): ((toast: Toast) => void) => useContext(Show)

const SHOWN = 20_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const show = useCallback((next: Toast) => setToast(next), [])
  useEffect(() => {
    if (!toast || toast.lasting) return
    const timer = setTimeout(() => setToast(null), SHOWN)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <Show value={show}>
      {children}
      <div className="toast" role="status">
        {toast && (
          <div>
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                onClick={() => {
                  setToast(null)
                  toast.action!.run()
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button type="button" className="quiet" aria-label={strings.close} onClick={() => setToast(null)}>
              ×
            </button>
          </div>
        )}
      </div>
    </Show>
  )
}
