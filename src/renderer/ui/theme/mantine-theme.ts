import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#e6f6f7',
  '#cdebed',
  '#9dd6da',
  '#69c0c7',
  '#41aeb7',
  '#259fa9',
  '#0f8792',
  '#0b6b75',
  '#07525a',
  '#043b41',
]

/**
 * Mantine's theme object. Only what Mantine computes in script is set here (contrast, default props); every colour
 * and size it draws with comes from `mantine-bridge.css`. The shade and threshold are those that passed axe.
 */
export const mantineTheme = createTheme({
  colors: { rt: brand },
  primaryColor: 'rt',
  primaryShade: 7,
  autoContrast: true,
  luminanceThreshold: 0.179,
  defaultRadius: 'sm',
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-mono)',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    // Locking the scroll would add a style element, which the content security policy refuses; the page never scrolls.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    ModalRoot: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    DrawerRoot: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, radius: 'md' } },
    // Its placeholder for the first focus is no menu item, which a menu may not contain.
    Menu: { defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } },
    // The list itself scrolls (see the bridge): a scrolling area around it could not be reached by keyboard.
    Select: { defaultProps: { withScrollArea: false } },
    MultiSelect: { defaultProps: { withScrollArea: false } },
    Autocomplete: { defaultProps: { withScrollArea: false } },
    TagsInput: { defaultProps: { withScrollArea: false } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
})
