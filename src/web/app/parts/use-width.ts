import { useSyncExternalStore } from 'react'

/** Whether the window is at least so wide. On the server, and until the script lives, it is taken to be. */
export function useWidth(pixels: number): boolean {
  const query = `(min-width: ${pixels}px)`
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
    () => true,
  )
}
