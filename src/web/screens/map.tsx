/** Where it happened: places of the case on a map, and those that no map knows. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { MapView } from '../../api/client.js'
import { ClaimList } from '../parts/claim-list.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { strings } from '../strings.js'

const MapDrawing = lazy(() => import('../parts/map-drawing.js'))

export function Map() {
  const asked = useAsk(['map'], (client) => client.map())
  return (
    <Page title={strings.places.map} about={strings.mapHelp}>
      <Answer of={asked}>
        {(view) =>
          view.places.length + view.unplaced.length === 0 ? (
            <Empty title={strings.noPlaces} />
          ) : (
            <Shown view={view} />
          )
        }
      </Answer>
    </Page>
  )
}

function Shown({ view: { places, unplaced } }: { view: MapView }) {
  const { name } = useCase()
  const [chosen, setChosen] = useState<string | null>(null)
  const place = places.find(({ entity }) => entity.id === chosen)
  return (
    <>
      {places.length > 0 && (
        <Suspense fallback={<p className="aside">{strings.oneMoment}</p>}>
          <MapDrawing places={places} chosen={chosen} onChoose={setChosen} />
        </Suspense>
      )}
      {place && (
        <section aria-live="polite">
          <h2>
            <Link to="/cases/$name/entities/$id" params={{ name, id: place.entity.id }}>
              {place.entity.name}
            </Link>
          </h2>
          <ClaimList filter={{ place: place.entity.id }} none={strings.nothingThere} />
        </section>
      )}
      <h2>{strings.asTable}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{strings.placeColumn}</th>
            <th scope="col">{strings.countryColumn}</th>
            <th scope="col" className="number">
              {strings.places.claims}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ entity, country, claims }) => (
            <tr key={entity.id}>
              <th scope="row">
                <button type="button" className="quiet" onClick={() => setChosen(entity.id)}>
                  {entity.name}
                </button>
              </th>
              <td>{country}</td>
              <td className="number">{claims}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced.length > 0 && (
        <>
          <h2>{strings.unplaced}</h2>
          <ul className="names">
            {unplaced.map((entity) => (
              <li key={entity.id}>
                <Link to="/cases/$name/entities/$id" params={{ name, id: entity.id }}>
                  {entity.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
