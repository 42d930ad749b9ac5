/** Small drawings of 16 × 16 in the colour of the text. Each stands beside a word, so none is read aloud. */
const paths = {
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5V13h8V6.5',
  check: 'm3 8.5 3.2 3.2L13 5',
  tick: 'm3 8.5 3.2 3.2L13 5',
  pencil: 'M3 13l.7-3L10.6 3.1a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4L6 12.3 3 13z',
  circle: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  half: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 0v10',
  quote: 'M3 10.5V8c0-2 1-3.3 3-3.8M3 8h3v3H3zM9.5 10.5V8c0-2 1-3.3 3-3.8M9.5 8h3v3h-3z',
  evidence: 'M4 2.5h5L12.5 6v7.5H4zM9 2.5V6h3.5M6 9h4.5M6 11h3',
  readiness: 'M3 3.5h10v9H3zM5.5 8l1.8 1.8L11 6',
  sign: 'M2.5 13.5h11M4 11c2-5 4.5-8 6-8 1.3 0 .8 2-.8 3.8C7.6 8.6 6 9.4 4.5 9.5c1.5.2 2.3 1.7 3.5 1.7S10 10 11 10s1 1 2 1',
  history: 'M3 4v3h3M3.2 7A5 5 0 1 1 3 9M8 5.5V8l2 1.5',
  undo: 'M5.5 4 2.5 7l3 3M2.5 7H10a3 3 0 0 1 0 6H7',
  redo: 'm10.5 4 3 3-3 3M13.5 7H6a3 3 0 0 0 0 6h3',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm3 7 3 3',
  look: 'M1.8 8C3.3 5.3 5.5 4 8 4s4.7 1.3 6.2 4c-1.5 2.7-3.7 4-6.2 4S3.3 10.7 1.8 8zM8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  close: 'm4 4 8 8M12 4l-8 8',
  remove: 'M3.5 8h9',
  add: 'M8 3.5v9M3.5 8h9',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  right: 'm6 4 4 4-4 4',
  sortUp: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  sortDown: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  bullets: 'M6 4.5h7M6 8h7M6 11.5h7M3 4.5h.01M3 8h.01M3 11.5h.01',
  numbers: 'M7 4.5h6M7 8h6M7 11.5h6M3 3.5l1-.5v3M2.8 9.2c.4-.6 1.6-.5 1.6.3 0 .7-1.6 1.3-1.6 2h1.7',
  link: 'M6.5 9.5 9.5 6.5M7 4.8l1.3-1.3a2.5 2.5 0 0 1 3.6 3.6L10.5 8.5M9 11.2l-1.3 1.3a2.5 2.5 0 0 1-3.6-3.6l1.4-1.4',
  flag: 'M4 14V2.5M4 3h8.5l-2 3 2 3H4',
  file: 'M4 2.5h5L12.5 6v7.5H4zM9 2.5V6h3.5',
  copies: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  warning: 'M8 3 2.5 12.5h11zM8 6.5v3M8 11v.01',
  institution: 'M2.5 6 8 3l5.5 3M3.5 6.5v5M6.5 6.5v5M9.5 6.5v5M12.5 6.5v5M2.5 13h11',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
