import type { WorkingNode } from '#web/answers/answer-shapes.ts'
import { ClauseAnchor } from './clause-anchor.tsx'

/** How an answer comes about: each step with its clause, and under it what it rests on. */
export function WorkingTree({ nodes }: { nodes: readonly WorkingNode[] }) {
  return (
    <ul className="working">
      {nodes.map((node, at) => (
        <li key={`${node.name} ${at}`}>
          <p>
            {node.name}: <strong>{node.value}</strong> {node.clause === null ? null : <ClauseAnchor clause={node.clause} />}
            {node.again ? ' as above' : ''}
          </p>
          {node.why === '' ? null : <p className="why">{node.why}</p>}
          {node.uses.length === 0 ? null : <p className="why">From {node.uses.join(', ')}</p>}
          {node.from.length === 0 ? null : <WorkingTree nodes={node.from} />}
        </li>
      ))}
    </ul>
  )
}
