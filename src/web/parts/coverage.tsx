/** Documents by month as a row of bars; the same in words for those who do not see it. */
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'

interface Props {
  readonly months: readonly { readonly month: string; readonly documents: number }[]
}

const HEIGHT = 48

export function Coverage({ months }: Props) {
  if (months.length === 0) return <p className="aside">{strings.noDates}</p>
  const most = Math.max(...months.map(({ documents }) => documents))
  const width = 100 / months.length
  return (
    <figure className="coverage">
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="ground" d={`M0 ${HEIGHT - 0.5}H100`} vectorEffect="non-scaling-stroke" />
        {months.map(({ month, documents }, i) => (
          <rect
            key={month}
            x={i * width}
            width={Math.max(width * 0.8, 0.6)}
            y={HEIGHT - (documents / most) * (HEIGHT - 2)}
            height={(documents / most) * (HEIGHT - 2)}
          />
        ))}
      </svg>
      <figcaption>
        <span>{dateWords(months[0]!.month)}</span>
        <span>{dateWords(months.at(-1)!.month)}</span>
      </figcaption>
      <table className="unseen">
        <caption>{strings.coverage}</caption>
        <tbody>
          {months
            .filter(({ documents }) => documents > 0)
            .map(({ month, documents }) => (
              <tr key={month}>
                <th scope="row">{dateWords(month)}</th>
                <td>{strings.documents(documents)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  )
}
