/** One case: its name, search, the way to each of its screens, and how far its reading has come. */
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { Rail } from '../parts/rail.js'
import { SearchBox } from '../parts/search-box.js'
import { Top } from '../parts/top.js'
import { WorkUnderWay } from '../parts/work-under-way.js'
import { CaseProvider } from '../state/case.js'
import { useScreenKeys } from '../state/keys.js'
import { UploadsProvider } from '../state/uploads.js'
import { PLACES } from './places.js'

export function CaseShell() {
  const { name } = useParams({ from: '/cases/$name' })
  const navigate = useNavigate()
  useScreenKeys({
    '/': (event) => {
      event.preventDefault()
      document.querySelector<HTMLInputElement>('.search-box input')?.focus()
    },
    ...Object.fromEntries(PLACES.map(({ key, to }) => [key, () => void navigate({ to, params: { name } })])),
  })
  return (
    <CaseProvider name={name}>
      <UploadsProvider key={name}>
        <Top>
          <SearchBox name={name} />
          <WorkUnderWay />
        </Top>
        <div className="case">
          <Rail name={name} />
          <main id="text" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </UploadsProvider>
    </CaseProvider>
  )
}
