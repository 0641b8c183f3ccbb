import { useEffect, useRef, useState, type ReactNode } from 'react'

/** A button at the foot of a small screen, and the sheet that it opens over the text. Going to a clause closes it. */
export function Sheet({ side, label, badge = 0, children }: { side: 'left' | 'bottom'; label: string; badge?: number; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
        {badge > 0 ? (
          <i>
            {badge}
            <span className="sr"> to note</span>
          </i>
        ) : null}
      </button>
      <dialog
        ref={dialog}
        className={`sheet-${side}`}
        aria-label={label}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          const target = event.target as Element
          if (target === dialog.current || target.closest('a[href]')) setOpen(false)
        }}
      >
        {open ? (
          <div className="sheet-inside">
            <button type="button" className="sheet-close" onClick={() => setOpen(false)}>
              Close
            </button>
            {children}
          </div>
        ) : null}
      </dialog>
    </>
  )
}
