import { useEffect, useState } from 'react'
import { trail } from '../navigation.ts'

/** After a jump: the way back to where it came from. */
export function BackChip({ step }: { step: number }) {
  const [label, setLabel] = useState<string | null>(null)
  useEffect(() => setLabel(trail().from?.label ?? null), [step])
  if (label === null) return null
  return (
    <button type="button" className="back-chip" onClick={() => history.back()}>
      <span aria-hidden="true">←</span> Back to {label}
    </button>
  )
}
