/** Problems of a heatmap's own, beside those that any block may have. */
export type HeatmapProblemCode =
  | 'bad-range'
  | 'no-term'
  | 'range-reversed'
  | 'range-too-long'
  | 'range-twice'
  | 'source-twice'
  | 'bad-scale'
  | 'scale-not-rising'
  | 'scale-too-many'
  | 'too-many-colours'
  | 'no-colour'
  | 'too-many-words'
  | 'too-many-rows'
  | 'bad-goal'
  | 'unknown-colour'
  | 'bad-data';
