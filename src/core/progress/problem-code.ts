/** Problems of time progress's own, beside those that any block may have. */
export type ProgressProblemCode =
  | 'reversed'
  | 'no-such-time'
  | 'unknown-zone'
  | 'no-spans'
  | 'unread-span'
  | 'unknown-span'
  | 'missing-note'
  | 'not-a-note'
  | 'missing-property'
  | 'property-no-date'
  | 'no-goal';
