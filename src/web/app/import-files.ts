import type { ImportView } from '#web/api/shapes.ts'
import { WireProblem } from './fetch-source.ts'

/** Sends files and follows how their reading goes. */

/** Sends one file. `onSent` hears how many bytes are on their way out, which on a slow line is the longest part. */
export function sendFile(file: File, onSent: (sent: number, of: number) => void): Promise<ImportView> {
  return new Promise((done, fail) => {
    const wire = new XMLHttpRequest()
    wire.open('POST', `/api/v1/imports?${new URLSearchParams({ name: file.name })}`)
    wire.setRequestHeader('content-type', 'application/octet-stream')
    wire.responseType = 'json'
    wire.upload.addEventListener('progress', (event) => onSent(event.loaded, event.total))
    wire.addEventListener('load', () => (wire.status < 300 ? done(wire.response as ImportView) : fail(new WireProblem(wire.response ?? {}, wire.status))))
    wire.addEventListener('error', () => fail(new WireProblem({ detail: `${file.name} could not be sent.` }, 0)))
    wire.send(file)
  })
}

/** Follows an import until it rests; returns a way to leave off. */
export function followImport(id: string, tell: (view: ImportView) => void): () => void {
  const events = new EventSource(`/api/v1/imports/${encodeURIComponent(id)}/events`)
  events.addEventListener('message', (event) => {
    const view = JSON.parse(String(event.data)) as ImportView
    tell(view)
    if (rests(view)) events.close()
  })
  return () => events.close()
}

export function rests(view: ImportView): boolean {
  return view.state === 'done' || view.state === 'failed' || view.state === 'stopped'
}
