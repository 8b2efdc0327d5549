/** A length of time in whole minutes, as people say it: hours, and the minutes (0–59) that are left. */
export interface HoursAndMinutes {
  readonly hours: number;
  readonly minutes: number;
}

/** @param minutes - at least 0; rounded to whole ones before they are divided, so that none is left over as a sixtieth */
export function hoursAndMinutes(minutes: number): HoursAndMinutes {
  const whole = Math.round(minutes);
  return { hours: Math.floor(whole / 60), minutes: whole % 60 };
}
