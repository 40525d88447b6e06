/** Places on a base map that is part of the package (Natural Earth, public domain); dots grow with the claims that name them. */
import { geoMercator, geoPath } from 'd3-geo'
import { useMemo, useState } from 'react'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'
import type { MapView } from '../../api/client.js'
import { strings } from '../strings.js'

const WIDTH = 1000
const HEIGHT = 560
const MARGIN = 70
/** Degrees kept around a single place. */
const AROUND = 6
const LABELLED = 25

type Place = MapView['places'][number]
const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>
const land = feature(world, world.objects.land)
const borders = mesh(world, world.objects.countries, (a, b) => a !== b)

interface Props {
  readonly places: readonly Place[]
  readonly chosen: string | null
  onChoose(id: string): void
}

export default function MapDrawing({ places, chosen, onChoose }: Props) {
  const [zoom, setZoom] = useState(1)
  const { shapes, dots } = useMemo(() => draw(places, zoom), [places, zoom])
  return (
    <figure className="map">
      <div className="buttons">
        <button type="button" onClick={() => setZoom(Math.min(16, zoom * 1.6))}>
          {strings.closer}
        </button>
        <button type="button" onClick={() => setZoom(Math.max(0.05, zoom / 1.6))}>
          {strings.farther}
        </button>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={strings.mapLabel(places.length)}>
        <path className="land" d={shapes.land} />
        <path className="borders" d={shapes.borders} />
        {dots.map(({ place, x, y, radius }, i) => (
          <g
            key={place.entity.id}
            className={place.entity.id === chosen ? 'spot chosen' : 'spot'}
            onClick={() => onChoose(place.entity.id)}
          >
            <circle cx={x} cy={y} r={radius} />
            {(i < LABELLED || place.entity.id === chosen) && (
              <text x={x + radius + 4} y={y + 4}>
                {place.entity.name}
              </text>
            )}
            <title>{`${place.entity.name}: ${strings.claims(place.claims)}`}</title>
          </g>
        ))}
      </svg>
      <figcaption className="aside">{strings.mapCredit}</figcaption>
    </figure>
  )
}

function draw(places: readonly Place[], zoom: number) {
  const longitudes = places.map(({ longitude }) => longitude)
  const latitudes = places.map(({ latitude }) => latitude)
  const box = {
    west: Math.min(...longitudes) - AROUND,
    east: Math.max(...longitudes) + AROUND,
    south: Math.max(-80, Math.min(...latitudes) - AROUND / 2),
    north: Math.min(84, Math.max(...latitudes) + AROUND / 2),
  }
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [box.west, box.south],
      [box.east, box.north],
    ],
  }
  const projection = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN / 2],
      [WIDTH - MARGIN, HEIGHT - MARGIN / 2],
    ],
    corners,
  )
  const centre = projection.invert?.([WIDTH / 2, HEIGHT / 2]) ?? [0, 0]
  projection
    .scale(projection.scale() * zoom)
    .center(centre)
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [-5, -5],
      [WIDTH + 5, HEIGHT + 5],
    ])
  const path = geoPath(projection)
  const most = Math.max(1, ...places.map(({ claims }) => claims))
  return {
    shapes: { land: path(land) ?? '', borders: path(borders) ?? '' },
    // Small dots over large ones.
    dots: [...places]
      .sort((a, b) => b.claims - a.claims)
      .flatMap((place) => {
        const at = projection([place.longitude, place.latitude])
        return at ? [{ place, x: at[0], y: at[1], radius: 4 + 10 * Math.sqrt(place.claims / most) }] : []
      }),
  }
}
