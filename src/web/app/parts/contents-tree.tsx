import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { BookView, ContentsNode, LeafView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { fetchContents } from '../fetch-source.ts'
import { goTo } from '../navigation.ts'
import { pathTo, visibleNodes, type VisibleNode } from '../reader/contents-nodes.ts'

/** The contents as a tree: follows the reader, opens where it is being read, and works by arrow keys. */
export function ContentsTree({ book, current, leaf }: { book: BookView; current: string; leaf: LeafView }) {
  const nodes = useContents(book)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [active, setActive] = useState<string | null>(null)
  const tree = useRef<HTMLUListElement>(null)
  const path = useMemo(() => pathTo(nodes, current) ?? [leaf.anchor], [nodes, current, leaf.anchor])
  const here = path.at(-1)
  const isOpen = (anchor: string): boolean => toggled.get(anchor) ?? path.includes(anchor)
  const visible = visibleNodes(nodes, isOpen)
  const focusable = visible.some((it) => it.node.anchor === active) ? active : (here ?? visible[0]?.node.anchor)
  useEffect(() => keepInSight(tree.current, here), [here])

  const toggle = (anchor: string, open: boolean): void => setToggled((before) => new Map(before).set(anchor, open))
  const focus = (anchor: string | undefined): void => {
    if (anchor === undefined) return
    setActive(anchor)
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(anchor)}"]`)?.focus())
  }
  const onKey = (event: KeyboardEvent): void => {
    const at = visible.findIndex((it) => it.node.anchor === focusable)
    const it = visible[at]
    if (!it || event.altKey || event.ctrlKey || event.metaKey) return
    const act = keyActs(event.key, it, at, visible, isOpen(it.node.anchor))
    if (act === null) return
    event.preventDefault()
    if (act.open !== undefined) toggle(it.node.anchor, act.open)
    if (act.go) void goTo(readPath(book.id, it.node.anchor))
    focus(act.focus)
  }
  const draw = (level: readonly ContentsNode[], depth: number) =>
    level.map((node) => (
      <TreeNode key={node.anchor} book={book.id} node={node} depth={depth} open={isOpen(node.anchor)} here={node.anchor === here} near={path.includes(node.anchor)} focusable={node.anchor === focusable} onToggle={toggle}>
        {draw}
      </TreeNode>
    ))
  return (
    <ul className="tree" role="tree" aria-label={`Contents of ${book.title}`} ref={tree} onKeyDown={onKey} onFocus={(event) => setActive(event.target.getAttribute('data-node') ?? active)}>
      {draw(nodes, 1)}
    </ul>
  )
}

interface NodeProps {
  readonly book: string
  readonly node: ContentsNode
  readonly depth: number
  readonly open: boolean
  readonly here: boolean
  readonly near: boolean
  readonly focusable: boolean
  readonly onToggle: (anchor: string, open: boolean) => void
  readonly children: (level: readonly ContentsNode[], depth: number) => React.ReactNode
}

function TreeNode({ book, node, depth, open, here, near, focusable, onToggle, children }: NodeProps) {
  const inner = node.under.length > 0
  const group = useId()
  return (
    <li role="none" data-near={near || undefined} data-here={here || undefined} data-open={(inner && open) || undefined}>
      <span className="node">
        {inner ? <button type="button" className="fold" tabIndex={-1} aria-hidden="true" onClick={() => onToggle(node.anchor, !open)} /> : <span className="fold-none" />}
        <a
          href={readPath(book, node.anchor)}
          role="treeitem"
          aria-level={depth}
          aria-expanded={inner ? open : undefined}
          aria-selected={here}
          aria-owns={inner && open ? group : undefined}
          aria-current={here ? 'location' : undefined}
          tabIndex={focusable ? 0 : -1}
          data-node={node.anchor}
        >
          <span className="node-number">{node.number}</span>
          <span className="node-title">{node.title}</span>
        </a>
        {node.marks > 0 ? <i title={`${node.marks} to check`}>{node.marks}</i> : null}
      </span>
      {inner && open ? <ul role="group" id={group}>{children(node.under, depth + 1)}</ul> : null}
    </li>
  )
}

/** The articles at once; what stands in them as soon as it has come. */
function useContents(book: BookView): readonly ContentsNode[] {
  const [nodes, setNodes] = useState<readonly ContentsNode[]>(() => book.leaves.map((it) => ({ anchor: it.anchor, number: it.label, title: it.title, marks: it.marks, under: [] })))
  useEffect(() => {
    let left = false
    fetchContents(book.id)
      .then((it) => left || setNodes(it))
      .catch(() => undefined)
    return () => void (left = true)
  }, [book.id])
  return nodes
}

/** Scrolls the tree's own box, never the page. */
function keepInSight(tree: HTMLElement | null, here: string | undefined): void {
  const node = here === undefined ? null : tree?.querySelector<HTMLElement>(`[data-node="${CSS.escape(here)}"]`)
  const box = tree?.closest<HTMLElement>('.contents, .sheet-inside')
  if (!node || !box) return
  const inner = node.getBoundingClientRect()
  const outer = box.getBoundingClientRect()
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) box.scrollTop += inner.top - outer.top - outer.height / 3
}

function keyActs(key: string, it: VisibleNode, at: number, visible: readonly VisibleNode[], open: boolean): { focus?: string | undefined; open?: boolean; go?: boolean } | null {
  const inner = it.node.under.length > 0
  switch (key) {
    case 'ArrowDown':
      return { focus: visible[at + 1]?.node.anchor }
    case 'ArrowUp':
      return { focus: visible[at - 1]?.node.anchor }
    case 'Home':
      return { focus: visible[0]?.node.anchor }
    case 'End':
      return { focus: visible.at(-1)?.node.anchor }
    case 'ArrowRight':
      return inner && !open ? { open: true } : { focus: inner ? visible[at + 1]?.node.anchor : undefined }
    case 'ArrowLeft':
      return inner && open ? { open: false } : { focus: it.parent ?? undefined }
    case 'Enter':
    case ' ':
      return { go: true }
    default:
      return null
  }
}
