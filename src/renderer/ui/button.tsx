import type { MouseEvent, ReactElement, ReactNode, Ref } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { Kbd } from './kbd.tsx'
import { useShortcut } from './shortcuts/shortcut-provider.tsx'

type CommonProps = {
  /** `main` is the one filled button of a decision; `quiet` has no border until touched. */
  kind?: 'main' | 'normal' | 'quiet' | undefined
  tone?: 'accent' | 'critical' | undefined
  /** Fits into bars such as the filter row. */
  small?: boolean | undefined
  disabled?: boolean | undefined
  busy?: boolean | undefined
  type?: 'button' | 'submit' | undefined
  href?: string | undefined
  form?: string | undefined
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
  'aria-expanded'?: boolean | undefined
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox' | boolean | undefined
  'aria-controls'?: string | undefined
  'aria-describedby'?: string | undefined
}

type ButtonProps = CommonProps & {
  icon?: IconName | undefined
  /** Icon after the text, such as the chevron of a menu. */
  iconAfter?: IconName | undefined
  /** Keys shown on the button. With a text as child they also work, as long as the button is on the page. */
  keys?: string | undefined
  /** Set when something else listens for the keys and the button only shows them. */
  keysShownOnly?: boolean | undefined
  children: ReactNode
}

/** A button of the kit. Give it `href` to make it a link that looks like one. */
export function Button({
  icon,
  iconAfter,
  keys,
  keysShownOnly = false,
  children,
  ...common
}: ButtonProps): ReactElement {
  const listens = keys !== undefined && !keysShownOnly && typeof children === 'string' && common.onClick !== undefined
  useShortcut({
    keys: keys ?? '',
    label: typeof children === 'string' ? children : '',
    run: () => common.onClick?.({} as MouseEvent<HTMLElement>),
    enabled: listens && common.disabled !== true && common.busy !== true,
  })
  return (
    <Pressable {...common} className={classNames(styles.button, common.className)}>
      {icon !== undefined && <Icon name={icon} className={styles.icon} />}
      <span className={styles.text}>{children}</span>
      {iconAfter !== undefined && <Icon name={iconAfter} size={14} className={styles.icon} />}
      {keys !== undefined && <Kbd keys={keys} />}
    </Pressable>
  )
}

type IconButtonProps = CommonProps & { icon: IconName; label: string; pressed?: boolean | undefined }

/** A square button with an icon only; the label is spoken and shown as a tooltip. */
export function IconButton({ icon, label, pressed, kind = 'quiet', ...common }: IconButtonProps): ReactElement {
  return (
    <Pressable
      {...common}
      kind={kind}
      label={label}
      pressed={pressed}
      className={classNames(styles.iconOnly, common.className)}
    >
      <Icon name={icon} className={styles.icon} />
    </Pressable>
  )
}

/** A text action in the accent colour, as used in rows and notices. */
export function LinkButton({
  children,
  tone = 'accent',
  ...common
}: CommonProps & { children: ReactNode }): ReactElement {
  return (
    <Pressable {...common} kind="quiet" tone={tone} className={classNames(styles.link, common.className)}>
      {children}
    </Pressable>
  )
}

function Pressable({
  kind = 'normal',
  tone,
  small = false,
  disabled = false,
  busy = false,
  type = 'button',
  href,
  className,
  label,
  pressed,
  onClick,
  ref,
  children,
  ...rest
}: CommonProps & { label?: string; pressed?: boolean | undefined; children: ReactNode }): ReactElement {
  const shared = {
    ...rest,
    className: classNames(
      styles.base,
      styles[kind],
      tone === 'critical' && styles.critical,
      small && styles.small,
      className,
    ),
    'aria-label': label,
    title: label,
    onClick,
  }
  if (href !== undefined && !disabled) {
    return (
      <a {...shared} href={href}>
        {children}
      </a>
    )
  }
  return (
    <button
      {...shared}
      ref={ref}
      type={type}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  )
}
