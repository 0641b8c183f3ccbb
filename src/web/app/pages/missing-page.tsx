import type { PageProps } from '../room.tsx'

/** Nothing is here; says so and where to go. */
export function MissingPage({ data }: PageProps<'missing'>) {
  return (
    <main className="plain" id="text">
      <h1>Not there</h1>
      <p>{data.what}</p>
      <p className="soft">{data.next}</p>
      <p>
        <a className="act" href="/">
          Go to the library
        </a>
      </p>
    </main>
  )
}
