/** Places of the frame a screen may fill: the inspector beside the content. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export const InspectorPlace = createContext<{ element: HTMLElement | null; show: (shown: boolean) => void }>({
  element: null,
  show: () => undefined,
})

/** Puts an inspector beside the content for as long as this is on the page: `<InInspector><Inspector .../></InInspector>`. */
export function InInspector({ children }: { children: ReactNode }): ReactNode {
  const { element, show } = useContext(InspectorPlace)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    show(true)
    setAsked(true)
    return () => show(false)
  }, [show])
  return asked && element !== null ? createPortal(children, element) : null
}
