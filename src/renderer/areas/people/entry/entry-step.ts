/** What the panel of the door shows: PIN, password, or one of the ways back for who forgot them. */
export type EntryStep =
  | { readonly kind: 'pin' }
  | { readonly kind: 'password' }
  | { readonly kind: 'forgot' }
  | { readonly kind: 'reset' }
