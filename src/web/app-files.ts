import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** The built pages: made when they are missing or older than their sources, then held in memory, packed, under names that never change their content. */

export interface Asset {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer> | null
  readonly gz: Uint8Array<ArrayBuffer> | null
}

export interface AppFiles {
  readonly assets: ReadonlyMap<string, Asset>
  /** Scripts, styles and fonts that a page needs at once. */
  readonly head: (page: string) => string
  /** The script that must run before the first paint, at the foot of the page. */
  readonly foot: string
  /** The styles of a page for paper, and the script that opens the print dialog. */
  readonly paper: string
  readonly render: (route: unknown, data: unknown) => string
}

const top = fileURLToPath(new URL('../../', import.meta.url))

/** Builds if need be, then loads. `folder` is where `npm run build` puts the pages. */
export async function openAppFiles(folder = join(top, 'dist/app')): Promise<AppFiles> {
  const wanted = sourcesHash()
  if (builtFrom(folder) !== wanted) await build(folder, wanted)
  const manifest = JSON.parse(readFileSync(join(folder, 'client/.vite/manifest.json'), 'utf8')) as Manifest
  const { renderPage } = (await import(pathToFileURL(join(folder, 'server/entry-server.js')).href)) as { renderPage: AppFiles['render'] }
  return { assets: loadAssets(join(folder, 'client/assets')), head: (page) => headOf(manifest, page), foot: `<script src="/${manifest['jump-first.ts']?.file}"></script>`, paper: `${stylesOf(manifest)}<script defer src="/${manifest['print-now.ts']?.file}"></script>`, render: renderPage }
}

/** Built beside the place and moved in at once: two that build at the same time do each other no harm. */
async function build(folder: string, wanted: string): Promise<void> {
  const beside = `${folder}.${randomBytes(6).toString('hex')}`
  await runBuild(beside)
  try {
    if (builtFrom(folder) !== wanted) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(beside, folder)
    }
  } catch (error) {
    if (builtFrom(folder) !== wanted) throw error
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

function builtFrom(folder: string): string | null {
  const stamp = join(folder, 'built-from.txt')
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
}

/** A hash over everything that goes into the pages: when it changes, they are built again. */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['src/web/app', 'src/web/render', 'src/plain']) {
    for (const name of readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(top, folder, name)
      if (statSync(path).isFile() && !name.endsWith('.test.ts')) hash.update(name).update(readFileSync(path))
    }
  }
  return hash.update(readFileSync(join(top, 'package-lock.json'))).digest('hex')
}

/** In a process of its own: the build tool's weight is gone when it is done, and nothing of our own setting reaches it. */
async function runBuild(folder: string): Promise<void> {
  const args = [join(top, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(top, 'src/web/app/vite.config.ts'), '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production', STEWARD_APP_OUT: folder }
  await promisify(execFile)(process.execPath, args, { cwd: top, env })
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; assets?: string[] }>

function headOf(manifest: Manifest, page: string): string {
  const entry = manifest['entry-client.tsx']
  if (!entry) throw new Error('The built pages have no entry. Run: npm run build')
  const chunk = manifest[`pages/${page}-page.tsx`]
  const scripts = new Set([...(chunk ? filesOf(manifest, chunk) : []), ...(entry.imports ?? []).flatMap((it) => manifest[it]?.file ?? [])])
  const fonts = [...new Set(Object.values(manifest).flatMap((it) => it.assets ?? []))].filter((it) => it.endsWith('.woff2'))
  return [
    // First what the first paint waits for; the scripts may come last, the text is there without them.
    `<link rel="preload" href="/${manifest['jump-first.ts']?.file}" as="script" fetchpriority="high">`,
    stylesOf(manifest),
    ...fonts.filter((file) => file.includes('serif')).map((file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`),
    `<script type="module" fetchpriority="low" src="/${entry.file}"></script>`,
    ...[...scripts].map((file) => `<link rel="modulepreload" fetchpriority="low" href="/${file}">`),
  ].join('')
}

function stylesOf(manifest: Manifest): string {
  const styles = new Set(Object.values(manifest).flatMap((it) => (it.file.endsWith('.css') ? [it.file] : (it.css ?? []))))
  return [...styles].map((file) => `<link rel="stylesheet" href="/${file}">`).join('')
}

function filesOf(manifest: Manifest, chunk: Manifest[string]): string[] {
  return [chunk.file, ...(chunk.imports ?? []).flatMap((it) => (manifest[it] && !manifest[it].isEntry ? [manifest[it].file] : []))]
}

const types: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', woff2: 'font/woff2', svg: 'image/svg+xml', png: 'image/png' }

function loadAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder)
  const read = (name: string) => (names.includes(name) ? new Uint8Array(readFileSync(join(folder, name))) : null)
  return new Map(
    names
      .filter((name) => !/\.(br|gz)$/.test(name))
      .map((name) => [name, { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', plain: read(name) ?? new Uint8Array(), br: read(`${name}.br`), gz: read(`${name}.gz`) }]),
  )
}
