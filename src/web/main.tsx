import '@fontsource-variable/literata/opsz.css'
import '@fontsource-variable/literata/opsz-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/article.css'
import './styles/notes.css'
import './styles/detail.css'
import './styles/opening.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Workbench } from './screens/workbench.js'
import { applyTheme, storedTheme } from './state/theme.js'

applyTheme(storedTheme())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
)
