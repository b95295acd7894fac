/** How a change is split. The choice moves every effect, so it has no default. */
export type DecompositionRule =
  | { readonly method: 'shapley' }
  | { readonly method: 'lmdi'; readonly zeros: 'analytical-limit' | 'refuse' };
