/**
 * Words for what is felt or measured rather than piled up, of which two on one day make no more: their mean says the day.
 * Chinese names are looked for within, since nothing parts their words.
 */
const WORDS =
  /^(?:mood|feeling|feelings|energy|stress|anxiety|pain|rating|rate|score|quality|level|focus|concentration|motivation|happiness|satisfaction|fatigue|tiredness|weight|temperature|pulse|heartrate|bpm|bmi|hrv)$/;
const HAN = /心情|情绪|心态|精力|精神|状态|压力|焦虑|疼痛|评分|打分|评级|质量|专注|动力|满意|疲劳|疲惫|体重|体温|心率/;

/** Whether a property is, by its name, one whose values are averaged rather than added: a mood, a rating, a weight. */
export function isRating(property: string): boolean {
  const words = property
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => WORDS.test(word)) || HAN.test(property);
}
