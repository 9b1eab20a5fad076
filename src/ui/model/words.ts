/** Numbers as the page writes them. */
export const countWords = (n: number) => n.toLocaleString('en');

/** @param bytes 0 or more; the answer has one decimal. */
export const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

/** Slow machines get a decimal, fast ones do not flicker. */
export function speedWords(perSecond: number): string {
  const shown = perSecond < 10 ? perSecond.toFixed(1) : countWords(Math.round(perSecond));
  return `${shown} pictures a second`;
}

/** "8 s", "1 min 20 s"; never "0 s" while something is left. */
export function secondsWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}
