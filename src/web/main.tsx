import '@fontsource-variable/literata/opsz.css'
import '@fontsource-variable/literata/opsz-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/overview.css'
import './styles/lists.css'
import './styles/board.css'
import './styles/claims.css'
import './styles/seen.css'
import './styles/reader.css'
import './styles/article.css'
import './styles/notes.css'
import './styles/detail.css'
import './styles/opening.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './app/query.js'
import { router } from './app/router.js'
import { applyTheme, storedTheme } from './state/theme.js'

applyTheme(storedTheme())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
