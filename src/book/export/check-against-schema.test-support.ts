import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What the schema of the standard says against Akoma Ntoso documents, through `xmllint`. The schema is not ours to keep here: without
 * AKN_XSD, the path of `akomantoso30.xsd` with `xml.xsd` beside it, there is nothing to say and our own table of rules stands alone.
 */
export function checkAgainstSchema(documents: readonly string[], schema: string | undefined = process.env['AKN_XSD']): string[] {
  if (schema === undefined) return []
  const folder = mkdtempSync(join(tmpdir(), 'steward-akn-'))
  const files = documents.map((document, index) => {
    const file = join(folder, `${index}.xml`)
    writeFileSync(file, document)
    return file
  })
  try {
    execFileSync('xmllint', ['--noout', '--schema', schema, ...files], { stdio: 'pipe', maxBuffer: 1e8 })
    return []
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    return said.split('\n').filter((line) => !line.endsWith(' validates') && line !== '')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
